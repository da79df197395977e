"""Plain words: what Planpress says, and its guides, are easy to read.

Reading ease after R. Flesch, "A New Readability Yardstick" (1948): 206.835 - 1.015 words a sentence - 84.6 syllables a
word. Syllables are counted by where a word may be parted (pyphen), as common tools do.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pyphen
import pytest
import yaml
from markdown_it import MarkdownIt

from generator.checks import EDITION_CHECKS, PROSE_CHECKS, SITE_CHECKS
from tests.unit.messages import in_the_interface

ROOT = Path(__file__).parent.parent.parent
MADE = {"transcription.md", "plan-data.md", "checks.md"}
"""Guides made from the plan's words and from the code: `make golden`."""

_WRITTEN = (ROOT.glob("*.md"), *((ROOT / folder).rglob("*.md") for folder in ("docs", "content/en", "examples")))
GUIDES = sorted(path.relative_to(ROOT).as_posix() for each in _WRITTEN for path in each if path.name not in MADE)

LONGEST_MEAN = 15
"""Words a sentence."""

EASIEST = 65
"""Reading ease: plain English, for ages 13 and over."""


@cache
def _syllables(word: str) -> int:
    return len(_DICTIONARY.positions(word)) + 1


_DICTIONARY = pyphen.Pyphen(lang="en_GB")


def _sentences(path: Path) -> Iterator[str]:
    """The sentences of a guide: paragraphs, entries and cells that are sentences. Code within one is left out."""
    tokens = MarkdownIt("commonmark").enable("table").parse(path.read_text("utf-8"))
    for token in tokens:
        if token.type == "inline":
            words = "".join(each.content if each.type == "text" else " " for each in token.children or ())
            if words.rstrip().endswith((".", "?", ":")):
                yield from filter(None, re.split(r"(?<=[.?!])\s+", words.strip()))


def _measures(sentences: list[str]) -> tuple[float, float]:
    """Words a sentence, and reading ease."""
    words = [word for sentence in sentences for word in re.findall(r"[A-Za-z'-]+", sentence)]
    length = len(words) / len(sentences)
    return length, 206.835 - 1.015 * length - 84.6 * sum(map(_syllables, words)) / len(words)


def test_the_measure_tells_plain_words_from_others() -> None:
    assert _measures(["The cat sat on the mat.", "It was warm there."])[1] > 90
    office = (
        "Notwithstanding aforementioned considerations, stakeholders operationalise multidimensional implementation."
    )
    assert _measures([office])[1] < 0


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_is_easy_to_read(guide: str) -> None:
    length, ease = _measures(list(_sentences(ROOT / guide)))
    assert length <= LONGEST_MEAN
    assert ease >= EASIEST


def test_what_the_pages_say_is_easy_to_read() -> None:
    said = [re.sub(r"\{\w+\}", "it", message) for message in in_the_interface() if message.endswith(".")]
    length, ease = _measures(said)
    assert len(said) > 50
    assert length <= LONGEST_MEAN
    assert ease >= EASIEST


def test_what_this_site_adds_to_its_plan_is_easy_to_read() -> None:
    site = yaml.safe_load((ROOT / "plan_data" / "site.yaml").read_text("utf-8"))
    edition = yaml.safe_load((ROOT / "plan_data" / "kettering-csp" / "2008" / "edition.yaml").read_text("utf-8"))
    glossary = edition["glossary"]
    said = [site["accessibility"]["tested"], site["accessibility"]["limits"], glossary["note"]]
    said += [term["meaning"] for term in glossary["terms"]]
    sentences = [part for text in said for part in re.split(r"(?<=[.?!:])\s+", text) if part]
    length, ease = _measures(sentences)
    assert len(sentences) > 20
    assert length <= LONGEST_MEAN
    assert ease >= EASIEST


def test_what_an_officer_is_told_is_easy_to_read() -> None:
    """The hints in tests/broken/, one for each fault that a check can find."""
    hints = {
        re.sub(r"`[^`]*`|\"[^\"]*\"|[\w/.-]+\.(?:yaml|md|po)|\d+", "it", line.strip().removeprefix("hint: "))
        for path in (ROOT / "tests" / "broken").iterdir()
        for line in path.read_text("utf-8").splitlines()
        if line.startswith("  hint: ")
    }
    length, ease = _measures([part for hint in hints for part in re.split(r"(?<=[.?!])\s+", hint) if part])
    assert len(hints) > 3 * len([*EDITION_CHECKS, *SITE_CHECKS, *PROSE_CHECKS])
    assert length <= LONGEST_MEAN
    assert ease >= EASIEST

"""The characters that the fonts of print have.

Takes a Booklet; gives Problems: one for each character that no font has, with the words around it. Knows nothing of
how a page is set.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.blocks import Runs, lines
from generator.booklet import Booklet
from generator.problems import Problem

FONTS = Path(__file__).parents[2] / "fonts"
"""Fonts as Typst reads them; scripts/fonts.py makes them."""
FILES = (
    "bengali.ttf",
    "bengali-bold.ttf",
    "han.ttf",
    "hyperlegible.ttf",
    "hyperlegible-bold.ttf",
    "naskh.ttf",
    "naskh-bold.ttf",
)
"""The fonts that print needs: without one of them, Typst would take another weight and say nothing."""
_AROUND = 20


def unknown_letters(booklet: Booklet) -> Iterator[Problem]:
    """A problem for each character that cannot be printed, where it stands first."""
    known = known_letters()
    told: set[str] = set()
    for chapter in booklet.chapters:
        for words in map(_said, lines(chapter.blocks)):
            for at, sign in enumerate(words):
                if sign in known or sign in told or _unseen(sign):
                    continue
                told.add(sign)
                around = words[max(0, at - _AROUND) : at + _AROUND + 1].strip()
                yield Problem(
                    message=f'The fonts of print have no "{sign}" (U+{ord(sign):04X}{_name(sign)}). '
                    f'It stands in "{around}", in the chapter "{_said(chapter.title)}" of {booklet.name}',
                    check="formats",
                    hint="Write it in other letters or words, or build with `--without pdf`.",
                )


@cache
def known_letters() -> frozenset[str]:
    """Every character that some font of print has."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - it takes 0.2 s to import: only print pays

    return frozenset(chr(code) for font in sorted(FONTS.glob("*.ttf")) for code in TTFont(font).getBestCmap())


def _said(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _unseen(sign: str) -> bool:
    """Whether a character is not drawn: it joins, parts or turns words."""
    return unicodedata.category(sign) in ("Cf", "Zs")


def _name(sign: str) -> str:
    name = unicodedata.name(sign, "")
    return f", {name.lower()}" if name else ""

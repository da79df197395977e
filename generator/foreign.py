"""A fragment -> the same fragment, in which names that stayed in the original's language are marked with it.

Takes a fragment, the language of its page, that of the original and the names it uses; gives a fragment. Knows nothing
of plans.

Why: a translation keeps the names of bodies as they are, "Northamptonshire Police (...)". Marked, a voice reads them in
their own language, and in right-to-left text they keep their order (WCAG 2.2, 3.1.2; HTML, `lang`). No letter is
changed.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.fragment import parsed, written
from generator.languages import known_language

_LATIN = "0-9A-Za-z\u00c0-\u024f"
_LATIN_RUN = rf"(?<![{_LATIN}.])[A-Za-z\u00c0-\u024f]+(?:[ '\u2019&,.-]+[A-Za-z\u00c0-\u024f]+)*"
_ALONE = frozenset({"svg", "bdi", "data"})


@dataclass(frozen=True)
class Names:
    """What to look for on the pages of one language: the original's language, and a pattern of its names."""

    language: str
    pattern: re.Pattern[str]


@cache
def names(page: str, original: str, known: tuple[str, ...]) -> Names | None:
    """What to look for on pages in a language; None where there is nothing.

    `known` are names in the original. Where the page has another script than the original, any word in Latin letters
    is one too, but for abbreviations, which stand in any script.
    """
    if page == original:
        return None
    longest_first = sorted((each for each in known if each), key=len, reverse=True)
    patterns = [rf"(?<![{_LATIN}]){re.escape(each)}(?![{_LATIN}])" for each in longest_first]
    if known_language(original).script == "Latn" != known_language(page).script:
        patterns.append(_LATIN_RUN)
    return Names(original, re.compile("|".join(patterns))) if patterns else None


def pieces(text: str, found: Names | None) -> Iterator[tuple[str, bool]]:
    """A text in pieces: the words, and whether they are a name."""
    at = 0
    for match in found.pattern.finditer(text) if found else ():
        if not match.group().isupper():  # abbreviations stand in any script
            yield text[at : match.start()], False
            yield match.group(), True
            at = match.end()
    yield text[at:], False


def marked(fragment: str, found: Names | None) -> str:
    """The fragment with a `span` around each name."""
    if found is None or not found.pattern.search(fragment):
        return fragment
    root = parsed(fragment)
    _walk(root, found)
    return written(root)


def _walk(element: ET.Element, found: Names) -> None:
    element.text, spans = _split(element.text, found)
    for span in reversed(spans):
        element.insert(0, span)
    for child in tuple(element):
        if child.tag not in _ALONE and "lang" not in child.attrib and child.get("class") != "code":
            _walk(child, found)
        child.tail, behind = _split(child.tail, found)
        at = list(element).index(child) + 1
        for span in reversed(behind):
            element.insert(at, span)


def _split(text: str | None, found: Names) -> tuple[str | None, list[ET.Element]]:
    """The words before the first name, and each name with the words behind it."""
    if not text:
        return text, []
    first, spans = "", list[ET.Element]()
    for words, is_name in pieces(text, found):
        if is_name:
            direction = known_language(found.language).direction
            span = ET.Element("span", {"lang": found.language, "dir": direction})
            span.text, span.tail = words, ""
            spans.append(span)
        elif spans:
            spans[-1].tail = words
        else:
            first = words
    return first, spans

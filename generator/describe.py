"""A fragment -> the sentence or two that a search engine shows for its page.

Takes a fragment; gives words. Knows nothing of plans.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from generator.fragment import parsed

LONGEST = 160
"""Letters: about what search engines show."""

_ENDS = (". ", "\u06d4 ", "\u0964 ", "? ")


def description(fragment: str) -> str:
    """The first words of a page below its title and its notices, in the language of the page: at most 160 letters."""
    for paragraph in _paragraphs(parsed(fragment)):
        words = " ".join("".join(paragraph.itertext()).split())
        if words:
            return words if len(words) <= LONGEST else _cut(words)
    return ""


def _paragraphs(element: ET.Element) -> Iterator[ET.Element]:
    for child in element:
        if child.get("class") == "band" or "lang" in child.attrib:
            continue
        if child.tag == "p":
            yield child
        else:
            yield from _paragraphs(child)


def _cut(words: str) -> str:
    """Words cut off behind a sentence, or where that would leave too little, behind a word."""
    end = max(words.rfind(sign, 0, LONGEST) for sign in (*_ENDS, "\u3002"))
    if end > LONGEST // 3:
        return words[: end + 1]
    return words[: LONGEST - 1].rpartition(" ")[0].rstrip(",;:-") + " \u2026" if " " in words else words[:LONGEST]

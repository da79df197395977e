"""A fragment -> the same fragment, with the colons and spaces that its script has.

Takes a fragment and the language of its page; gives a fragment. Knows nothing of plans.

Templates join sentences and units with a space, and end labels with a colon. Chinese has a full-width colon, and no
space after a full-width sign (W3C, Requirements for Chinese Text Layout, 3.1). Bengali writes the classifier of a
number, such as "\u099f\u09bf", together with it. No word is changed.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping

from generator.fragment import parsed, written

_FULL_WIDTH = "\u3002\uff0c\u3001\uff1b\uff1a\uff01\uff1f\uff09\u300b\u201d"
_RULES: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "zh": (
        (re.compile(r"(?<=[\u3400-\u9fff\uff09\u300b\u201d0-9]):(?: |$)"), "\uff1a"),
        (re.compile(f"(?<=[{_FULL_WIDTH}])[ \u00a0]+"), ""),
    ),
    "bn": ((re.compile("(?<=[\u09e6-\u09ef])[ \u00a0](?=(?:\u099f\u09bf|\u099f\u09be|\u099c\u09a8)(?!\\w))"), ""),),
}
"""What to write in place of what, by the first part of a language's tag."""


def typeset(text: str, language: str) -> str:
    """A text with the colons and spaces of a language."""
    for pattern, instead in _rules(language):
        text = pattern.sub(instead, text)
    return text


def typeset_fragment(fragment: str, language: str) -> str:
    """A fragment with the colons and spaces of a language; its parts in other languages have their own."""
    if not _rules(language):
        return fragment
    root = parsed(fragment)
    _walk(root, language, "")
    return written(root)


def _rules(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return _RULES.get(language.partition("-")[0], ())


def _walk(element: ET.Element, language: str, before: str) -> str:
    """Set the texts within an element. `before` is the sign that stands before it; gives the last sign within it."""
    element.text, before = _set(element.text, language, before)
    for child in element:
        before = _walk(child, child.get("lang", language), before)
        child.tail, before = _set(child.tail, language, before)
    return before


def _set(text: str | None, language: str, before: str) -> tuple[str | None, str]:
    if not text:
        return text, before
    made = typeset(before + text, language)[len(before) :]
    return made, made[-1:] or before

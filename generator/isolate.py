"""A fragment -> the same fragment, in which telephone numbers keep their order in right-to-left text.

Takes a fragment and the direction of its page; gives a fragment. Knows nothing of plans.

Why: "01632 960001" within Urdu is two numbers, and the second would stand first (Unicode Standard Annex #9, W2 and L2;
HTML, `bdi`). No letter is changed.
"""

import re
import xml.etree.ElementTree as ET

from generator.fragment import parsed, written

_NUMBER = re.compile(r"(?<![\w+])(?:\+|\(?0)\d[\d ()-]{4,}\d(?!\w)")
_RIGHT_TO_LEFT = 'dir="rtl"'


def isolated(fragment: str, direction: str) -> str:
    """The fragment with a `bdi` around each telephone number that stands loose in right-to-left text."""
    if direction != "rtl" and _RIGHT_TO_LEFT not in fragment:
        return fragment
    root = parsed(fragment)
    if not _walk(root, direction):
        return fragment
    return written(root)


def _walk(element: ET.Element, direction: str) -> bool:
    """Isolate the numbers in an element. Whether there were any."""
    changed = False
    if direction == "rtl":
        element.text, found = _split(element.text)
        for number in reversed(found):
            element.insert(0, number)
        changed = bool(found)
    for child in tuple(element):
        if child.tag not in ("bdi", "svg") and child.get("class") != "code":
            changed |= _walk(child, child.get("dir", direction))
        if direction == "rtl":
            child.tail, found = _split(child.tail)
            at = list(element).index(child) + 1
            for number in reversed(found):
                element.insert(at, number)
            changed |= bool(found)
    return changed


def _split(text: str | None) -> tuple[str | None, list[ET.Element]]:
    """The words before the first number, and each number with the words behind it."""
    numbers: list[ET.Element] = []
    matches = list(_NUMBER.finditer(text or ""))
    ends = [*(match.start() for match in matches[1:]), len(text or "")]
    for match, end in zip(matches, ends, strict=False):
        number = ET.Element("bdi", {"class": "tel"})
        number.text, number.tail = match.group(), match.string[match.end() : end]
        numbers.append(number)
    return (matches[0].string[: matches[0].start()] if matches else text), numbers

"""A fragment and Terms -> the same fragment, in which the first use of each term leads to what it means.

Takes a fragment and the forms of each term; gives a fragment and the ids of the terms it uses. Knows nothing of plans.

Why: WCAG 2.2, 3.1.3 and 3.1.4; techniques G55 (link to the definition) and G62 (a glossary). No word is changed.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from unicodedata import category

from generator.fragment import HEADINGS, parsed, written

_NOT_WITHIN = frozenset({*HEADINGS, "a", "bdi", "caption", "data", "svg", "thead"})
_NOT_OF = frozenset({"answer", "code"})
"""Where no link is put: in another link or a drawing, in words that belong together, in a heading or a code. Nor in the
one sentence that says what a target is: a link would cut it in pieces for those who listen."""

_SIGNS = "\u200c\u200d" + "".join(sign for sign in map(chr, range(0x300, 0x2000)) if category(sign)[0] == "M")
"""Signs that belong to the letter before them, and joiners."""


def explained(fragment: str, terms: Mapping[str, tuple[str, ...]], prefix: str) -> tuple[str, tuple[str, ...]]:
    """The fragment with a link from the first use of each term to `#<prefix><id>`, and the ids found, in order of use.

    `terms` gives the forms of each id. The longest form that fits at a place counts. Parts in another language are
    left alone.
    """
    forms = {_plain(form): id_ for id_, each in terms.items() for form in each}
    if not forms:
        return fragment, ()
    found: dict[str, None] = {}
    root = parsed(fragment)
    pattern = _pattern(form for each in terms.values() for form in each)
    _walk(root, pattern, forms, found, prefix)
    if not found:
        return fragment, ()
    return written(root), tuple(found)


def _plain(form: str) -> str:
    """A form without what does not matter: capitals, and how its spaces are made."""
    return " ".join(form.casefold().split())


def _spaced(form: str) -> str:
    """A form as a pattern, in which any space fits any other."""
    return r"\s+".join(map(re.escape, form.split()))


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(filter(None, map(str.strip, forms)), key=len, reverse=True)
    # Chinese has no spaces between words, so there is no edge of a word to look for. Elsewhere, neither a letter nor a
    # sign that belongs to one may stand beside the word: vowel signs are no letters to Python.
    any_form = "|".join(
        _spaced(form) if "\u4e00" <= form[0] <= "\u9fff" else f"(?<![\\w{_SIGNS}]){_spaced(form)}(?![\\w{_SIGNS}])"
        for form in longest_first
    )
    return re.compile(any_form, re.IGNORECASE)


def _walk(
    element: ET.Element, pattern: re.Pattern[str], forms: Mapping[str, str], found: dict[str, None], prefix: str
) -> None:
    """Link the first use of each term in an element, in reading order."""
    index, owner, text = 0, None, element.text or ""
    while True:
        uses = ((match, forms.get(_plain(match.group()), "")) for match in pattern.finditer(text))
        match, id_ = next(((match, id_) for match, id_ in uses if id_ and id_ not in found), (None, ""))
        if match is not None:
            found[id_] = None
            link = ET.Element("a", {"href": f"#{prefix}{id_}"})
            link.text, link.tail = match.group(), text[match.end() :]
            _set(element, owner, text[: match.start()])
            element.insert(index, link)
        elif index == len(element):
            return
        else:
            child = element[index]
            if child.tag not in _NOT_WITHIN and "lang" not in child.attrib and child.get("class") not in _NOT_OF:
                _walk(child, pattern, forms, found, prefix)
        owner = element[index]
        text = owner.tail or ""
        index += 1


def _set(element: ET.Element, owner: ET.Element | None, text: str) -> None:
    """Put words at the start of an element, or behind one of its children."""
    if owner is None:
        element.text = text
    else:
        owner.tail = text

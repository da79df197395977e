"""The closed vocabulary of a fragment: what may stand in it, and where (docs/fragment.md).

Takes a fragment; gives its tree, or its faults. Knows nothing of what is made of it.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

_SHARED = frozenset({"id", "class", "lang", "dir"})
HEADINGS = ("h1", "h2", "h3", "h4", "h5")
"""Headings. h5 stands only where the whole plan is on one page."""

ELEMENTS: dict[str, frozenset[str]] = {
    "section": _SHARED | {"aria-label"},
    "div": frozenset({"lang", "dir"}),
    **dict.fromkeys((*HEADINGS, "p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote"), _SHARED),
    **dict.fromkeys(("table", "thead", "tbody", "tr", "caption"), _SHARED),
    "th": _SHARED | {"scope"},
    "td": _SHARED | {"data-label"},
    "figure": _SHARED,
    "figcaption": _SHARED,
    "audio": frozenset({"controls", "preload", "src"}),
    "a": _SHARED | {"href", "hreflang"},
    "data": _SHARED | {"value"},
    **dict.fromkeys(("strong", "em", "ins", "del", "span", "bdi"), _SHARED),
}
"""Every element that may stand in a fragment, and the attributes it may have."""

DRAWING: dict[str, frozenset[str]] = {
    "svg": frozenset({"viewBox", "width", "height", "class", "aria-hidden", "focusable"}),
    "g": frozenset({"class", "transform"}),
    "line": frozenset({"class", "x1", "y1", "x2", "y2"}),
    "circle": frozenset({"class", "cx", "cy", "r"}),
    "rect": frozenset({"class", "x", "y", "width", "height"}),
    "path": frozenset({"class", "d"}),
    "polyline": frozenset({"class", "points"}),
    "text": frozenset({"class", "x", "y", "text-anchor"}),
}
"""What a drawing within a figure may be made of. Its words are labels only: the figure's sentence says it."""

CLASSES = frozenset(
    {
        "answer",
        "bad",
        "band",
        "braille",
        "code",
        "contacts",
        "date",
        "doubt",
        "facts",
        "figure",
        "figures",
        "good",
        "languages",
        "lede",
        "open",
        "outcome",
        "rows",
        "stack",
        "tel",
    }
)
"""Every class that may stand in a fragment. docs/fragment.md says what each means."""

INLINE = frozenset({"a", "strong", "em", "ins", "del", "span", "bdi", "data"})
"""Elements that stand within words."""

_LINK = re.compile(r"https?://|mailto:|tel:|#|/(?!/)|[^:/?#]+(?:[/?#]|$)", re.IGNORECASE)


class FragmentError(ValueError):
    """A fragment holds something that its vocabulary does not have. A bug in a template, not in a plan."""


def parsed(fragment: str) -> ET.Element:
    """The tree of a fragment. Fragments are well-formed XML, so that every reader finds the same tree."""
    try:
        return ET.fromstring(f"<fragment>{fragment}</fragment>")  # noqa: S314 - our own templates' words, without a DTD
    except ET.ParseError as error:
        raise FragmentError(f"not well-formed: {error}") from error


def written(root: ET.Element) -> str:
    """A fragment of a tree that parsed() gave."""
    children = (ET.tostring(child, encoding="unicode", short_empty_elements=False) for child in root)
    return "".join([root.text or "", *children])


def faults(fragment: str) -> list[str]:
    """What in a fragment is not in the vocabulary."""
    try:
        root = parsed(fragment)
    except FragmentError as error:
        return [str(error)]
    return [fault for child in root for fault in _faults(child, ELEMENTS)]


def _faults(element: ET.Element, allowed: dict[str, frozenset[str]]) -> Iterator[str]:
    tag = element.tag
    if tag not in allowed:
        yield f"<{tag}> is not in the vocabulary here"
        return
    for name, value in element.attrib.items():
        if name not in allowed[tag]:
            yield f'<{tag}> may not have the attribute "{name}"'
        elif name == "class" and allowed is not DRAWING and not set(value.split()) <= _classes_of(tag):
            yield f'<{tag}> may not have the class "{value}"'
        elif name in ("href", "src") and not _LINK.match(value):
            yield f'a link may not lead to "{value}"'
    if ("lang" in element.attrib) != ("dir" in element.attrib):
        yield f"<{tag}> has a language without a direction, or a direction without a language"
    yield from _misplaced(element)
    if tag == "th" and element.get("scope") not in ("row", "col"):
        yield "a header cell does not say whether it heads a row or a column"
    if tag == "table" and element.find("caption") is None:
        yield "a table has no caption"
    if tag == "figure" and element.find("figcaption") is None:
        yield "a figure has no sentence"
    for child in element:
        yield from _faults(child, DRAWING if tag == "figure" and child.tag == "svg" else allowed)


_CHILDREN: dict[str, frozenset[str]] = {
    **dict.fromkeys(("ul", "ol"), frozenset({"li"})),
    "dl": frozenset({"dt", "dd"}),
    "table": frozenset({"caption", "thead", "tbody"}),
    **dict.fromkeys(("thead", "tbody"), frozenset({"tr"})),
    "tr": frozenset({"th", "td"}),
    "figure": frozenset({"svg", "audio", "figcaption"}),
    "audio": frozenset(),
    **dict.fromkeys((*HEADINGS, "p", "dt", "dd", "caption", "th", "td", "figcaption"), INLINE),
    **dict.fromkeys(INLINE, INLINE),
}
"""What may stand in an element, where not every element may."""

_WITHOUT_WORDS = frozenset({"ul", "ol", "dl", "table", "thead", "tbody", "tr", "figure", "audio"})


def _misplaced(element: ET.Element) -> Iterator[str]:
    """What stands where the readers of blocks would not look for it."""
    tag = element.tag
    inside = [child.tag for child in element]
    if tag in _CHILDREN:
        yield from (f"<{child}> may not stand in <{tag}>" for child in inside if child not in _CHILDREN[tag])
    if tag in _WITHOUT_WORDS and "".join([element.text or "", *(child.tail or "" for child in element)]).strip():
        yield f"words stand loose in <{tag}>"
    if tag == "dl" and (inside[:1] != ["dt"] or inside[-1:] != ["dd"]):
        yield "a list of terms begins with a term and ends with what is said of it"
    if tag in ("thead", "tbody", "tr") and "lang" in element.attrib:
        yield f"<{tag}> may not have a language: mark its cells"
    if tag == "table" and len({len(row) for row in element.iter("tr")}) > 1:
        yield "the rows of a table do not have the same number of cells"


def _classes_of(tag: str) -> frozenset[str]:
    return frozenset({"tel", "code", "date", "braille"}) if tag in INLINE else CLASSES

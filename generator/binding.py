"""The fragments of an edition's pages -> the sections of one page: the whole plan, in the plan's order.

Takes Parts; gives a piece of a fragment. Knows nothing of plans or templates.

A booklet (booklet.py) is made from this one page, and every format from the booklet.
"""

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath, relpath

from generator.fragment import FragmentError, parsed

DEEPEST = 5
"""The lowest heading that the style sheet knows."""


@dataclass(frozen=True)
class Part:
    """A page that stands in the booklet: its id there, its address, and how many levels its headings go down."""

    id: str
    address: str
    fragment: str
    down: int


def bound(address: str, parts: tuple[Part, ...], places: Mapping[str, str]) -> str:
    """The parts as sections of the page at an address. `places` gives the id of the part that each address leads to.

    Ids within a part stand behind the part's id and a dot. A link to a part leads to its place on this page; any other
    link leads where it led before. The notices at the top of each page are left out: this page has its own.
    """
    return "\n".join(_section(address, part, places) for part in parts)


def _section(address: str, part: Part, places: Mapping[str, str]) -> str:
    root = parsed(part.fragment)
    for notice in root.findall("section[@class='band']"):
        root.remove(notice)
    for element in root.iter():
        if element.tag[0] == "h" and element.tag[1:].isdigit():
            level = int(element.tag[1:]) + part.down
            if level > DEEPEST:
                raise FragmentError(f"a heading of {part.address} stands too deep for the whole plan on one page")
            element.tag = f"h{level}"
        if "id" in element.attrib:
            element.set("id", f"{part.id}.{element.get('id')}")
        if "href" in element.attrib:
            element.set("href", _link(address, part, element.get("href", ""), places))
    root.tag, root.attrib = "section", {"id": part.id}
    root.tail = ""
    return ET.tostring(root, encoding="unicode", short_empty_elements=False)


def _link(address: str, part: Part, link: str, places: Mapping[str, str]) -> str:
    path, mark, place = link.partition("#")
    if ":" in path:
        return link
    target = normpath(join(dirname(part.address), path)) if path else part.address
    if target in places:
        return "#" + (f"{places[target]}.{place}" if place else places[target])
    return relpath(target, dirname(address)) + mark + place

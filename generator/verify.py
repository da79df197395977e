"""A built folder -> Problems: whether every page is there, and every link leads somewhere.

Takes a folder and the files expected in it; gives Problems. Knows nothing of plans or MkDocs: it reads what a
reader gets.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from generator.formats.web.search import FOLDER as INDEX
from generator.fragment import HEADINGS
from generator.problems import Place, Problem

_HINT = (
    "Correct the link if a page in content/ has it. Otherwise this is a fault in Planpress. The site was not changed."
)

DATA_BLOCK = {"type": "application/ld+json"}
"""The attributes of a script that is data: no browser runs it (HTML, 4.12.1, data blocks)."""


def verify(folder: Path, expected: frozenset[str]) -> list[Problem]:
    """What is wrong with a built site: missing and surplus files, broken links, double ids, headings, languages."""
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    present = {path.as_posix() for path in files if path.parts[0] != INDEX}
    problems = [_problem(name, "The page or file was not made") for name in sorted(expected - present)]
    problems += [_problem(name, "This file was not asked for") for name in sorted(present - expected)]
    trees: dict[str, ET.Element] = {}
    for name in sorted(present & expected):
        if not name.endswith(".html"):
            continue
        try:
            # Pages are well-formed XML, so that any reader of them finds the same tree. No entities, no DTD.
            text = (folder / name).read_text("utf-8").removeprefix("<!DOCTYPE html>\n")
            trees[name] = ET.fromstring(text)  # noqa: S314 - our own pages, with the document type taken off
        except ET.ParseError as error:
            problems.append(Problem(f"The page is not well-formed: {error}", "verify", _HINT, Place(name)))
    ids = {name: [e.get("id", "") for e in tree.iter() if e.get("id")] for name, tree in trees.items()}
    for name, tree in trees.items():
        problems += [_problem(name, message) for message in _faults(name, tree, ids, present)]
    return problems


def _problem(name: str, message: str) -> Problem:
    return Problem(message, "verify", _HINT, Place(name))


def _faults(name: str, tree: ET.Element, ids: dict[str, list[str]], present: set[str]) -> Iterator[str]:
    if not tree.get("lang") or not tree.get("dir"):
        yield "The page does not say its language and direction"
    if (count := len(tree.findall(".//h1"))) != 1:
        yield f"The page has {count} main headings, not one"
    for twice in sorted({each for each in ids[name] if ids[name].count(each) > 1}):
        yield f'The id "{twice}" is given twice'
    levels = [int(e.tag[1]) for e in tree.iter() if e.tag in HEADINGS]
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"A heading of level {after} follows one of level {before}"
    for element in tree.iter():
        if (
            "style" in element.attrib
            or element.tag == "style"
            or (element.tag == "script" and "src" not in element.attrib and element.attrib != DATA_BLOCK)
        ):
            yield f"The element <{element.tag}> has an inline style or script"
        for attribute in ("href", "src"):
            link = element.get(attribute)
            if link is not None and (fault := _link_fault(name, link, ids, present)):
                yield fault


def _link_fault(name: str, link: str, ids: dict[str, list[str]], present: set[str]) -> str:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or link.startswith("/"):
        return ""
    target = normpath(join(dirname(name), unquote(parts.path))) if parts.path else name
    if target not in present:
        return f'The link "{link}" leads to no page'
    if parts.fragment and target in ids and unquote(parts.fragment) not in ids[target]:
        return f'The link "{link}" leads to no place on that page'
    return ""

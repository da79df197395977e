"""A fragment -> typed blocks: heading, list, table with headers, part in another language.

Takes a fragment (fragment.py) and its language; gives Blocks. Every format but the website is a reading of them.
Knows nothing of plans, templates or of who reads.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

from generator.fragment import HEADINGS, INLINE, FragmentError, parsed

_MARKS = {"strong": "strong", "em": "emphasis", "ins": "inserted", "del": "deleted", "bdi": "isolated"}


@dataclass(frozen=True)
class Run:
    """Words in one language with their marks: strong, emphasis, inserted, deleted, isolated, telephone, code, braille.

    What they stand for: `value` is a figure as data writes it, `date` a day or month (ISO 8601), `link` an address.
    """

    text: str
    language: str
    marks: frozenset[str] = frozenset()
    link: str = ""
    value: str = ""
    date: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 5."""

    level: int
    runs: Runs
    id: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph. `kind` is empty, lede (leads the page) or doubt (says what cannot be known)."""

    runs: Runs
    kind: str = ""


@dataclass(frozen=True)
class Entry:
    """One entry of a list."""

    blocks: "Blocks"
    id: str = ""


@dataclass(frozen=True)
class List:
    """A list; a numbered one if `ordered`."""

    ordered: bool
    entries: tuple[Entry, ...]
    kind: str = ""


@dataclass(frozen=True)
class Cell:
    """A cell with the header of its column."""

    runs: Runs
    header: Runs


@dataclass(frozen=True)
class Row:
    """A row: its own header, then its cells."""

    header: Runs
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table. `columns` are the column headers, that of the row headers first."""

    caption: Runs
    columns: tuple[Runs, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Definition:
    """A term and what is said of it."""

    term: Runs
    descriptions: tuple[Runs, ...]
    id: str = ""


@dataclass(frozen=True)
class Definitions:
    """A list of terms: facts about an item, contacts of an organisation."""

    entries: tuple[Definition, ...]
    kind: str = ""


@dataclass(frozen=True)
class Figure:
    """A drawing, or something to listen to, and the sentence that says it. `sound` is the address of an audio file."""

    sentence: Runs
    drawing: str = ""
    sound: str = ""


@dataclass(frozen=True)
class Quote:
    """The plan's own words, quoted."""

    blocks: "Blocks"


@dataclass(frozen=True)
class Section:
    """A part of the page that can be linked to. `kind` is empty or band (a notice)."""

    blocks: "Blocks"
    id: str = ""
    kind: str = ""
    label: str = ""


Block = Heading | Paragraph | List | Table | Definitions | Figure | Quote | Section
Blocks = tuple[Block, ...]


def read_blocks(fragment: str, language: str) -> Blocks:
    """The blocks of a fragment. Raises FragmentError for what is not in the vocabulary."""
    return tuple(_blocks(parsed(fragment), language))


def words(blocks: Blocks) -> str:
    """All words of blocks in reading order, parted by single spaces."""
    return " ".join(" ".join("".join(run.text for run in line) for line in lines(blocks)).split())


def lines(block: object) -> Iterator[Runs]:
    """The words of a block or of blocks in reading order, as the lines that stand apart: a paragraph, a cell, a term.

    A column's header is given once, with the columns, not with each cell.
    """
    match block:
        case tuple():
            for each in block:
                yield from lines(each)
        case Heading() | Paragraph() | Cell():
            yield block.runs
        case List():
            yield from lines(tuple(entry.blocks for entry in block.entries))
        case Table():
            yield from (block.caption, *block.columns)
            for row in block.rows:
                yield row.header
                yield from lines(row.cells)
        case Definitions():
            for entry in block.entries:
                yield from (entry.term, *entry.descriptions)
        case Figure():
            yield block.sentence
        case Quote() | Section():
            yield from lines(block.blocks)


# ----------------------------------------------------------------------------------------------------------- reading


def _blocks(parent: ET.Element, language: str) -> Iterator[Block]:
    """The blocks under an element. Words and inline elements between blocks make paragraphs of their own."""
    loose: list[Run] = list(_text(parent.text, language))
    for child in parent:
        if child.tag in INLINE:
            loose += _runs(child, language, Run("", language))
        else:
            yield from _paragraph(loose)
            loose = []
            yield from _block(child, child.get("lang", language))
        loose += _text(child.tail, language)
    yield from _paragraph(loose)


def _paragraph(loose: list[Run]) -> Iterator[Paragraph]:
    runs = _tidy(loose)
    if runs:
        yield Paragraph(runs)


def _block(element: ET.Element, language: str) -> Iterator[Block]:
    tag, kind, id_ = element.tag, element.get("class", ""), element.get("id", "")
    match tag:
        case _ if tag in HEADINGS:
            yield Heading(int(tag[1]), _inline(element, language), id_)
        case "p":
            yield Paragraph(_inline(element, language), kind)
        case "ul" | "ol":
            entries = (_entry(child, child.get("lang", language)) for child in element)
            yield List(tag == "ol", tuple(entries), kind)
        case "table":
            yield _table(element, language)
        case "dl":
            yield Definitions(tuple(_definitions(element, language)), kind)
        case "figure":
            drawing, player = element.find("svg"), element.find("audio")
            caption = element.find("figcaption")
            sentence = _inline(caption, language) if caption is not None else ()
            shown = ET.tostring(drawing, encoding="unicode") if drawing is not None else ""
            yield Figure(sentence, shown, player.get("src", "") if player is not None else "")
        case "blockquote":
            yield Quote(tuple(_blocks(element, language)))
        case "section":
            yield Section(tuple(_blocks(element, language)), id_, kind, element.get("aria-label", ""))
        case "div":
            yield from _blocks(element, language)
        case _:
            raise FragmentError(f"<{tag}> is not in the vocabulary")


def _entry(element: ET.Element, language: str) -> Entry:
    return Entry(tuple(_blocks(element, language)), element.get("id", ""))


def _table(element: ET.Element, language: str) -> Table:
    caption = element.find("caption")
    head, body = element.find("thead"), element.find("tbody")
    columns = tuple(_inline(cell, language) for row in (head if head is not None else ()) for cell in row)
    rows = []
    for row in body if body is not None else ():
        first, *rest = [_inline(cell, cell.get("lang", language)) for cell in row]
        rows.append(Row(first, tuple(Cell(runs, header) for runs, header in zip(rest, columns[1:], strict=True))))
    return Table(_inline(caption, language) if caption is not None else (), columns, tuple(rows))


def _definitions(element: ET.Element, language: str) -> Iterator[Definition]:
    term: Runs = ()
    id_ = ""
    descriptions: list[Runs] = []
    for child in element:
        runs = _inline(child, child.get("lang", language))
        if child.tag == "dt":
            if term:
                yield Definition(term, tuple(descriptions), id_)
            term, id_, descriptions = runs, child.get("id", ""), []
        else:
            descriptions.append(runs)
    if term:
        yield Definition(term, tuple(descriptions), id_)


def _inline(element: ET.Element, language: str) -> Runs:
    plain = Run("", element.get("lang", language))
    runs = list(_text(element.text, plain.language))
    for child in element:
        if child.tag not in INLINE:
            raise FragmentError(f"<{child.tag}> stands in the middle of words in <{element.tag}>")
        runs += _runs(child, plain.language, plain)
        runs += _text(child.tail, plain.language)
    return _tidy(runs)


def _runs(element: ET.Element, language: str, around: Run) -> Iterator[Run]:
    """The runs of an inline element, with the marks of those around it."""
    language = element.get("lang", language)
    marks = set(around.marks)
    if element.tag in _MARKS:
        marks.add(_MARKS[element.tag])
    kinds = element.get("class", "").split()
    marks |= {{"tel": "telephone", "code": "code", "braille": "braille"}[kind] for kind in kinds if kind != "date"}
    dated = "date" in kinds
    here = Run(
        "",
        language,
        frozenset(marks),
        element.get("href", around.link),
        around.value if dated else element.get("value", around.value),
        element.get("value", "") if dated else around.date,
    )
    yield from _marked(element.text, here)
    for child in element:
        yield from _runs(child, language, here)
        yield from _marked(child.tail, here)


def _text(text: str | None, language: str) -> Iterator[Run]:
    yield from _marked(text, Run("", language))


def _marked(text: str | None, like: Run) -> Iterator[Run]:
    if text:
        yield Run(re.sub(r"[ \t\r\n]+", " ", text), like.language, like.marks, like.link, like.value, like.date)


def _tidy(runs: list[Run]) -> Runs:
    """Runs without white space at either end and without empty ones between."""
    kept = list(runs)
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[0] = _with_text(kept[0], kept[0].text.lstrip())
        kept[-1] = _with_text(kept[-1], kept[-1].text.rstrip())
    return tuple(kept)


def _with_text(run: Run, text: str) -> Run:
    return Run(text, run.language, run.marks, run.link, run.value, run.date)

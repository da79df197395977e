"""A booklet -> plain data, as the Typst template sets it (generator/typst/booklet.typ).

Takes a Booklet, the size of its letters and whether tables stay tables; gives dicts, lists and texts. Words keep their
language and marks. Knows nothing of Typst.
"""

import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from generator.blocks import (
    Block,
    Blocks,
    Cell,
    Definition,
    Definitions,
    Entry,
    Figure,
    Heading,
    List,
    Paragraph,
    Quote,
    Row,
    Run,
    Runs,
    Section,
    Table,
    lines,
)
from generator.booklet import Booklet
from generator.languages import known_language
from generator.translate import Translator
from generator.typeset import typeset

Data = Mapping[str, object]

NO_DAY = "1970-01-01"
"""What Typst is told where no day of publication is stated: it wants one. It is taken out of the file again."""
LINE = 482
"""How long a line may be, in points: A4 with margins of 2 cm."""
_WIDE = 0.62
"""How wide the letters of a long word are, as a part of their size: a little more than on average."""
_HEADING = 21
"""How many letters of a heading fit a line, in any size: the largest is 36 points."""
_DRAWN = 320
_LABEL = 16
"""How wide a drawing is and how large its labels are, in its own units: a little smaller than on the web, since the
letters are wider."""
_WHOLE, _WHOLE_CELLS, _WHOLE_ROWS = 250, 4, 8
"""How many letters a row or a notice has at most, how many cells a row, how many rows a table, to stay on one page.

Clear print holds twice as many letters."""
_INSTEAD = {0xAD: None, 0x200B: None, 0x2060: None, 0x202F: 0xA0, 0x2011: 0x2D, 0xFEFF: None}
"""Signs for the web: nothing on paper is hyphenated, and the spaces that fonts have keep words together too."""
_UNBROKEN = re.compile("[^\\s\u2013\u2014\u3000-\u9fff\uff00-\uffef]+")
"""What has no place to break a line. Chinese breaks between any two characters."""
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
"""Where no line may end: print splits no words, and Typst would say the hyphen twice in Polish and Portuguese."""
_PERCENT = re.compile(r"[0-9][0-9.,]*%")
"""What stays as it is written from right to left, too: behind Arabic letters, a sign of percent changes sides."""
_TIED = re.compile(r"(?<=[\d%]) (?=[^\W\d_]\S{0,9}(?:\s|$))")
"""The space between a number and a short word behind it, which is mostly its unit: no line ends there."""
_SHORT = {"pl": re.compile(r"(?<![^\s(])([aiouwz]) (?=\S)", re.IGNORECASE)}
"""Words of one letter that end no line: so Polish print has it."""
_INTRODUCES = re.compile("^.{1,99}[:\uff1a]-?\\s*$")
"""A short paragraph that a list follows: the two stay together."""
_VIRAMA = "\u09cd\u094d"
_STYLE = """
svg { fill: none; stroke: #15191c; stroke-width: 2 }
.path { stroke: #424b52; stroke-dasharray: 5 5 }
.results { stroke: #0a4a3c; stroke-width: 3 }
.result { fill: #0a4a3c; stroke: #ffffff }
.baseline, .due { fill: #ffffff; stroke-width: 3 }
"""


class UnsaidDrawingError(Exception):
    """A drawing has no sentence that says what it shows."""


@dataclass(frozen=True)
class Print:
    """How a booklet is printed: the size of its letters in points, whether tables stay tables, what is on the cover."""

    size: float
    tables: bool
    name: str


def printed(booklet: Booklet, how: Print) -> Data:
    """All that the template needs. Raises UnsaidDrawingError."""
    return _Printer(booklet, how).booklet()


class _Printer:
    def __init__(self, booklet: Booklet, how: Print) -> None:
        self.of = booklet
        self.how = how
        self.code = booklet.language.code
        self.room = int(LINE / how.size / _WIDE)
        self.in_cell = self.room // 2 if how.tables else self.room
        self.digits = Translator(booklet.language).digits

    def booklet(self) -> Data:
        of = self.of
        chapters = [[self.block(each) for each in chapter.blocks] for chapter in of.chapters]
        size = f"{self.how.size:g}"
        name = of.word(self.how.name)
        used = {run.language for chapter in of.chapters for line in lines(chapter.blocks) for run in line}
        used |= {run.language for run in (*of.title, *of.publisher, *of.words.values())} | {self.code}
        return {
            "title": "".join(run.text for run in of.chapters[0].title).translate(_INSTEAD),
            "publisher": self.line(of.publisher),
            "published": [int(part) for part in (of.published or NO_DAY).split("-")],
            "language": self.code,
            "languages": {code: _language(code) for code in sorted(used)},
            "name": of.language.name,
            "format": self.line((replace(name, text=name.text.replace("{size}", self.digits(size))),)),
            "contents": self.line((of.word("Contents"),)),
            "page": self.line((of.word("Page {page} of {pages}"),)),
            "digits": self.digits("0123456789"),
            "size": self.how.size,
            "tables": self.how.tables,
            "chapters": chapters,
        }

    def block(self, block: Block) -> Data:
        match block:
            case Heading(level, runs, id_):
                return {
                    "kind": "heading",
                    "level": level,
                    "words": self.line(runs, min(self.room, _HEADING)),
                    "id": id_,
                }
            case Paragraph(runs, kind):
                sticky = bool(_INTRODUCES.search("".join(run.text for run in runs)))
                return {
                    "kind": "paragraph",
                    "words": self.line(runs),
                    "style": kind.partition(" ")[0],
                    "sticky": sticky,
                }
            case List(ordered, entries, kind):
                return {"kind": "list", "ordered": ordered, "style": kind, "entries": [*map(self.entry, entries)]}
            case Definitions(entries, kind):
                return {"kind": "definitions", "style": kind, "entries": [*map(self.definition, entries)]}
            case Table():
                return self.table(block)
            case Figure():
                return self.figure(block)
            case Quote(blocks):
                return {"kind": "quote", "blocks": self.blocks(blocks)}
            case Section(blocks, id_):
                whole = sum(len(run.text) for line in lines(blocks) for run in line) <= _WHOLE
                return {"kind": "section", "blocks": self.blocks(blocks), "id": id_, "whole": whole}

    def blocks(self, blocks: Blocks) -> list[Data]:
        return [self.block(each) for each in blocks]

    def entry(self, entry: Entry) -> Data:
        return {"id": entry.id, "blocks": self.blocks(entry.blocks)}

    def definition(self, entry: Definition) -> Data:
        said = [*map(self.line, entry.descriptions)]
        return {"id": entry.id, "term": self.line(entry.term), "colon": self.colon(entry.term), "said": said}

    def table(self, table: Table) -> Data:
        return {
            "kind": "table",
            "caption": self.line(table.caption),
            "columns": [self.line(column, self.in_cell) for column in table.columns],
            "rows": [*map(self.row, table.rows)],
            "whole": len(table.rows) <= _WHOLE_ROWS and all(map(self.short, table.rows)),
        }

    def row(self, row: Row) -> Data:
        header = self.line(row.header, self.in_cell)
        return {"header": header, "cells": [*map(self.cell, row.cells)], "whole": self.short(row)}

    def short(self, row: Row) -> bool:
        """Whether a row can stand on one page."""
        most = _WHOLE * 2 if self.how.tables else _WHOLE
        return (
            len(row.cells) <= _WHOLE_CELLS and sum(len(run.text) for line in lines(row.cells) for run in line) <= most
        )

    def cell(self, cell: Cell) -> Data:
        words = self.line(cell.runs, self.in_cell)
        return {"header": self.line(cell.header), "colon": self.colon(cell.header), "words": words}

    def colon(self, term: Runs) -> str:
        """The colon that ends a term: Chinese has a wide one. None where the term has an end of its own."""
        said = "".join(run.text for run in term).rstrip()
        return (
            ""
            if said.endswith((":", "\uff1a", "?", "\uff1f", "\u061f"))
            else typeset(f"{said}: ", self.code).strip()[-1]
        )

    def figure(self, figure: Figure) -> Data:
        """The drawing, as large as makes its labels as large as the text; without labels where it would be too wide."""
        said = "".join(run.text for run in figure.sentence).translate(_INSTEAD).strip()
        if not figure.drawing:
            return {"kind": "paragraph", "words": self.line(figure.sentence), "style": "", "sticky": False}
        if not said:
            raise UnsaidDrawingError
        scale = self.how.size / _LABEL
        if scale * _DRAWN > LINE:
            return self.drawn(figure, said, LINE / _DRAWN, labelled=False)
        return self.drawn(figure, said, scale, labelled=True)

    def drawn(self, figure: Figure, said: str, scale: float, *, labelled: bool) -> Data:
        """A drawing with the strokes that the style sheet gives it on the web, and its labels beside it."""
        root = ET.fromstring(figure.drawing)  # noqa: S314 - Planpress drew it
        labels = []
        for parent in [*root.iter()]:
            for text in parent.findall("text"):
                labels.append(self.label(text, scale))
                parent.remove(text)
        root.set("xmlns", "http://www.w3.org/2000/svg")
        style = ET.Element("style")
        style.text = _STYLE
        root.insert(0, style)
        return {
            "kind": "figure",
            "drawing": ET.tostring(root, encoding="unicode"),
            "labels": labels if labelled else [],
            "width": scale * _DRAWN,
            "alt": said,
            "words": self.line(figure.sentence),
        }

    def label(self, text: ET.Element, scale: float) -> Data:
        """A label of a drawing, and which side of it hangs there: from right to left, a start is at the right."""
        sides = ("left", "right") if self.of.language.direction == "ltr" else ("right", "left")
        return {
            "text": (text.text or "").translate(_INSTEAD),
            "x": float(text.get("x", "0")) * scale,
            "y": float(text.get("y", "0")) * scale,
            "hang": dict(zip(("start", "end"), sides, strict=True)).get(text.get("text-anchor", "start"), "middle"),
            "strong": text.get("class") == "label",
        }

    # ------------------------------------------------------------------ words

    def line(self, runs: Runs, room: int = 0) -> Data:
        """Words that stand apart, and their language: the booklet's, if they are not all in one other."""
        spoken = {run.language for run in runs if run.text.strip()}
        language = spoken.pop() if len(spoken) == 1 else self.code
        return {"language": language, "runs": [_run(each, room or self.room) for each in self._addressed(runs)]}

    def _addressed(self, runs: Iterable[Run]) -> Iterator[Run]:
        """The words of a link, then its address, which paper cannot hide: unless it is what the words say."""
        for link, linked in groupby(runs, key=lambda run: run.link):
            group = tuple(linked)
            yield from group
            shown = link.removeprefix("mailto:")
            outside = ":" in link and not link.startswith(("tel:", "#"))
            if outside and shown not in "".join(run.text for run in group):
                yield Run(" (", group[-1].language)
                yield Run(shown, group[-1].language, frozenset({"isolated"}), link)
                yield Run(")", group[-1].language)


def _run(run: Run, room: int) -> Data:
    text = _HYPHEN.sub("-\u2060", tied(run.text.translate(_INSTEAD), run.language))
    said: dict[str, object] = {"text": breakable(text, room), "language": run.language}
    if run.marks:
        said["marks"] = sorted(run.marks)
    if run.link:
        said["link"] = run.link
    return said


def tied(text: str, language: str) -> str:
    """The text with no end of a line where it would part what is read together, and percent as it is written."""
    text = _TIED.sub("\u00a0", text)
    if language in _SHORT:
        text = _SHORT[language].sub("\\1\u00a0", text)
    if known_language(language).direction == "rtl":
        text = _PERCENT.sub("\u2066\\g<0>\u2069", text)
    return text


def breakable(text: str, room: int) -> str:
    """The text with places to break what is longer than a line: after the signs of an address, or wherever it must."""

    def broken(match: re.Match[str]) -> str:
        word = match.group()
        if len(word) <= room:
            return word
        pieces = re.findall(r"[^/.?&=@_-]+[/.?&=@_-]*|[/.?&=@_-]+", word)
        return "\u200b".join("\u200b".join(_pieces(piece, room)) for piece in pieces)

    return _UNBROKEN.sub(broken, text)


def _pieces(word: str, room: int) -> Iterator[str]:
    """A word in pieces that fit a line, cut between letters, never within one."""
    piece = ""
    for sign in word:
        joined = bool(piece) and (unicodedata.category(sign)[0] == "M" or piece[-1] in _VIRAMA)
        if len(piece) >= room and not joined:
            yield piece
            piece = ""
        piece += sign
    yield piece


def _language(code: str) -> Data:
    """A language as Typst wants it: CLDR's name of its script says more than its tag."""
    language = known_language(code)
    first, *others = code.split("-")
    region = next((each for each in others if len(each) == len("CN") and each.isupper()), None)
    if region is None and first == "zh":
        region = {"Hans": "CN", "Hant": "TW"}.get(language.script)
    return {"lang": first, "region": region, "direction": language.direction, "script": language.script}

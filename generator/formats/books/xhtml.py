"""The blocks of a chapter -> XHTML, with an id for each piece of text that sound can be laid upon.

Takes Blocks, their language, and where links lead; gives markup for the body of a file. Knows nothing of the files
around it, nor of sound.
"""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby
from xml.sax.saxutils import escape, quoteattr

from markupsafe import Markup

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
from generator.formats.books.imprint import block_id, tongue
from generator.languages import known_language

_MARKS = (("ins", "inserted"), ("del", "deleted"), ("em", "emphasis"), ("strong", "strong"))


class Writer:
    """Writes XHTML as EPUB 3 has it (HTML's elements, in XML)."""

    section = "section"

    def __init__(self, language: str, leading: Callable[[str], str]) -> None:
        self.language = language
        self.leading = leading

    def chapter(self, number: int, blocks: Blocks) -> Markup:
        """The blocks of a chapter. A part of it begins at each heading but its first, and has the heading's anchor."""
        return Markup("\n".join(self._parts(number, blocks)))  # noqa: S704 - every word is escaped below

    def _parts(self, number: int, blocks: Blocks) -> Iterator[str]:
        levels: list[int] = []
        for index, block in enumerate(blocks):
            if index and isinstance(block, Heading):
                while levels and levels[-1] >= block.level:
                    yield f"</{self.section}>"
                    levels.pop()
                yield f"<{self.section}{attributes(id=block.id)}>"
                levels.append(block.level)
            yield from self._block(block, block_id(number, index))
        yield from (f"</{self.section}>" for _ in levels)

    def _block(self, block: Block, id_: str = "") -> Iterator[str]:
        """A block. `id_` is empty for one that stands within another."""
        match block:
            case Heading():
                yield self.line(f"h{min(self.level(block.level), 6)}", block.runs, id=id_ or block.id)
            case Paragraph():
                yield self.line("p", block.runs, id=id_, kind=block.kind)
            case List():
                entries = (line for i, each in enumerate(block.entries) for line in self._entry(each, _within(id_, i)))
                named = attributes(id=id_, kind=block.kind) + self._marked_tongue(chain(*lines(block)))
                yield from around("ol" if block.ordered else "ul", entries, named)
            case Table():
                yield from self._table(block, id_)
            case Definitions():
                pairs = (line for i, e in enumerate(block.entries) for line in self.definition(e, _within(id_, i)))
                yield from around("dl", pairs, attributes(id=id_, kind=block.kind))
            case Figure():
                yield from self.figure(block, id_)
            case Quote():
                yield from around("blockquote", self.blocks(block.blocks), attributes(id=id_))
            case Section():
                yield from self._anchored(block.id, id_, self.notice(block, id_ or block.id))

    def blocks(self, blocks: Blocks) -> Iterator[str]:
        """Blocks within another one."""
        for block in blocks:
            yield from self._block(block)

    def _entry(self, entry: Entry, id_: str) -> Iterator[str]:
        yield f"<li{attributes(id=id_ or entry.id)}>"
        yield from self._anchored(entry.id, id_, self._entry_words(entry.blocks))
        yield "</li>"

    def _entry_words(self, blocks: Blocks) -> Iterator[str]:
        """A paragraph alone stands in its entry as it is."""
        match blocks:
            case (Paragraph(runs, ""),):
                yield self.inline(runs, self.language)
            case _:
                yield from self.blocks(blocks)

    def _anchored(self, anchor: str, id_: str, inner: Iterator[str]) -> Iterator[str]:
        """What links lead to and sound points to has two ids, one within the other."""
        return around("div", inner, attributes(id=anchor)) if anchor and id_ else inner

    def _table(self, table: Table, id_: str) -> Iterator[str]:
        yield f"<table{attributes(id=id_)}>"
        yield self.line("caption", table.caption)
        heads = (self.line("th", head, scope="col") if head else "<td></td>" for head in table.columns)
        yield from around("thead", around("tr", heads))
        rows = (line for i, row in enumerate(table.rows) for line in self._row(row, _within(id_, i)))
        yield from around("tbody", rows)
        yield "</table>"

    def _row(self, row: Row, id_: str) -> Iterator[str]:
        cells = (self.line("td", cell.runs, data_label=self.label(cell)) for cell in row.cells)
        return around("tr", (self.line("th", row.header, scope="row"), *cells), attributes(id=id_))

    # ------------------------------------------------------------------------- what other kinds of XHTML have otherwise

    def level(self, level: int) -> int:
        """The level of a heading in the book."""
        return level

    def notice(self, section: Section, id_: str) -> Iterator[str]:
        """A notice, set apart."""
        name = attributes(id=id_, kind=section.kind, aria_label=section.label)
        return around("section", self.blocks(section.blocks), f'{name} epub:type="notice" role="doc-notice"')

    def definition(self, entry: Definition, id_: str) -> Iterator[str]:
        """A term and what is said of it."""
        said = (self.line("dd", each) for each in entry.descriptions)
        return around("div", (self.line("dt", entry.term, id=entry.id), *said), attributes(id=id_))

    def label(self, cell: Cell) -> str:
        """The header of a cell's column, which a narrow screen shows before the cell."""
        return "".join(run.text for run in cell.header)

    def figure(self, figure: Figure, id_: str) -> Iterator[str]:
        """A drawing and its sentence, which is its name too."""
        sentence = "".join(run.text for run in figure.sentence)
        inner = (_drawing(figure.drawing, sentence), self.line("figcaption", figure.sentence))
        return around("figure", inner, attributes(id=id_) + self._marked_tongue(figure.sentence))

    def marked(self, run: Run, said: str) -> str:
        """The words of a run, apart from those around them where their order or their kind asks for it."""
        kinds = " ".join(name for name, mark in (("tel", "telephone"), ("code", "code")) if mark in run.marks)
        if "isolated" in run.marks or kinds:
            tag = "bdi" if "isolated" in run.marks else "span"
            return f"<{tag}{attributes(kind=kinds)}>{said}</{tag}>"
        return said

    def fact(self, value: str, date: str, said: str, language: str) -> str:
        """Words with the figure or the day that they stand for."""
        if value:
            said = f"<data{attributes(value=value, dir=turned(language))}>{said}</data>"
        return f'<data class="date" value={quoteattr(date)}>{said}</data>' if date else said

    # ----------------------------------------------------------------------------------------------------------- words

    def line(self, tag: str, runs: Runs, *, anchor: str = "", **named: str) -> str:
        """Words in an element; it has their language where all of them are in one that is not the book's."""
        language = self._tongue(runs)
        said = self.inline(runs, language)
        if anchor:
            said = f"<span{attributes(id=anchor)}>{said}</span>"
        return f"<{tag}{attributes(**named)}{tongue(language, self.language)}>{said}</{tag}>"

    def inline(self, runs: Runs, beside: str) -> str:
        """Words with their links, figures, dates and marks. Those in another language than the one beside say which."""

        def tongue_of(run: Run) -> str:
            return run.language if run.text.strip() else beside

        said = []
        for (link, language), linked in groupby(runs, key=lambda run: (run.link, tongue_of(run))):
            inner = "".join(
                self.fact(value, date, "".join(map(self._run, each)), language)
                for (value, date), each in groupby(linked, key=lambda run: (run.value, run.date))
            )
            address = self.leading(link) if link else ""
            if address:
                inner = f"<a href={quoteattr(address)}{tongue(language, beside)}>{inner}</a>"
            elif language != beside:
                inner = f"<span{tongue(language, beside)}>{inner}</span>"
            said.append(inner)
        return "".join(said)

    def _tongue(self, runs: Iterable[Run]) -> str:
        """The one language of words, or that of the book."""
        languages = {run.language for run in runs if run.text.strip()}
        return languages.pop() if len(languages) == 1 else self.language

    def _marked_tongue(self, runs: Iterable[Run]) -> str:
        return tongue(self._tongue(runs), self.language)

    def _run(self, run: Run) -> str:
        said = self.marked(run, escape(run.text))
        for tag, mark in _MARKS:
            said = f"<{tag}>{said}</{tag}>" if mark in run.marks else said
        return said


def turned(language: str) -> str:
    """The direction that a figure needs for itself: after Urdu letters, 21% would stand as %21. Empty for most.

    In an attribute, since style sheets of EPUB must not have `unicode-bidi`.
    """
    direction = known_language(language).direction
    return direction if direction == "rtl" else ""


def _drawing(drawing: str, sentence: str) -> str:
    """A drawing as XML has it, with a name for those who do not see it."""
    if not drawing:
        return ""
    svg = ET.fromstring(drawing)  # noqa: S314 - Planpress drew it
    for name in ("aria-hidden", "focusable"):
        svg.attrib.pop(name, None)
    svg.attrib |= {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria-label": sentence}
    return ET.tostring(svg, encoding="unicode")


def _within(id_: str, entry: int) -> str:
    """The id of an entry of a block. Within other blocks, none has an id for sound."""
    return f"{id_}-e{entry}" if id_ else ""


def around(tag: str, inner: Iterable[str], named: str = "") -> Iterator[str]:
    """An element around lines, with its attributes."""
    yield f"<{tag}{named}>"
    yield from inner
    yield f"</{tag}>"


def attributes(**named: str) -> str:
    """Attributes in markup; none for those that are empty."""
    names = {"kind": "class", "aria_label": "aria-label", "data_label": "data-label"}
    return "".join(f" {names.get(name, name)}={quoteattr(value)}" for name, value in named.items() if value)

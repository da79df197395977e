"""A fragment -> the same page for large print: tables become labelled lists, stressed words become strong.

Takes a fragment and its language; gives a fragment that stands under the address prefix `large-print/`. Knows nothing
of plans.

Why: UKAAF G003 (2019), "Creating clear print and large print documents": no italics, no columns of text, single pieces
of information on one line. Size, spacing and alignment are the style sheet's.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from posixpath import dirname, join, relpath
from xml.sax.saxutils import quoteattr

from generator.blocks import (
    Block,
    Blocks,
    Definition,
    Definitions,
    Entry,
    Figure,
    Heading,
    List,
    Paragraph,
    Quote,
    Run,
    Runs,
    Section,
    Table,
    lines,
    read_blocks,
)
from generator.marked import attributes, language_attributes, marked

PREFIX = "large-print/"
"""Where large print begins, before the language: a reader's choice lives in the address."""


def large_print(fragment: str, language: str, address: str) -> str:
    """The fragment of the page at an address, in large print. Raises FragmentError, as read_blocks() does."""
    return "\n".join(_Writer(language, address).blocks(read_blocks(fragment, language)))


class _Writer:
    def __init__(self, language: str, address: str) -> None:
        self.language = language
        self.address = address

    def blocks(self, blocks: Blocks) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(level, runs, id_):
                yield self._element(f"h{level}", runs, id=id_)
            case Paragraph(runs, kind):
                yield self._element("p", runs, kind=kind)
            case List(ordered, entries, kind):
                said = (run for entry in entries for line in lines(entry.blocks) for run in line)
                given = attributes(kind=kind) + self._foreign(self._language_of(said))
                yield from _around("ol" if ordered else "ul", map(self._entry, entries), given)
            case Definitions(entries, kind):
                pairs = (line for each in entries for line in self._definition(each))
                yield from _around("dl", pairs, attributes(kind=kind))
            case Table():
                yield from self._table(block)
            case Figure(sentence, drawing, sound):
                player = f'<audio controls="controls" preload="none" src={quoteattr(self._moved(sound))}></audio>'
                yield f"<figure>{player if sound else drawing}{self._element('figcaption', sentence)}</figure>"
            case Quote(blocks):
                yield from _around("blockquote", self.blocks(blocks))
            case Section(blocks, id_, kind, label):
                yield from _around("section", self.blocks(blocks), attributes(id=id_, kind=kind, aria_label=label))

    def _entry(self, entry: Entry) -> str:
        match entry.blocks:
            case (Paragraph(runs, ""),):
                return self._element("li", runs, id=entry.id)
        return "\n".join(_around("li", self.blocks(entry.blocks), attributes(id=entry.id)))

    def _definition(self, entry: Definition) -> Iterator[str]:
        yield self._element("dt", entry.term, id=entry.id)
        for description in entry.descriptions:
            yield self._element("dd", description)

    def _table(self, table: Table) -> Iterator[str]:
        """The rows one after the other: each with its header, then each cell behind the header of its column."""
        yield self._element("p", _strong(table.caption))
        rows = []
        for row in table.rows:
            said: Blocks = (Paragraph(_strong(row.header)),)
            if row.cells:
                cells = tuple(Definition(cell.header, (cell.runs,)) for cell in row.cells)
                said = (*said, Definitions(cells, "facts"))
            rows.append("\n".join(_around("li", self.blocks(said))))
        yield from _around("ul", rows, attributes(kind="rows"))

    def _element(self, tag: str, runs: Runs, *, id: str = "", kind: str = "") -> str:  # noqa: A002 - HTML's own name
        """Words in an element; it has their language where all of them are in one that is not the page's."""
        language = self._language_of(runs)
        marked = attributes(id=id, kind=kind) + self._foreign(language)
        return f"<{tag}{marked}>{self._inline(runs, language)}</{tag}>"

    def _language_of(self, runs: Iterable[Run]) -> str:
        """The one language of words, or that of the page."""
        languages = {run.language for run in runs if run.text.strip()}
        return languages.pop() if len(languages) == 1 else self.language

    def _foreign(self, language: str) -> str:
        """The attributes that mark a language; none where it is the page's own."""
        return language_attributes(language) if language != self.language else ""

    def _inline(self, runs: Iterable[Run], around: str) -> str:
        """Words with their links, figures, dates and marks, one around the other."""
        said = []
        for link, linked in groupby(runs, key=lambda run: run.link):
            inner = marked(linked, around)
            said.append(f"<a href={quoteattr(self._moved(link))}>{inner}</a>" if link else inner)
        return "".join(said)

    def _moved(self, link: str) -> str:
        """A link from within the prefix. Pages are there too, at the same place; files stand outside."""
        path = re.split("[?#]", link)[0]
        if not path or ":" in path or path.endswith(".html"):
            return link
        return relpath(join(dirname(self.address), link), dirname(PREFIX + self.address))


def _strong(runs: Runs) -> Runs:
    return tuple(replace(run, marks=run.marks | {"strong"}) for run in runs)


def _around(tag: str, inner: Iterable[str], given: str = "") -> Iterator[str]:
    yield f"<{tag}{given}>"
    yield from inner
    yield f"</{tag}>"

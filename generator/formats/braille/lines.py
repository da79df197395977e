"""A booklet -> its words in the order and the shape in which Braille sets them: one Piece for each thing said.

Takes a Booklet; gives Pieces: a heading, a paragraph, an entry of a list, a row of a table, with where they begin on
the line and what stands between them. Knows nothing of cells or of pages. docs/braille.md states the rules.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

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
    Row,
    Run,
    Runs,
    Section,
    Table,
)
from generator.booklet import Booklet

STEP = 2
"""How many cells further in what belongs to something stands."""

_ENDINGS = (":", ";", "\uff1a", "\uff1b")
_STOPS = (".", "!", "?", "\u0964", "\u06d4", "\u3002")


@dataclass(frozen=True)
class Piece:
    """Words that stand apart. `first` and `over` are the cells left blank before its first line and the others.

    `space` asks for a blank line before and after it, `held` for the next piece on the same page, `level` is that of a
    heading, and `rule` is a line of one cell across the page in place of words. `chapter` counts chapters from 1.
    """

    runs: Runs
    first: int = 0
    over: int = 0
    centred: bool = False
    before: bool = False
    after: bool = False
    held: bool = False
    level: int = 0
    rule: str = ""
    chapter: int = 0


_BOX_TOP, _BOX_BOTTOM = "\u2836", "\u281b"
_CENTRED_TO = 2
_HEADINGS = {3: 4, 4: 6}
"""How many cells are left blank before a heading that is not centred; a deeper one stands like the deepest here."""


def pieces(booklet: Booklet) -> Iterator[Piece]:
    """Everything that a booklet says, in order."""
    for number, chapter in enumerate(booklet.chapters, 1):
        made = _saying(_blocks(chapter.blocks, booklet.language.code, 0))
        yield from (replace(piece, chapter=number) for piece in made)


def _saying(found: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces that say something, with the addresses that links lead to."""
    for piece in found:
        if piece.rule or any(run.text.strip() for run in piece.runs):
            yield replace(piece, runs=tuple(_addressed(piece.runs)))


def _addressed(runs: Runs) -> Iterator[Run]:
    """Words, and after those of a link its address on the web, unless they are it: paper has nothing to press."""
    for link, linked in groupby(runs, key=lambda run: run.link):
        words = tuple(linked)
        yield from words
        if link.startswith("http") and link not in "".join(run.text for run in words):
            yield Run(f" ({link})", words[-1].language)


def _blocks(blocks: Blocks, language: str, depth: int) -> Iterator[Piece]:
    for block in blocks:
        yield from _block(block, language, depth)


def _block(block: Block, language: str, depth: int) -> Iterator[Piece]:
    match block:
        case Heading():
            yield _heading(block)
        case Paragraph():
            yield Piece(block.runs, depth + STEP, depth)
        case Figure():
            yield Piece(block.sentence, depth + STEP, depth)
        case List():
            yield from _apart(_list(block, language, depth, depth + STEP * _levels(block)))
        case Definitions():
            yield from _apart(piece for entry in block.entries for piece in _definition(entry, language, depth))
        case Table():
            yield from _apart(_table(block, language, depth))
        case Quote():
            yield from _apart(_blocks(block.blocks, language, depth + STEP))
        case Section():
            yield Piece((), before=True, held=True, rule=_BOX_TOP)
            yield from (replace(piece, held=True) for piece in _blocks(block.blocks, language, depth))
            yield Piece((), after=True, rule=_BOX_BOTTOM)


def _apart(found: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces with a blank line before the first and after the last."""
    made = list(_saying(found))
    for place, piece in enumerate(made):
        yield replace(piece, before=piece.before or place == 0, after=piece.after or place == len(made) - 1)


def _heading(heading: Heading) -> Piece:
    if heading.level <= _CENTRED_TO:
        return Piece(heading.runs, centred=True, before=True, after=True, held=True, level=heading.level)
    indent = _HEADINGS.get(heading.level, max(_HEADINGS.values()))
    return Piece(heading.runs, indent, indent, before=True, held=True, level=heading.level)


def _levels(block: List) -> int:
    """How many lists stand in each other. A line that runs over is set further in than any of them begins."""
    inner = [_levels(each) for entry in block.entries for each in entry.blocks if isinstance(each, List)]
    return 1 + max(inner, default=0)


def _list(block: List, language: str, depth: int, over: int) -> Iterator[Piece]:
    for number, entry in enumerate(block.entries, 1):
        mark = (Run(f"{number}. ", language),) if block.ordered else ()
        yield from _entry(entry, mark, language, (depth, over))


def _entry(entry: Entry, mark: Runs, language: str, indents: tuple[int, int]) -> Iterator[Piece]:
    """An entry begins with its number; what stands in it after its first words is set further in."""
    depth, over = indents
    first, *rest = entry.blocks or (Paragraph(()),)
    if isinstance(first, Paragraph):
        yield Piece((*mark, *first.runs), depth, over, held=bool(rest))
    else:
        yield Piece(mark, depth, over, held=True)
        rest = [first, *rest]
    for block in rest:
        if isinstance(block, List):
            yield from _list(block, language, depth + STEP, over)
        else:
            yield from _block(block, language, depth + STEP)


def _definition(entry: Definition, language: str, depth: int) -> Iterator[Piece]:
    """`Term: what is said of it`. Where several things are said, each has a line below the term."""
    if len(entry.descriptions) == 1:
        yield Piece((*labelled(entry.term, language), *entry.descriptions[0]), depth, depth + STEP)
        return
    yield Piece(labelled(entry.term, language), depth, depth + STEP * 2, held=bool(entry.descriptions))
    for description in entry.descriptions:
        yield Piece(description, depth + STEP, depth + STEP * 2)


def _table(table: Table, language: str, depth: int) -> Iterator[Piece]:
    """Caption and column headers once; then each row: its header, and below it each cell behind its column's header."""
    yield Piece(table.caption, depth + STEP, depth, before=True, held=True)
    yield Piece(_joined(table.columns, language), depth + STEP, depth, held=bool(table.rows))
    for row in table.rows:
        yield from _row(row, language, depth)


def _row(row: Row, language: str, depth: int) -> Iterator[Piece]:
    yield Piece(row.header, depth, depth + STEP * 2, held=bool(row.cells))
    cells = tuple((*labelled(cell.header, language), *cell.runs) for cell in row.cells)
    yield Piece(_joined(cells, language), depth + STEP, depth + STEP * 2)


def _joined(parts: Iterable[Runs], language: str) -> Runs:
    """Parts with a semicolon between them; after a sentence, which has its own end, with a space."""
    made: Runs = ()
    for part in parts:
        between = Run(" ", language) if made and made[-1].text.rstrip().endswith(_STOPS) else _sign(";", language)
        made = (*made, *((between,) if made and part else ()), *part)
    return made


def labelled(label: Runs, language: str) -> Runs:
    """Words with a colon, for what follows."""
    if label and label[-1].text.rstrip().endswith(_ENDINGS):
        return (*label, Run(" ", language))
    return (*label, _sign(":", language))


def _sign(sign: str, language: str) -> Run:
    """A colon or semicolon; Chinese Braille has its own, for those of Chinese print."""
    return Run({":": "\uff1a", ";": "\uff1b"}[sign] if language.startswith("zh") else f"{sign} ", language)

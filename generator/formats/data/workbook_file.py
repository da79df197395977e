"""Tables -> one workbook: a sheet that says what it is, a sheet for each table, and one that explains the columns.

Takes Tables, About and a Translator; gives a Book, of which a file is written. Knows nothing of editions or pages.

A text stays a text, whatever sign it begins with. A figure is a number and a day a day, where spreadsheets keep every
digit of it; a percentage stays the number that is printed, 5 for 5%.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from generator.formats.data.about import About
from generator.formats.data.columns import Column
from generator.formats.data.tables import Cell, Table
from generator.languages import message
from generator.translate import Translator
from generator.workbook.book import FIRST_DAY, MAX_TEXT, Book, Content, Look, Written, number_text, plain
from generator.workbook.book import Table as Sheet

ABOUT, COLUMNS = "about", "columns"
"""The two sheets that hold no data of their own."""
_TITLE, _WIDEST, _NARROWEST = 100, 60, 9
"""Widths of columns: of the one with the title, and of those of tables."""
_CUT = " [cut off here; the whole text is in the CSV file]"


def book(tables: tuple[Table, ...], about: About, translator: Translator) -> Book:
    """The workbook. Its own words are in the plan's language, where they are translated."""
    sheets = (_about(tables, about, translator), *map(_sheet, tables), _columns(tables))
    return Book(f"{about.title}, {about.edition}", about.language, sheets)


def _about(tables: tuple[Table, ...], about: About, translator: Translator) -> Sheet:
    def say(words: str) -> str:
        return translator.word(words).text

    unknown = say(message("Not stated"))
    facts = (
        (message("Who publishes it"), about.publisher),
        (message("Period"), about.period),
        (message("Edition"), about.edition),
        (message("When it was published"), about.published),
        (message("Licence"), about.licence),
        (message("Where the licence can be read"), about.licence_address),
        (message("Source"), about.source),
        (message("Who transcribed it"), about.transcribed_by),
        (message("When the targets were judged"), about.judged_on),
        (message("Website"), about.folder or None),
        *((message("Correction"), f"{on}: {note}" if note else on) for on, note in about.corrections),
    )
    rows = [
        (Written(say(message("Name")), Look.HEADER), Written(f"{about.title}, {about.edition}", Look.TITLE)),
        (Written(), Written(say(message("An empty cell means that the plan does not state it.")))),
        *((Written(say(name), Look.HEADER), _written(fact or unknown)) for name, fact in facts),
        (Written(), Written()),
        *((Written(table.layout.name, Look.HEADER), _written(say(table.layout.holds))) for table in tables),
        (Written(COLUMNS, Look.HEADER), _written(say(message("What each column holds")))),
    ]
    return Sheet(ABOUT, (34, _TITLE), tuple(rows), header=False, locked=False)


def _sheet(table: Table) -> Sheet:
    header = tuple(Written(name, Look.HEADER) for name in table.layout.names)
    rows = tuple(tuple(map(_written, row)) for row in table.rows)
    widths = tuple(
        _width(column, [row[index] for row in table.rows]) for index, column in enumerate(table.layout.columns)
    )
    return Sheet(table.layout.name, widths, (header, *rows), locked=False)


def _width(column: Column, cells: Iterable[Cell]) -> int:
    longest = max((len(_shown(cell)) for cell in cells), default=0)
    return max(_NARROWEST, len(column.name) + 2, min(longest + 2, _WIDEST))


def _columns(tables: tuple[Table, ...]) -> Sheet:
    """What each column holds, in English: these are words for programs."""
    header = tuple(Written(name, Look.HEADER) for name in ("table", "column", "holds", "meaning"))
    rows = tuple(
        tuple(map(_written, (table.layout.name, column.name, _holds(column), column.doc)))
        for table in tables
        for column in table.layout.columns
    )
    return Sheet(COLUMNS, (18, 26, 40, _WIDEST), (header, *rows), locked=False)


def _holds(column: Column) -> str:
    return f"{column.holds}: {', '.join(column.options)}" if column.options else str(column.holds)


def _written(cell: Cell) -> Written:
    content = _content(cell)
    if isinstance(content, Decimal):
        return Written(content, Look.DATA_NUMBER)
    return Written(content, Look.DATA_DAY if isinstance(content, date) else Look.DATA)


def _content(cell: Cell) -> Content:
    """A cell as spreadsheets can hold it without loss; else as a text."""
    if isinstance(cell, Decimal):
        return cell if number_text(str(cell)) == plain(cell) else f"{cell:f}"
    if isinstance(cell, date):
        return cell if cell >= FIRST_DAY else cell.isoformat()
    if cell is not None and len(cell.encode("utf-16-le")) // 2 > MAX_TEXT:
        kept = cell.encode("utf-16-le")[: 2 * (MAX_TEXT - len(_CUT))].decode("utf-16-le", "ignore")
        return kept + _CUT
    return cell


def _shown(cell: Cell) -> str:
    return max(str(cell).split("\n"), key=len) if cell is not None else ""

"""The rows of an edition -> a workbook to be filled in.

Takes an Edition; gives a Book. Knows nothing of file formats, or of what comes back.
"""

from collections.abc import Mapping
from decimal import Decimal
from itertools import zip_longest

from generator.fields import FieldFact
from generator.model import Edition
from generator.sheets.layout import LISTS, README, SHEETS, Column, Layout, list_of, lists
from generator.sheets.rows import Row, files, rows
from generator.workbook.book import Book, Choice, Content, Look, Table, Written, number_text

PLAN, EDITION = "Plan", "Edition"
"""What the sheet "Read me" calls the two facts by which a workbook finds its way back."""

_STEPS = (
    "Fill in the white and the yellow cells. Grey cells only name the row: leave them as they are.",
    "Values: each result in its row. A new result goes into the row of its target that says New result.",
    "If there is no figure yet, leave Value empty and choose a State, such as awaited or missing.",
    "Actions: choose a Status. Write the owners as ids from the sheet Lists, with commas between them.",
    "Targets and Due: change them only where the plan itself has changed. Give the reason under Why revised.",
    "Write figures in digits only, without a unit or a remark. Remarks go under Note.",
    "Write a time as 2026, 2026-05, 2026-05-31 or 2026/2027.",
    "To take something out, empty its cell. Keep all rows, headings and sheets.",
    "Save the file, and run: planpress sheet import FILE. It shows what will change, and changes nothing.",
    "If that is right, run it again with --apply at its end.",
)


_SHORT = 16
"""So much of a checksum tells apart what people wrote."""


def checksums(edition: Edition) -> dict[str, str]:
    """The checksums of the files that a workbook is made from, by name."""
    sums = {each.name: each.sha256[:_SHORT] for each in edition.files}
    return {name: sums[name] for name in files(edition)}


def book(edition: Edition) -> Book:
    """The workbook of an edition."""
    listed = lists(edition)
    by_sheet = rows(edition)
    tables = tuple(_table(layout, by_sheet[layout.name], listed) for layout in SHEETS)
    title = f"{edition.plan.title.wording}: update of {edition.id}"
    return Book(title, edition.plan.language, (_read_me(title, edition), *tables, _lists(listed)))


def _read_me(title: str, edition: Edition) -> Table:
    facts = {PLAN: str(edition.plan.id), EDITION: str(edition.id), **checksums(edition)}
    written = [
        (Written(title, Look.TITLE), Written()),
        *((Written(f"{number}. {step}"), Written()) for number, step in enumerate(_STEPS, 1)),
        (Written(), Written()),
        (Written("What this workbook was made from", Look.HEADER), Written("Leave as it is", Look.HEADER)),
        *((Written(name, Look.LOCKED), Written(fact, Look.LOCKED)) for name, fact in facts.items()),
    ]
    return Table(README, (124, 22), tuple(written), header=False)


def _table(layout: Layout, its_rows: tuple[Row, ...], listed: Mapping[str, Mapping[str, str]]) -> Table:
    header = tuple(Written(column.header, Look.HEADER) for column in layout.columns)
    body = tuple(tuple(_cell(layout, column, row) for column in layout.columns) for row in its_rows)
    choices = {}
    for index, column in enumerate(layout.columns):
        name = list_of(layout.fact(column)) if column.field else ""
        if name:
            many = layout.fact(column).many
            headings = [heading for heading, _ in _columns(listed)]
            choices[index] = Choice(LISTS, headings.index(name), len(listed[name]), several=many)
    return Table(layout.name, tuple(column.width for column in layout.columns), (header, *body), choices)


def _cell(layout: Layout, column: Column, row: Row) -> Written:
    held = row.held[column.header]
    if not column.field:
        return Written(held, Look.NEW if column.key and row.new else Look.LOCKED)
    number = layout.fact(column).type is Decimal
    content = _content(held, layout.fact(column))
    if column.header in row.locked:
        return Written(content, Look.LOCKED_NUMBER if number else Look.LOCKED)
    if row.new:
        return Written(content, Look.FILL_NEW_NUMBER if number else Look.FILL_NEW)
    return Written(content, Look.FILL_NUMBER if number else Look.FILL)


def _content(held: str, fact: FieldFact) -> Content:
    """A number as a number, unless a spreadsheet would lose some of its digits."""
    if not held:
        return None
    return Decimal(held) if fact.type is Decimal and number_text(held) == held else held


def _columns(listed: Mapping[str, Mapping[str, str]]) -> list[tuple[str, list[str]]]:
    """The lists side by side, each with its words beside it, if it has any."""
    pairs = ((name, [*choices], [*choices.values()]) for name, choices in listed.items())
    return [
        column for name, ids, words in pairs for column in ((name, ids), (f"{name} in words", words)) if any(column[1])
    ]


def _lists(listed: Mapping[str, Mapping[str, str]]) -> Table:
    columns = _columns(listed)
    header = tuple(Written(heading, Look.HEADER) for heading, _ in columns)
    body = (
        tuple(Written(each or None, Look.LOCKED) for each in line)
        for line in zip_longest(*(each for _, each in columns))
    )
    widths = tuple(max(14, min(34, max(map(len, column)))) for _, column in columns)
    return Table(LISTS, widths, (header, *body))

"""The rows of an edition -> a workbook to be filled in.

Takes an Edition and the checksums of its files; gives a Book. Knows nothing of file formats, or of what comes back.
"""

from collections.abc import Mapping
from decimal import Decimal
from itertools import zip_longest

from generator.fields import FieldFact
from generator.model import Edition
from generator.sheets.book import Book, Choice, Content, Look, Table, Written, number_text
from generator.sheets.layout import LISTS, README, SHEETS, Column, Layout, list_of, lists
from generator.sheets.rows import Row, rows

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


def book(edition: Edition, checksums: Mapping[str, str]) -> Book:
    """The workbook of an edition."""
    listed = lists(edition)
    by_sheet = rows(edition)
    tables = tuple(_table(layout, by_sheet[layout.name], listed) for layout in SHEETS)
    title = f"{edition.plan.title.wording}: update of {edition.id}"
    return Book(title, edition.plan.language, (_read_me(title, edition, checksums), *tables, _lists(listed)))


def _read_me(title: str, edition: Edition, checksums: Mapping[str, str]) -> Table:
    facts = {PLAN: str(edition.plan.id), EDITION: str(edition.id), **checksums}
    written = [
        (Written(title, Look.TITLE), Written()),
        *((Written(f"{number}. {step}"), Written()) for number, step in enumerate(_STEPS, 1)),
        (Written(), Written()),
        (Written("What this workbook was made from", Look.HEADER), Written("Leave as it is", Look.HEADER)),
        *((Written(name, Look.LOCKED), Written(fact, Look.LOCKED)) for name, fact in facts.items()),
    ]
    return Table(README, (100, 34), tuple(written), header=False)


def _table(layout: Layout, its_rows: tuple[Row, ...], listed: Mapping[str, Mapping[str, str]]) -> Table:
    header = tuple(Written(column.header, Look.HEADER) for column in layout.columns)
    body = tuple(tuple(_cell(layout, column, row) for column in layout.columns) for row in its_rows)
    choices = {}
    for index, column in enumerate(layout.columns):
        name = list_of(layout.fact(column)) if column.field else ""
        if name:
            many = layout.fact(column).many
            choices[index] = Choice(LISTS, 2 * list(listed).index(name), len(listed[name]), several=many)
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


def _lists(listed: Mapping[str, Mapping[str, str]]) -> Table:
    """The lists side by side, each with its words beside it."""
    header = [Written(word, Look.HEADER) for name in listed for word in (name, f"{name} in words")]
    columns = [column for choices in listed.values() for column in (choices.keys(), choices.values())]
    body = (tuple(Written(each or None, Look.LOCKED) for each in line) for line in zip_longest(*columns))
    return Table(LISTS, tuple(20 if index % 2 == 0 else 26 for index in range(len(header))), (tuple(header), *body))

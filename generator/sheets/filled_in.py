"""A workbook that came back, beside the edition it was made from -> what was filled in.

Takes the Sheets and an Edition; gives Entries, each with its place in the plan's files and its cell, or Problems for
every cell that cannot be taken. A cell that still says what it said changes nothing. Knows nothing of YAML.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches

from generator.model import Edition
from generator.periods import Period
from generator.problems import Place, Problem, shortened
from generator.sheets import cells
from generator.sheets.book import Cell, Sheet
from generator.sheets.cells import Fault, Reading
from generator.sheets.finding import Found, found
from generator.sheets.layout import SHEETS, Column, Counts, Layout, list_of, lists
from generator.sheets.package import CHECK
from generator.sheets.rows import Row, rows

_NO_DELETING = {
    "Targets": "To withdraw a target, see docs/editions.md.",
    "Actions": "To drop an item, set its Status to dropped.",
}
_BACK = "Put the row back, or export a new workbook and fill that in."


@dataclass(frozen=True)
class Entry:
    """What a row now says: its fields by name, each with its cell. An empty value takes a field out."""

    row: Row
    values: Mapping[str, str]
    places: Mapping[str, Place]


@dataclass
class Filled:
    """What was filled in, and what is to be said about it."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def refuse(self, message: str, hint: str, place: Place) -> None:
        """Note a problem."""
        self.problems.append(Problem(message, CHECK, hint, place))


def filled_in(sheets: Mapping[str, Sheet], edition: Edition, file: str) -> Filled:
    """What was filled in, or everything that is wrong with the workbook."""
    filled = Filled()
    listed, expected = lists(edition), rows(edition)
    for layout in SHEETS:
        sheet = sheets.get(layout.name)
        if sheet is None:
            message = f'The sheet "{layout.name}" is missing'
            filled.refuse(message, "Keep all sheets. Or export a new workbook and fill that in.", Place(file, 0, 0))
            continue
        before = len(filled.problems)
        its_rows = found(sheet, layout, file, filled.problems, filled.notes)
        if len(filled.problems) == before:
            _compare(layout, its_rows, expected[layout.name], listed, filled, Place(file, 1, 1, layout.name))
    return filled


def _compare(
    layout: Layout,
    its_rows: tuple[Found, ...],
    expected: tuple[Row, ...],
    listed: Mapping[str, Mapping[str, str]],
    filled: Filled,
    sheet: Place,
) -> None:
    """Hold each row of a sheet against the row that was exported."""
    known = {row.key: row for row in expected}
    seen: dict[tuple[str, ...], Place] = {}
    keys = [column.header for column in layout.columns if column.key]
    for one in its_rows:
        key = tuple(cells.name(one.cells[header]) for header in keys)
        place = one.places[keys[-1]]
        row = known.get(key)
        if row is None:
            _unknown(key, known, one, keys, filled)
            continue
        if key in seen and not row.new:
            hint = f"Keep the row that is right: this one, or row {seen[key].line}."
            filled.refuse(f"The row of {_called(row)} stands here twice", hint, place)
            continue
        seen.setdefault(key, place)
        entry = _entry(layout, row, one, listed, filled)
        if entry.values:
            filled.entries.append(entry)
    for key, row in known.items():
        if key not in seen and not row.new:
            hint = f"{_BACK} {_NO_DELETING.get(layout.name, 'To take a value out, empty its cells.')}"
            filled.refuse(f"The row of {_called(row)} is missing: rows may not be deleted", hint, sheet)


def _called(row: Row) -> str:
    """What messages call a row."""
    return " of ".join(f'"{part}"' for part in row.key)


def _unknown(
    key: tuple[str, ...], known: Mapping[tuple[str, ...], Row], one: Found, keys: list[str], filled: Filled
) -> None:
    """Say of a row that it belongs to nothing in the plan."""
    for index, header in enumerate(keys):
        options = list(dict.fromkeys(each[index] for each in known))
        if key[index] not in options:
            break
    close = get_close_matches(key[index], options, n=1)
    if not key[index]:
        message, hint = f'This row has no "{header}"', "Fill it in, or empty the whole row."
    else:
        message = f'"{shortened(key[index])}" under "{header}" is not in the plan'
        hint = f'Did you mean "{close[0]}"?' if close else "Rows for new entries cannot be added here, only filled in."
    if len(keys) > 1 and key[-1] in {each[-1] for each in known}:
        hint = f"{hint} A further result needs a row that also says New result." if not close else hint
    filled.refuse(message, hint, one.places[header])


def _entry(
    layout: Layout, row: Row, one: Found, listed: Mapping[str, Mapping[str, str]], filled: Filled
) -> Entry:
    """What a row says otherwise than before."""
    values: dict[str, str] = {}
    places: dict[str, Place] = {}
    for column in layout.columns:
        cell, place, held = one.cells[column.header], one.places[column.header], row.held[column.header]
        read = _read(layout, column, row, cell, listed)
        if isinstance(read, Fault):
            filled.refuse(read.message, read.hint, place)
            continue
        if read.value == held:
            continue
        if not column.field or column.header in row.locked:
            why = row.locked.get(column.header, "It only names the row")
            hint = f'{why}. Put back "{shortened(held)}", or change it in {row.file}.'
            filled.refuse(f'"{column.header}" cannot be changed here', hint, place)
        elif not read.value and layout.fact(column).required and "." not in column.field:
            hint = f'Put back "{shortened(held)}", or write what is right.'
            filled.refuse(f'"{column.header}" may not be empty', hint, place)
        else:
            values[column.field], places[column.field] = read.value, place
            filled.notes += [f"{place}: {read.note}"] if read.note else []
    return _whole(layout, Entry(row, values, places), one, filled)


def _read(
    layout: Layout, column: Column, row: Row, cell: Cell, listed: Mapping[str, Mapping[str, str]]
) -> Reading | Fault:
    """The value of a cell, as its column has it."""
    if cell.text.strip() == row.held[column.header]:
        return cells.unreadable(cell) or Reading(row.held[column.header])
    if not column.field:
        return cells.text(cell)
    fact = layout.fact(column)
    if options := list_of(fact):
        return (cells.several if fact.many else cells.choice)(cell, column.header, listed[options])
    if fact.type is Decimal:
        percent = column.counts is Counts.PERCENT or (column.counts is Counts.UNIT and row.percent)
        return cells.number(cell, percent=percent)
    return cells.period(cell) if fact.type is Period else cells.text(cell)


def _whole(layout: Layout, entry: Entry, one: Found, filled: Filled) -> Entry:
    """An entry with what belongs to it; what a new row lacks is told."""
    if entry.row.new and entry.values:
        needed = "Period" if layout.name == "Values" else "By"
        field_ = next(column.field for column in layout.columns if column.header == needed)
        if not entry.values.get(field_):
            filled.refuse(f'This new row has no "{needed}"', "Fill it in, or empty the row.", one.places[needed])
    return entry

"""A workbook that came back, beside the edition it was made from -> what was filled in.

Takes the Sheets and an Edition; gives Entries, each with its place in the plan's files and its cell, or Problems for
every cell that cannot be taken. A cell that still says what it said changes nothing. Knows nothing of YAML.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches

from generator.model import Edition
from generator.periods import Period
from generator.problems import Place, Problem, shortened
from generator.sheets import cells
from generator.sheets.cells import Fault, Reading
from generator.sheets.finding import Found, found
from generator.sheets.layout import SHEETS, Column, Counts, Layout, list_of, lists
from generator.sheets.rows import Row, rows
from generator.workbook.book import Cell, Sheet
from generator.workbook.package import CHECK

_NO_DELETING = {
    "Targets": "To withdraw a target, see docs/editions.md.",
    "Actions": "To drop an item, set its Status to dropped.",
}
_BACK = "Put the row back, or export a new workbook and fill that in."


@dataclass(frozen=True)
class Entry:
    """What a row now says otherwise: fields by name. An empty value takes a field out. `places` has all its cells."""

    row: Row
    values: Mapping[str, str]
    places: Mapping[str, Place]


@dataclass
class Filled:
    """What was filled in, and what is to be said about it."""

    entries: list[Entry] = field(default_factory=list)
    """One for each row of the plan that was found, whether it says anything new or not."""
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
            known = {row.key: row for row in expected[layout.name]}
            _Comparison(layout, known, listed, filled).take(its_rows, Place(file, 1, 1, layout.name))
    return filled


@dataclass(frozen=True)
class _Comparison:
    """Holds the rows of a sheet against the rows that were exported."""

    layout: Layout
    known: Mapping[tuple[str, ...], Row]
    listed: Mapping[str, Mapping[str, str]]
    filled: Filled

    def take(self, its_rows: tuple[Found, ...], start: Place) -> None:
        """Note what the rows of a sheet say, and which are missing."""
        seen: dict[tuple[str, ...], Place] = {}
        keys = [column.header for column in self.layout.columns if column.key]
        for one in its_rows:
            key = tuple(cells.name(one.cells[header]) for header in keys)
            place = one.places[keys[-1]]
            row = self.known.get(key)
            if row is None:
                self.unknown(key, keys, one)
            elif key in seen and not row.new:
                hint = f"Keep the row that is right: this one, or row {seen[key].line}."
                self.filled.refuse(f"The row {_called(key)} stands here twice", hint, place)
            else:
                self.entry(row, one)
            seen.setdefault(key, place)
        for key, row in self.known.items():
            if key not in seen and not row.new:
                hint = f"{_BACK} {_NO_DELETING.get(self.layout.name, 'To take a value out, empty its cells.')}"
                self.filled.refuse(f"The row {_called(key)} is missing: rows may not be deleted", hint, start)

    def unknown(self, key: tuple[str, ...], keys: list[str], one: Found) -> None:
        """Say of a row that it belongs to nothing in the plan."""
        options = [[*dict.fromkeys(each[index] for each in self.known)] for index in range(len(keys))]
        index = next((index for index, part in reversed([*enumerate(key)]) if part not in options[index]), 0)
        header, part = keys[index], key[index]
        close = get_close_matches(part, options[index], n=1)
        message = f'"{shortened(part)}" under "{header}" is not in the plan' if part else f'This row has no "{header}"'
        hint = f'Did you mean "{close[0]}"?' if close else "Rows are there to be filled in. Empty this one."
        self.filled.refuse(message, hint, one.places[header])

    def entry(self, row: Row, one: Found) -> None:
        """Note what a row says otherwise than before."""
        values: dict[str, str] = {}
        for column in self.layout.columns:
            cell, place, held = one.cells[column.header], one.places[column.header], row.held[column.header]
            read = self.read(column, row, cell)
            if isinstance(read, Fault):
                self.filled.refuse(read.message, read.hint, place)
            elif read.value == held:
                continue
            elif not column.field or column.header in row.locked:
                why = row.locked.get(column.header, "It only names the row")
                hint = f'{why}. Put back "{shortened(held)}", or change it in {row.file}.'
                self.filled.refuse(f'"{column.header}" cannot be changed here', hint, place)
            elif not read.value and self.layout.fact(column).required and "." not in column.field:
                hint = f'Put back "{shortened(held)}", or write what is right.'
                self.filled.refuse(f'"{column.header}" may not be empty', hint, place)
            else:
                values[column.field] = read.value
                self.filled.notes += [f"{place}: {read.note}"] if read.note else []
        if row.new:  # what it came with is part of it, once anything is filled in
            came = {column.field: row.held[column.header] for column in self.layout.columns if column.field}
            filled = any(values.values())
            values = {field: said for field, said in (came | values).items() if said and filled}
        places = {column.field: one.places[column.header] for column in self.layout.columns if column.field}
        self.filled.entries.append(Entry(row, values, places))
        needed = self.layout.needed
        if row.new and values and not values.get(needed.field):
            self.filled.refuse(f'This new row has no "{needed.header}"', "Fill it in.", one.places[needed.header])

    def read(self, column: Column, row: Row, cell: Cell) -> Reading | Fault:
        """The value of a cell, as its column has it. What was not touched is not looked at."""
        held = row.held[column.header]
        if cell.text.strip() == held:
            return cells.unreadable(cell) or Reading(held)
        if not column.field:
            return cells.text(cell)
        fact = self.layout.fact(column)
        if options := list_of(fact):
            return (cells.several if fact.many else cells.choice)(cell, column.header, self.listed[options])
        if fact.type is Decimal:
            percent = column.counts is Counts.PERCENT or (column.counts is Counts.UNIT and row.percent)
            return cells.number(cell, percent=percent)
        return cells.period(cell) if fact.type is Period else cells.text(cell)


def _called(key: tuple[str, ...]) -> str:
    """What messages call a row: of "burglary", or "Result 2" of "burglary"."""
    return " of ".join(f'"{part}"' for part in key) if len(key) > 1 else f'of "{key[0]}"'

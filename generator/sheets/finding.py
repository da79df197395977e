"""Sheets that were read -> their rows, found by the words of the headings.

Takes the Sheets of a workbook and a Layout; gives Found rows, or Problems. Columns may have been moved, and lines put
above the headings. Knows nothing of what the cells should hold.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from generator.problems import Place, Problem, letters
from generator.sheets.cells import name
from generator.sheets.layout import LISTS, README, SHEETS, Layout
from generator.workbook.book import Cell, Kind, Sheet
from generator.workbook.package import CHECK

_PREAMBLE = 30
"""The headings are looked for in so many rows."""
_KEEP = "Keep the headings as they were exported. Columns may be moved, but not renamed or deleted."


@dataclass(frozen=True)
class Found:
    """A row of a sheet: its cells by header, and their places."""

    cells: Mapping[str, Cell]
    places: Mapping[str, Place]


def by_name(sheets: tuple[Sheet, ...]) -> dict[str, Sheet]:
    """The sheets by name; those that are known, by the name that they should have."""
    known = {each.casefold(): each for each in (README, LISTS, *(layout.name for layout in SHEETS))}
    named = {sheet.name.strip().casefold(): sheet for sheet in sheets}
    return {known.get(key, sheet.name): sheet for key, sheet in named.items()}


def facts(sheet: Sheet) -> dict[str, str]:
    """What the sheet "Read me" says in two columns."""
    return {
        name(cell): name(sheet.at(row, column + 1))
        for (row, column), cell in sheet.cells.items()
        if sheet.at(row, column + 1).kind is not Kind.EMPTY
    }


def found(sheet: Sheet, layout: Layout, file: str, problems: list[Problem], notes: list[str]) -> tuple[Found, ...]:
    """The rows of a sheet, and what is wrong with its headings. Columns of the officer's own are noted."""
    top, columns = _headings(sheet, layout)
    missing = [column.header for column in layout.columns if column.header not in columns]
    unknown = {
        name(cell): at
        for (row, at), cell in sorted(sheet.cells.items())
        if row == top and at not in columns.values() and name(cell)
    }
    for header in missing:
        close = get_close_matches(header, unknown, n=1, cutoff=0.5)
        doubled = f'Is it "{close[0]}" in column {letters(unknown[close[0]])}? {_KEEP}' if close else _KEEP
        place = Place(file, top, unknown[close[0]] if close else 1, layout.name)
        problems.append(Problem(f'The column "{header}" is missing', CHECK, doubled, place))
    known = {column.header for column in layout.columns}
    for header, at in unknown.items():
        if header in known:
            place = Place(file, top, at, layout.name)
            problems.append(Problem(f'The column "{header}" stands here twice', CHECK, "Delete one of them.", place))
        elif not missing:
            notes.append(f'{layout.name}!{letters(at)}{top}: the column "{header}" is your own and is left out')
    for block in sheet.merged:
        if block.last_row >= top:
            place = Place(file, block.row, block.column, layout.name)
            hint = "Split it, and fill in each cell by itself."
            problems.append(Problem("Several cells are merged to one here", CHECK, hint, place))
    return () if missing else tuple(_rows(sheet, columns, top, Place(file, 0, 0, layout.name)))


def _headings(sheet: Sheet, layout: Layout) -> tuple[int, dict[str, int]]:
    """The row with most of the headings, and the column of each."""
    known = {column.header.casefold(): column.header for column in layout.columns}
    best: tuple[int, dict[str, int]] = (1, {})
    lines: dict[int, dict[str, int]] = {}
    for (row, at), cell in sorted(sheet.cells.items()):
        header = known.get(name(cell).casefold())
        if row <= _PREAMBLE and header:
            lines.setdefault(row, {}).setdefault(header, at)
    for row, columns in lines.items():
        if len(columns) > len(best[1]):
            best = row, columns
    return best


def _rows(sheet: Sheet, columns: Mapping[str, int], top: int, of: Place) -> Iterator[Found]:
    filled = {row for (row, at), _ in sheet.cells.items() if row > top and at in columns.values()}
    for row in sorted(filled):
        yield Found(
            {header: sheet.at(row, at) for header, at in columns.items()},
            {header: Place(of.file, row, at, of.sheet) for header, at in columns.items()},
        )

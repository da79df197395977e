"""A workbook, as it is written and as it is read back, whatever its file format.

Takes nothing; gives Book, of which the writers make files, and Sheet, which the readers make of files. Knows nothing of
plans, or of how a file holds its cells.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

Content = str | Decimal | date | None
"""What is written into a cell. A text stays a text, whatever sign it starts with."""
MAX_TEXT = 32_767
"""How many characters a cell can hold in Excel, which cuts off the rest."""
FIRST_DAY = date(1900, 3, 1)
"""Before this day, spreadsheets do not agree on the days."""


class Look(StrEnum):
    """How a written cell looks, and whether it may be filled in."""

    PLAIN = "plain"  # text on a page of words
    TITLE = "title"
    HEADER = "header"
    LOCKED = "locked"
    LOCKED_NUMBER = "locked-number"
    NEW = "new"  # the label of a row that waits to be filled in
    FILL = "fill"
    FILL_NUMBER = "number"
    FILL_NEW = "fill-new"
    FILL_NEW_NUMBER = "number-new"
    DATA = "data"
    DATA_NUMBER = "data-number"
    DATA_DAY = "data-day"


@dataclass(frozen=True)
class Written:
    """A cell to be written."""

    content: Content = None
    look: Look = Look.PLAIN


@dataclass(frozen=True)
class Choice:
    """That the cells of a column are chosen from a list: a column of another table, from its second row on."""

    table: str
    column: int
    count: int
    several: bool = False
    """Whether a cell may hold several of them, so that other text is let through with a word of advice."""

    advice = "Write several with commas between them."

    @property
    def refusal(self) -> str:
        """What is said of other words."""
        return f"Choose from the list. All choices stand on the sheet {self.table}."


@dataclass(frozen=True)
class Table:
    """A sheet to be written. Columns are counted from 0.

    With `header`, its first row stays in view. If it is `locked`, only cells that look so may be filled in.
    """

    name: str
    widths: tuple[int, ...]
    rows: tuple[tuple[Written, ...], ...]
    choices: Mapping[int, Choice] = field(default_factory=dict)
    header: bool = True
    locked: bool = True


@dataclass(frozen=True)
class Book:
    """A workbook to be written."""

    title: str
    language: str
    tables: tuple[Table, ...]


class Kind(StrEnum):
    """What a cell that was read holds."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"  # a number shown as percent: 0.12 is shown as 12%
    DAY = "day"
    YES_NO = "yes or no"
    FAULT = "fault"  # a formula's: #REF!
    NO_RESULT = "no result"  # a formula that nothing has reckoned out yet


@dataclass(frozen=True)
class Cell:
    """A cell that was read: digits with a decimal point for a number, 2026-05-31 or 2026-05 for a day."""

    kind: Kind = Kind.EMPTY
    text: str = ""


@dataclass(frozen=True)
class Merged:
    """A block of cells that were joined to one; rows and columns counted from 1."""

    row: int
    column: int
    last_row: int


@dataclass(frozen=True)
class Sheet:
    """A sheet that was read: cells by row and column, counted from 1. Only cells that hold something are in it."""

    name: str
    cells: Mapping[tuple[int, int], Cell]
    merged: tuple[Merged, ...] = ()

    def at(self, row: int, column: int) -> Cell:
        """A cell; an empty one where nothing is."""
        return self.cells.get((row, column), Cell())


def number_text(digits: str) -> str:
    """A number of a spreadsheet in digits. They keep 15 digits: what lies behind is an accident of reckoning.

    Raises ValueError if it is no number.
    """
    number = Decimal(f"{float(digits):.15g}")
    if not number.is_finite():
        raise ValueError(digits)
    return plain(number)


def plain(number: Decimal) -> str:
    """A number in digits, without an exponent or zeros that say nothing."""
    return f"{number.normalize():f}"

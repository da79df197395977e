"""Cells of the data that a spreadsheet cannot hold as they are."""

from datetime import date
from decimal import Decimal

from generator.formats.data.about import About
from generator.formats.data.columns import ITEMS
from generator.formats.data.csv_files import csv_cell
from generator.formats.data.tables import Cell, Table
from generator.formats.data.workbook_file import book
from generator.languages import known_language
from generator.translate import Translator
from generator.workbook.book import MAX_TEXT, Look, Written
from generator.workbook.xlsx_out import xlsx

ENGLISH = Translator(known_language("en"))
ABOUT = About(
    title="Plan",
    publisher="Council",
    period="2026",
    language="en",
    edition="2026",
    published=None,
    corrections=(("2026-05-01", "A figure."),),
    licence=None,
    licence_address=None,
    source=None,
    transcribed_by=None,
    judged_on=date(2026, 6, 30),
    folder="",
)


def _written(cell: Cell) -> Written:
    row: tuple[Cell, ...] = (cell,) + (None,) * (len(ITEMS.names) - 1)
    return book((Table(ITEMS, (row,)),), ABOUT, ENGLISH).tables[1].rows[1][0]


def test_a_figure_is_a_number_and_a_day_a_day() -> None:
    assert _written(Decimal("-20.4")) == Written(Decimal("-20.4"), Look.DATA_NUMBER)
    assert _written(date(2026, 6, 30)) == Written(date(2026, 6, 30), Look.DATA_DAY)


def test_a_figure_with_more_digits_than_a_spreadsheet_keeps_is_a_text() -> None:
    assert _written(Decimal("12345678901234567.89")) == Written("12345678901234567.89", Look.DATA)


def test_a_day_before_the_calendars_of_spreadsheets_is_a_text() -> None:
    assert _written(date(1898, 1, 1)) == Written("1898-01-01", Look.DATA)


def test_a_text_that_no_cell_can_hold_says_that_it_is_cut_off() -> None:
    content = _written("\U0001f6b2" * MAX_TEXT).content
    assert isinstance(content, str)
    assert len(content.encode("utf-16-le")) // 2 <= MAX_TEXT
    assert content.endswith("[cut off here; the whole text is in the CSV file]")
    assert xlsx(book((Table(ITEMS, ((content,) * len(ITEMS.names),)),), ABOUT, ENGLISH))


def test_a_correction_stands_on_the_first_sheet_and_in_json() -> None:
    first = book((), ABOUT, ENGLISH).tables[0]
    assert "2026-05-01: A figure." in [cell.content for row in first.rows for cell in row]
    assert ABOUT.plain()["corrections"] == [{"on": "2026-05-01", "note": "A figure."}]


def test_a_figure_has_no_exponent() -> None:
    assert csv_cell(Decimal("1E+3")) == "1000"


def test_texts_that_differ_in_a_quote_alone_still_differ() -> None:
    cells = ["=1", "'=1", "''=1", "'a", "a"]
    assert [csv_cell(cell) for cell in cells] == ["'=1", "''=1", "'''=1", "'a", "a"]

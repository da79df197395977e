"""A workbook -> the bytes of an .xlsx file, for Excel and LibreOffice.

Takes a Book; gives bytes, the same for the same Book on any day. Knows nothing of plans.
"""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from generator.workbook.book import Book, Choice, Look, Table, Written

_NO_DAY = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The day that zip files give where none is known."""

_LINE = 15
"""The height of a line, in points."""
_GREY, _YELLOW, _DARK = "#E7E6E6", "#FFF6CC", "#1F3864"
_TEXT = {"num_format": "@", "quote_prefix": True}  # what is typed stays a text: no date, no formula
_GRID = {"border": 1, "border_color": "#7F7F7F", "text_wrap": True, "valign": "top"}
_NUMBER = {"align": "right", "indent": 1}
_OPEN = {"locked": False}
_LOOKS: dict[Look, dict[str, Any]] = {
    Look.PLAIN: {"text_wrap": True, "valign": "top", "font_size": 12},
    Look.TITLE: {"bold": True, "font_size": 16, "text_wrap": True},
    Look.HEADER: _GRID | {"bold": True, "font_color": "#FFFFFF", "bg_color": _DARK},
    Look.LOCKED: _GRID | _TEXT | {"bg_color": _GREY},
    Look.LOCKED_NUMBER: _GRID | _NUMBER | {"bg_color": _GREY},
    Look.NEW: _GRID | _TEXT | {"bg_color": _YELLOW, "bold": True},
    Look.FILL: _GRID | _TEXT | _OPEN,
    Look.FILL_NUMBER: _GRID | _NUMBER | _OPEN,
    Look.FILL_NEW: _GRID | _TEXT | _OPEN | {"bg_color": _YELLOW},
    Look.FILL_NEW_NUMBER: _GRID | _NUMBER | _OPEN | {"bg_color": _YELLOW},
    Look.DATA: _GRID | _TEXT,
    Look.DATA_NUMBER: _GRID | _NUMBER,
    Look.DATA_DAY: _GRID | {"num_format": "yyyy-mm-dd"},
}


def xlsx(book: Book) -> bytes:
    """The file."""
    into = BytesIO()
    with Workbook(into, {"in_memory": True}) as workbook:
        workbook.set_properties({"title": book.title, "created": _NO_DAY})
        formats = {look: workbook.add_format(how) for look, how in _LOOKS.items()}
        sheets = [workbook.add_worksheet(table.name) for table in book.tables]
        for table, sheet in zip(book.tables, sheets, strict=True):
            _write(table, sheet, formats)
    return into.getvalue()


def _write(table: Table, sheet: Worksheet, formats: dict[Look, Format]) -> None:
    for column, width in enumerate(table.widths):
        sheet.set_column(column, column, width)
    for row, cells in enumerate(table.rows):
        if (lines := max(map(_lines, cells, table.widths), default=1)) > 1:
            sheet.set_row(row, _LINE * lines)
        for column, cell in enumerate(cells):
            _write_cell(sheet, row, column, cell, formats[cell.look])
    for column, choice in table.choices.items() if len(table.rows) > 1 else ():
        sheet.data_validation(1, column, len(table.rows) - 1, column, _validation(choice))
    if table.header:
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
    sheet.set_landscape()
    if table.locked:
        sheet.print_row_col_headers()  # messages name cells: Values!E7
        sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R&P / &N")


def _lines(cell: Written, width: int) -> int:
    """How many lines a text takes. Excel finds out for itself, LibreOffice does not."""
    lines = cell.content.split("\n") if isinstance(cell.content, str) else ()
    return sum(max(1, -(-len(line) // (width - 1))) for line in lines)


def _write_cell(sheet: Worksheet, row: int, column: int, cell: Written, look: Format) -> None:
    if cell.content is None:
        sheet.write_blank(row, column, None, look)
    elif isinstance(cell.content, Decimal):
        sheet.write_number(row, column, float(cell.content), look)
    elif isinstance(cell.content, date):
        sheet.write_datetime(row, column, cell.content, look)
    else:
        sheet.write_string(row, column, cell.content, look)


def _validation(choice: Choice) -> dict[str, Any]:
    source = f"={choice.table}!{xl_range_abs(1, choice.column, choice.count, choice.column)}"
    rule = {"validate": "list", "source": source, "error_title": "Not in the list", "error_message": choice.refusal}
    if choice.several:
        return rule | {"error_type": "information", "input_title": "Several", "input_message": choice.advice}
    return rule

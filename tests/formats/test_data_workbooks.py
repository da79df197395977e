"""The data as workbooks, read back by our own readers and by LibreOffice."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.formats.tables import Cell
from generator.workbook import ods_in, xlsx_in
from generator.workbook.book import Kind, Sheet, plain
from generator.workbook.package import Package, unpacked
from tests.formats.offered import Offered

WORKBOOKS = {"plan.ods": ods_in.sheets, "plan.xlsx": xlsx_in.sheets}
pytestmark = pytest.mark.xdist_group("formats data")


def _sheets(path: Path) -> dict[str, Sheet]:
    package = unpacked(path)
    assert isinstance(package, Package)
    return {sheet.name: sheet for sheet in WORKBOOKS[path.name](package)}


def _expected(cell: Cell) -> tuple[Kind, str]:
    if cell is None:
        return Kind.EMPTY, ""
    if isinstance(cell, Decimal):
        return Kind.NUMBER, plain(cell)
    return (Kind.DAY, cell.isoformat()) if isinstance(cell, date) else (Kind.TEXT, cell)


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_workbook_reads_back_with_the_same_cells(
    data: dict[str, Offered], folders: dict[str, Path], name: str
) -> None:
    count = 0
    for edition, each in data.items():
        sheets = _sheets(folders[edition] / name)
        assert list(sheets) == ["about", *(table.layout.name for table in each.tables), "columns"]
        for table in each.tables:
            sheet = sheets[table.layout.name]
            assert [sheet.at(1, at).text for at, _ in enumerate(table.layout.names, 1)] == list(table.layout.names)
            for row, cells in enumerate(table.rows, 2):
                read = [sheet.at(row, column) for column, _ in enumerate(cells, 1)]
                assert [(cell.kind, cell.text) for cell in read] == [_expected(cell) for cell in cells]
                count += len(cells)
    assert count > 5_000


@pytest.mark.parametrize("name", WORKBOOKS)
def test_the_first_sheet_says_what_the_workbook_is(folders: dict[str, Path], name: str) -> None:
    def said(folder: str) -> list[str]:
        sheet = _sheets(folders[folder] / name)["about"]
        return [cell.text for cell in sheet.cells.values()]

    assert {"Kettering Borough Council", "2008", "Licence", "Not stated"} <= set(said("real 2008"))
    assert {"Open Government Licence v3.0", "2026"} <= set(said("tiny 2026"))


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_workbook_has_no_macro_and_no_formula(folders: dict[str, Path], name: str) -> None:
    package = unpacked(folders["real 2008"] / name)
    assert isinstance(package, Package)
    assert not [part for part in package.parts if "vba" in part.lower() or "basic" in part.lower()]
    assert not [part for part, xml in package.parts.items() if b"<f>" in xml or b"table:formula" in xml]

"""The data as workbooks, read back by our own readers and by LibreOffice."""

import csv
import io
import json
import re
import shutil
import xml.etree.ElementTree as ET
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from generator.formats.data.columns import ITEMS
from generator.formats.data.tables import Cell
from generator.workbook import ods_in, xlsx_in
from generator.workbook.book import Kind, Sheet, plain
from generator.workbook.package import Package, unpacked
from tests.formats.offered import PLANS, Offered, offered
from tests.formats.office import Office

WORKBOOKS = {"plan.ods": ods_in.sheets, "plan.xlsx": xlsx_in.sheets}
TITLE = ITEMS.names.index("title") + 1
"""The column of titles, counted from 1."""
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


# ------------------------------------------------------------------------------------------------------- hostile words

HOSTILE = (
    '=HYPERLINK("https://evil.example","x")',
    "+1",
    "-1",
    "@x",
    "=1+1",
    "'=1+1",
    "_x0041_",
    'a;b,"c"',
    "<b>&amp;",
)
"""Words that a spreadsheet could take for a formula, a number or markup."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Offered, Path]:
    """The data of a plan whose aims have hostile titles, and the folder it is in."""
    folder = tmp_path_factory.mktemp("hostile")
    site = Path(shutil.copytree(PLANS / "tiny", folder / "site"))
    aims = [{"id": f"aim-{number}", "title": title} for number, title in enumerate(HOSTILE)]
    item = site / "plan_data" / "tiny" / "2026" / "items" / "burglary.yaml"
    item.write_text(yaml.safe_dump({"id": "burglary", "title": HOSTILE[0], "aims": aims}, allow_unicode=True), "utf-8")
    targets = item.parent.parent / "targets.yaml"
    targets.write_text(re.sub(r"(?m)^( +item: ).*\n", "", targets.read_text("utf-8")), "utf-8")
    (made,) = offered(site)
    return made, made.write(folder / "data")


def test_hostile_words_read_back_from_every_file_as_they_are(hostile: tuple[Offered, Path]) -> None:
    made, folder = hostile
    for name in WORKBOOKS:
        titles = [cell.text for (_, column), cell in _sheets(folder / name)["items"].cells.items() if column == TITLE]
        assert titles[2 : 2 + len(HOSTILE)] == list(HOSTILE)
    aims = json.loads(made.files["plan.json"].content)["files"]["items/burglary.yaml"]["aims"]
    assert [aim["title"] for aim in aims] == list(HOSTILE)
    for name in ("stratml-part-1.xml", "stratml-part-2.xml"):
        names = [each.text for each in ET.parse(folder / name).iter() if each.tag.endswith("}Name")]
        assert set(HOSTILE) <= set(names)


def test_no_cell_of_a_csv_file_begins_like_a_formula(hostile: tuple[Offered, Path]) -> None:
    rows = list(csv.DictReader(io.StringIO((hostile[1] / "items.csv").read_text("utf-8-sig"), newline="")))
    titles = [row["title"] for row in rows][1 : 1 + len(HOSTILE)]
    assert titles == [f"'{title}" if title[0] in "'=+-@" else title for title in HOSTILE]


def test_libreoffice_shows_hostile_words_as_they_are_and_reckons_nothing(
    hostile: tuple[Offered, Path], office: Office, tmp_path: Path
) -> None:
    _, folder = hostile
    sheets = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    for name in WORKBOOKS:  # the files must not write over each other
        shutil.copy(folder / name, tmp_path / f"{name.partition('.')[2]}-{name}")
    office.run("--convert-to", sheets, "--outdir", tmp_path / "out", *sorted(tmp_path.glob("*-plan.*")))
    shown = sorted((tmp_path / "out").glob("*items.csv"))
    assert len(shown) == len(WORKBOOKS)
    for path in shown:
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))
        assert [row[TITLE - 1] for row in rows][2 : 2 + len(HOSTILE)] == list(HOSTILE)

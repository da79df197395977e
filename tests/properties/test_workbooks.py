"""Laws of workbooks: whatever text or figure an officer types arrives in the plan, and nothing else changes."""

import shutil
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.load import load
from generator.model import PlanEditions
from generator.sheets.cells import number, text
from generator.workbook import ods_in, xlsx_in
from generator.workbook.book import Book, Cell, Kind, Look, Table, Written
from generator.workbook.ods_out import ods
from generator.workbook.package import Package, unpacked
from generator.workbook.xlsx_out import xlsx
from tests.properties.test_laws import TITLES
from tests.unit.workbooks import filled, imported

TINY = Path(__file__).parent.parent / "plans" / "tiny"
FORMATS = {"xlsx": (xlsx, xlsx_in.sheets), "ods": (ods, ods_in.sheets)}
LINES = st.lists(TITLES, min_size=1, max_size=3).map("\n".join)
FIGURES = st.decimals(-999_999_999, 999_999_999, places=4)


@pytest.mark.parametrize("kind", FORMATS)
@settings(derandomize=True, deadline=None)
@given(words=st.lists(LINES, min_size=1, max_size=5), figure=FIGURES)
def test_what_is_written_is_read(kind: str, words: list[str], figure: Decimal) -> None:
    write, read = FORMATS[kind]
    row = (*(Written(each, Look.FILL) for each in words), Written(figure, Look.FILL_NUMBER))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book"
        path.write_bytes(write(Book("T", "en", (Table("One", (9,) * len(row), (row,), header=False),))))
        package = unpacked(path)
    assert isinstance(package, Package)
    sheet = read(package)[0]
    cells = [sheet.at(1, column + 1) for column in range(len(row))]
    for cell, each in zip(cells, words, strict=False):
        assert cell.text == (each if each.strip() else "")
    found = number(cells[-1], percent=False)
    assert Decimal(found.value) == figure  # type: ignore[union-attr]


@settings(derandomize=True, deadline=None, max_examples=12)
@given(words=LINES, figure=FIGURES)
def test_what_is_typed_arrives_in_the_plan_and_leaves_the_rest_alone(words: str, figure: Decimal) -> None:
    with TemporaryDirectory() as folder:
        site = Path(shutil.copytree(TINY, Path(folder) / "tiny"))
        old = (site / "plan_data/tiny/2026/targets.yaml").read_text("utf-8").splitlines()
        workbook = filled(site, {"Values!E4": figure, "Values!L4": words})
        result = imported(site, workbook, "--apply")
        assume(result.exit_code == 0)  # some signs may not stand in a plan, and are refused
        made = load(site / "plan_data/tiny", site)
        assert isinstance(made, PlanEditions)
        value = made.current.targets.targets[0].values[1]
        assert value.value == figure
        note = text(Cell(Kind.TEXT, words))
        assert (value.note.wording if value.note else "") == note.value  # type: ignore[union-attr]
        new = (site / "plan_data/tiny/2026/targets.yaml").read_text("utf-8").splitlines()
        assert [line for line in old if line not in new] == (["        value: 41"] if figure != 41 else [])

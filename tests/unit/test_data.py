"""The files to download: complete, and safe in a spreadsheet."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from generator import build
from generator.assess import outcomes
from generator.formats.data.columns import LAYOUTS
from generator.formats.data.csv_files import csv_bytes, csv_cell
from generator.formats.data.tables import tables
from generator.load import load
from generator.model import Edition, PlanEditions

ROOT = Path(__file__).parent.parent.parent
DAY = date(2026, 6, 30)
REAL = ROOT / "plan_data" / "kettering-csp"


def _edition(folder: Path, site: Path) -> Edition:
    plan = load(folder, site)
    assert isinstance(plan, PlanEditions)
    return plan.current


def _rows(folder: Path, site: Path, name: str) -> list[dict[str, str]]:
    edition = _edition(folder, site)
    made = {table.layout.name: csv_bytes(table) for table in tables(edition, outcomes(edition, DAY), DAY)}
    assert made[name].startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in made[name]
    return list(csv.DictReader(io.StringIO(made[name].decode("utf-8-sig"), newline="")))


def test_every_target_is_in_the_file_with_its_figures() -> None:
    rows = _rows(REAL, ROOT, "targets")
    assert len(rows) == 15
    assert rows[0] == rows[0] | {
        "id": "vehicle-crime",
        "unit": "crimes",
        "direction": "down",
        "baseline_value": "913",
        "baseline_period": "2007/2008",
        "due_by": "2011-03",
        "due_value": "867",
        "due_change_percent": "-5",
    }


def test_what_is_not_stated_is_an_empty_cell_never_a_zero() -> None:
    confidence = _rows(REAL, ROOT, "targets")[-1]
    assert (confidence["baseline_value"], confidence["baseline_state"], confidence["due_value"]) == ("", "awaited", "")


def test_every_action_is_in_the_file() -> None:
    assert len([row for row in _rows(REAL, ROOT, "items") if row["level"] == "action"]) == 72


def test_every_organisation_is_in_the_file_with_its_numbers() -> None:
    rows = _rows(REAL, ROOT, "organisations")
    assert len({row["telephone"] for row in rows if row["telephone"]}) == 13
    assert {row["roles"] for row in rows if row["id"] == "kettering-borough-council"} == {"partner producer"}


def test_what_is_concluded_is_in_the_file_with_what_it_rests_on() -> None:
    site = ROOT / "examples" / "exampleton"
    rows = {row["target"]: row for row in _rows(site / "plan_data" / "exampleton-safer-town", site, "outcomes")}
    missed = {"outcome": "missed", "due_by": "2026-03", "value": "880", "period": "2025/2026", "change_made": "33"}
    assert rows["vehicle-crime"] == rows["vehicle-crime"] | missed | {"change_needed": "46", "may_be_chance": "yes"}
    disputed = [row for row in rows.values() if row["outcome"] != row["by_figures"] and row["published_words"]]
    assert "young-reoffending" in [row["target"] for row in disputed]


def test_every_result_is_in_the_file() -> None:
    tiny = ROOT / "tests" / "plans" / "tiny"
    rows = _rows(tiny / "plan_data" / "tiny", tiny, "values")
    assert len(rows) > 3
    assert {"suppressed", "awaited"} <= {row["state"] for row in rows}


def test_a_file_that_would_be_empty_is_not_offered(website: build.Website) -> None:
    assert not any(path.endswith("values.csv") for path in website.files)


@pytest.mark.parametrize("title", ["=1+1", "+44", "-5", "@x", "\tx"])
def test_no_cell_can_become_a_formula(title: str) -> None:
    assert csv_cell(title) == "'" + title


def test_where_there_is_no_baseline_its_cells_are_empty() -> None:
    bengali = ROOT / "tests" / "plans" / "bengali"
    rows = _rows(bengali / "plan_data" / "udaharanpur", bengali, "targets")
    assert [row["baseline_value"] for row in rows if not row["baseline_state"]] == [""]


def test_a_target_with_several_due_values_has_a_numbered_line_for_each() -> None:
    site = ROOT / "examples" / "exampleton"
    rows = _rows(site / "plan_data" / "exampleton-safer-town", site, "targets")
    numbers = [row["due_number"] for row in rows if row["id"] == "feel-safe"]
    assert numbers == ["1", "2"]


def test_the_rows_of_a_table_are_told_apart_by_its_key() -> None:
    checked = 0
    for table in tables(edition := _edition(REAL, ROOT), outcomes(edition, DAY), DAY):
        places = [table.layout.names.index(name) for name in table.layout.key]
        keys = [tuple(row[place] for place in places) for row in table.rows]
        assert len(set(keys)) == len(keys), table.layout.name
        assert None not in [part for key in keys for part in key]
        checked += len(keys)
    assert checked > 200


def test_a_reference_leads_to_one_row() -> None:
    keys = {layout.name: layout.key for layout in LAYOUTS}
    references = [reference for layout in LAYOUTS for reference in layout.refers.values()]
    assert len(references) == 4
    assert [(table, column) for table, column in references if keys[table] != (column,)] == []


def test_each_column_says_what_it_holds() -> None:
    assert [column.name for layout in LAYOUTS for column in layout.columns if not column.doc.endswith(".")] == []


def test_a_negative_number_stays_a_number() -> None:
    assert any(row["change_percent"] == "-20.4" for row in _rows(REAL, ROOT, "achievements"))


def test_the_json_is_in_the_shape_of_the_plans_own_files(website: build.Website) -> None:
    plan = json.loads(website.files["plans/kettering-csp/2008/data/plan.json"])
    assert set(plan["files"]) >= {"plan.yaml", "edition.yaml", "targets.yaml", "items/environment.yaml"}
    assert plan["files"]["items/environment.yaml"]["aims"][0]["actions"][0]["id"] == "advice-for-vulnerable-groups"

"""The files to download: complete, and safe in a spreadsheet."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from generator import build
from generator.assess import outcomes
from generator.formats import data
from generator.load import load
from generator.model import PlanEditions

ROOT = Path(__file__).parent.parent.parent
DAY = date(2026, 6, 30)
REAL = ROOT / "plan_data" / "kettering-csp"


def _rows(folder: Path, site: Path, name: str) -> list[dict[str, str]]:
    plan = load(folder, site)
    assert isinstance(plan, PlanEditions)
    made = data.files(plan, plan.current, outcomes(plan.current, DAY), DAY)
    file = next(file for file in made if file.path.endswith(f"/{name}.csv"))
    assert file.content.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in file.content
    return list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"), newline="")))


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
    assert data._cell(title) == "'" + title  # noqa: SLF001 - the one rule that every cell goes through


def test_a_negative_number_stays_a_number() -> None:
    assert any(row["change_percent"] == "-20.4" for row in _rows(REAL, ROOT, "achievements"))


def test_the_json_is_in_the_shape_of_the_plans_own_files(website: build.Website) -> None:
    plan = json.loads(website.files["plans/kettering-csp/2008/data/plan.json"])
    assert set(plan["files"]) >= {"plan.yaml", "edition.yaml", "targets.yaml", "items/environment.yaml"}
    assert plan["files"]["items/environment.yaml"]["aims"][0]["actions"][0]["id"] == "advice-for-vulnerable-groups"

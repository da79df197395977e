"""Workbooks in a real spreadsheet program: LibreOffice opens, edits and saves them, and they are imported."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from generator import build
from generator.workbook.ods_out import ods
from generator.workbook.xlsx_out import xlsx
from tests.formats.office import FILTERS, Office
from tests.unit.workbooks import exported, imported, texts

ROOT = Path(__file__).parent.parent.parent
PLANS = {name: ROOT / "tests" / "plans" / name for name in ("tiny", "urdu")} | {"real": ROOT}
WRITERS = {"xlsx": xlsx, "ods": ods}
TYPED = {
    "Values!D9": "2026/2027",
    "Values!E9": "68%",
    "Values!L9": "=not a formula",
    "Values!E4": "=20+22",
    "Actions!D4": "under way",
    "Actions!G8": "2026-04-07",
}
ROUTES = [("xlsx", "xlsx"), ("xlsx", "ods"), ("ods", "ods"), ("ods", "xlsx")]
pytestmark = pytest.mark.xdist_group("libreoffice")


@pytest.fixture(scope="module")
def saved(office: Office, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str, str], Path]:
    """Each plan's export, opened and saved by LibreOffice, by plan and both formats."""
    made = {}
    for before, after in ROUTES:
        folder = tmp_path_factory.mktemp("saved")
        for name, plan in PLANS.items():
            (folder / f"{name}.{before}").write_bytes(WRITERS[before](exported(plan)))
            made[name, before, after] = folder / "out" / f"{name}.{after}"
        office.run("--convert-to", f"{after}:{FILTERS[after]}", "--outdir", folder / "out", *folder.glob(f"*.{before}"))
    return made


@pytest.mark.parametrize(("before", "after"), ROUTES)
@pytest.mark.parametrize("name", PLANS)
def test_a_workbook_that_was_only_opened_and_saved_changes_no_byte(
    name: str, before: str, after: str, saved: dict[tuple[str, str, str], Path], tmp_path: Path
) -> None:
    for part in ("plan_data", "content", "translations"):
        if (PLANS[name] / part).is_dir():
            shutil.copytree(PLANS[name] / part, tmp_path / part)
    untouched = texts(tmp_path)
    result = imported(tmp_path, saved[name, before, after], "--apply")
    assert (result.exit_code, result.stdout.partition(": ")[2]) == (0, "nothing changes.\n")
    assert texts(tmp_path) == untouched


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PLANS["tiny"], tmp_path / "tiny"))


@pytest.mark.parametrize("kind", WRITERS)
def test_what_is_typed_in_libreoffice_arrives_in_the_plan(kind: str, office: Office, tiny: Path) -> None:
    source, target = (tiny.parent / f"{name}.{kind}" for name in ("export", "update"))
    source.write_bytes(WRITERS[kind](exported(tiny)))
    office.type_in(source, target, TYPED)
    assert imported(tiny, target, "--apply").stdout.splitlines()[:6] == [
        "tiny 2026: 4 changes.",
        '- Target "Burglaries": result for 2026-05: 41 crimes (provisional), now 42 crimes (provisional).',
        '- Target "Residents who feel safe": result for 2026/2027 added: 68%.',
        '- Action "Fit 200 alley gates": status added: under way.',
        '- Action "Put up 50 bins": starts: 2026-04, now 2026-04-07.',
        f"Note: update.{kind}: Values!E9: 68% is read as 68.",
    ]
    after = build.check(tiny).plans[0].current
    new = after.targets.targets[1].values[0]
    assert (new.value, new.period.written) == (Decimal(68), "2026/2027")  # type: ignore[union-attr]
    assert new.note.wording == "=not a formula"  # type: ignore[union-attr]
    assert after.items_by_path["burglary.homes.alley-gates"].status == "under way"


@pytest.mark.parametrize("kind", WRITERS)
def test_libreoffice_sees_the_locks_the_lists_and_what_is_a_number(kind: str, office: Office, tiny: Path) -> None:
    source, target = tiny.parent / f"export.{kind}", tiny.parent / "described"
    source.write_bytes(WRITERS[kind](exported(tiny)))
    office.macro("Describe", source.as_uri(), str(target), "")
    assert target.read_text("utf-8").splitlines() == [
        "frozen True at 1",
        "protected True",
        "A9 locked True list False",
        "C9 locked True list False",
        "E2 locked True list False",
        "D9 locked False list False",
        "E9 locked False list False",
        "F9 locked False list True",
        "Due!D2 list False",
        "list $Lists.$B$2:$B$10",
        "text True",
        "number True",
    ]

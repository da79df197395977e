"""The first plan from 2008 to 2009: a second edition, without a word or figure that its source does not have."""

import shutil
from pathlib import Path

import pytest

from generator import build, editions
from generator.periods import Period
from generator.workbook.xlsx_out import xlsx
from tests.unit.workbooks import exported, imported, texts

LATER = "plans/kettering-csp/2009/"


@pytest.fixture
def site(root: Path, tmp_path: Path) -> Path:
    for name in ("plan_data", "content", "translations"):
        shutil.copytree(root / name, tmp_path / name)
    shutil.copy(root / "mkdocs.yml", tmp_path)
    editions.start(tmp_path, "2009")
    return tmp_path


def test_a_draft_of_2009_says_what_2008_says_and_is_not_on_the_website(site: Path) -> None:
    (compared,) = build.changes(site)
    assert compared.of_the_plan == ()
    made = build.website(site)
    assert not [page for page in made.pages if LATER in page.address]
    assert made.left_out == ("kettering-csp 2009",)


def test_its_workbook_comes_back_without_a_change(site: Path) -> None:
    workbook = site.parent / f"{site.name}.xlsx"
    workbook.write_bytes(xlsx(exported(site)))
    before = texts(site)
    result = imported(site, workbook, "--apply")
    assert (result.exit_code, result.stdout) == (0, "kettering-csp 2009: nothing changes.\n")
    assert texts(site) == before


def test_2009_is_published_beside_2008_in_all_eight_languages(site: Path) -> None:
    day = Period.parse("2009-06-01")
    editions.publish(site, "2009", "", on=day, note=None, minor=True)
    made = build.website(site)
    standard = [page.address for page in made.pages if not page.meta["large"]]
    homes = [address for address in standard if address.endswith(f"{LATER}index.html")]
    assert len(homes) == 8
    (old,) = [page for page in made.pages if page.address == "plans/kettering-csp/2008/index.html"]
    assert "You are reading the 2008 edition." in old.fragment
    (changes,) = [page for page in made.pages if page.address == f"{LATER}changes.html"]
    assert "New results" not in changes.fragment

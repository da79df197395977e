"""Plans that are unlike the first one build all the same, whole: each goes through the build and its verification."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import build
from generator.problems import PlanError

PLANS = Path(__file__).parent.parent / "plans"
ITEMS = "plan_data/tiny/2026/items"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PLANS / "tiny", tmp_path / "tiny"))


def _change(site: Path, name: str, before: str, after: str) -> None:
    path = site / name
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def _built(site: Path) -> Path:
    build.build(site, site / "site")
    return site / "site"


def _page(site: Path, name: str) -> str:
    return (_built(site) / "plans/tiny/2026" / f"{name}.html").read_text("utf-8")


def test_a_code_is_shown_at_every_level(site: Path) -> None:
    page = _page(site, "items/burglary")
    assert '<span class="code">B1</span>' in page
    assert '<span class="code">B1.1</span>' in page


def test_an_item_stands_under_each_of_its_parents(site: Path) -> None:
    assert '<a href="burglary.html#homes.alley-gates">' in _page(site, "items/streets")


def test_an_item_that_serves_its_own_parent_is_refused(site: Path) -> None:
    _change(site, f"{ITEMS}/burglary.yaml", "- streets.clean", "- burglary.homes")
    with pytest.raises(PlanError, match="stands under"):
        build.check(site)


@pytest.mark.parametrize("id_", ["main", "top", "contents", "items", "targets", "data", "index", "summary"])
def test_an_id_of_the_plan_never_clashes_with_one_of_the_page(site: Path, id_: str) -> None:
    _change(site, f"{ITEMS}/streets.yaml", "id: clean", f"id: {id_}")
    _change(site, f"{ITEMS}/burglary.yaml", "streets.clean", f"streets.{id_}")
    _built(site)


def test_an_organisation_may_have_two_roles(site: Path) -> None:
    roles = "  - id: lead\n    title: In the lead\n    organisations: [exampleton-council]\n\norganisations:"
    _change(site, "plan_data/tiny/2026/organisations.yaml", "\norganisations:", roles)
    assert _page(site, "organisations").count('id="exampleton-council"') == 1


def test_five_levels_may_be_skipped_or_not(site: Path) -> None:
    _change(
        site, "plan_data/tiny/plan.yaml", "  - action: actions", "  - step: steps\n  - task: tasks\n  - action: actions"
    )
    deep = (
        "  - id: deep\n    title: Deep\n    steps:\n      - id: one\n        title: One\n        tasks:\n"
        "          - id: two\n            title: Two\n            actions:\n              - id: three\n"
        "                title: Three\n"
    )
    _change(site, f"{ITEMS}/streets.yaml", "actions:", f"{deep}actions:")
    page = _page(site, "items/streets")
    assert 'id="deep.one.two.three"' in page
    assert 'id="bins"' in page


def test_a_theme_may_have_nothing_under_it(site: Path) -> None:
    (site / ITEMS / "streets.yaml").write_text("id: streets\ntitle: Streets\n", "utf-8")
    _change(site, f"{ITEMS}/burglary.yaml", "        serves:\n          - streets.clean\n", "")
    assert "The plan says no more about this." in _page(site, "items/streets")


@pytest.mark.parametrize("name", ["targets.yaml", "achievements.yaml"])
def test_a_plan_may_have_no_targets_or_achievements(site: Path, name: str) -> None:
    (site / "plan_data/tiny/2026" / name).unlink()
    _built(site)


def test_a_site_needs_neither_hand_written_pages_nor_settings_of_mkdocs(site: Path) -> None:
    shutil.rmtree(site / "content")
    (site / "mkdocs.yml").unlink()
    _built(site)


def test_two_plans_in_two_languages_stand_in_one_site(site: Path) -> None:
    welsh = PLANS / "welsh"
    shutil.copytree(welsh / "plan_data" / "cynllun", site / "plan_data" / "cynllun")
    shutil.copytree(welsh / "translations", site / "translations", dirs_exist_ok=True)
    start = (_built(site) / "index.html").read_text("utf-8")
    assert 'href="plans/tiny/index.html"' in start
    assert 'href="cy/plans/cynllun/index.html"' in start
    assert '<span lang="cy" dir="ltr">Cynllun Diogelwch Trefenghraifft</span>' in start


def test_a_plan_whose_bodies_are_gone_says_so_though_its_period_runs(site: Path) -> None:
    closed = "closed:\n  since: 2026-05\n  note: The council became part of another.\nlanguage: en"
    _change(site, "plan_data/tiny/plan.yaml", "language: en", closed)
    page = _page(site, "targets")
    assert "It was to run from" in page
    assert "The council became part of another." in page


def test_a_page_that_a_newer_edition_no_longer_has_says_so(site: Path) -> None:
    shutil.copytree(site / "plan_data/tiny/2026", site / "plan_data/tiny/2027")
    (site / "plan_data/tiny/2027/items/streets.yaml").unlink()
    _change(site, "plan_data/tiny/2027/edition.yaml", "  - streets\n", "")
    _change(site, "plan_data/tiny/2027/items/burglary.yaml", "        serves:\n          - streets.clean\n", "")
    page = _page(site, "items/streets")
    assert "This page is not in the newest edition." in page
    assert 'href="../../2027/index.html"' in page


def test_a_title_reads_as_the_signs_it_was_written_in(site: Path) -> None:
    _change(site, f"{ITEMS}/streets.yaml", "title: Streets are clean", "title: '<b>\"{{ plan }}\" & ''x'' **y**</b>'")
    assert "&lt;b&gt;&#34;{{ plan }}&#34; &amp; &#39;x&#39; **y**&lt;/b&gt;" in _page(site, "items/streets")


def test_an_extension_or_a_bracket_is_no_part_of_a_number_to_dial(site: Path) -> None:
    _change(site, "plan_data/tiny/2026/organisations.yaml", "telephone: 01632 960001", "telephone: 01632 960001 ext 12")
    _change(site, "plan_data/tiny/2026/organisations.yaml", "+44 1632 960004", "+44 (0)1632 960004")
    page = _page(site, "organisations")
    numbers = re.findall(r'href="tel:([^"]+)"', page)
    assert {"01632960001", "+441632960004"} <= set(numbers)
    assert "01632960003" not in numbers  # a fax


def test_links_of_a_catalog_or_a_schema_lead_nowhere_outside(site: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.po"
    secret.write_text('msgid "Home"\nmsgstr "secret"\n', "utf-8")
    catalog = site / "translations/ur/LC_MESSAGES/planpress.po"
    catalog.parent.mkdir(parents=True, exist_ok=True)
    catalog.unlink(missing_ok=True)
    catalog.symlink_to(secret)
    with pytest.raises(PlanError, match="This is a link to another file"):
        build.check(site)


@pytest.mark.parametrize("plan", ["tiny", "welsh"])
def test_the_same_plan_gives_the_same_bytes_at_any_time_and_place(plan: str, tmp_path: Path) -> None:
    """Another hour, zone, hash seed, language of the machine and folder change nothing."""
    surroundings = (
        {"SOURCE_DATE_EPOCH": "0", "TZ": "UTC", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
        {"SOURCE_DATE_EPOCH": "2000000000", "TZ": "Asia/Karachi", "PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8"},
    )
    made = []
    for number, around in enumerate(surroundings):
        folder = tmp_path / f"place-{number}" / plan
        shutil.copytree(PLANS / plan, folder)
        command = [sys.executable, "-m", "generator", "build", str(folder)]
        run = subprocess.run(command, env={**os.environ, **around}, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr
        out = folder / "site"
        made.append({path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()})
    assert made[0] == made[1]


def test_a_copy_that_takes_the_place_of_the_current_edition_is_warned_of(site: Path) -> None:
    shutil.copytree(site / "plan_data/tiny/2026", site / "plan_data/tiny/2026-backup")
    said = [(problem.check, problem.place and problem.place.file) for problem in build.check(site).warnings]
    assert said == [
        ("edition-names", "plan_data/tiny/2026-backup/edition.yaml"),
        ("published-editions", "plan_data/tiny/2026/edition.yaml"),
    ]

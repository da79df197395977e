"""A folder of files is one plan with its editions, in the plan's own words and order."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import build
from generator.fields import NOT_STATED
from generator.load import load, load_site
from generator.model import Edition, PlanEditions
from generator.problems import Place, PlanError, Problem
from generator.site import Site

Lay = Callable[[str, str | bytes], None]
Said = Callable[[], tuple[Problem, ...]]
Load = Callable[[], Edition]

PLAN = "plan_data/tiny/plan.yaml"
EDITION = "plan_data/tiny/2026/edition.yaml"
ITEMS = "plan_data/tiny/2026/items"
FOUR_LEVELS = "levels:\n  - theme: themes\n  - aim: aims\n  - objective: objectives\n  - action: actions\n"


def _plan(tiny: Path) -> PlanEditions:
    plan = load(tiny / "plan_data/tiny", tiny)
    assert isinstance(plan, PlanEditions)
    return plan


def _only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1
    return problems[0]


# ------------------------------------------------------------------------------------------------ the tree


def test_the_levels_are_the_words_of_the_plan(tiny: Path) -> None:
    levels = [(level.rank, level.one.wording, level.key) for level in _plan(tiny).plan.levels]
    assert levels == [(0, "theme", "themes"), (1, "aim", "aims"), (2, "action", "actions")]


def test_levels_may_be_named_in_any_language(tiny: Path, lay: Lay) -> None:
    path = tiny / PLAN
    lay(PLAN, path.read_text("utf-8").replace("theme: themes", "موضوع: موضوعات"))
    lay(EDITION, "موضوعات:\n  - burglary\n  - streets\n")
    assert [item.level.one.wording for item in _plan(tiny).current.items] == ["موضوع", "موضوع"]


def test_items_stand_in_the_order_of_the_edition(edition: Load, lay: Lay) -> None:
    lay(EDITION, "themes:\n  - streets\n  - burglary\n")
    assert [item.id for item in edition().items] == ["streets", "burglary"]


def test_an_item_is_known_by_the_ids_above_it(edition: Load) -> None:
    assert list(edition().items_by_path) == [
        "burglary",
        "burglary.homes",
        "burglary.homes.alley-gates",
        "burglary.homes.locks",
        "streets",
        "streets.clean",
        "streets.bins",
    ]


def test_a_level_may_be_skipped(edition: Load) -> None:
    assert edition().items_by_path["streets.bins"].level.one.wording == "action"


def test_actions_may_hang_on_the_aim_beside_objectives(tiny: Path, lay: Lay, edition: Load) -> None:
    head = (tiny / PLAN).read_text("utf-8").partition("levels:")[0]
    lay(PLAN, head + FOUR_LEVELS)
    lay(
        f"{ITEMS}/streets.yaml",
        "id: streets\ntitle: Streets\naims:\n  - id: clean\n    title: Clean\n"
        "    objectives:\n      - id: litter\n        title: Less litter\n"
        "    actions:\n      - id: bins\n        title: Put up bins\n",
    )
    children = edition().items_by_path["streets.clean"].children
    assert [(child.id, child.level.one.wording) for child in children] == [("litter", "objective"), ("bins", "action")]


def test_an_item_may_be_without_items_under_it(edition: Load) -> None:
    assert edition().items_by_path["streets.clean"].children == ()


def test_two_items_under_different_items_may_share_an_id(lay: Lay, said: Said) -> None:
    lay(f"{ITEMS}/streets.yaml", "id: streets\ntitle: Streets\naims:\n  - id: homes\n    title: Homes\n")
    lay(f"{ITEMS}/burglary.yaml", "id: burglary\ntitle: Burglary\naims:\n  - id: homes\n    title: Homes\n")
    lay("plan_data/tiny/2026/targets.yaml", "targets: []\n")
    assert said() == ()


def test_codes_may_repeat(lay: Lay, said: Said) -> None:
    aims = "".join(f"  - id: {own}\n    title: Aim\n    code: B1\n" for own in ("homes", "cars"))
    lay(f"{ITEMS}/burglary.yaml", f"id: burglary\ntitle: Burglary\naims:\n{aims}")
    assert said() == ()


def test_an_item_may_serve_another_besides_the_one_it_stands_in(edition: Load) -> None:
    assert edition().items_by_path["burglary.homes.alley-gates"].serves == ("streets.clean",)


# ------------------------------------------------------------------------------------------------ the files


@pytest.mark.parametrize("file", ["targets.yaml", "achievements.yaml"])
def test_a_file_that_a_plan_may_lack_may_be_missing(tiny: Path, said: Said, file: str) -> None:
    (tiny / "plan_data/tiny/2026" / file).unlink()
    assert said() == ()


def test_a_plan_without_achievements_does_not_state_them(tiny: Path) -> None:
    (tiny / "plan_data/tiny/2026/achievements.yaml").unlink()
    assert _plan(tiny).current.achievements is NOT_STATED


@pytest.mark.parametrize("file", ["edition.yaml", "organisations.yaml"])
def test_a_file_that_each_edition_has_is_named_when_it_is_missing(tiny: Path, said: Said, file: str) -> None:
    (tiny / "plan_data/tiny/2026" / file).unlink()
    place = Place(f"plan_data/tiny/2026/{file}")
    assert ("This file is missing", place) in [(problem.message, problem.place) for problem in said()]


def test_a_file_that_is_missing_is_told_once(tiny: Path, said: Said) -> None:
    (tiny / "plan_data/tiny/2026/organisations.yaml").unlink()
    assert len(said()) == 1


def test_the_settings_of_the_site_are_named_when_they_are_missing(tiny: Path, said: Said) -> None:
    (tiny / "plan_data/site.yaml").unlink()
    assert _only(said()).place == Place("plan_data/site.yaml")


def test_a_folder_without_a_plan_file_is_named(tiny: Path, said: Said) -> None:
    (tiny / "plan_data/draft").mkdir()
    problem = _only(said())
    assert problem.message == 'The plan "draft" has no plan.yaml'
    assert problem.place == Place("plan_data/draft/plan.yaml")


def test_a_plan_without_an_edition_is_told_to_make_one(tiny: Path, said: Said) -> None:
    shutil.rmtree(tiny / "plan_data/tiny/2026")
    problem = _only(said())
    assert (problem.message, problem.hint) == ("This plan has no edition", 'Make a folder such as "2026".')


def test_an_edition_with_nothing_in_it_is_told_what_is_missing(tiny: Path, said: Said) -> None:
    (tiny / "plan_data/tiny/2027").mkdir()
    assert [str(problem.place) for problem in said()] == [
        "plan_data/tiny/2027/edition.yaml:1:1",
        "plan_data/tiny/2027/organisations.yaml:1:1",
    ]


def test_a_site_without_a_plan_says_so(tiny: Path, said: Said) -> None:
    shutil.rmtree(tiny / "plan_data/tiny")
    assert _only(said()).message == "This site has no plan"


def test_a_folder_without_plans_is_told_that_the_settings_are_missing(tmp_path: Path) -> None:
    with pytest.raises(PlanError) as caught:
        build.check(tmp_path)
    assert _only(caught.value.problems).place == Place("plan_data/site.yaml")


@pytest.mark.parametrize("name", ["Tiny Plan", "tiny_plan", "-tiny"])
def test_the_folder_of_a_plan_is_part_of_its_address(tiny: Path, said: Said, name: str) -> None:
    (tiny / "plan_data/tiny").rename(tiny / "plan_data" / name)
    assert _only(said()).message == f'The folder name "{name}" cannot be part of an address'


def test_the_folder_of_an_edition_is_part_of_its_address(tiny: Path, said: Said) -> None:
    (tiny / "plan_data/tiny/2026").rename(tiny / "plan_data/tiny/Year 1")
    assert _only(said()).message == 'The folder name "Year 1" cannot be part of an address'


@pytest.mark.parametrize("folder", ["plan_data/schema", "plan_data/tiny/schema", "plan_data/.git", "plan_data/tiny/.x"])
def test_folders_for_editors_are_not_plans_or_editions(tiny: Path, said: Said, folder: str) -> None:
    (tiny / folder).mkdir()
    assert said() == ()


def test_a_file_that_no_step_reads_is_named(lay: Lay, said: Said) -> None:
    lay("plan_data/tiny/2026/target.yaml", "targets: []\n")
    assert _only(said()).place == Place("plan_data/tiny/2026/target.yaml")


@pytest.mark.parametrize("file", [f"{ITEMS}/.DS_Store", "content/.DS_Store", "content/en/.about.md.swp"])
def test_files_that_computers_leave_about_are_passed_over(lay: Lay, said: Said, file: str) -> None:
    lay(file, b"\x00")
    assert said() == ()


def test_a_file_of_an_item_that_is_a_link_is_not_followed(tiny: Path, said: Said) -> None:
    path = tiny / ITEMS / "burglary.yaml"
    path.rename(tiny / "elsewhere.yaml")
    path.symlink_to(tiny / "elsewhere.yaml")
    assert "This is a link to another file" in [problem.message for problem in said()]


def test_an_id_listed_twice_is_a_fault_of_the_list(lay: Lay, said: Said) -> None:
    lay(EDITION, "themes:\n  - burglary\n  - streets\n  - burglary\n")
    assert _only(said()).place == Place(EDITION, 4, 5)


# ------------------------------------------------------------------------------------- editions and the site


def test_editions_stand_oldest_first(tiny: Path) -> None:
    shutil.copytree(tiny / "plan_data/tiny/2026", tiny / "plan_data/tiny/2027")
    assert [edition.id for edition in _plan(tiny).editions] == ["2026", "2027"]


def test_the_newest_edition_is_the_current_one(tiny: Path) -> None:
    shutil.copytree(tiny / "plan_data/tiny/2026", tiny / "plan_data/tiny/2025")
    assert _plan(tiny).current.id == "2026"


def test_loading_twice_gives_the_same_plan(tiny: Path) -> None:
    assert _plan(tiny) == _plan(tiny)


def test_a_site_without_an_address_does_not_state_it(tiny: Path, lay: Lay) -> None:
    lay("plan_data/site.yaml", "name: A\nlanguage: en\nas_of: 2026-06-01\noperator:\n  name: B\n")
    site = load_site(tiny)
    assert isinstance(site, Site)
    assert site.address is NOT_STATED


# --------------------------------------------------------------------------------------- all faults of a run


def test_all_faults_of_a_run_are_told_at_once_sorted_by_place(lay: Lay, said: Said) -> None:
    lay(f"{ITEMS}/streets.yaml", "id: streets\ntitel: Streets\n")
    lay(f"{ITEMS}/burglary.yaml", "id: burglary\ntitle: Burglary\nstarts: soon\nends: later\n")
    lay("content/en/about.md", "# About\n\n<b>\n")
    lay("plan_data/site.yaml", "name: A\n")
    places = [problem.place for problem in said()]
    assert places == sorted(places, key=lambda place: place or Place(""))
    assert {place.file for place in places if place} == {
        f"{ITEMS}/streets.yaml",
        f"{ITEMS}/burglary.yaml",
        "content/en/about.md",
        "plan_data/site.yaml",
    }


def test_the_faults_of_two_plans_are_told_at_once(tiny: Path, lay: Lay, said: Said) -> None:
    shutil.copytree(tiny / "plan_data/tiny", tiny / "plan_data/other")
    for plan in ("tiny", "other"):
        lay(f"plan_data/{plan}/2026/items/streets.yaml", "id: streets\n")
    assert [problem.place and problem.place.file for problem in said()] == [
        "plan_data/other/2026/items/streets.yaml",
        "plan_data/tiny/2026/items/streets.yaml",
    ]


def test_the_faults_of_two_editions_are_told_at_once(tiny: Path, lay: Lay, said: Said) -> None:
    shutil.copytree(tiny / "plan_data/tiny/2026", tiny / "plan_data/tiny/2027")
    for year in ("2026", "2027"):
        lay(f"plan_data/tiny/{year}/items/streets.yaml", "id: streets\n")
    assert [problem.place and problem.place.file for problem in said()] == [
        "plan_data/tiny/2026/items/streets.yaml",
        "plan_data/tiny/2027/items/streets.yaml",
    ]

"""The second site, examples/exampleton: another council's living plan, in Welsh too, with nothing of the first plan."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from generator import build, upkeep
from generator.assess import outcomes, tally
from generator.fields import NotStated
from generator.ledger import Standing, coverage
from generator.model import PlanEditions
from generator.pages import judged_on
from generator.status import Status
from generator.targets import Direction, Kind, OutcomeKind, State, Target

EXAMPLETON = Path(__file__).parents[2] / "examples" / "exampleton"
PLAN = "exampleton-safer-town"
WRITTEN = {".yaml", ".md", ".po", ".csv", ".yml"}
PUBLISHED = {".html", ".xml", ".json", ".csv"}


@pytest.fixture(scope="module")
def checked() -> build.Checked:
    return build.check(EXAMPLETON)


@pytest.fixture(scope="module")
def plan(checked: build.Checked) -> PlanEditions:
    (plan,) = checked.plans
    return plan


@pytest.fixture(scope="module")
def targets(plan: PlanEditions) -> dict[str, Target]:
    return {str(target.id): target for target in plan.current.targets.targets}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("exampleton") / "site"
    build.build(EXAMPLETON, into)
    return into


def _texts(folder: Path, suffixes: set[str]) -> dict[str, str]:
    inside = {path.relative_to(folder): path for path in folder.rglob("*") if path.suffix in suffixes}
    return {name.as_posix(): path.read_text("utf-8") for name, path in inside.items() if name.parts[0] != "site"}


def test_the_check_finds_nothing_that_is_not_there_on_purpose(checked: build.Checked) -> None:
    assert [(each.check, "young-reoffending" in each.message) for each in checked.warnings] == [
        ("published-outcomes", True)
    ]


def test_every_outcome_is_in_the_newest_edition(checked: build.Checked, plan: PlanEditions) -> None:
    found = outcomes(plan.current, judged_on(plan, plan.current, checked.site))
    assert set(tally(found)) == set(OutcomeKind)
    by_id = {str(outcome.target.id): outcome for outcome in found}
    assert by_id["vehicle-crime"].kind is OutcomeKind.MISSED
    assert {outcome.chance for outcome in found} == {True, False, None}
    assert by_id["young-reoffending"].disputed


def test_every_page_is_there_in_both_languages(site: Path) -> None:
    pages = {path.relative_to(site) for path in site.rglob("*.html")}
    welsh = {page.as_posix().replace("cy/", "", 1) for page in pages if "cy" in page.parts}
    assert welsh == {page.as_posix() for page in pages if "cy" not in page.parts}
    assert {f"plans/{PLAN}/{edition}/index.html" for edition in (2024, 2025, 2026)} <= welsh


def test_the_site_says_at_once_that_it_is_made_up(site: Path, checked: build.Checked) -> None:
    assert "made-up" in checked.site.name.wording
    for home, words in (("index.html", "are made up."), ("cy/index.html", "wedi'u dyfeisio.")):
        first = (site / home).read_text("utf-8").partition('<section id="about">')[2].partition("</p>")[0]
        assert words in first.replace("&#39;", "'")
    assert "<strong>Exampleton does not exist.</strong>" in (site / "about.html").read_text("utf-8")


def test_nothing_of_the_first_plan_is_in_it(site: Path) -> None:
    texts = _texts(EXAMPLETON, WRITTEN) | _texts(site, PUBLISHED)
    assert len(texts) > 400
    assert [name for name, text in texts.items() if re.search("kettering|northampton", text, re.IGNORECASE)] == []


def test_nobody_real_can_be_reached_by_it() -> None:
    """Ofcom keeps 01632 960000 to 960999 for drama; RFC 2606 keeps .example; no postcode begins with ZZ99."""
    written = "\n".join(_texts(EXAMPLETON / "plan_data", {".yaml"}).values())
    numbers = re.findall(r"(?:telephone|textphone|fax): (.+)", written)
    hosts = re.findall(r"(?:https?://|@)([a-z0-9.-]+)", written)
    assert numbers
    assert all(re.fullmatch(r"01632 960\d{3}", number) for number in numbers)
    assert {host for host in hosts if not host.endswith(".example")} == {"www.equalityadvisoryservice.com"}
    assert {each[:4] for each in re.findall(r"\b[A-Z]{1,2}\d{1,2} \d[A-Z]{2}\b", written)} == {"ZZ99"}


def test_every_kind_direction_state_and_status_is_there(plan: PlanEditions, targets: dict[str, Target]) -> None:
    assert {target.kind for target in targets.values()} == set(Kind)
    assert {target.measure.direction for target in targets.values()} == {*Direction, NotStated.NOT_STATED}
    values = [value for target in targets.values() for value in target.values]
    assert {value.state for value in values} == set(State)
    assert {item.status for item in plan.current.all_items()} >= set(Status)


@pytest.mark.parametrize(
    ("target", "figures"),
    [
        pytest.param("lamp-repairs", ["8.2", "6.4", "4.8", "5"], id="met"),
        pytest.param("vehicle-crime", ["913", "901", "880", "867"], id="missed"),
        pytest.param("feel-safe", ["58.4", "60.1", "62.6", "62", "66"], id="on track"),
        pytest.param("knife-injuries", ["9", "7", "0"], id="behind"),
        pytest.param("anti-social-behaviour", ["1640", "1702", "1790", "1476"], id="worse than baseline"),
        pytest.param("night-bus-trips", ["5150", "12000"], id="not due"),
        pytest.param("victim-support", ["6.0", "4.5", "3"], id="no data yet"),
        pytest.param("confidence", ["41.0", "43.1", "47.2", "50"], id="not comparable"),
        pytest.param("domestic-abuse", ["640", "655", "702"], id="not set"),
    ],
)
def test_the_figures_give_every_outcome(targets: dict[str, Target], target: str, figures: list[str]) -> None:
    """The baseline, the results and what is to be reached, of one target for each outcome."""
    judged = targets[target]
    counted = [value.value for value in (judged.baseline, *judged.values) if not isinstance(value, NotStated)]
    ends = [end for due in judged.due for end in (due.value, due.at_least, due.at_most)]
    assert [str(figure) for figure in (*counted, *ends) if not isinstance(figure, NotStated)] == figures


def test_what_was_published_stays_in_later_editions(plan: PlanEditions) -> None:
    """An awaited figure may come; any other value stays, and a revised one stands beside it."""
    for before, after in pairwise(plan.editions):
        later = {name: _observed(each) for each in after.targets.targets for name in (each.id, *each.aliases)}
        gone = {each.id for each in after.targets.withdrawn}
        for target in before.targets.targets:
            known = [value for value in _observed(target) if value[1] is not State.AWAITED]
            assert target.id in gone or later[target.id][: len(known)] == known, target.id


def _observed(target: Target) -> list[tuple[object, ...]]:
    """What is known of each value of a target: when, its state, its figure."""
    return [(value.period, value.state, value.value) for value in target.values]


def test_items_and_targets_come_go_move_and_change_their_names(plan: PlanEditions) -> None:
    first, second, third = plan.editions
    assert set(second.items_by_path) - set(first.items_by_path) == {"people-harmed.easy-help.help-points"}
    assert "safer-streets.shops.theft-app" in set(second.items_by_path) - set(third.items_by_path)
    assert "town-centre.evening-patrols.school-routes" in second.items_by_path
    assert "young-people.schools.school-routes" in third.items_by_path
    assert third.items_by_path["young-people.free-time"].aliases == ("holiday-activities",)
    assert [target.id for target in third.targets.targets if target.aliases == ("shoplifting",)] == ["shop-theft"]
    assert [each.id for each in third.targets.withdrawn] == ["bicycle-marking"]
    revised = [target for target in second.targets.targets if not isinstance(target.revision, NotStated)]
    assert [target.id for target in revised] == ["fly-tipping"]


def test_all_its_texts_are_in_welsh_and_say_that_they_are_drafts(checked: build.Checked) -> None:
    translator = checked.translators["cy"].of_plan(PLAN)
    far = coverage(translator, checked.originals[PLAN], checked.originals["site"])
    for part in (far.summary, far.rest, far.site):
        assert part.readable == part.total > 0
        assert set(part.counts) == {Standing.DRAFT}


def test_the_catalogs_of_its_texts_are_in_step() -> None:
    messages = [problem.message for problem in upkeep.report(EXAMPLETON).problems]
    assert [message for message in messages if "planpress.po" not in message] == []  # words of Planpress may be newer

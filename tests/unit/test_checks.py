"""What a check lets pass, and what it says of plans that are unusual but not wrong."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from generator import checks
from generator.checks.target_arithmetic import fits
from generator.checks.target_kinds import NEEDS
from generator.fields import texts_in
from generator.model import RESERVED_IDS, Edition
from generator.problems import Place, Problem, Severity
from generator.targets import STATES_WITHOUT_VALUE, Kind, State

Lay = Callable[[str, str | bytes], None]
Said = Callable[[], tuple[Problem, ...]]

BURGLARY = "plan_data/tiny/2026/items/burglary.yaml"
EDITION = "plan_data/tiny/2026/edition.yaml"
ORGANISATIONS = "plan_data/tiny/2026/organisations.yaml"
SITE = "plan_data/site.yaml"
TARGETS = "plan_data/tiny/2026/targets.yaml"

HEAD = "units:\n  - id: crimes\n    other: crimes\ntargets:\n  - id: burglaries\n    statement: Fewer burglaries\n"
COUNT = f"{HEAD}    kind: number\n    measure:\n      title: Burglaries\n      unit: crimes\n      direction: down\n"
SHARE = COUNT.replace("unit: crimes", "unit: percent")
DUE = "    due:\n      - by: 2029-03\n        value: 48\n"


def _dated(starts: str, ends: str) -> str:
    return (
        "id: burglary\ntitle: Burglary\naims:\n  - id: homes\n    title: Homes\n"
        f"    starts: {starts}\n    ends: {ends}\n"
    )


def _contact(name: str, value: str) -> str:
    return (
        "roles:\n  - id: partner\n    title: Partners\n    organisations:\n      - police\n"
        "organisations:\n  - id: exampleton-council\n    name: Council\n  - id: police\n    name: Police\n"
        f"    contacts:\n      - {name}: {value}\n"
    )


# -------------------------------------------------------------------------------------------------- item dates


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        ("2026-04-01", "2026-04-01"),
        ("2026-04-01", "2026-04"),
        ("2026-04-30", "2026"),
        ("2026-04", "2026-04-01"),
        ("2026", "2026-01"),
        ("2026-04-01", "not stated"),
        ("not stated", "2026-04-01"),
        ("later during 2026", "by 2026-03"),
    ],
)
def test_an_item_may_end_on_the_day_it_starts(lay: Lay, said: Said, starts: str, ends: str) -> None:
    lay(BURGLARY, _dated(starts, ends))
    assert said() == ()


def test_an_item_may_not_end_on_the_day_before_it_starts(lay: Lay, said: Said) -> None:
    lay(BURGLARY, _dated("2026-04-02", "2026-04-01"))
    assert [problem.check for problem in said()] == ["item-dates"]


# ------------------------------------------------------------------------------------------- target arithmetic


@pytest.mark.parametrize("printed", ["290", "291", "290.9", "290.8", "290.88"])
def test_303_less_4_percent_may_be_printed_so(printed: str) -> None:
    assert fits(Decimal(303), Decimal(-4), Decimal(printed))


@pytest.mark.parametrize("printed", ["289", "292", "290.7", "290.87"])
def test_303_less_4_percent_may_not_be_printed_so(printed: str) -> None:
    assert not fits(Decimal(303), Decimal(-4), Decimal(printed))


def test_a_whole_result_has_no_second_value() -> None:
    assert not fits(Decimal(500), Decimal(-4), Decimal(481))


def test_a_rise_is_counted_upwards() -> None:
    assert fits(Decimal(200), Decimal("2.5"), Decimal(205))


def test_a_value_below_zero_is_rounded_like_others() -> None:
    assert fits(Decimal(-303), Decimal(-4), Decimal(-291))


def test_a_fall_by_all_of_it_is_nothing() -> None:
    assert fits(Decimal(303), Decimal(-100), Decimal(0))


def test_a_change_from_nothing_is_nothing() -> None:
    assert fits(Decimal(0), Decimal(-4), Decimal(0))


def test_a_due_value_without_a_promised_change_cannot_be_wrong(lay: Lay, said: Said) -> None:
    lay(TARGETS, f"{COUNT}    baseline:\n      value: 500\n{DUE}")
    assert said() == ()


def test_a_promised_change_without_a_due_value_cannot_be_wrong(lay: Lay, said: Said) -> None:
    due = "    due:\n      - by: 2029\n        at_most: 490\n        change_percent: -4\n"
    threshold = COUNT.replace("kind: number", "kind: threshold")
    lay(TARGETS, f"{threshold}    baseline:\n      value: 500\n{due}")
    assert said() == ()


def test_a_due_value_that_does_not_fit_is_a_warning(lay: Lay, said: Said) -> None:
    due = "    due:\n      - by: 2029\n        value: 490\n        change_percent: -4\n"
    lay(TARGETS, f"{COUNT}    baseline:\n      value: 500\n{due}")
    assert [problem.severity for problem in said()] == [Severity.WARNING]


@pytest.mark.parametrize("figure", ["480.00000000000000000000000000", "0.0000000000000000000000000001", "9" * 30])
def test_a_figure_with_many_digits_is_only_a_figure(lay: Lay, said: Said, figure: str) -> None:
    due = f"    due:\n      - by: 2029\n        value: {figure}\n        change_percent: -4\n"
    lay(TARGETS, f"{COUNT}    baseline:\n      value: 500\n{due}")
    assert {problem.check for problem in said()} <= {"numbers", "target-arithmetic"}


@pytest.mark.parametrize("figure", ["1e999999", "1e-999999"])
def test_a_figure_with_an_exponent_does_not_end_the_program(lay: Lay, said: Said, figure: str) -> None:
    due = f"    due:\n      - by: 2029\n        value: {figure}\n        change_percent: {figure}\n"
    lay(TARGETS, f"{COUNT}    baseline:\n      value: {figure}\n{due}")
    assert {problem.check for problem in said()} <= {"numbers", "target-arithmetic"}


# ----------------------------------------------------------------------------------------------------- numbers


@pytest.mark.parametrize("share", ["0", "100", "0.0", "100.0", "66.7"])
def test_a_share_lies_between_0_and_100_percent(lay: Lay, said: Said, share: str) -> None:
    lay(TARGETS, f"{SHARE}    baseline:\n      value: {share}\n{DUE}")
    assert said() == ()


def test_a_count_may_be_above_100(lay: Lay, said: Said) -> None:
    lay(TARGETS, f"{COUNT}    baseline:\n      value: 195\n{DUE}")
    assert said() == ()


@pytest.mark.parametrize("printed", ["66", "67", "66.6", "66.7", "66.67"])
def test_200_out_of_300_may_be_printed_so(lay: Lay, said: Said, printed: str) -> None:
    parts = "      numerator: 200\n      denominator: 300\n"
    lay(TARGETS, f"{SHARE}    baseline:\n      value: {printed}\n{parts}{DUE}")
    assert said() == ()


@pytest.mark.parametrize("printed", ["65", "68", "66.5", "66.8"])
def test_200_out_of_300_may_not_be_printed_so(lay: Lay, said: Said, printed: str) -> None:
    parts = "      numerator: 200\n      denominator: 300\n"
    lay(TARGETS, f"{SHARE}    baseline:\n      value: {printed}\n{parts}{DUE}")
    assert [problem.check for problem in said()] == ["numbers"]


def test_a_share_observed_since_is_checked_too(lay: Lay, said: Said) -> None:
    lay(TARGETS, f"{SHARE}{DUE}    values:\n      - value: 101\n        period: 2027\n")
    assert [problem.check for problem in said()] == ["numbers"]


# ------------------------------------------------------------------------------------- target kinds and values


@pytest.mark.parametrize("kind", list(Kind))
def test_each_kind_of_target_says_what_it_needs(kind: Kind) -> None:
    assert kind in NEEDS


@pytest.mark.parametrize("fields", ["", "    due:\n      - by: 2029\n"])
def test_a_target_that_is_not_yet_set_needs_no_figure(lay: Lay, said: Said, fields: str) -> None:
    lay(TARGETS, COUNT.replace("kind: number", "kind: not yet set") + fields)
    assert said() == ()


@pytest.mark.parametrize("state", sorted(set(State) - STATES_WITHOUT_VALUE))
def test_a_figure_may_have_this_state(lay: Lay, said: Said, state: str) -> None:
    lay(TARGETS, f"{COUNT}{DUE}    values:\n      - value: 47\n        period: 2027\n        state: {state}\n")
    assert said() == ()


@pytest.mark.parametrize("state", sorted(STATES_WITHOUT_VALUE))
def test_without_a_figure_a_value_may_have_this_state(lay: Lay, said: Said, state: str) -> None:
    lay(TARGETS, f"{COUNT}{DUE}    values:\n      - period: 2027\n        state: {state}\n")
    assert said() == ()


@pytest.mark.parametrize("state", sorted(STATES_WITHOUT_VALUE))
def test_a_figure_may_not_have_this_state(lay: Lay, said: Said, state: str) -> None:
    lay(TARGETS, f"{COUNT}{DUE}    values:\n      - value: 47\n        period: 2027\n        state: {state}\n")
    assert [problem.check for problem in said()] == ["values"]


def test_a_baseline_has_a_state_too(lay: Lay, said: Said) -> None:
    lay(TARGETS, f"{COUNT}    baseline:\n      period: 2026\n{DUE}")
    assert [problem.place for problem in said()] == [Place(TARGETS, 13, 7)]


def test_a_baseline_may_be_in_the_words_as_printed(lay: Lay, said: Said) -> None:
    lay(TARGETS, f"{COUNT}    baseline:\n      printed: about half\n{DUE}")
    assert said() == ()


# ------------------------------------------------------------------------------------------------ target dates


def test_a_revised_value_may_be_of_the_same_period(lay: Lay, said: Said) -> None:
    lay(
        TARGETS,
        f"{COUNT}{DUE}    values:\n      - value: 47\n        period: 2027\n"
        "      - value: 48\n        period: 2027\n        state: revised\n",
    )
    assert said() == ()


def test_two_values_of_the_same_period_and_state_contradict_each_other(lay: Lay, said: Said) -> None:
    lay(
        TARGETS,
        f"{COUNT}{DUE}    values:\n      - value: 47\n        period: 2027\n      - value: 48\n        period: 2027\n",
    )
    assert [problem.check for problem in said()] == ["target-dates"]


def test_two_due_values_may_not_be_of_the_same_day(lay: Lay, said: Said) -> None:
    lay(TARGETS, f"{COUNT}{DUE}      - by: 2029-03\n        value: 47\n")
    assert [problem.check for problem in said()] == ["target-dates"]


def test_a_target_may_be_due_within_the_period_of_its_baseline(lay: Lay, said: Said) -> None:
    lay(TARGETS, f"{COUNT}    baseline:\n      value: 50\n      period: 2029\n{DUE}")
    assert said() == ()


# ------------------------------------------------------------------------------------------ references and ids


def test_a_reference_may_name_an_item_further_down(lay: Lay, said: Said) -> None:
    lay(TARGETS, f"{COUNT}    item: burglary.homes.alley-gates\n{DUE}")
    assert said() == ()


def test_percent_needs_no_entry_among_the_units(lay: Lay, said: Said) -> None:
    lay(TARGETS, SHARE[SHARE.index("targets:") :] + DUE)
    assert said() == ()


def test_a_reference_is_placed_at_the_entry_that_is_wrong(lay: Lay, said: Said) -> None:
    owners = "    owners:\n      - police\n      - polise\n"
    lay(BURGLARY, _dated("2026", "2026") + owners)
    assert [problem.place for problem in said()] == [Place(BURGLARY, 10, 9)]


@pytest.mark.parametrize("reserved", sorted(RESERVED_IDS))
def test_a_theme_may_not_have_an_id_that_begins_other_paths(lay: Lay, said: Said, reserved: str) -> None:
    file = f"plan_data/tiny/2026/items/{reserved}.yaml"
    lay(EDITION, f"themes:\n  - burglary\n  - streets\n  - {reserved}\n")
    lay(file, f"id: {reserved}\ntitle: Another theme\n")
    assert [(problem.check, problem.place) for problem in said()] == [("ids", Place(file, 1, 5))]


def test_an_aim_may_have_an_id_that_begins_other_paths(lay: Lay, said: Said) -> None:
    lay(BURGLARY, _dated("2026", "2026") + "  - id: targets\n    title: Targets\n")
    assert said() == ()


def test_every_path_of_a_part_that_is_no_item_begins_with_a_reserved_id(edition: Callable[[], Edition]) -> None:
    made = edition()
    parts = (made.plan, made.facts, made.targets, made.organisations, made.achievements, made.plan.levels)
    assert {text.path.partition(".")[0] for text in texts_in(parts)} <= RESERVED_IDS


def test_contacts_of_one_organisation_are_told_apart(lay: Lay, said: Said) -> None:
    contacts = _contact("title", "Desk") + "      - title: Press\n"
    lay(ORGANISATIONS, contacts)
    assert [problem.place and problem.place.file for problem in said()] == [ORGANISATIONS]


# ---------------------------------------------------------------------------------------------------- contacts


@pytest.mark.parametrize(
    "number",
    [
        "01632 960001",
        "(01632) 960001",
        "01632-960001",
        "+44 1632 960001",
        "+44 (0)1632 960001",
        "01632 960001 ext 12",
        "01632 960001 x12",
        "101 0000",
        "112 4567890",
    ],
)
def test_a_telephone_number_may_be_written_so(lay: Lay, said: Said, number: str) -> None:
    lay(ORGANISATIONS, _contact("telephone", f'"{number}"'))
    assert said() == ()


@pytest.mark.parametrize("number", ["12345", "01632 96000l", "01632 960001 / 2", "0163296000112345", "٠١٦٣٢ ٩٦٠٠٠١"])
def test_a_telephone_number_may_not_be_written_so(lay: Lay, said: Said, number: str) -> None:
    lay(ORGANISATIONS, _contact("telephone", f'"{number}"'))
    assert [(problem.check, problem.severity) for problem in said()] == [("contacts", Severity.ERROR)]


@pytest.mark.parametrize("address", ["plan@exampleton.example", "a.b+c@d.e.example"])
def test_an_email_address_may_be_written_so(lay: Lay, said: Said, address: str) -> None:
    lay(ORGANISATIONS, _contact("email", address))
    assert said() == ()


@pytest.mark.parametrize("address", ["plan", "plan@exampleton", '"a b@c.example"', '"@c.example"', "a@b@c.example"])
def test_an_email_address_may_not_be_written_so(lay: Lay, said: Said, address: str) -> None:
    lay(ORGANISATIONS, _contact("email", address))
    assert [problem.check for problem in said()] == ["contacts"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "example.org", "ftp://example.org", "https://example"])
def test_a_website_may_not_be_written_so(lay: Lay, said: Said, address: str) -> None:
    lay(ORGANISATIONS, _contact("website", address))
    assert [problem.check for problem in said()] == ["contacts"]


# -------------------------------------------------------------------------------------- statements and the site


def test_a_plan_that_prints_no_statement_is_told_nothing(lay: Lay, said: Said) -> None:
    lay(EDITION, "themes:\n  - burglary\n  - streets\n")
    assert said() == ()


@pytest.mark.parametrize("address", ["https://plan.example", "https://plan.example/plans/", "http://localhost:8000"])
def test_the_address_of_a_site_may_be_written_so(lay: Lay, said: Said, address: str) -> None:
    operator = "operator:\n  name: A\n  email: a@b.example\n  enforcement: B\naccessibility:\n  prepared: 2026-04-01\n"
    lay(SITE, f"name: A\nlanguage: en\nas_of: 2026-06-01\naddress: {address}\n{operator}")
    assert said() == ()


@pytest.mark.parametrize("address", ["https://", "plan.example", "https://plan.example?a=b", "https://plan.example#a"])
def test_the_address_of_a_site_may_not_be_written_so(lay: Lay, said: Said, address: str) -> None:
    operator = "operator:\n  name: A\n  email: a@b.example\n  enforcement: B\naccessibility:\n  prepared: 2026-04-01\n"
    lay(SITE, f"name: A\nlanguage: en\nas_of: 2026-06-01\naddress: {address}\n{operator}")
    assert [problem.check for problem in said()] == ["site-address"]


@pytest.mark.parametrize("way", ["email: a@b.example", "telephone: 01632 960001", "address: [Town Hall]"])
def test_one_way_to_reach_the_operator_is_enough(lay: Lay, said: Said, way: str) -> None:
    operator = f"operator:\n  name: A\n  {way}\n  enforcement: B\naccessibility:\n  prepared: 2026-04-01\n"
    lay(SITE, f"name: A\nlanguage: en\nas_of: 2026-06-01\naddress: https://plan.example\n{operator}")
    assert said() == ()


@pytest.mark.parametrize("check", [*checks.EDITION_CHECKS, *checks.SITE_CHECKS], ids=lambda check: check.__module__)
def test_a_check_says_why_it_is_there_and_shows_wrong_and_right(check: Callable[..., object]) -> None:
    page = check.__globals__["__doc__"]
    assert [word in page for word in ("Takes ", "Why: ", "Wrong: ", "Right: ")] == [True] * 4


@pytest.mark.parametrize(("as_of", "told"), [("2027-04-01", []), ("2027-04-02", ["accessibility-review"])])
def test_a_statement_is_late_from_the_day_after_a_year(lay: Lay, said: Said, as_of: str, told: list[str]) -> None:
    operator = "operator:\n  name: A\n  email: a@b.example\n  enforcement: B\naccessibility:\n  reviewed: 2026-04-01\n"
    lay(SITE, f"name: A\nlanguage: en\nas_of: {as_of}\naddress: https://a.example\n{operator}")
    assert [problem.check for problem in said()] == told


def test_a_site_without_a_statement_is_told(lay: Lay, said: Said) -> None:
    operator = "operator:\n  name: A\n  email: a@b.example\n  enforcement: B\n"
    lay(SITE, f"name: A\nlanguage: en\nas_of: 2026-06-01\naddress: https://a.example\n{operator}")
    assert [problem.check for problem in said()] == ["accessibility-review"]

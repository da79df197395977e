"""What is concluded about a target, case by case. The laws that hold for all are in tests/properties."""

import math
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.assess import Bounds, Outcome, Progress, Reason, assess, comparable, tally
from generator.chance import may_be_chance
from generator.fields import NOT_STATED
from generator.targets import Direction, Kind, OutcomeKind, PublishedOutcome, State, Target, Value
from tests.unit.made import APRIL, due, target, text, value


def judged(made: Target, on: str = "2010-06-01", *, events: bool = False) -> Outcome:
    return assess(made, date.fromisoformat(on), APRIL, events=events)


def vehicle_crime(*values: Value, **more: Any) -> Target:  # noqa: ANN401 - as above
    """The first target of the first plan: 913 crimes in 2007/2008, to be 867 by March 2011."""
    return target(Direction.DOWN, value("913", "2007/2008"), [due("2011-03", "867")], values, **more)


# ------------------------------------------------------------------------------------- at the deadline


def test_880_where_867_was_promised_is_missed_however_much_better_it_is() -> None:
    outcome = judged(vehicle_crime(value("880", "2010/2011")), "2011-06-01")
    assert outcome.kind is OutcomeKind.MISSED
    assert outcome.progress == Progress(Decimal(33), Decimal(46))
    assert not outcome.worse


@pytest.mark.parametrize(("figure", "kind"), [("867", "met"), ("866", "met"), ("867.01", "missed"), ("868", "missed")])
def test_a_due_value_is_met_to_the_letter(figure: str, kind: str) -> None:
    assert judged(vehicle_crime(value(figure, "2010/2011")), "2011-06-01").kind == kind


def test_a_margin_does_not_widen_the_target() -> None:
    made = vehicle_crime(value("868", "2010/2011"), margin=Decimal(20))
    assert judged(made, "2011-06-01").kind is OutcomeKind.MISSED


def test_a_missed_target_that_is_worse_than_its_baseline_says_both() -> None:
    outcome = judged(vehicle_crime(value("950", "2010/2011")), "2011-06-01")
    assert (outcome.kind, outcome.worse) == (OutcomeKind.MISSED, True)
    assert outcome.progress == Progress(Decimal(-37), Decimal(46))


def test_the_first_figure_at_the_deadline_decides_not_a_later_one() -> None:
    values = value("880", "2010/2011"), value("860", "2011/2012")
    outcome = judged(vehicle_crime(*values), "2012-06-01")
    assert (outcome.kind, outcome.value) == (OutcomeKind.MISSED, values[0])


def test_a_revised_figure_decides_instead_of_the_one_it_revises() -> None:
    values = value("880", "2010/2011"), value("866", "2010/2011", state=State.REVISED)
    assert judged(vehicle_crime(*values), "2011-06-01").kind is OutcomeKind.MET


def test_a_figure_of_a_time_to_come_is_a_forecast_and_decides_nothing() -> None:
    assert judged(vehicle_crime(value("860", "2010/2011")), "2011-03-30").kind is OutcomeKind.NOT_DUE
    assert judged(vehicle_crime(value("860", "2010/2011")), "2011-03-31").kind is OutcomeKind.MET


def test_a_month_among_years_does_not_decide() -> None:
    values = value("900", "2010/2011"), value("55", "2011-03")
    outcome = judged(vehicle_crime(*values), "2011-06-01")
    assert (outcome.kind, outcome.value) == (OutcomeKind.MISSED, values[0])


def test_no_figure_for_the_deadline_is_no_data_though_an_older_figure_was_good_enough() -> None:
    older = value("860", "2009/2010")
    outcome = judged(vehicle_crime(older), "2011-03-31")
    assert (outcome.kind, outcome.value) == (OutcomeKind.NO_DATA, older)


def test_a_target_of_nothing_is_met_by_nothing_only() -> None:
    for figure, kind in (("0", OutcomeKind.MET), ("1", OutcomeKind.MISSED)):
        made = target(Direction.DOWN, value("12", "2007/2008"), [due("2011-03", "0")], [value(figure, "2010/2011")])
        assert judged(made, "2011-06-01").kind is kind


def test_a_baseline_of_nothing_is_a_baseline() -> None:
    made = target(Direction.UP, value("0", "2007/2008"), [due("2011-03", "90")], [value("30", "2008/2009")])
    outcome = judged(made)
    assert (outcome.kind, outcome.expected) == (OutcomeKind.ON_TRACK, Bounds(low=Decimal(30)))
    assert outcome.progress == Progress(Decimal(30), Decimal(90))


# -------------------------------------------------------------------------------- before the deadline


@pytest.mark.parametrize(
    ("figure", "kind"),
    [("867", "on track"), ("882", "on track"), ("883", "behind"), ("913", "behind"), ("914", "worse than baseline")],
)
def test_two_of_three_years_ask_for_two_of_three_parts(figure: str, kind: str) -> None:
    # 913 less two thirds of 46 is 882.33.
    assert judged(vehicle_crime(value(figure, "2009/2010"))).kind == kind


def test_what_the_path_asks_for_is_shown_so_that_it_agrees_with_the_conclusion() -> None:
    # 882.33 is shown as 882: whoever has 883 is behind, and sees so.
    assert judged(vehicle_crime(value("883", "2009/2010"))).expected == Bounds(high=Decimal(882))


def test_a_margin_widens_the_path() -> None:
    assert judged(vehicle_crime(value("885", "2009/2010"), margin=Decimal(3))).kind is OutcomeKind.ON_TRACK


def test_a_falling_percentage_is_judged_like_any_other_figure() -> None:
    made = target(
        Direction.DOWN,
        value("21", "12 months to 2008-02"),
        [due("2011-03", "18")],
        [value("20.5", "12 months to 2010-02")],
    )
    outcome = judged(made)
    assert outcome.kind is OutcomeKind.BEHIND
    assert outcome.expected == Bounds(high=Decimal("19.0"))


def test_a_figure_that_reached_the_target_early_is_on_track_not_met() -> None:
    outcome = judged(vehicle_crime(value("850", "2009/2010")))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.ON_TRACK, Reason.REACHED_EARLY)


def test_with_several_due_values_the_next_one_counts_and_the_path_bends_there() -> None:
    dues = due("2009-03", "900"), due("2010-03", "880"), due("2011-03", "867")
    made = target(Direction.DOWN, value("913", "2007/2008"), dues, [value("890", "2009/2010")])
    assert judged(made, "2010-04-01").due is dues[2]  # the figure for March 2010 is there: 880 is settled
    assert judged(made, "2010-04-01").kind is OutcomeKind.BEHIND
    before = target(Direction.DOWN, value("913", "2007/2008"), dues, [value("900", "2008/2009")])
    assert (judged(before, "2009-06-01").due, judged(before, "2009-06-01").kind) == (dues[1], OutcomeKind.ON_TRACK)


def test_a_promise_to_stay_below_a_limit_is_on_track_below_it_though_the_figure_rises() -> None:
    made = target(Direction.DOWN, value("900", "2007/2008"), [due("2011-03", "950")], [value("930", "2009/2010")])
    assert judged(made).kind is OutcomeKind.ON_TRACK


def test_a_promise_to_stay_above_a_limit_is_worse_than_the_baseline_below_it() -> None:
    made = target(Direction.UP, value("90", "2007/2008"), [due("2011-03", "80")], [value("79", "2009/2010")])
    assert judged(made).kind is OutcomeKind.WORSE
    assert judged(made).expected == Bounds(low=Decimal(80))  # the path is level: it does not lead down to the limit


def test_a_threshold_needs_no_direction() -> None:
    made = target(
        Direction.NONE,
        value("70", "2007/2008"),
        [due("2011-03", at_least="95")],
        [value("95", "2010/2011")],
        kind=Kind.THRESHOLD,
    )
    assert judged(made, "2011-04-01").kind is OutcomeKind.MET


@pytest.mark.parametrize(("figure", "kind"), [("9.9", "missed"), ("10", "met"), ("20", "met"), ("20.1", "missed")])
def test_a_range_has_two_ends(figure: str, kind: str) -> None:
    dues = [due("2011-03", at_least="10", at_most="20")]
    made = target(Direction.WITHIN, value("5", "2007/2008"), dues, [value(figure, "2010/2011")], kind=Kind.RANGE)
    assert judged(made, "2011-04-01").kind == kind


@pytest.mark.parametrize(("figure", "kind"), [("48", "met"), ("52", "met"), ("47.9", "missed"), ("53", "missed")])
def test_what_is_to_be_kept_may_move_by_its_margin(figure: str, kind: str) -> None:
    made = target(
        Direction.KEEP,
        value("50", "2007/2008"),
        [due("2011-03", "50")],
        [value(figure, "2010/2011")],
        margin=Decimal(2),
    )
    assert judged(made, "2011-04-01").kind == kind


def test_what_is_to_be_kept_can_be_behind_but_has_no_worse() -> None:
    made = target(
        Direction.KEEP, value("50", "2007/2008"), [due("2011-03", "50")], [value("47", "2009/2010")], margin=Decimal(2)
    )
    outcome = judged(made)
    assert (outcome.kind, outcome.worse) == (OutcomeKind.BEHIND, False)


# -------------------------------------------------------------------- what is missing, what cannot be compared


def test_a_target_without_results_is_not_due_until_it_is() -> None:
    assert judged(vehicle_crime(), "2011-03-30").kind is OutcomeKind.NOT_DUE
    assert judged(vehicle_crime(), "2011-03-31").kind is OutcomeKind.NO_DATA


@pytest.mark.parametrize("state", [State.AWAITED, State.MISSING, State.SUPPRESSED, State.NOT_APPLICABLE])
def test_a_value_without_a_figure_is_no_figure(state: State) -> None:
    assert judged(vehicle_crime(value(None, "2010/2011", state=state)), "2011-06-01").kind is OutcomeKind.NO_DATA


def test_a_figure_without_a_period_cannot_be_judged() -> None:
    outcome = judged(vehicle_crime(value("880")), "2011-06-01")
    assert (outcome.kind, outcome.reason) == (OutcomeKind.NO_DATA, Reason.NO_PERIOD)


def test_a_figure_marked_as_not_comparable_is_not_compared() -> None:
    outcome = judged(vehicle_crime(value("880", "2010/2011", state=State.NOT_COMPARABLE)), "2011-06-01")
    assert (outcome.kind, outcome.reason) == (OutcomeKind.NOT_COMPARABLE, Reason.MARKED)


@pytest.mark.parametrize("when", ["2010-04", "2010-04 to 2010-09", "6 months to 2010-09"])
def test_a_count_over_another_length_of_time_is_not_held_to_the_baseline(when: str) -> None:
    outcome = judged(vehicle_crime(value("80", when)), "2010-12-01")
    assert (outcome.kind, outcome.reason) == (OutcomeKind.NOT_COMPARABLE, Reason.OTHER_LENGTH)
    assert outcome.progress is None


@pytest.mark.parametrize("when", ["2009/2010", "12 months to 2010-03", "2009-04 to 2010-03", "2009", "2010-03-31"])
def test_a_count_over_the_same_length_of_time_or_on_a_day_is(when: str) -> None:
    assert judged(vehicle_crime(value("880", when))).kind is OutcomeKind.ON_TRACK


def survey(*values: Value, due_source: str = "Place Survey") -> Target:
    return target(
        Direction.DOWN,
        value("23", "2006/2007", source="LGUSS"),
        [due("2010/2011", "19.5", source=due_source)],
        values,
    )


def test_a_changed_survey_is_judged_at_the_deadline_if_the_plan_names_it_and_not_before() -> None:
    assert judged(survey(value("19", "2010/2011", source="Place Survey")), "2011-04-01").kind is OutcomeKind.MET
    outcome = judged(survey(value("21", "2008/2009", source="Place Survey")))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.NOT_COMPARABLE, Reason.OTHER_SOURCE)
    assert not judged(survey(value("40", "2010/2011", source="Place Survey")), "2011-04-01").worse


def test_a_survey_that_nobody_named_is_not_comparable() -> None:
    outcome = judged(survey(value("19", "2010/2011", source="Crime Survey")), "2011-04-01")
    assert (outcome.kind, outcome.reason) == (OutcomeKind.NOT_COMPARABLE, Reason.OTHER_SOURCE)


def test_the_same_survey_of_another_year_is_the_same_source() -> None:
    assert comparable(text("Residents\u2019 survey 2024/25"), text("RESIDENTS\u2019 Survey, 2025"))
    assert not comparable(text("Residents' survey"), text("National survey"))
    assert not comparable(text("Indicator NI 15"), text("Indicator NI 16"))
    assert comparable(text("Residents' survey"), NOT_STATED)


def test_without_a_figure_to_reach_or_a_direction_nothing_is_set() -> None:
    awaited = target(Direction.DOWN, None, [due("2011-03")], [value("5", "2010/2011")], kind=Kind.NOT_YET_SET)
    assert (judged(awaited).kind, judged(awaited).reason) == (OutcomeKind.NOT_SET, Reason.NO_FIGURE)
    aimless = target(Direction.NONE, value("9", "2007/2008"), [due("2011-03", "5")], [value("5", "2010/2011")])
    assert (judged(aimless).kind, judged(aimless).reason) == (OutcomeKind.NOT_SET, Reason.NO_DIRECTION)


def test_without_a_dated_baseline_there_is_no_path() -> None:
    made = target(Direction.DOWN, value("3.3"), [due("2011-03", "3")], [value("3.1", "2009/2010")])
    assert (judged(made).kind, judged(made).reason) == (OutcomeKind.NOT_DUE, Reason.NO_PATH)
    worse = target(Direction.DOWN, value("3.3"), [due("2011-03", "3")], [value("3.4", "2009/2010")])
    assert judged(worse).kind is OutcomeKind.WORSE


def milestone(**more: Any) -> Target:  # noqa: ANN401 - as above
    return target(dues=[due("2010-12", words=text("The centre is open"))], kind=Kind.MILESTONE, **more)


def test_a_milestone_is_what_its_publisher_says() -> None:
    assert judged(milestone(), "2010-06-01").kind is OutcomeKind.NOT_DUE
    assert judged(milestone(), "2010-12-31").kind is OutcomeKind.NO_DATA
    done = judged(milestone(published_outcome=PublishedOutcome(outcome=OutcomeKind.MET)), "2010-06-01")
    assert (done.kind, done.disputed) == (OutcomeKind.MET, False)


def test_a_published_outcome_is_shown_and_known_to_disagree_with_its_figures() -> None:
    said = PublishedOutcome(outcome=OutcomeKind.ON_TRACK)
    outcome = judged(vehicle_crime(value("880", "2010/2011"), published_outcome=said), "2011-06-01")
    assert (outcome.kind, outcome.by_figures, outcome.disputed) == (OutcomeKind.ON_TRACK, OutcomeKind.MISSED, True)
    agreed = PublishedOutcome(outcome=OutcomeKind.MISSED)
    assert not judged(vehicle_crime(value("880", "2010/2011"), published_outcome=agreed), "2011-06-01").disputed


def test_totals_name_each_outcome_once_in_one_order() -> None:
    found = [
        judged(vehicle_crime()),
        judged(vehicle_crime(value("860", "2010/2011")), "2011-06-01"),
        judged(vehicle_crime()),
    ]
    assert list(tally(found).items()) == [(OutcomeKind.MET, 1), (OutcomeKind.NOT_DUE, 2)]


# ----------------------------------------------------------------------------------------------- chance


@pytest.mark.parametrize(
    ("before", "after", "chance"),
    [("303", "290", True), ("303", "250", False), ("4", "1", True), ("913", "867", True), ("913", "830", False)],
)
def test_a_small_difference_between_counts_may_be_chance(before: str, after: str, *, chance: bool) -> None:
    one, other = value(before, "2007/2008"), value(after, "2009/2010")
    assert may_be_chance(one, other, events=True) is chance


def test_the_test_of_chance_agrees_with_the_exact_one_except_at_its_very_edge() -> None:
    for total in range(2, 400, 7):
        for part in range(total // 2):
            tail = sum(math.comb(total, number) for number in range(part + 1))
            exact = min(1.0, 2 * tail / 2**total)
            chance = may_be_chance(value(str(part), "2008"), value(str(total - part), "2009"), events=True)
            assert chance is (exact > 0.05) or 0.04 < exact < 0.06, (part, total - part, exact)


def test_nothing_is_said_of_chance_where_it_is_not_known() -> None:
    one = value("303", "2007/2008")
    assert may_be_chance(one, value("290", "2009/2010"), events=False) is None
    assert may_be_chance(one, value("290", "2009-03"), events=True) is None
    assert may_be_chance(one, value("303", "2009/2010"), events=True) is None
    assert may_be_chance(value("30.5", "2007"), value("20", "2008"), events=True) is None


def test_shares_are_compared_with_what_they_are_made_of() -> None:
    def share(part: str, whole: str) -> Value:
        return value("1", "2008", numerator=Decimal(part), denominator=Decimal(whole))

    few = value("2", "2009", numerator=Decimal(25), denominator=Decimal(100))
    assert may_be_chance(share("20", "100"), few, events=False) is True
    many = value("2", "2009", numerator=Decimal(2500), denominator=Decimal(10000))
    assert may_be_chance(share("2000", "10000"), many, events=False) is False

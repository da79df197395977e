"""Laws that hold for the outcome of every target, whatever its figures."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from generator.assess import Bounds, assess, bounds_of
from generator.fields import NOT_STATED, Id, NotStated, Text
from generator.periods import Period
from generator.targets import Direction, Due, Kind, Measure, OutcomeKind, State, Target, Value

APRIL = 4
RANKS = {
    OutcomeKind.WORSE: 0,
    OutcomeKind.BEHIND: 1,
    OutcomeKind.NOT_DUE: 1,  # without a path, what is neither worse nor reached cannot be placed
    OutcomeKind.ON_TRACK: 2,
    OutcomeKind.MISSED: 0,
    OutcomeKind.MET: 2,
}
figures = st.decimals(min_value=-1000, max_value=1000, places=1, allow_nan=False, allow_infinity=False)
years = st.integers(2001, 2030)


def text(words: str) -> Text:
    return Text(words, "somewhere", "en")


def year(number: int) -> Period:
    made = Period.parse(str(number))
    assert made is not None
    return made


@st.composite
def targets(draw: st.DrawFn, *, one_sided: bool = False) -> Target:
    """A target with dates in order, as the checks see to it."""
    directions = (Direction.UP, Direction.DOWN) if one_sided else tuple(Direction)
    dates = sorted(draw(st.sets(years, min_size=2, max_size=6)))
    cut = draw(st.integers(1, len(dates) - 1))
    dues = [Due(by=year(each), value=draw(figures)) for each in dates[cut:]]
    observed = sorted(draw(st.sets(st.integers(dates[0] + 1, 2032), max_size=4)))
    states = (State.STATED, State.PROVISIONAL, State.REVISED)
    values = [Value(value=draw(figures), period=year(each), state=draw(st.sampled_from(states))) for each in observed]
    baseline = draw(st.none() | figures)
    return Target(
        id=Id("target"),
        statement=text("A promise"),
        kind=Kind.NUMBER,
        measure=Measure(title=text("A measure"), direction=draw(st.sampled_from(directions))),
        baseline=NOT_STATED if baseline is None else Value(value=baseline, period=year(dates[0])),
        due=tuple(dues),
        values=tuple(values),
        margin=draw(st.just(NOT_STATED) | st.decimals(min_value=0, max_value=50, places=1)),
    )


days = st.dates(date(2000, 1, 1), date(2033, 1, 1))


def gap(bounds: Bounds | None, value: Value | None) -> Decimal:
    assert bounds is not None
    assert value is not None
    assert not isinstance(value.value, NotStated)
    return bounds.gap(value.value)


@given(targets(), days)
def test_met_is_never_said_on_the_wrong_side_and_missed_never_on_the_right_one(made: Target, on: date) -> None:
    outcome = assess(made, on, APRIL)
    if outcome.kind in (OutcomeKind.MET, OutcomeKind.MISSED):
        assert outcome.due is not None
        assert (gap(bounds_of(made, outcome.due), outcome.value) == 0) is (outcome.kind is OutcomeKind.MET)


@given(targets(), days)
def test_no_outcome_is_without_what_it_rests_on(made: Target, on: date) -> None:
    outcome = assess(made, on, APRIL)
    if outcome.kind is not OutcomeKind.NOT_SET:
        assert outcome.due in made.due
    if outcome.kind in RANKS and outcome.kind is not OutcomeKind.NOT_DUE:
        assert outcome.value in made.values
    if outcome.kind is OutcomeKind.BEHIND:
        assert outcome.expected is not None or made.measure.direction in (Direction.KEEP, Direction.WITHIN)
    if outcome.worse:
        assert not isinstance(made.baseline, NotStated)
    if outcome.kind is OutcomeKind.NO_DATA:
        assert outcome.due is not None
        assert outcome.due.by.ends(APRIL) <= on


@given(targets(one_sided=True), days, st.decimals(min_value=0, max_value=500, places=1))
def test_a_better_figure_is_never_judged_worse(made: Target, on: date, better: Decimal) -> None:
    if not made.values:
        return
    last = made.values[-1]
    assert not isinstance(last.value, NotStated)
    step = better if made.measure.direction is Direction.UP else -better
    improved = replace(made, values=(*made.values[:-1], replace(last, value=last.value + step)))
    before, after = assess(made, on, APRIL), assess(improved, on, APRIL)
    assert RANKS.get(before.kind, 0) <= RANKS.get(after.kind, 0) or before.kind is after.kind


def mirrored(made: Target) -> Target:
    """The same target upside down: every figure with its sign changed, up for down."""

    def turned(value: Value) -> Value:
        return value if isinstance(value.value, NotStated) else replace(value, value=-value.value)

    other = {Direction.UP: Direction.DOWN, Direction.DOWN: Direction.UP}
    direction = made.measure.direction
    assert not isinstance(direction, NotStated)
    return replace(
        made,
        measure=replace(made.measure, direction=other.get(direction, direction)),
        baseline=made.baseline if isinstance(made.baseline, NotStated) else turned(made.baseline),
        values=tuple(map(turned, made.values)),
        due=tuple(due if isinstance(due.value, NotStated) else replace(due, value=-due.value) for due in made.due),
    )


@given(targets(), days)
def test_up_and_down_are_judged_alike(made: Target, on: date) -> None:
    one, other = assess(made, on, APRIL), assess(mirrored(made), on, APRIL)
    assert (one.kind, one.reason, one.worse, one.progress) == (other.kind, other.reason, other.worse, other.progress)
    if one.expected is not None and other.expected is not None:
        low, high = one.expected.low, one.expected.high
        assert (other.expected.low, other.expected.high) == (
            None if high is None else -high,
            None if low is None else -low,
        )


@given(targets(one_sided=True), days)
def test_what_the_path_asks_for_agrees_with_the_conclusion_as_shown(made: Target, on: date) -> None:
    plain = replace(made, margin=NOT_STATED)
    outcome = assess(plain, on, APRIL)
    if outcome.expected is not None:
        assert (gap(outcome.expected, outcome.value) == 0) is (outcome.kind is OutcomeKind.ON_TRACK)


@given(targets(), days)
def test_time_alone_never_unmakes_met_or_missed(made: Target, on: date) -> None:
    now, later = assess(made, on, APRIL), assess(made, on + timedelta(days=4000), APRIL)
    if now.due is made.due[-1] and now.kind in (OutcomeKind.MET, OutcomeKind.MISSED):
        assert later.kind is now.kind

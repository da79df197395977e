"""Targets and values -> Outcomes: met, behind, not due and so on, with all that the conclusion rests on.

Takes a Target, the day it is judged on and the month in which the plan's years begin; gives its Outcome. Decimal
arithmetic throughout: no figure is rounded before it is compared. Knows nothing of words, pages or languages.

The rules, for readers in templates/method.html.jinja: a due value is judged by the first figure for its own time or
later, to the letter. Before that, the latest figure is compared with a straight line from the baseline to the due
value. The plan's `margin` widens the line, never the target.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext
from enum import StrEnum

from generator.chance import may_be_chance
from generator.fields import NotStated, Text
from generator.model import Edition
from generator.targets import PERCENT, Direction, Due, Kind, OutcomeKind, State, Target, Value

_PRECISION = 60  # exact for every number that the loader lets in
_IN_WORDS = frozenset({Kind.MILESTONE, Kind.WORDS})


class Reason(StrEnum):
    """What a conclusion rests on: which sentence says it."""

    BY_FIGURES = "by figures"
    REACHED_EARLY = "reached early"
    ON_THE_PATH = "on the path"
    OFF_THE_PATH = "off the path"
    NO_FIGURE = "no figure to reach"
    NO_DIRECTION = "no direction"
    IN_WORDS = "in words"
    NO_VALUE = "no value"
    NO_PERIOD = "no period"
    NO_PATH = "no path"
    OTHER_SOURCE = "other source"
    OTHER_LENGTH = "other length"
    MARKED = "marked as not comparable"


@dataclass(frozen=True)
class Bounds:
    """Between which figures a measure is to be; None where one end is open."""

    low: Decimal | None = None
    high: Decimal | None = None

    def gap(self, figure: Decimal) -> Decimal:
        """How far a figure is outside; 0 within."""
        below = self.low - figure if self.low is not None else Decimal(0)
        above = figure - self.high if self.high is not None else Decimal(0)
        return max(below, above, Decimal(0))


@dataclass(frozen=True)
class Progress:
    """How far a measure has come: the change so far, of the change needed. Away from the target, it is below 0."""

    made: Decimal
    needed: Decimal


@dataclass(frozen=True)
class Outcome:
    """What is concluded about a target, and what that rests on: the inputs of its sentence.

    `value` is the figure judged and `due` what it is judged against; `expected` what the path asks for at that time;
    `chance` whether the difference from the baseline may be chance (None where that cannot be said).
    """

    target: Target
    by_figures: OutcomeKind
    reason: Reason
    due: Due | None = None
    value: Value | None = None
    expected: Bounds | None = None
    progress: Progress | None = None
    worse: bool = False
    chance: bool | None = None

    @property
    def kind(self) -> OutcomeKind:
        """The conclusion that is shown and counted: the publisher's, where there is one."""
        published = self.target.published_outcome
        return self.by_figures if isinstance(published, NotStated) else published.outcome

    @property
    def disputed(self) -> bool:
        """Whether the publisher concludes otherwise than the figures say."""
        judged = self.reason is not Reason.IN_WORDS and self.by_figures is not OutcomeKind.NOT_SET
        return judged and self.kind is not self.by_figures


def assess(target: Target, on: date, year_begins: int, *, events: bool = False) -> Outcome:
    """The outcome of a target on a day. `events`: whether its unit counts things that happen one by one."""
    if target.kind in _IN_WORDS:
        return _in_words(target, on, year_begins)
    if target.kind is Kind.NOT_YET_SET or not target.due:
        return Outcome(target, OutcomeKind.NOT_SET, Reason.NO_FIGURE)
    if bounds_of(target, target.due[0]) is None:
        return Outcome(target, OutcomeKind.NOT_SET, Reason.NO_DIRECTION, target.due[0])
    with localcontext(prec=_PRECISION):
        return _Judge(target, on, year_begins, events).outcome()


def each_due(target: Target, on: date, year_begins: int) -> tuple[Outcome, ...]:
    """The outcome of each due value by itself, as if nothing were due after it."""
    return tuple(
        assess(replace(target, due=target.due[: index + 1]), on, year_begins) for index in range(len(target.due))
    )


def outcomes(edition: Edition, on: date) -> tuple[Outcome, ...]:
    """The outcome of each target of an edition on a day, in the plan's order."""
    units = {str(unit.id): bool(unit.events) for unit in edition.targets.units}
    begins = edition.plan.period.first.month
    return tuple(
        assess(target, on, begins, events=units.get(str(target.measure.unit), False))
        for target in edition.targets.targets
    )


def tally(found: Iterable[Outcome]) -> dict[OutcomeKind, int]:
    """How many targets have each outcome that occurs, in the order of the closed set."""
    kinds = [outcome.kind for outcome in found]
    return {kind: kinds.count(kind) for kind in OutcomeKind if kind in kinds}


def bounds_of(target: Target, due: Due) -> Bounds | None:
    """Between which figures a measure is to be when something is due; None where the plan does not say."""
    low, high = (None if isinstance(end, NotStated) else end for end in (due.at_least, due.at_most))
    if low is not None or high is not None:
        return Bounds(low, high)
    if isinstance(due.value, NotStated):
        return None
    match target.measure.direction:
        case Direction.UP:
            return Bounds(low=due.value)
        case Direction.DOWN:
            return Bounds(high=due.value)
        case Direction.KEEP | Direction.WITHIN:
            margin = _margin(target)
            return Bounds(due.value - margin, due.value + margin)
        case _:
            return None


def comparable(one: Text | NotStated, other: Text | NotStated) -> bool:
    """Whether figures from two sources can be compared: the same source, whatever its year; or one is not stated."""
    if isinstance(one, NotStated) or isinstance(other, NotStated):
        return True
    return _without_years(one.wording) == _without_years(other.wording)


def _without_years(words: str) -> list[str]:
    """The words and numbers of a source, without years: Town survey 2024/25, Indicator NI 15."""
    return re.findall(r"\w+", re.sub(r"\b\d{4}(?:[/-]\d{2,4})?\b", " ", words.casefold()))


def _margin(target: Target) -> Decimal:
    return Decimal(0) if isinstance(target.margin, NotStated) else abs(target.margin)


def _in_words(target: Target, on: date, year_begins: int) -> Outcome:
    """Milestones and promises in words are not reckoned: the publisher says what became of them."""
    due = next((each for each in target.due if each.by.ends(year_begins) > on), target.due[-1] if target.due else None)
    value = target.values[-1] if target.values else None
    passed = due is not None and due.by.ends(year_begins) <= on
    kind = OutcomeKind.NO_DATA if passed else OutcomeKind.NOT_DUE
    if due is None:
        kind = OutcomeKind.NOT_SET
    return Outcome(target, kind, Reason.IN_WORDS, due, value)


@dataclass(frozen=True)
class _Judge:
    """Judges one target that has figures to reach."""

    target: Target
    on: date
    year_begins: int
    events: bool

    def ends(self, value: Value) -> date:
        assert not isinstance(value.period, NotStated)  # noqa: S101 - callers pass dated values only
        return value.period.ends(self.year_begins)

    def outcome(self) -> Outcome:
        figures = [value for value in self.target.values if not isinstance(value.value, NotStated)]
        dated = [value for value in figures if self._is_past(value)]
        start = self._start()
        if start is not None:
            dated = [value for value in dated if not self._other_length(start, value)] or dated
        due = self._current(dated)
        passed = due.by.ends(self.year_begins) <= self.on
        nothing = OutcomeKind.NO_DATA if passed else OutcomeKind.NOT_DUE
        if not dated:
            undated = [value for value in figures if isinstance(value.period, NotStated)]
            reason = Reason.NO_PERIOD if undated else Reason.NO_VALUE
            return Outcome(self.target, nothing, reason, due, undated[-1] if undated else None)
        settling = self._settling(due, dated)
        if settling is None and passed:
            return Outcome(self.target, nothing, Reason.NO_VALUE, due, dated[-1])
        return self._judged(due, settling or dated[-1], final=settling is not None)

    def _current(self, dated: list[Value]) -> Due:
        """What is judged: the first due value whose time has not come, else the last."""
        for due in self.target.due:
            if due.by.ends(self.year_begins) > self.on and self._settling(due, dated) is None:
                return due
        return self.target.due[-1]

    def _settling(self, due: Due, dated: list[Value]) -> Value | None:
        """The figure that decides whether a due value was reached: the first for its time or later, as revised."""
        late_enough = [value for value in dated if self.ends(value) >= due.by.ends(self.year_begins)]
        if not late_enough:
            return None
        first = min(map(self.ends, late_enough))
        return [value for value in late_enough if self.ends(value) == first][-1]

    def _judged(self, due: Due, value: Value, *, final: bool) -> Outcome:
        bounds = bounds_of(self.target, due)
        figure = value.value
        assert bounds is not None  # noqa: S101 - assess() has seen to it
        assert not isinstance(figure, NotStated)  # noqa: S101 - dated values have figures
        start = self._start()
        asked = due.source if not isinstance(due.source, NotStated) or start is None else start.source
        if value.state is State.NOT_COMPARABLE:
            return Outcome(self.target, OutcomeKind.NOT_COMPARABLE, Reason.MARKED, due, value)
        if not comparable(value.source, asked):
            return Outcome(self.target, OutcomeKind.NOT_COMPARABLE, Reason.OTHER_SOURCE, due, value)
        if start is not None and self._other_length(start, value):
            return Outcome(self.target, OutcomeKind.NOT_COMPARABLE, Reason.OTHER_LENGTH, due, value)
        if start is not None and not comparable(value.source, start.source):
            start = None
        before = start.value if start is not None and not isinstance(start.value, NotStated) else None
        one_sided = bounds.low is None or bounds.high is None
        gap = bounds.gap(figure)
        worse = before is not None and one_sided and gap > bounds.gap(before)
        progress = None
        if before is not None and bounds.gap(before):
            progress = Progress(bounds.gap(before) - _signed_gap(bounds, figure, before), bounds.gap(before))
        chance = may_be_chance(start, value, events=self.events) if start is not None else None

        def concluded(kind: OutcomeKind, reason: Reason, expected: Bounds | None = None) -> Outcome:
            return Outcome(self.target, kind, reason, due, value, expected, progress, worse, chance)

        if final:
            return concluded(OutcomeKind.MISSED if gap else OutcomeKind.MET, Reason.BY_FIGURES)
        if not gap:
            return concluded(OutcomeKind.ON_TRACK, Reason.REACHED_EARLY)
        low_side = bounds.low is not None and figure < bounds.low
        path = self._path(due, value, low_side=low_side, start=start)
        if path is None:
            kind = OutcomeKind.WORSE if worse else OutcomeKind.NOT_DUE
            other = Reason.OFF_THE_PATH if worse else Reason.NO_PATH
            if not worse and start is None and self._start() is not None:
                kind, other = OutcomeKind.NOT_COMPARABLE, Reason.OTHER_SOURCE
            return concluded(kind, other)
        places = min(_exponent(figure), _exponent(bounds.low if low_side else bounds.high))
        shown = path.quantize(Decimal(1).scaleb(places), ROUND_CEILING if low_side else ROUND_FLOOR)
        expected = Bounds(low=shown) if low_side else Bounds(high=shown)
        # Where a figure is to be kept, its margin has widened the bounds already.
        margin = _margin(self.target) if one_sided or isinstance(due.value, NotStated) else Decimal(0)
        if (figure >= path - margin) if low_side else (figure <= path + margin):
            return concluded(OutcomeKind.ON_TRACK, Reason.ON_THE_PATH, expected)
        return concluded(OutcomeKind.WORSE if worse else OutcomeKind.BEHIND, Reason.OFF_THE_PATH, expected)

    def _is_past(self, value: Value) -> bool:
        """Whether a value is of a time that has ended: of a time to come, it is a forecast."""
        return not isinstance(value.period, NotStated) and value.period.ends(self.year_begins) <= self.on

    def _other_length(self, start: Value, value: Value) -> bool:
        """Whether a count covers another length of time than its baseline: a month is not to be held to a year."""
        if self.target.measure.unit == PERCENT or self.target.kind is Kind.RANK:
            return False
        lengths = {each.period.length for each in (start, value) if not isinstance(each.period, NotStated)} - {0}
        return len(lengths) > 1

    def _start(self) -> Value | None:
        baseline = self.target.baseline
        return None if isinstance(baseline, NotStated) or isinstance(baseline.value, NotStated) else baseline

    def _path(self, due: Due, value: Value, *, low_side: bool, start: Value | None) -> Decimal | None:
        """What a straight line from the baseline, or from what was due before, asks for at the time of a value."""
        corners: list[tuple[date, Decimal]] = []
        if start is not None and not isinstance(start.period, NotStated) and not isinstance(start.value, NotStated):
            corners.append((self.ends(start), start.value))
        for each in self.target.due:
            bounds = bounds_of(self.target, each)
            corner = None if bounds is None else bounds.low if low_side else bounds.high
            if corner is not None:
                corners.append((each.by.ends(self.year_begins), corner))
            if each is due:
                break
        day = self.ends(value)
        before = [corner for corner in corners[:-1] if corner[0] <= day]
        if not before:
            return None
        (first_day, first), (last_day, last) = before[-1], corners[len(before)]
        if first >= last if low_side else first <= last:
            return last  # reached from the start: it is to be kept
        return first + (last - first) * (day - first_day).days / (last_day - first_day).days


def _signed_gap(bounds: Bounds, figure: Decimal, before: Decimal) -> Decimal:
    """How far a figure is from the end of the bounds that the baseline was outside of; below 0 beyond that end."""
    if bounds.low is not None and before < bounds.low:
        return bounds.low - figure
    assert bounds.high is not None  # noqa: S101 - the baseline was outside, so above
    return figure - bounds.high


def _exponent(number: Decimal | None) -> int:
    exponent = number.as_tuple().exponent if number is not None else 0
    return min(int(exponent), 0)

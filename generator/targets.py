"""A target: a promise with a baseline and due values, and what was observed since.

Takes nothing; gives the types of targets.yaml. Knows nothing of the rest of the plan, or of how a target is judged.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.fields import NOT_STATED, Id, NotStated, Record, Ref, Text, YesNo, said
from generator.languages import message
from generator.periods import Period


class Direction(StrEnum):
    """Which way a measure should move."""

    UP = "up"
    DOWN = "down"
    KEEP = "keep"
    WITHIN = "within"
    NONE = "none"


class Kind(StrEnum):
    """What sort of promise a target is."""

    NUMBER = "number"
    THRESHOLD = "threshold"
    RANGE = "range"
    RANK = "rank"
    MILESTONE = "milestone"
    WORDS = "words"
    NOT_YET_SET = "not yet set"


class State(StrEnum):
    """What is known about a value. A value is not its state: a provisional value still has a figure."""

    STATED = "stated"
    AWAITED = "awaited"
    MISSING = "missing"
    SUPPRESSED = "suppressed"
    PROVISIONAL = "provisional"
    ESTIMATED = "estimated"
    REVISED = "revised"
    NOT_COMPARABLE = "not comparable"
    NOT_APPLICABLE = "not applicable"


STATE_WORDS = {
    State.STATED: message("stated"),
    State.AWAITED: message("awaited"),
    State.MISSING: message("missing"),
    State.SUPPRESSED: message("withheld"),
    State.PROVISIONAL: message("provisional"),
    State.ESTIMATED: message("estimated"),
    State.REVISED: message("revised"),
    State.NOT_COMPARABLE: message("not comparable"),
    State.NOT_APPLICABLE: message("not applicable"),
}
"""The reader's word for each state of a value."""

STATES_WITHOUT_VALUE = frozenset({State.AWAITED, State.MISSING, State.SUPPRESSED, State.NOT_APPLICABLE})


class OutcomeKind(StrEnum):
    """What can be concluded about a target. A closed set: every target has one of these."""

    MET = "met"
    MISSED = "missed"
    ON_TRACK = "on track"
    BEHIND = "behind"
    WORSE = "worse than baseline"
    NOT_DUE = "not due"
    NO_DATA = "no data yet"
    NOT_COMPARABLE = "not comparable"
    NOT_SET = "not set"


OUTCOME_WORDS = {
    OutcomeKind.MET: message("met"),
    OutcomeKind.MISSED: message("missed"),
    OutcomeKind.ON_TRACK: message("on track"),
    OutcomeKind.BEHIND: message("behind"),
    OutcomeKind.WORSE: message("worse than at the start"),
    OutcomeKind.NOT_DUE: message("not due yet"),
    OutcomeKind.NO_DATA: message("no result"),
    OutcomeKind.NOT_COMPARABLE: message("cannot be compared"),
    OutcomeKind.NOT_SET: message("not set"),
}
"""The reader's word for each outcome."""


PERCENT = "percent"
"""The one unit that needs no entry under `units`."""


@dataclass(frozen=True, kw_only=True)
class Unit(Record):
    """What is counted, in each plural form of the plan's language (CLDR plural categories)."""

    id: Id = said("The unit's id, as `measure.unit` names it.")
    one: str | NotStated = said("For one: `crime`.", default=NOT_STATED)
    other: str = said("For other numbers: `crimes`.")
    zero: str | NotStated = said("For zero, in languages that have a form for it.", default=NOT_STATED)
    two: str | NotStated = said("For two, in languages that have a form for it.", default=NOT_STATED)
    few: str | NotStated = said("For few, in languages that have a form for it.", default=NOT_STATED)
    many: str | NotStated = said("For many, in languages that have a form for it.", default=NOT_STATED)
    events: YesNo = said(
        "`yes` if each one happens on its own, as crimes and accidents do: then readers are told which changes may be "
        "chance.",
        default=YesNo.NO,
    )


@dataclass(frozen=True, kw_only=True)
class Measure(Record):
    """What is counted, in which unit, and which way it should move."""

    title: Text = said("What is counted, in a few words; the title of the target's page.", summary=True)
    unit: Ref | NotStated = said("`percent`, or the id of a unit.", default=NOT_STATED, refers_to="unit")
    direction: Direction | NotStated = said("Which way it should move, if the plan says so.", default=NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class Value(Record):
    """One observation of a measure in a period."""

    value: Decimal | NotStated = said("The figure, in digits with a decimal point.", default=NOT_STATED)
    period: Period | NotStated = said("When it was counted.", default=NOT_STATED)
    printed: Text | NotStated = said("The words as printed.", default=NOT_STATED, summary=True)
    state: State = said("What is known about the figure.", default=State.STATED)
    expected: Period | NotStated = said("When an awaited figure is to come.", default=NOT_STATED)
    source: Text | NotStated = said("Where it comes from, such as a survey.", default=NOT_STATED)
    numerator: Decimal | NotStated = said("For a share: how many of them.", default=NOT_STATED)
    denominator: Decimal | NotStated = said("For a share: out of how many.", default=NOT_STATED)
    note: Text | NotStated = said("What a reader needs to know to read it right.", default=NOT_STATED)

    @property
    def known(self) -> bool:
        """Whether it is known: as a figure, or in words as printed."""
        return self.value is not NOT_STATED or self.printed is not NOT_STATED


@dataclass(frozen=True, kw_only=True)
class Due(Record):
    """What is to be reached, and by when."""

    by: Period = said("The day, month or year it is due.")
    value: Decimal | NotStated = said("The figure to reach.", default=NOT_STATED)
    at_least: Decimal | NotStated = said("The lower end of a range, or a threshold.", default=NOT_STATED)
    at_most: Decimal | NotStated = said("The upper end of a range, or a threshold.", default=NOT_STATED)
    change_percent: Decimal | NotStated = said(
        "The promised change from the baseline in percent; -5 is five percent less.", default=NOT_STATED
    )
    words: Text | NotStated = said("What is due, where it is not a figure.", default=NOT_STATED)
    source: Text | NotStated = said("What it will be measured with, such as a survey.", default=NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class PublishedOutcome(Record):
    """What the plan's publisher concludes about a target."""

    outcome: OutcomeKind = said("The conclusion.")
    words: Text | NotStated = said("The publisher's words for it: `Amber`.", default=NOT_STATED, summary=True)


@dataclass(frozen=True, kw_only=True)
class Withdrawn(Record):
    """A target that was in an earlier edition and is no longer in the plan. Its page stays, and says so."""

    id: Id = said("The id it had.")
    why: Text | NotStated = said("Why it was withdrawn, in a sentence.", default=NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class Target(Record):
    """A promise with a baseline and one or more due values."""

    id: Id = said("The target's id and address. Never changes.")
    statement: Text = said("The promise, as printed.", summary=True)
    kind: Kind = said("What sort of promise it is.")
    measure: Measure = said("What is counted.")
    item: Ref | NotStated = said(
        "Id path of the item it belongs to, if the plan says so; never inferred.", default=NOT_STATED, refers_to="item"
    )
    baseline: Value | NotStated = said("Where it starts.", default=NOT_STATED)
    due: tuple[Due, ...] = said("What is to be reached, and by when.", default=())
    values: tuple[Value, ...] = said("What was observed since, oldest first.", default=())
    margin: Decimal | NotStated = said(
        "How far off its path a figure may be and still count as on track; for `keep`, how far from the figure to "
        "keep. In the measure's own unit.",
        default=NOT_STATED,
    )
    rule: Text | NotStated = said("How the plan itself says it judges this target.", default=NOT_STATED)
    published_outcome: PublishedOutcome | NotStated = said(
        "What the publisher concludes. Needed for milestones and targets in words; shown beside what the figures say.",
        default=NOT_STATED,
    )
    revision: Text | NotStated = said("Why what is to be reached differs from the last edition.", default=NOT_STATED)
    aliases: tuple[Id, ...] = said("Ids it had in earlier editions.", default=())

    @property
    def figures(self) -> tuple[Value, ...]:
        """The values with a figure and a period, oldest first; of each period only the last, which is revised."""
        dated = {
            value.period: value
            for value in self.values
            if not isinstance(value.value, NotStated) and not isinstance(value.period, NotStated)
        }
        return tuple(dated.values())

    @property
    def has_results(self) -> bool:
        """Whether any value is known since: a figure, or words as printed."""
        return any(value.known for value in self.values)


@dataclass(frozen=True, kw_only=True)
class Targets(Record):
    """The plan's targets (`targets.yaml`)."""

    title: Text | NotStated = said("The heading, if the plan has a word of its own.", default=NOT_STATED, summary=True)
    introduction: Text | NotStated = said("What the plan says before its targets.", default=NOT_STATED, rich=True)
    units: tuple[Unit, ...] = said("The units that measures are counted in.", default=())
    targets: tuple[Target, ...] = said("The targets, in the plan's order.", default=())
    withdrawn: tuple[Withdrawn, ...] = said("Targets of earlier editions that are no longer in the plan.", default=())

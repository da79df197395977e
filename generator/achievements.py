"""What was achieved before a plan.

Takes nothing; gives the types of achievements.yaml. Knows nothing of the rest of the plan.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.fields import NOT_STATED, Id, NotStated, Record, Text, said
from generator.periods import Period


@dataclass(frozen=True, kw_only=True)
class Change(Record):
    """How much one measure changed."""

    id: Id = said("The change's id.")
    measure: Text = said("What was counted, in a few words.", summary=True)
    change_percent: Decimal = said("The change in percent; -20.4 is a fall.")


@dataclass(frozen=True, kw_only=True)
class Figure(Record):
    """A sentence with figures of what was achieved."""

    id: Id = said("The figure's id.")
    sentence: Text = said("The sentence as printed.", summary=True)
    changes: tuple[Change, ...] = said("The figures in it.")


@dataclass(frozen=True, kw_only=True)
class Entry(Record):
    """One thing that was done."""

    id: Id = said("The entry's id.")
    text: Text = said("The words as printed.", rich=True)


@dataclass(frozen=True, kw_only=True)
class AchievementGroup(Record):
    """Achievements under one heading."""

    id: Id = said("The group's id.")
    title: Text | NotStated = said("The heading, if one is printed.", default=NOT_STATED, summary=True)
    figures: tuple[Figure, ...] = said("What the figures show.", default=())
    introduction: Text | NotStated = said("What leads to the list below.", default=NOT_STATED)
    entries: tuple[Entry, ...] = said("What was done, in the plan's order.", default=())


@dataclass(frozen=True, kw_only=True)
class Achievements(Record):
    """What was achieved before this plan (`achievements.yaml`)."""

    title: Text = said("The heading.", summary=True)
    introduction: Text | NotStated = said("What leads to the figures.", default=NOT_STATED, summary=True)
    period: Period = said("The time in which it was achieved.")
    baseline_period: Period | NotStated = said("The period that figures are compared with.", default=NOT_STATED)
    groups: tuple[AchievementGroup, ...] = said("The achievements, in the plan's order.")

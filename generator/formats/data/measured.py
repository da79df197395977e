"""A target -> what was measured and what is due, one instance for each time, as StratML Part 2 has it.

Takes a Target; gives Results. Knows nothing of XML.

A baseline is a result of its own. What is due stands with the last result for the same time, if there is one: then both
have the same dates. Days are given only where the plan says them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from generator.fields import NotStated, Record, fields_of
from generator.targets import Due, State, Target, Value

TARGET, ACTUAL = "TargetResult", "ActualResult"
_BOUNDS = {"value": None, "at_least": ("bound", "at least"), "at_most": ("bound", "at most")}


@dataclass(frozen=True)
class Result:
    """A figure, or that there is none, with its time and all else that is stated of it."""

    element: str
    starts: date | None
    ends: date | None
    figure: Decimal | None
    descriptor: tuple[str, str] | None
    facts: tuple[tuple[str, object], ...]


def instances(target: Target, begins: int) -> list[list[Result]]:
    """What is measured at each time: what is due first, then what was reached. Years begin in a month (1 to 12)."""
    made: list[list[Result]] = []
    if isinstance(target.baseline, Value):
        made.append([_actual(target.baseline, begins, ("role", "baseline"))])
    measured = [[_actual(value, begins, _state(value))] for value in target.values]
    alone = []
    for number, due in enumerate(target.due, 1):
        results = list(_due(due, number, begins))
        same = next((each for each in reversed(measured) if each[-1].ends and each[-1].ends == results[0].ends), None)
        if same is None:
            alone.append(results)
        else:
            same[-1:-1] = [replace(each, starts=same[-1].starts) for each in results]
    return [*made, *measured, *alone]


def _actual(value: Value, begins: int, descriptor: tuple[str, str] | None) -> Result:
    starts, ends = (None, None) if isinstance(value.period, NotStated) else value.period.days(begins)
    figure = None if isinstance(value.value, NotStated) else value.value
    return Result(ACTUAL, starts, ends, figure, descriptor, tuple(stated(value, "value")))


def _state(value: Value) -> tuple[str, str] | None:
    return None if value.state is State.STATED else ("state", value.state.value)


def _due(due: Due, number: int, begins: int) -> Iterator[Result]:
    """A result for each figure of what is due; an empty one where it is said in words alone."""
    ends = due.by.days(begins)[1]
    facts = (("due", number), *stated(due, *_BOUNDS))
    figures = {name: getattr(due, name) for name in _BOUNDS if not isinstance(getattr(due, name), NotStated)}
    for name, figure in figures.items():
        yield Result(TARGET, None, ends, figure, _BOUNDS[name], facts)
    if not figures:
        yield Result(TARGET, None, ends, None, None, facts)


def stated(record: Record, *without: str) -> Iterator[tuple[str, object]]:
    """The facts of a record that are stated, but for some."""
    for fact in fields_of(type(record)):
        value = getattr(record, fact.name)
        if fact.name not in without and not isinstance(value, NotStated) and value != ():
            yield fact.name, value

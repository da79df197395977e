"""A target has the figures its kind needs.

Takes an Edition, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: a "number" without a number to reach cannot be judged later, and nobody would notice until the year's end.
Wrong: `kind: number`, due without `value`. Right: `kind: not yet set` until the figure is agreed.
"""

from collections.abc import Iterator

from generator.fields import NotStated
from generator.model import Edition
from generator.problems import Problem
from generator.targets import Due, Kind


def _stated(*values: object) -> bool:
    return not any(isinstance(value, NotStated) for value in values)


NEEDS: dict[Kind, frozenset[str]] = {
    Kind.NUMBER: frozenset({"value"}),
    Kind.RANK: frozenset({"value"}),
    Kind.THRESHOLD: frozenset({"at_least", "at_most"}),  # one of them
    Kind.RANGE: frozenset({"at_least", "at_most"}),
    Kind.MILESTONE: frozenset({"words"}),
    Kind.WORDS: frozenset({"words"}),
    Kind.NOT_YET_SET: frozenset(),
}
"""What each due value of a kind has."""

_ALL = ("value", "at_least", "at_most", "words")


def check(edition: Edition) -> Iterator[Problem]:
    """Yield a problem for each due value that lacks what its target's kind needs."""
    for target in edition.targets.targets:
        if not target.due and target.kind is not Kind.NOT_YET_SET:
            yield Problem(
                message=f'Target "{target.id}" does not say what is to be reached',
                check="target-kinds",
                hint="Add `due:` with a date, or set `kind: not yet set`.",
                place=target.places["kind"],
            )
        for due in target.due:
            for message in _faults(target.kind, due):
                hint = "Add what is missing or take out what is too much, or change the target's `kind`."
                yield Problem(message, "target-kinds", hint, due.places[""])


def _faults(kind: Kind, due: Due) -> Iterator[str]:
    has = {name for name in _ALL if _stated(getattr(due, name))}
    if kind is Kind.THRESHOLD:
        if len(has & NEEDS[kind]) != 1:
            yield "A threshold has either `at_least` or `at_most`, and this entry of `due` has not"
    else:
        for name in sorted(NEEDS[kind] - has):
            yield f'This entry of `due` has no `{name}`, which a target of kind "{kind}" needs'
    for name in sorted(has - NEEDS[kind]):
        yield f'This entry of `due` has `{name}`, which a target of kind "{kind}" does not show'
    low, high = due.at_least, due.at_most
    if not isinstance(low, NotStated) and not isinstance(high, NotStated) and low > high:
        yield f"The lower end ({low}) is above the upper end ({high})"

"""A target has the figures its kind needs.

Takes an Edition, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: a "number" without a number to reach cannot be judged later, and nobody would notice until the year's end.
Wrong: `kind: number`, due without `value`. Right: `kind: not yet set` until the figure is agreed.
"""

from collections.abc import Callable, Iterator

from generator.fields import NotStated
from generator.model import Edition
from generator.problems import Problem
from generator.targets import Due, Kind


def _stated(*values: object) -> bool:
    return not any(isinstance(value, NotStated) for value in values)


NEEDS: dict[Kind, tuple[Callable[[Due], bool], str]] = {
    Kind.NUMBER: (lambda due: _stated(due.value), "`value`"),
    Kind.RANK: (lambda due: _stated(due.value), "`value`"),
    Kind.THRESHOLD: (lambda due: _stated(due.at_least) != _stated(due.at_most), "`at_least` or `at_most`"),
    Kind.RANGE: (lambda due: _stated(due.at_least, due.at_most), "`at_least` and `at_most`"),
    Kind.MILESTONE: (lambda due: _stated(due.words), "`words`"),
    Kind.WORDS: (lambda due: _stated(due.words), "`words`"),
    Kind.NOT_YET_SET: (lambda due: not _stated(due.value), "no `value`"),
}
"""What each due value of a kind has."""


def check(edition: Edition) -> Iterator[Problem]:
    """Yield a problem for each due value that lacks what its target's kind needs."""
    for target in edition.targets.targets:
        fits, needed = NEEDS[target.kind]
        if not target.due and target.kind is not Kind.NOT_YET_SET:
            yield Problem(
                message=f'Target "{target.id}" does not say what is to be reached',
                check="target-kinds",
                hint="Add `due:` with a date, or set `kind: not yet set`.",
                place=target.places["kind"],
            )
        for due in target.due:
            if not fits(due):
                message = f'This entry of "due" has no {needed}, which a target of kind "{target.kind}" needs'
                if target.kind is Kind.THRESHOLD and _stated(due.at_least, due.at_most):
                    message = 'This entry of "due" has both `at_least` and `at_most`; a threshold has one'
                elif target.kind is Kind.NOT_YET_SET:
                    message = 'This entry of "due" has a `value`, but the target is "not yet set"'
                hint = "Add what is missing or take out what is too much, or change the target's `kind`."
                yield Problem(message, "target-kinds", hint, due.places[""])

"""A value and its state agree.

Takes an Edition, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: a value that is awaited but has a figure, or stated but has none, would be shown wrongly to every reader.
Wrong: `state: stated` without `value`. Right: `state: awaited`, `expected: 2027-06`.
"""

from collections.abc import Iterator

from generator.fields import NotStated
from generator.model import Edition
from generator.problems import Problem
from generator.targets import STATES_WITHOUT_VALUE, State


def check(edition: Edition) -> Iterator[Problem]:
    """Yield a problem for each value whose state says otherwise than its figure."""
    for target in edition.targets.targets:
        baseline = () if isinstance(target.baseline, NotStated) else (target.baseline,)
        for value in (*baseline, *target.values):
            has_figure = not isinstance(value.value, NotStated)
            place = value.places.get("state", value.places[""])
            if has_figure and value.state in STATES_WITHOUT_VALUE:
                message = f'This value is "{value.state}", but has a figure ({value.value})'
                hint = "Take out the figure, or say what it is: stated, or provisional."
                yield Problem(message, "values", hint, place)
            elif not has_figure and value.state is State.STATED and isinstance(value.printed, NotStated):
                message = "This value has neither a figure nor the words as printed"
                hint = "Add `value`, or say why there is none: `state: awaited`, `missing` or `suppressed`."
                yield Problem(message, "values", hint, place)
            elif not isinstance(value.expected, NotStated) and value.state is not State.AWAITED:
                message = f'This value is "{value.state}", but says when it is expected'
                yield Problem(message, "values", "Set `state: awaited`, or take out `expected`.", place)

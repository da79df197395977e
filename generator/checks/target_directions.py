"""A target with a figure to reach says whether the figure should rise or fall.

Takes an Edition, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: 880 where 867 is to be reached is good news or bad. Without a direction nobody can say, and pages show "not set".
Wrong: `value: 867` and no `direction`. Right: `direction: down` under `measure`.
"""

from collections.abc import Iterator

from generator.assess import bounds_of
from generator.fields import NotStated
from generator.model import Edition
from generator.problems import Problem, Severity


def check(edition: Edition) -> Iterator[Problem]:
    """Yield a warning for each target whose figures cannot be judged for want of a direction."""
    for target in edition.targets.targets:
        for due in target.due[:1]:
            if not isinstance(due.value, NotStated) and bounds_of(target, due) is None:
                yield Problem(
                    message=f'Target "{target.id}" does not say whether its figure should rise or fall',
                    check="target-directions",
                    hint="Add `direction: up`, `down` or `keep` under `measure`, if the plan says so.",
                    place=target.measure.places.get("direction", target.measure.places[""]),
                    severity=Severity.WARNING,
                )

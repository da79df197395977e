"""Somebody answers for the site.

Takes a Site and its plans, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: a reader who needs Braille, or finds a fault, must know whom to ask; British public bodies must say so in their
accessibility statement (SI 2018/952, regulation 8).
Wrong: `operator:` with nothing stated. Right: at least `name` and one of `email`, `telephone` or `address`.
"""

from collections.abc import Iterator

from generator.checks import contacts
from generator.fields import NotStated
from generator.model import PlanEditions
from generator.problems import Problem, Severity
from generator.site import Site


def check(site: Site, plans: tuple[PlanEditions, ...]) -> Iterator[Problem]:  # noqa: ARG001 - every site check takes both
    """Yield a warning for what a reader cannot find out, and a problem for a contact that cannot be right."""
    operator = site.operator
    reachable = [operator.email, operator.telephone, operator.address or NotStated.NOT_STATED]
    missing = [
        what
        for what, absent in (
            ("who runs this site", isinstance(operator.name, NotStated)),
            ("how to reach whoever runs it", all(isinstance(way, NotStated) for way in reachable)),
            ("where to complain about accessibility", isinstance(operator.enforcement, NotStated)),
        )
        if absent
    ]
    if missing:
        yield Problem(
            message=f"The site does not say {', nor '.join(missing)}",
            check="operator",
            hint="Fill in `operator` in site.yaml; until then, pages say that it is not stated.",
            place=operator.places[""],
            severity=Severity.WARNING,
        )
    yield from contacts.faults(operator)

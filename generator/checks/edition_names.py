"""Where a plan has several editions, each is named by its year.

Takes a Site and its plans, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: editions are sorted by name and the last is the current one, so a copy kept as `2008-backup` would take its place.
A warning, not an error: a plan may have another way to name its editions.
Wrong: folders `2008` and `2008-backup`. Right: `2008` and `2009`, or `2008-09` and `2009-10`.
"""

import re
from collections.abc import Iterator

from generator.model import PlanEditions
from generator.problems import Place, Problem, Severity
from generator.site import Site

_YEAR = re.compile(r"\d{4}(?:-\d{2}|-\d{4})?")


def check(site: Site, plans: tuple[PlanEditions, ...]) -> Iterator[Problem]:  # noqa: ARG001 - every site check takes both
    """Yield a warning for each edition among several whose name is not a year."""
    for plan in plans:
        for edition in plan.editions:
            if len(plan.editions) > 1 and not _YEAR.fullmatch(edition.id):
                folder = f"plan_data/{plan.plan.id}/{edition.id}"
                current = " and is now the current one" if edition is plan.current else ""
                yield Problem(
                    message=f'The edition "{edition.id}" is not named by a year{current}',
                    check="edition-names",
                    hint="If it is only a copy, move the folder out of plan_data/.",
                    place=Place(f"{folder}/edition.yaml"),
                    severity=Severity.WARNING,
                )

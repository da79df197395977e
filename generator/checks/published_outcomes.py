"""What the publisher concludes about a target agrees with its figures.

Takes the site and its plans, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: a page that says "on track" above figures that say "missed" is believed by nobody. It is shown as published, with
what the figures say beside it.
Wrong: `outcome: on track` beside a last figure that missed the target. Right: `outcome: missed`.
"""

from collections.abc import Iterator

from generator.assess import outcomes
from generator.fields import NotStated
from generator.model import PlanEditions
from generator.pages import judged_on
from generator.problems import Problem, Severity
from generator.site import Site


def check(site: Site, plans: tuple[PlanEditions, ...]) -> Iterator[Problem]:
    """Yield a warning for each target of a newest edition whose published outcome its figures do not bear out."""
    for plan in plans:
        for outcome in outcomes(plan.current, judged_on(plan, plan.current, site)):
            published = outcome.target.published_outcome
            if outcome.disputed and not isinstance(published, NotStated):
                yield Problem(
                    message=(
                        f'Target "{outcome.target.id}" is published as "{published.outcome}", but its figures say '
                        f'"{outcome.by_figures}"'
                    ),
                    check="published-outcomes",
                    hint="Check the figures. If they are right, correct the outcome; until then, readers see both.",
                    place=published.places["outcome"],
                    severity=Severity.WARNING,
                )

"""The site's own language is one that its plans are written in.

Takes a Site and its plans, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: pages without a language in their address are in the site's language; without such pages there is no start page.
Wrong: `language: fr` in site.yaml, and a plan with `language: en`. Right: `language: en` in both.
"""

from collections.abc import Iterator

from generator.model import PlanEditions
from generator.problems import Problem
from generator.site import Site


def check(site: Site, plans: tuple[PlanEditions, ...]) -> Iterator[Problem]:
    """Yield a problem if no plan is in a language that the site names, and for a plan that leaves out its own."""
    originals = {plan.plan.language for plan in plans}
    if plans and site.language not in originals:
        yield Problem(
            message=f'No plan of this site is written in its language, "{site.language}"',
            check="site-language",
            hint=f"Set `language` to {' or '.join(sorted(originals))}.",
            place=site.places["language"],
        )
    for policy in site.translations:
        if plans and not any(policy.language in plan.plan.languages for plan in plans):
            yield Problem(
                message=f'No plan of this site is to be read in "{policy.language}"',
                check="site-language",
                hint="Take this entry out, or add the language to `languages` in plan.yaml.",
                place=policy.places["language"],
            )
    for plan in plans:
        if len(set(plan.plan.languages)) < len(plan.plan.languages):
            yield Problem(
                message="A language stands twice in `languages`",
                check="site-language",
                hint="Keep it once.",
                place=plan.plan.places["languages"],
            )
        if plan.plan.language not in plan.plan.languages:
            yield Problem(
                message=f'The plan\'s own language, "{plan.plan.language}", is not among its languages',
                check="site-language",
                hint=f"Add {plan.plan.language} to `languages`.",
                place=plan.plan.places["languages"],
            )

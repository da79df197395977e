"""A target that is no longer in the plan is named under `withdrawn`, or lives on under another id.

Takes a plan with its Editions, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: people cite a target by its address. Its page stays for ever, and says what became of it.
A warning where nothing is said; an error where a target is called withdrawn and is still in the plan.
Wrong: a target of the last edition is left out of this one, and that is all. Right: `withdrawn:` with its `id`, and
`why`; or, at the target that it has become, `aliases` with its old id.
"""

from collections.abc import Iterator

from generator.model import Edition, PlanEditions
from generator.pairs import same_targets
from generator.problems import Place, Problem, Severity


def check(plan: PlanEditions) -> Iterator[Problem]:
    """Yield a problem for each target that disappears without a word, or is withdrawn and still there."""
    for edition in plan.editions:
        for each in edition.targets.withdrawn:
            if each.id in edition.targets_by_id:
                yield Problem(
                    message=f'The target "{each.id}" is withdrawn, but is still in the plan',
                    check="withdrawn-targets",
                    hint="Take out one of the two: the entry under `withdrawn`, or the target.",
                    place=each.places["id"],
                )
        older = plan.before(edition)
        if older is not None:
            yield from _gone(older, edition)


def _gone(before: Edition, after: Edition) -> Iterator[Problem]:
    told = {each.id for each in after.targets.withdrawn} | {old.id for old in same_targets(before, after).values()}
    told |= {id_ for target in after.targets.targets for id_ in target.aliases}  # two may have become one
    for target in before.targets.targets:
        if target.id not in told:
            yield Problem(
                message=f'The target "{target.id}" of edition {before.id} is not in this edition, and nothing says why',
                check="withdrawn-targets",
                hint=f"Under `withdrawn`, add: - id: {target.id}. Or name it in the `aliases` of its new id.",
                place=Place(f"plan_data/{after.plan.id}/{after.id}/targets.yaml"),
                severity=Severity.WARNING,
            )

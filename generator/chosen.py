"""The plan and the edition that a command names.

Takes plans and the name that was typed; gives the one that is meant. Raises PlanError with the names there are. Knows
nothing of commands.
"""

from collections.abc import Sequence

from generator.fill import did_you_mean
from generator.model import Edition, PlanEditions
from generator.problems import PlanError, Problem


def plan_of(plans: Sequence[PlanEditions], name: str) -> PlanEditions:
    """The plan of a name; without a name, the only one."""
    if not name and len(plans) > 1:
        names = ", ".join(str(plan.plan.id) for plan in plans)
        message = "This site has several plans"
        raise PlanError([Problem(message, "names", f"Say which one you mean with --plan: {names}.")])
    for plan in plans:
        if name in ("", plan.plan.id):
            return plan
    raise _unknown(f'There is no plan "{name}"', name, [str(plan.plan.id) for plan in plans])


def edition_of(plan: PlanEditions, name: str) -> Edition:
    """The edition of a name; without a name, the newest, drafts included."""
    for edition in reversed(plan.editions):
        if name in ("", edition.id):
            return edition
    names = [str(edition.id) for edition in plan.editions]
    raise _unknown(f'The plan "{plan.plan.id}" has no edition "{name}"', name, names)


def _unknown(message: str, name: str, known: list[str]) -> PlanError:
    return PlanError([Problem(message, "names", did_you_mean(name, known) or f"There is: {', '.join(known)}.")])

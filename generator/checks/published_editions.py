"""A published edition stays as it was published, unless a correction is entered.

Takes a Site and its plans, gives Problems. Knows nothing of YAML, of files, or of how problems are shown.

Why: people cite what an edition promised. If it can change without a word, nobody can hold the plan to it.
A warning, not an error, says that an older edition was never sealed: nothing would notice a change to it.
Wrong: a new `value` in `2026/targets.yaml`, a year after 2026 was published. Right: the same change, followed by
`planpress edition correct 2026 --on 2027-06-01 --note "The figure for May was mistyped."`
"""

from collections.abc import Iterator

from generator.fields import NotStated
from generator.model import Edition, PlanEditions
from generator.periods import PeriodForm
from generator.problems import Place, Problem, Severity
from generator.site import Site
from generator.status import FileChange, Publication, changes_to

NAME = "published-editions"


def check(site: Site, plans: tuple[PlanEditions, ...]) -> Iterator[Problem]:  # noqa: ARG001 - every site check takes both
    """Yield a problem for each file that is not as it was published, and for what is wrong with corrections."""
    for plan in plans:
        for edition in plan.editions:
            if not isinstance(edition.publication, NotStated):
                yield from _sealed(edition, edition.publication)
            elif edition is not plan.current and not edition.facts.draft:
                yield _never_sealed(edition)


def folder_of(edition: Edition) -> str:
    """Where the files of an edition stand, from the site's folder on."""
    return f"plan_data/{edition.plan.id}/{edition.id}"


def _sealed(edition: Edition, publication: Publication) -> Iterator[Problem]:
    published = edition.facts.published
    when = "is published" if isinstance(published, NotStated) else f"was published on {published.written}"
    if edition.facts.draft:
        hint = "Take out `draft`. What is new belongs into a new edition: planpress edition start."
        message = f"Edition {edition.id} is marked as a draft, but it {when}"
        yield Problem(message, NAME, hint, edition.facts.places["draft"])
    for name, change in changes_to(publication.files, edition.files).items():
        cure = "Bring it back" if change is FileChange.MISSING else "Undo the change"
        yield Problem(
            message=f"Edition {edition.id} {when}, and this file {change}",
            check=NAME,
            hint=f'{cure}, or enter it: planpress edition correct {edition.id} --on DAY --note "What was wrong"',
            place=Place(f"{folder_of(edition)}/{name}"),
        )
    yield from _corrections(edition, publication)


def _corrections(edition: Edition, publication: Publication) -> Iterator[Problem]:
    published = edition.facts.published
    before = None if isinstance(published, NotStated) else published
    for correction in publication.corrections:
        place = correction.places["on"]
        if correction.on.form is not PeriodForm.DAY:
            hint = "Write the day of the correction, such as 2026-04-01."
            yield Problem(f'A correction has a day, not "{correction.on.written}"', NAME, hint, place)
        elif before is not None and correction.on.first < before.first:
            message = f"This correction of {correction.on.written} stands behind {before.written}"
            yield Problem(message, NAME, "Corrections follow the publication, oldest first. Check the days.", place)
        before = correction.on
        if isinstance(correction.note, NotStated) and not correction.minor:
            hint = "Add a `note`: what was wrong, and what is right now. Or write `minor: yes`."
            yield Problem("A correction says what it is", NAME, hint, place)


def _never_sealed(edition: Edition) -> Problem:
    day = " --on DAY" if isinstance(edition.facts.published, NotStated) else ""
    return Problem(
        message=f"Edition {edition.id} was never sealed, so nobody would notice if it changed",
        check=NAME,
        hint=f"If it is as it was published, run: planpress edition publish {edition.id}{day}",
        place=Place(f"{folder_of(edition)}/edition.yaml"),
        severity=Severity.WARNING,
    )

"""Edition -> Problems: one rule a module, each with its reason, a wrong and a right example.

A new rule is a new module here, a line below, a file in tests/broken/ and its docstring, which is its page in the docs.
"""

from collections.abc import Callable, Iterable, Iterator

from generator.checks import (
    accessibility_review,
    aliases,
    contacts,
    edition_names,
    format_settings,
    ids,
    item_dates,
    licence,
    numbers,
    operator,
    prose_languages,
    prose_links,
    published_editions,
    published_outcomes,
    references,
    site_address,
    site_language,
    statements,
    status_notes,
    supplied,
    target_arithmetic,
    target_dates,
    target_directions,
    target_kinds,
    values,
    withdrawn_targets,
)
from generator.model import Edition, PlanEditions
from generator.pages import ProsePage
from generator.problems import Problem
from generator.site import Site

EDITION_CHECKS: tuple[Callable[[Edition], Iterable[Problem]], ...] = (
    ids.check,
    aliases.check,
    references.check,
    item_dates.check,
    numbers.check,
    target_arithmetic.check,
    target_dates.check,
    target_directions.check,
    target_kinds.check,
    values.check,
    contacts.check,
    statements.check,
)
PLAN_CHECKS: tuple[Callable[[PlanEditions], Iterable[Problem]], ...] = (
    withdrawn_targets.check,
    status_notes.check,
    licence.check,
)
SITE_CHECKS: tuple[Callable[[Site, tuple[PlanEditions, ...]], Iterable[Problem]], ...] = (
    site_language.check,
    site_address.check,
    operator.check,
    accessibility_review.check,
    edition_names.check,
    published_outcomes.check,
    published_editions.check,
    format_settings.check,
    supplied.check,
)

PROSE_CHECKS: tuple[Callable[[tuple[ProsePage, ...], tuple[PlanEditions, ...]], Iterable[Problem]], ...] = (
    prose_languages.check,
    prose_links.check,
)


def of_edition(edition: Edition) -> Iterator[Problem]:
    """Every problem of one edition."""
    for check in EDITION_CHECKS:
        yield from check(edition)


def of_plan(plan: PlanEditions) -> Iterator[Problem]:
    """Every problem of a plan: of each of its editions, and between them."""
    for edition in plan.editions:
        yield from of_edition(edition)
    for check in PLAN_CHECKS:
        yield from check(plan)


def of_prose(pages: tuple[ProsePage, ...], plans: tuple[PlanEditions, ...]) -> Iterator[Problem]:
    """Every problem of the hand-written pages."""
    for check in PROSE_CHECKS:
        yield from check(pages, plans)


def of_site(site: Site, plans: tuple[PlanEditions, ...]) -> Iterator[Problem]:
    """Every problem of the site as a whole."""
    for check in SITE_CHECKS:
        yield from check(site, plans)

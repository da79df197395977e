"""Edition -> how far its items have come: by first-level item, by organisation, and one by one.

Takes an Edition; gives a Headway for each level whose items have a status. Knows nothing of targets, words or pages.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.fields import NOT_STATED, NotStated
from generator.model import Edition, Item, Level, Organisation
from generator.status import Status

Counts = dict[Status | NotStated, int]
"""How many items have each status, in the order of the closed set; those without one last, as not stated."""


@dataclass(frozen=True)
class Headway:
    """How far the items of one level have come. Each part counts the same items.

    Items of several organisations count with each of them; those of none, under None, if any item has one.
    """

    level: Level
    total: Counts
    by_item: tuple[tuple[Item, Counts], ...]
    by_organisation: tuple[tuple[Organisation | None, Counts], ...]
    items: tuple[tuple[Status | NotStated, tuple[Item, ...]], ...]


def headway(edition: Edition) -> tuple[Headway, ...]:
    """How far the items have come, level by level; levels on which no item has a status are left out."""
    items = tuple(edition.all_items())
    ranks = {item.level.rank for item in items if not isinstance(item.status, NotStated)}
    return tuple(_of_level(edition, level, items) for level in edition.plan.levels if level.rank in ranks)


def has_status(edition: Edition) -> bool:
    """Whether the plan says of any item how far it has come."""
    return any(not isinstance(item.status, NotStated) for item in edition.all_items())


def _of_level(edition: Edition, level: Level, all_items: Iterable[Item]) -> Headway:
    items = [item for item in all_items if item.level.rank == level.rank]
    total = _counts(items)
    tops = [(top, [each for each in top.walk() if each.level.rank == level.rank]) for top in edition.items]
    owned: list[tuple[Organisation | None, list[Item]]] = [
        (organisation, [item for item in items if str(organisation.id) in item.owners])
        for organisation in edition.organisations.organisations
    ]
    if any(item.owners for item in items):
        owned.append((None, [item for item in items if not item.owners]))
    return Headway(
        level=level,
        total=total,
        by_item=tuple((top, _counts(under)) for top, under in tops if under and level.rank > 0),
        by_organisation=tuple((organisation, _counts(its)) for organisation, its in owned if its),
        items=tuple((status, tuple(item for item in items if item.status is status)) for status in total),
    )


def _counts(items: Iterable[Item]) -> Counts:
    found = [item.status for item in items]
    return {status: found.count(status) for status in (*Status, NOT_STATED) if status in found}

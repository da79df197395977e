"""No two things of one kind share an id.

Takes an Edition, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: an id is an address and the key of translations; two equal ones would show one text in place of the other.
Wrong: two aims with `id: feel-safer` under one theme. Right: `id: feel-safer` and `id: feel-safer-at-night`.
"""

from collections.abc import Iterable, Iterator

from generator.fields import Record, records_in
from generator.model import RESERVED_IDS, Edition
from generator.problems import Problem


def check(edition: Edition) -> Iterator[Problem]:
    """Yield a problem for each id that stands twice among its neighbours, or begins the path of other texts."""
    yield from _twice(edition.items)
    for record in (*edition.all_items(), *records_in(_parts(edition))):
        for neighbours in vars(record).values():
            if isinstance(neighbours, tuple):
                yield from _twice(each for each in neighbours if isinstance(each, Record))
    for item in edition.items:
        if item.id in RESERVED_IDS:
            yield Problem(
                message=f'"{item.id}" cannot be the id of {item.level.one.wording} "{item.title.wording}"',
                check="ids",
                hint=f"Translations use it for another part of the plan. Use {item.id}-{item.level.one.wording}.",
                place=item.places["id"],
            )


def _parts(edition: Edition) -> tuple[object, ...]:
    return (edition.facts, edition.targets, edition.organisations, edition.achievements)


def _twice(neighbours: Iterable[Record]) -> Iterator[Problem]:
    first: dict[str, Record] = {}
    for record in neighbours:
        id_ = getattr(record, "id", None)
        if not isinstance(id_, str):
            continue
        if id_ in first:
            yield Problem(
                message=f'The id "{id_}" is used twice, first on line {first[id_].places["id"].line}',
                check="ids",
                hint="Give one of the two another id. Keep the older one: its address may be known.",
                place=record.places["id"],
            )
        else:
            first[id_] = record

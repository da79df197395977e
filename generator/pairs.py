"""What in one edition is what in another: by id, and by the ids it had before (`aliases`).

Takes two Editions, or two lists of entries, the older first; gives what belongs together. Knows nothing of
what differs.

An item's id is unique among its neighbours only. One that stands under another parent is therefore taken for the same
if its level and its words are the same too.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from generator.fields import NOT_STATED, Record
from generator.model import Edition, Item
from generator.periods import Period
from generator.targets import Target

_Named = TypeVar("_Named", Target, Item)
_KEYS = ("id", "language", "period", "by")
"""The fields that tell entries of a list apart; the first that they have."""


def same_targets(before: Edition, after: Edition) -> dict[str, Target]:
    """Each target of the older edition that the newer one still has, by its id in the newer one."""
    return {new.id: old for new, old in _paired(before.targets.targets, after.targets.targets)}


def same_items(before: Edition, after: Edition) -> dict[str, Item]:
    """Each item of the older edition that the newer one still has, by its id path in the newer one."""
    same = _same_under(before.items, after.items)
    taken = {old.path for old in same.values()}
    homeless = {old.path: old for old in before.all_items() if old.path not in taken}
    for new in after.all_items():
        moved = [old for old in homeless.values() if new.path not in same and _moved(old, new)]
        if len(moved) == 1:
            found = {new.path: moved[0]} | _same_under(moved[0].children, new.children)
            found = {path: old for path, old in found.items() if path not in same and old.path in homeless}
            same |= found
            for old in found.values():
                del homeless[old.path]
    return same


def _moved(old: Item, new: Item) -> bool:
    """Whether an item that is missing where it was is one that is new elsewhere."""
    return (
        old.id in (new.id, *new.aliases) and old.level.rank == new.level.rank and old.title.wording == new.title.wording
    )


def _same_under(before: Iterable[Item], after: Iterable[Item]) -> dict[str, Item]:
    """The items that stand under the same parent as before, and those under them."""
    same: dict[str, Item] = {}
    for new, old in _paired(before, after):
        same |= {new.path: old} | _same_under(old.children, new.children)
    return same


def _paired(before: Iterable[_Named], after: Iterable[_Named]) -> list[tuple[_Named, _Named]]:
    """What is new and what it was, among neighbours. An id counts before an alias."""
    left = {old.id: old for old in before}
    after = tuple(after)
    by_id = {new.id: left.pop(new.id) for new in after if new.id in left}
    pairs = []
    for new in after:
        known_as = next((alias for alias in new.aliases if alias in left), None)
        if new.id in by_id:
            pairs.append((new, by_id[new.id]))
        elif known_as is not None:
            pairs.append((new, left.pop(known_as)))
    return pairs


def key_of(record: object) -> str:
    """What tells an entry of a list from its neighbours."""
    found = next((value for name in _KEYS if (value := getattr(record, name, NOT_STATED)) is not NOT_STATED), "")
    return found.written if isinstance(found, Period) else str(found)


def _keyed(records: Iterable[Record]) -> dict[tuple[str, int], Record]:
    """Entries by their key, and by how many of the same key stand before them."""
    seen: Counter[str] = Counter()
    keyed = {}
    for record in records:
        keyed[key_of(record), seen[key_of(record)]] = record
        seen[key_of(record)] += 1
    return keyed


def matched(before: Iterable[Record], after: Iterable[Record]) -> Iterator[tuple[Record | None, Record | None]]:
    """Each entry with what it was: those of the newer list first, then those that are gone."""
    old, new = _keyed(before), _keyed(after)
    yield from ((old.get(key), record) for key, record in new.items())
    yield from ((record, None) for key, record in old.items() if key not in new)


def common(before: Iterable[Record], after: Iterable[Record]) -> tuple[list[object], list[object]]:
    """The keys that two lists share, in the order of each."""
    old, new = _keyed(before), _keyed(after)
    return [key for key in old if key in new], [key for key in new if key in old]

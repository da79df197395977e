"""What changed from one edition to another.

Takes two Editions of a plan, the older first; gives Changes. Has no words of its own: compare_words.py tells them on
the command line, the page on changes on the website.

Every field of every record is compared, so nothing that differs goes unreported. What says the same in two editions is
not a change: a reference to an item that was renamed, or 2.10 for 2.1. The checksums in published.yaml are no part of
the plan, and what plan.yaml holds is the same for all editions.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from generator.fields import NOT_STATED, NotStated, Record, Text, fields_of
from generator.model import Edition, Item, Organisation, Section
from generator.pairs import common, key_of, matched, same_items, same_targets
from generator.targets import Due, State, Target, Value, Withdrawn


class Area(StrEnum):
    """The part of the plan that a change is in."""

    TARGETS = "targets"
    ITEMS = "items"
    ORGANISATIONS = "organisations"
    ACHIEVEMENTS = "achievements"
    SECTIONS = "sections"
    EDITION = "edition"


class Kind(StrEnum):
    """What sort of change it is."""

    ADDED = "added"
    REMOVED = "removed"
    NEW_ID = "new id"
    MOVED = "moved"
    REORDERED = "reordered"
    RESULT_ADDED = "result added"
    RESULT_REVISED = "result revised"
    RESULT_REMOVED = "result removed"
    BASELINE = "baseline"
    DUE = "due"
    RULE = "rule"
    PUBLISHED = "published outcome"
    STATUS = "status"
    STATUS_NOTE = "status note"
    OWNERS = "owners"
    DATES = "dates"
    CONTACTS = "contacts"
    WORDING = "wording"
    DETAIL = "detail"


@dataclass(frozen=True)
class Change:
    """One difference. `was` and `now` are the entry it is in, or None where an edition does not have that entry.

    `field` is the field that differs (`measure.title`), with what it held `before` and what it holds `after`; of an
    entry that was added, removed or moved, there is none, and `before` and `after` are where it stood.
    `why` is the plan's reason, for due values and withdrawn targets.
    """

    area: Area
    kind: Kind
    was: Record | None
    now: Record | None
    field: str = ""
    before: Any = NOT_STATED
    after: Any = NOT_STATED
    why: Text | NotStated = NOT_STATED

    @property
    def entry(self) -> Record:
        """The entry it is in: as it is now, or if it is gone, as it was."""
        found = self.now or self.was
        assert found is not None  # noqa: S101 - there is no change of nothing
        return found


@dataclass(frozen=True)
class Changes:
    """All differences between two editions of a plan, in the plan's order."""

    before: Edition
    after: Edition
    all: tuple[Change, ...]

    @property
    def of_the_plan(self) -> tuple[Change, ...]:
        """What readers are told of: all but how the edition itself stands, and what only its keepers need."""
        return tuple(each for each in self.all if not _of_keepers(each))


def compare(before: Edition, after: Edition) -> Changes:
    """Everything that differs between two editions."""
    return Changes(before, after, tuple(_Comparison(before, after).all()))


_OWN = frozenset({"draft", "published", "note"})
"""What an edition says of itself: pages say it at their head."""


def _of_keepers(change: Change) -> bool:
    """Whether a change is how the edition stands, a reason of the year before, or a contact that was only checked."""
    if change.area is Area.EDITION:
        return change.field in _OWN
    if change.field == "revision":
        return isinstance(change.after, NotStated)
    if change.kind is not Kind.CONTACTS:
        return False
    before, after = ([replace(each, checked=NOT_STATED) for each in held] for held in (change.before, change.after))
    return before == after


_KINDS: Mapping[tuple[type[Record], str], Kind] = {
    (Target, "margin"): Kind.RULE,
    (Target, "rule"): Kind.RULE,
    (Target, "published_outcome"): Kind.PUBLISHED,
    (Item, "status"): Kind.STATUS,
    (Item, "status_note"): Kind.STATUS_NOTE,
    (Item, "owners"): Kind.OWNERS,
    (Item, "starts"): Kind.DATES,
    (Item, "ends"): Kind.DATES,
    (Organisation, "contacts"): Kind.CONTACTS,
}
"""Fields that are told as a whole, and how. Of any other, a text is WORDING and anything else DETAIL."""


@dataclass(frozen=True)
class _At:
    """An entry, as it was and as it is, and the area it is in."""

    area: Area
    was: Record
    now: Record

    def change(self, kind: Kind, field: str, before: object, after: object) -> Change:
        """A difference in this entry."""
        return Change(self.area, kind, self.was, self.now, field, before, after)

    def order(self, field: str, before: Iterable[object], after: Iterable[object]) -> Iterator[Change]:
        """That the same entries stand in another order."""
        if (old := tuple(before)) != (new := tuple(after)):
            yield self.change(Kind.REORDERED, field, old, new)


class _Comparison:
    """Walks two editions side by side."""

    def __init__(self, before: Edition, after: Edition) -> None:
        self.before, self.after = before, after
        self.items = same_items(before, after)
        self.targets = same_targets(before, after)
        self.paths = {old.path: path for path, old in self.items.items()}
        """Where each item of the older edition stands now."""

    def all(self) -> Iterator[Change]:
        before, after = self.before, self.after
        yield from self._targets(_At(Area.TARGETS, before.targets, after.targets))
        yield from self._items()
        yield from self._fields(_At(Area.ORGANISATIONS, before.organisations, after.organisations))
        yield from self._optional(Area.ACHIEVEMENTS, before.achievements, after.achievements)
        yield from self._fields(_At(Area.EDITION, before.facts, after.facts))

    # ---------------------------------------------------------------- targets

    def _targets(self, at: _At) -> Iterator[Change]:
        before, after = self.before.targets, self.after.targets
        for new in after.targets:
            old = self.targets.get(new.id)
            if old is None:
                yield Change(Area.TARGETS, Kind.ADDED, None, new)
            else:
                yield from self._target(old, new)
        kept = [old.id for old in self.targets.values()]
        reasons = {each.id: each.why for each in after.withdrawn}
        gone = {old.id: old for old in before.targets if old.id not in kept}
        for id_, old in gone.items():
            yield Change(Area.TARGETS, Kind.REMOVED, old, None, why=reasons.get(id_, NOT_STATED))
        order = [self.targets[new.id].id for new in after.targets if new.id in self.targets]
        yield from at.order("targets", [old.id for old in before.targets if old.id in kept], order)
        for change in self._fields(at, but=frozenset({"targets"})):
            told = change.kind is Kind.ADDED and isinstance(change.now, Withdrawn) and change.now.id in gone
            if not told:
                yield change

    def _target(self, old: Target, new: Target) -> Iterator[Change]:
        at = _At(Area.TARGETS, old, new)
        told = {"id", "baseline", "due", "values"}
        if old.id != new.id:
            yield at.change(Kind.NEW_ID, "id", old.id, new.id)
            told.add("aliases")
        for was, now in matched(old.values, new.values):
            yield from self._result(at, was or NOT_STATED, now or NOT_STATED)
        yield from at.order("values", *common(old.values, new.values))
        if _figures(old.baseline) == _figures(new.baseline):
            yield from self._within(at, "baseline", old.baseline, new.baseline)
        else:
            yield at.change(Kind.BASELINE, "baseline", old.baseline, new.baseline)
        if _figures(old.due) == _figures(new.due):
            for was, now in zip(old.due, new.due, strict=True):
                yield from self._within(at, f"due.{now.by.written}", was, now)
        else:
            yield replace(at.change(Kind.DUE, "due", old.due, new.due), why=new.revision)
            told.add("revision")
        yield from self._fields(at, but=frozenset(told))

    def _result(self, at: _At, before: Record | NotStated, after: Record | NotStated) -> Iterator[Change]:
        field = f"values.{key_of(before or after)}"
        if _figures(before) == _figures(after):
            yield from self._within(at, field, before, after)
            return
        if not before and isinstance(after, Value) and after.state is State.REVISED:
            first = (
                each for each in getattr(at.now, "values", ()) if key_of(each) == key_of(after) and each is not after
            )
            before = next(first, NOT_STATED)  # a revised figure may stand beside the first one
        kind = Kind.DETAIL
        if _known(before):
            kind = Kind.RESULT_REVISED if after else Kind.RESULT_REMOVED
        elif _known(after):
            kind = Kind.RESULT_ADDED
        yield at.change(kind, field, before, after)

    # ---------------------------------------------------------------- items

    def _items(self) -> Iterator[Change]:
        for new in self.after.all_items():
            old = self.items.get(new.path)
            if old is None:
                yield Change(Area.ITEMS, Kind.ADDED, None, new)
            else:
                yield from self._item(_At(Area.ITEMS, old, new), old, new)
        top = _At(Area.ITEMS, self.before.facts, self.after.facts)
        yield from self._neighbours(top, self.before.items, self.after.items)
        for old in self.before.all_items():
            if old.path not in self.paths:
                yield Change(Area.ITEMS, Kind.REMOVED, old, None)

    def _item(self, at: _At, old: Item, new: Item) -> Iterator[Change]:
        told = {"id"}
        if old.id != new.id:
            yield at.change(Kind.NEW_ID, "id", old.id, new.id)
            told.add("aliases")
        parent, parent_now = old.path.rpartition(".")[0], new.path.rpartition(".")[0]
        if self.paths.get(parent, parent) != parent_now:
            yield at.change(Kind.MOVED, "", parent, parent_now)
        if old.level.rank != new.level.rank:
            yield at.change(Kind.DETAIL, "level", old.level.one, new.level.one)
        yield from self._fields(at, but=frozenset(told))
        yield from self._neighbours(at, old.children, new.children)

    def _neighbours(self, at: _At, before: tuple[Item, ...], after: tuple[Item, ...]) -> Iterator[Change]:
        """That items which still stand under the same parent are in another order."""
        here, there = {item.path for item in after}, {item.path for item in before}
        old_order = [self.paths[item.path] for item in before if self.paths.get(item.path) in here]
        new_order = [item.path for item in after if item.path in self.items and self.items[item.path].path in there]
        yield from at.order("children", old_order, new_order)

    # ---------------------------------------------------------------- any record

    def _fields(self, at: _At, *, but: frozenset[str] = frozenset()) -> Iterator[Change]:
        """What differs between two states of an entry, field by field."""
        for fact in fields_of(type(at.now)):
            name, before, after = fact.name, getattr(at.was, fact.name), getattr(at.now, fact.name)
            told = _KINDS.get((type(at.now), name))
            nested = isinstance(fact.type, type) and issubclass(fact.type, Record)
            if name in but:
                continue
            if told is None and nested and fact.many:
                yield from self._list(replace(at, area=Area.SECTIONS) if fact.type is Section else at, name)
            elif told is None and nested:
                yield from self._within(at, name, before, after)
            else:
                before = self._called_now(before) if fact.refers_to == "item" else before
                if _plain(before) != _plain(after):
                    yield at.change(told or (Kind.WORDING if fact.type is Text else Kind.DETAIL), name, before, after)

    def _list(self, at: _At, name: str) -> Iterator[Change]:
        """What differs between two lists of entries: each is an entry of its own."""
        before, after = getattr(at.was, name), getattr(at.now, name)
        for old, new in matched(before, after):
            yield from self._optional(at.area, old or NOT_STATED, new or NOT_STATED)
        yield from at.order(name, *common(before, after))

    def _optional(self, area: Area, was: Record | NotStated, now: Record | NotStated) -> Iterator[Change]:
        """What differs in an entry that an edition may not have."""
        if was and now:
            yield from self._fields(_At(area, was, now))
        elif was or now:
            yield Change(area, Kind.ADDED if now else Kind.REMOVED, was or None, now or None)

    def _within(self, at: _At, name: str, before: Record | NotStated, after: Record | NotStated) -> Iterator[Change]:
        """What differs in a record that is no entry of its own: it is told of the entry that holds it."""
        if before and after:
            for change in self._fields(_At(at.area, before, after)):
                own = change.was is before and change.now is after
                yield at.change(change.kind, f"{name}.{change.field}", change.before, change.after) if own else change
        elif before is not after:
            yield at.change(Kind.DETAIL, name, before, after)

    def _called_now(self, refs: Any) -> Any:  # noqa: ANN401 - one id path, several, or none stated
        """References to items of the older edition as the newer one writes them."""
        if isinstance(refs, tuple):
            return tuple(self.paths.get(ref, ref) for ref in refs)
        return self.paths.get(refs, refs) if refs else refs


def _plain(value: object) -> object:
    """What a value says, whatever its address is."""
    match value:
        case Text():
            return value.wording, _plain(value.repair)
        case Record():
            return tuple(_plain(getattr(value, fact.name)) for fact in fields_of(type(value)))
        case tuple():
            return tuple(map(_plain, value))
        case _:
            return value


def _figures(value: object) -> object:
    """What a page shows of a value, or of what is due, in one line."""
    match value:
        case Value():
            return _plain((value.value, value.printed, value.state, value.period, value.expected))
        case Due():
            return _plain((value.by, value.value, value.at_least, value.at_most, value.words))
        case tuple():
            return tuple(map(_figures, value))
        case _:
            return value


def _known(value: object) -> bool:
    """Whether a result is known: as a figure, or in words as printed."""
    return isinstance(value, Value) and (value.value is not NOT_STATED or value.printed is not NOT_STATED)

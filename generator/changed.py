"""Changes -> what the page on changes says, part by part. Nothing is left out: what has no part of its own is `other`.

Takes Changes; gives Told. Knows nothing of words in any language, or of HTML.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from operator import attrgetter

from generator.achievements import AchievementGroup, Achievements, Entry, Figure
from generator.achievements import Change as MeasuredChange
from generator.compare import Area, Change, Changes, Kind
from generator.fields import NOT_STATED, NotStated, Record, Text
from generator.glossary import Term
from generator.languages import message
from generator.model import (
    Item,
    Organisation,
    Organisations,
    Role,
    Section,
    Shown,
    Statement,
    Transcription,
    TranscriptionNote,
)
from generator.status import Status
from generator.targets import Target, Targets, Unit, Withdrawn

RESULTS = frozenset({Kind.RESULT_ADDED, Kind.RESULT_REVISED, Kind.RESULT_REMOVED})
REVISED = frozenset({Kind.BASELINE, Kind.DUE})
STATUSES: tuple[Status | NotStated, ...] = (
    Status.DONE,
    Status.DELAYED,
    Status.DROPPED,
    Status.UNDER_WAY,
    Status.NOT_STARTED,
    NOT_STATED,
)
"""The order in which pages tell what became of items: what ended first."""


@dataclass(frozen=True)
class Told:
    """The parts of the page on changes, each in the plan's order."""

    changes: Changes
    results: tuple[Change, ...] = ()
    revised: tuple[Change, ...] = ()
    new_targets: tuple[Change, ...] = ()
    withdrawn: tuple[Change, ...] = ()
    statuses: tuple[tuple[Status | NotStated, tuple[Change, ...]], ...] = ()
    new_items: tuple[Change, ...] = ()
    removed_items: tuple[Change, ...] = ()
    moved: tuple[Change, ...] = ()
    owners: tuple[Change, ...] = ()
    dates: tuple[Change, ...] = ()
    wording: tuple[Change, ...] = ()
    organisations: tuple[Change, ...] = ()
    other: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is told at all."""
        return any(bool(getattr(self, part.name)) for part in fields(self) if part.name != "changes")

    def count(self, kind: Kind, among: Iterable[Change]) -> int:
        """How many changes of a kind there are among some."""
        return sum(change.kind == kind for change in among)

    @property
    def levels(self) -> Iterator[tuple[Text, tuple[tuple[object, int], ...]]]:
        """For each level with such changes: how many of its items came to each status, were added or removed."""
        named = (*self.statuses, (Kind.ADDED, self.new_items), (Kind.REMOVED, self.removed_items))
        for level in self.changes.after.plan.levels:
            counts = [(name, sum(_rank(each) == level.rank for each in changes)) for name, changes in named]
            if any(count for _, count in counts):
                yield level.many, tuple((name, count) for name, count in counts if count)


def told(changes: Changes) -> Told:
    """The changes, each in the first part that is for it."""
    left = list(changes.of_the_plan)
    parts: dict[str, tuple[Change, ...]] = {}
    for name, belongs in _PARTS.items():
        parts[name] = tuple(each for each in left if belongs(each))
        left = [each for each in left if not belongs(each)]
    statuses = {status: tuple(each for each in parts["status"] if each.after is status) for status in STATUSES}
    noted = [each.entry for each in parts.pop("status")]
    # A note beside a new status is told with it.
    parts["wording"] = tuple(each for each in parts["wording"] if not (_is_note(each) and each.entry in noted))
    came = tuple((status, each) for status, each in statuses.items() if each)
    return Told(changes, statuses=came, other=tuple(left), **parts)


def _is_note(change: Change) -> bool:
    return change.kind is Kind.STATUS_NOTE and bool(change.after)


def about(changes: Changes, paths: frozenset[str]) -> Changes:
    """The changes that concern items with certain first ids, or the targets that name such an item."""

    def concerns(entry: Record | None) -> bool:
        path = entry.path if isinstance(entry, Item) else entry.item if isinstance(entry, Target) else ""
        return str(path or "").partition(".")[0] in paths

    return replace(changes, all=tuple(each for each in changes.all if concerns(each.was) or concerns(each.now)))


def _of(area: Area, *kinds: Kind) -> Callable[[Change], bool]:
    return lambda change: change.area is area and change.kind in kinds


def _whole(kind: Kind, entry: type[Record]) -> Callable[[Change], bool]:
    return lambda change: change.kind is kind and isinstance(change.entry, entry)


_PARTS: Mapping[str, Callable[[Change], bool]] = {
    "results": _of(Area.TARGETS, *RESULTS),
    "revised": _of(Area.TARGETS, *REVISED),
    "new_targets": _whole(Kind.ADDED, Target),
    "withdrawn": _whole(Kind.REMOVED, Target),
    "new_items": _whole(Kind.ADDED, Item),
    "removed_items": _whole(Kind.REMOVED, Item),
    "status": _of(Area.ITEMS, Kind.STATUS),
    "moved": _of(Area.ITEMS, Kind.MOVED),
    "owners": _of(Area.ITEMS, Kind.OWNERS),
    "dates": _of(Area.ITEMS, Kind.DATES),
    "organisations": lambda change: change.area is Area.ORGANISATIONS,
    "wording": lambda change: change.kind in (Kind.WORDING, Kind.STATUS_NOTE),
}
"""Which change belongs to which part; the first that takes it has it."""

_PAGES: Mapping[type[Record], str] = {
    **dict.fromkeys((Targets, Unit, Withdrawn), "targets"),
    **dict.fromkeys((Organisations, Organisation, Role), "organisations"),
    **dict.fromkeys((Achievements, AchievementGroup, Figure, Entry, MeasuredChange), "achievements"),
    **dict.fromkeys((Transcription, TranscriptionNote), "repairs"),
    Statement: "formats",
}
_OWN_WORDS: Mapping[type[Record], str] = {
    Organisation: "name",
    Role: "title",
    Section: "title",
    Achievements: "title",
    AchievementGroup: "title",
    Figure: "sentence",
    MeasuredChange: "measure",
    Term: "word",
}


def page_of(entry: Record) -> str:
    """The name of the page that shows an entry which has none of its own."""
    if isinstance(entry, Section) and entry.shown is Shown.SUMMARY:
        return "summary"
    return _PAGES.get(type(entry), "index")


def own_words(entry: Record) -> Text | None:
    """What an entry is called in the plan's own words, if it has any."""
    found = attrgetter(_OWN_WORDS[type(entry)])(entry) if type(entry) in _OWN_WORDS else None
    return found if isinstance(found, Text) else None


def _rank(change: Change) -> int:
    return change.entry.level.rank if isinstance(change.entry, Item) else -1


LABELS: Mapping[str, str] = {
    "margin": message("How far off still counts as on track"),
    "rule": message("How the plan judges it"),
    "published_outcome": message("What the publisher concludes"),
    "item": message("Place in the plan"),
    "kind": message("Kind of target"),
    "unit": message("What is counted"),
    "direction": message("Direction"),
    "code": message("Code"),
    "level": message("Level"),
    "serves": message("Belongs here too"),
    "source": message("Source"),
    "state": message("State of the figure"),
    "change_percent": message("Change aimed at"),
    "period": message("Period"),
    "review": message("To be reviewed by"),
    "owners": message("Who is responsible"),
    "starts": message("Starts"),
    "ends": message("Ends"),
    "statement": message("The plan's words"),
    "text": message("The plan's words"),
    "status_note": message("What is said of its progress"),
    "contacts": message("How to reach it"),
    "name": message("Name"),
    "title": message("Title"),
    "children": message("Order"),
    "targets": message("Order"),
}
"""What a reader calls a field. Of a field without a name here, pages say that details changed."""


def label_of(change: Change) -> str:
    """What differs, as a reader calls it."""
    if change.kind is Kind.NEW_ID:
        return message("Address of its page")
    if change.kind is Kind.REORDERED:
        return message("Order")
    if change.kind is Kind.MOVED:
        return message("Place in the plan")
    return LABELS.get(change.field.rpartition(".")[2], message("Details"))

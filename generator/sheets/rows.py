"""An edition -> the rows of its workbook, each with its place in the plan's files.

Takes an Edition; gives Rows, from which a workbook is made, and with which it is compared when it comes back. Knows
nothing of workbooks, or of what was filled in.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import reduce

from generator.fields import NOT_STATED, NotStated, Record, Text
from generator.load import ITEMS_FOLDER, TARGETS_FILE
from generator.model import Edition, Item
from generator.periods import Period
from generator.sheets.layout import SHEETS, Layout
from generator.targets import PERCENT, Due, Target, Value
from generator.workbook.book import plain

LONGEST = 30_000
"""A cell holds hardly more letters than this."""

_REPAIRED = "It differs from the printed text, and the file says why"
_TOO_LONG = "It is too long for a cell"
_BASELINE = "A baseline does not change from year to year"


@dataclass(frozen=True)
class Row:
    """A row: what its cells hold, by header, and where its record stands. A new one waits for its record."""

    key: tuple[str, ...]
    held: dict[str, str]
    locked: dict[str, str]
    """Why a cell may not be changed, by header; those that only name the row are not listed."""
    file: str
    path: tuple[str | int, ...]
    record: Record | None
    target: Target | None = None

    @property
    def new(self) -> bool:
        """Whether it waits to be filled in."""
        return self.record is None

    @property
    def percent(self) -> bool:
        """Whether its target counts percent."""
        return self.target is not None and self.target.measure.unit == PERCENT


def rows(edition: Edition) -> dict[str, tuple[Row, ...]]:
    """The rows of each sheet, in the plan's order."""
    return {layout.name: tuple(_MAKERS[layout.name](edition, layout)) for layout in SHEETS}


def files(edition: Edition) -> tuple[str, ...]:
    """The files of an edition that its workbook is made from."""
    return (*([TARGETS_FILE] if edition.targets.targets else []), *map(_file, edition.items))


def _targets(edition: Edition, layout: Layout) -> Iterator[Row]:
    for index, target in enumerate(edition.targets.targets):
        named = {"Target": str(target.id), "To be reached": "; ".join(map(_in_words, target.due))}
        yield _row(layout, target, target, named, ("targets", index))


def _values(edition: Edition, layout: Layout) -> Iterator[Row]:
    for index, target in enumerate(edition.targets.targets):
        at = ("targets", index)
        if isinstance(target.baseline, Value):
            row = _row(layout, target, target.baseline, {"Row": "Baseline"}, (*at, "baseline"))
            locked = {column.header: _BASELINE for column in layout.columns if column.field}
            yield replace(row, locked=locked)
        for number, value in enumerate(target.values):
            yield _row(layout, target, value, {"Row": f"Result {number + 1}"}, (*at, "values", number))
        known = [value for value in (target.baseline, *target.values) if isinstance(value, Value)]
        source = known[-1].source if known else NOT_STATED  # most likely the same again
        said = {"Row": "New result", "Source": "" if isinstance(source, NotStated) else source.wording}
        yield _row(layout, target, None, said, (*at, "values", len(target.values)))


def _due(edition: Edition, layout: Layout) -> Iterator[Row]:
    for index, target in enumerate(edition.targets.targets):
        for number, due in enumerate(target.due):
            yield _row(layout, target, due, {"Row": f"Due {number + 1}"}, ("targets", index, "due", number))
        yield _row(layout, target, None, {"Row": "New due"}, ("targets", index, "due", len(target.due)))


def _actions(edition: Edition, layout: Layout) -> Iterator[Row]:
    for top in edition.items:
        for item, path in _walk(top, ()):
            named = {"Item": item.path, "Level": item.level.one.wording, "Title": item.title.wording}
            held = named | {column.header: said_by(item, column.field) for column in layout.columns if column.field}
            yield Row((item.path,), held, _locked(item, layout), _file(top), path, item)


_MAKERS = {"Targets": _targets, "Values": _values, "Due": _due, "Actions": _actions}


def _walk(item: Item, path: tuple[str | int, ...]) -> Iterator[tuple[Item, tuple[str | int, ...]]]:
    """An item and all under it, with their places in the file."""
    yield item, path
    for level in dict.fromkeys(child.level for child in item.children):
        for index, child in enumerate(item.at(level)):
            yield from _walk(child, (*path, level.key, index))


def _row(
    layout: Layout, target: Target, record: Record | None, named: dict[str, str], path: tuple[str | int, ...]
) -> Row:
    """A row about a target."""
    held = {"Target": str(target.id), "What is counted": target.measure.title.wording}
    held |= {column.header: said_by(record, column.field) for column in layout.columns if column.field} | named
    key = tuple(held[column.header] for column in layout.columns if column.key)
    return Row(key, held, _locked(record, layout), TARGETS_FILE, path, record, target)


def _within(record: Record | None, field: str) -> object:
    """What a field holds; a dot leads into a record within."""
    return reduce(lambda held, name: getattr(held, name, None), field.split("."), record)


def said_by(record: Record | None, field: str) -> str:
    """What a cell says of a field of a record."""
    match _within(record, field):
        case None | NotStated():
            return ""
        case Text(wording=wording):
            return wording[:LONGEST]
        case Decimal() as number:
            return plain(number)
        case Period(written=written):
            return written
        case tuple() as references:
            return ", ".join(references)
        case other:
            return str(other)


def _locked(record: Record | None, layout: Layout) -> dict[str, str]:
    found = {}
    for column in layout.columns:
        value = _within(record, column.field) if column.field else None
        if isinstance(value, Text) and value.repair is not None:
            found[column.header] = _REPAIRED
        elif isinstance(value, Text) and len(value.wording) > LONGEST:
            found[column.header] = _TOO_LONG
    return found


def _file(top: Item) -> str:
    return f"{ITEMS_FOLDER}/{top.id}.yaml"


def _in_words(due: Due) -> str:
    """What is to be reached, and by when, in one line."""
    parts = [f"{word}{text}" for name, word in _PARTS if (text := said_by(due, name))]
    return f"by {due.by.written.removeprefix('by ')}: {', '.join(parts) or 'not stated'}"


_PARTS = (("value", ""), ("at_least", "at least "), ("at_most", "at most "), ("words", ""))

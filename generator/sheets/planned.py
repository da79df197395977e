"""What was filled in -> edits to the plan's files.

Takes Entries; gives Planned edits, with the cell that each place of the plan is in. Knows nothing of workbooks, or of
the files' texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from generator.edit import IN_FRONT, Edit
from generator.fields import Record, fields_of
from generator.periods import Period
from generator.problems import Place
from generator.sheets.filled_in import Entry
from generator.yaml_text import Value

Path = tuple[str | int, ...]


@dataclass
class Planned:
    """Edits by file, in the order in which they are to be made; and the cell of each place once they are."""

    edits: dict[str, list[Edit]] = field(default_factory=dict)
    cells: dict[tuple[str, Path], Place] = field(default_factory=dict)


def planned(entries: list[Entry]) -> Planned:
    """The edits. Whole entries are taken out last, from the end: so no place moves before its turn."""
    made = Planned()
    added: Counter[Path] = Counter()
    gone: list[tuple[str, Path]] = []
    for entry in entries:
        row, path = entry.row, entry.row.path
        if row.new and not entry.values:
            continue
        if row.new:
            *before, number = path
            path = (*before, int(number) + added[tuple(before)])
            added[tuple(before)] += 1
            index = _index_by_time(entry)
            if index is None:
                edits = [Edit(path, dict(entry.values), after=_neighbour(row.target, str(before[-1])))]
            else:
                path = (*before, index)
                edits = [Edit(path, dict(entry.values), after=IN_FRONT)]
                gone = [(file, _behind_new(path, each) if file == row.file else each) for file, each in gone]
                moved = ((file, _behind_new(path, each) if file == row.file else each) for file, each in made.cells)
                made.cells = dict(zip(moved, made.cells.values(), strict=True))
        else:
            edits = list(_changed(entry))
        out = [edit.path for edit in edits if edit.path == path and edit.value is None]
        gone += [(row.file, each) for each in out]
        made.edits.setdefault(row.file, []).extend(edit for edit in edits if edit.path not in out)
        first = next(iter(entry.values), next(iter(entry.places)))
        for name, place in {first: entry.places[first], **entry.places}.items():
            inner = (*path, *name.split("."))
            made.cells[row.file, inner] = place
            made.cells.setdefault((row.file, inner[:-1]), place)
    for file, path in sorted(gone, key=lambda each: each[1][-1], reverse=True):
        made.edits[file].append(Edit(path, None))
    made.cells = {(file, _moved(file, path, gone)): place for (file, path), place in made.cells.items()}
    made.edits = {file: edits for file, edits in made.edits.items() if edits}
    return made


def _index_by_time(entry: Entry) -> int | None:
    """Where a new result stands among those that are there, the oldest first; None at their end."""
    target, period = entry.row.target, Period.parse(entry.values.get("period", ""))
    if target is None or period is None or entry.row.path[-2] != "values":
        return None
    later = (
        index
        for index, value in enumerate(target.values)
        if isinstance(value.period, Period) and value.period.last > period.last
    )
    return next(later, None)


def _behind_new(new: Path, path: Path) -> Path:
    """Where a place is once an entry was put in front of it."""
    at = len(new) - 1
    if path[:at] != new[:at] or len(path) <= at or int(path[at]) < int(new[at]):
        return path
    return (*path[:at], int(path[at]) + 1, *path[at + 1 :])


def _moved(file: str, path: Path, gone: list[tuple[str, Path]]) -> Path:
    """Where a place is once entries before it are gone."""
    steps: list[str | int] = []
    for index, step in enumerate(path):
        before = sum((file, (*path[:index], other)) in gone for other in range(step)) if isinstance(step, int) else 0
        steps.append(step - before if isinstance(step, int) else step)
    return tuple(steps)


def _changed(entry: Entry) -> Iterator[Edit]:
    """The fields of an entry that is there. A record within it that comes or goes as a whole is one edit."""
    row = entry.row
    within: dict[str, dict[str, str]] = {}
    for name, value in entry.values.items():
        outer, _, inner = name.rpartition(".")
        within.setdefault(outer, {})[inner] = value
    for outer, values in within.items():
        record = getattr(row.record, outer) if outer else row.record
        path = (*row.path, outer) if outer else row.path
        if not isinstance(record, Record):
            yield Edit(path, dict(values), after=_neighbour(row.record, outer))
        elif not any(values.values()) and not record.places.keys() - values.keys() - {""}:
            yield Edit(path, None)
        else:
            there = set(record.places)
            for inner, value in values.items():
                if value or inner in there:
                    yield from _edits(record, (*path, inner), value, _neighbour(record, inner, there))
                    there.add(inner)


def _edits(record: Record, path: Path, value: str, after: str | None) -> Iterator[Edit]:
    """The edits that give a field a value. A list that only grows or shrinks keeps its entries, with their comments."""
    new, old = _value(record, str(path[-1]), value), getattr(record, str(path[-1]))
    if not (isinstance(new, list) and isinstance(old, tuple) and old):
        yield Edit(path, new, after)
        return
    before = [str(each) for each in old]
    kept = [each for each in before if each in new]
    if not kept or new[: len(kept)] != kept:
        yield Edit(path, new, after)
        return
    yield from (Edit((*path, index), None) for index in reversed(range(len(before))) if before[index] not in new)
    yield from (Edit((*path, index), new[index]) for index in range(len(kept), len(new)))


def _value(record: Record, field: str, value: str) -> Value | None:
    if not value:
        return None
    many = any(fact.name == field and fact.many for fact in fields_of(type(record)))
    return value.split(", ") if many else value


def _neighbour(record: Record | None, name: str, there: AbstractSet[str] | None = None) -> str | None:
    """The field behind which a new one belongs: the last one there that the model names before it."""
    if record is None:
        return None
    names = [fact.name for fact in fields_of(type(record))]
    before = [each for each in names[: names.index(name)] if each in (record.places if there is None else there)]
    return before[-1] if before else None

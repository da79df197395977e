"""What was filled in -> edits to the plan's files.

Takes Entries; gives Planned edits, each with the cells it comes from. Knows nothing of workbooks, or of the files'
texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.edit import Edit
from generator.fields import Record, fields_of
from generator.problems import Place
from generator.sheets.filled_in import Entry
from generator.yaml_text import Value

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Planned:
    """An edit to a file of an edition, and the cell of each place in it."""

    file: str
    edit: Edit
    cells: Mapping[Path, Place]


def planned(entries: list[Entry]) -> list[Planned]:
    """The edits in an order in which no place moves before its turn: entries are taken out last, from the end."""
    added: Counter[Path] = Counter()
    made: list[Planned] = []
    for entry in entries:
        made += [_new(entry, added)] if entry.row.new else _changed(entry)
    out = [each for each in made if each.edit.value is None and isinstance(each.edit.path[-1], int)]
    kept = [each for each in made if each not in out]
    gone = {(each.file, each.edit.path) for each in out}
    moved = [
        Planned(each.file, each.edit, {_moved(each.file, path, gone): at for path, at in each.cells.items()})
        for each in kept
    ]
    return moved + sorted(out, key=lambda each: each.edit.path[-1], reverse=True)


def _moved(file: str, path: Path, gone: set[tuple[str, Path]]) -> Path:
    """Where a place is once entries before it are gone."""
    steps = []
    for index, step in enumerate(path):
        before = sum((file, (*path[:index], other)) in gone for other in range(step)) if isinstance(step, int) else 0
        steps.append(step - before if isinstance(step, int) else step)
    return tuple(steps)


def _new(entry: Entry, added: Counter[Path]) -> Planned:
    """A new entry at the end of its list."""
    row = entry.row
    *before, number = row.path
    to = tuple(before)
    path = (*to, int(number) + added[to])
    added[to] += 1
    cells = {path: next(iter(entry.places.values()))} | {(*path, name): at for name, at in entry.places.items()}
    edit = Edit(path, dict(entry.values), after=_neighbour(row.target, str(to[-1])))
    return Planned(row.file, edit, cells)


def _changed(entry: Entry) -> Iterator[Planned]:
    """The fields of an entry that is there. A record within it that comes or goes as a whole is one edit."""
    row = entry.row
    within: dict[str, dict[str, str]] = {}
    for field, value in entry.values.items():
        outer, _, inner = field.rpartition(".")
        within.setdefault(outer, {})[inner] = value
    for outer, values in within.items():
        record = getattr(row.record, outer) if outer else row.record
        path = (*row.path, outer) if outer else row.path
        cells = {(*path, inner): entry.places[f"{outer}.{inner}".lstrip(".")] for inner in values}
        cells[path] = next(iter(cells.values()))
        if not isinstance(record, Record) or not (any(values.values()) or record.places.keys() - values.keys() - {""}):
            whole = dict(values) if not isinstance(record, Record) else None
            yield Planned(row.file, Edit(path, whole, after=_neighbour(row.record, outer)), cells)
            continue
        for inner, value in values.items():
            if value or inner in record.places:
                edit = Edit((*path, inner), _value(record, inner, value), after=_neighbour(record, inner))
                yield Planned(row.file, edit, cells)


def _value(record: Record, field: str, value: str) -> Value | None:
    if not value:
        return None
    many = any(fact.name == field and fact.many for fact in fields_of(type(record)))
    return value.split(", ") if many else value


def _neighbour(record: Record | None, name: str) -> str | None:
    """The field behind which a new one belongs: the last one there that the model names before it."""
    if record is None:
        return None
    names = [fact.name for fact in fields_of(type(record))]
    before = [each for each in names[: names.index(name)] if each in record.places]
    return before[-1] if before else None

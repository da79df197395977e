"""What was filled in -> edits to the plan's files.

Takes Entries; gives Planned edits, each with the cells it comes from. Knows nothing of workbooks, or of the files'
texts.
"""

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


def planned(entries: list[Entry]) -> Iterator[Planned]:
    """The edits, in the order of the rows."""
    added: Counter[Path] = Counter()
    for entry in entries:
        if entry.row.new:
            yield _new(entry, added)
        else:
            yield from _changed(entry)


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

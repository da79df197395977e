"""Edition, Outcomes -> the tables of the data, the same for every file that holds tables.

Takes an Edition and what is concluded of its targets; gives Tables of typed cells. Knows nothing of file formats.

An empty cell (None) is not stated, and never 0.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from generator.assess import Outcome
from generator.fields import NotStated, Record, Text
from generator.formats.data import columns
from generator.formats.data.columns import CONTACT, DUE, OBSERVED, Layout
from generator.model import Edition
from generator.periods import Period, PeriodForm

Cell = str | Decimal | date | None


@dataclass(frozen=True)
class Table:
    """A table with its rows."""

    layout: Layout
    rows: tuple[tuple[Cell, ...], ...]


def tables(edition: Edition, found: Iterable[Outcome], on: date) -> tuple[Table, ...]:
    """The tables of an edition that have rows. `found` is concluded on a day."""
    rows: Mapping[str, Iterable[Mapping[str, object]]] = {
        "targets": _targets(edition),
        "values": _values(edition),
        "outcomes": (_outcome(each, on) for each in found),
        "items": _items(edition),
        "organisations": _organisations(edition),
        "achievements": _achievements(edition),
    }
    made = (
        Table(layout, tuple(tuple(_cell(row[name]) for name in layout.names) for row in rows[layout.name]))
        for layout in columns.LAYOUTS
    )
    return tuple(table for table in made if table.rows)


def _cell(value: object) -> Cell:
    match value:
        case NotStated() | None | "":
            return None
        case Text():
            return value.wording
        case Period():
            return value.first if value.form is PeriodForm.DAY else value.written
        case Enum():
            return str(value.value)
        case Decimal() | date():
            return value
        case int():
            return Decimal(value)
        case _:
            return str(value)


def _targets(edition: Edition) -> Iterator[dict[str, object]]:
    for target in edition.targets.targets:
        for number, due in enumerate(target.due, 1) if target.due else ((0, None),):
            yield {
                "id": target.id,
                "statement": target.statement,
                "kind": target.kind,
                "measure": target.measure.title,
                "unit": target.measure.unit,
                "direction": target.measure.direction,
                "item": target.item,
                **{f"baseline_{name}": _of(target.baseline, name) for name in OBSERVED},
                "due_number": number,
                **{f"due_{name}": _of(due, name) for name in DUE},
            }


def _outcome(outcome: Outcome, on: date) -> dict[str, object]:
    published = outcome.target.published_outcome
    return {
        "target": outcome.target.id,
        "judged_on": on,
        "outcome": outcome.kind,
        "by_figures": outcome.by_figures,
        "published_words": None if isinstance(published, NotStated) else published.words,
        "due_by": outcome.due and outcome.due.by,
        "value": outcome.value and outcome.value.value,
        "period": outcome.value and outcome.value.period,
        "expected_at_least": outcome.expected and outcome.expected.low,
        "expected_at_most": outcome.expected and outcome.expected.high,
        "change_made": outcome.progress and outcome.progress.made,
        "change_needed": outcome.progress and outcome.progress.needed,
        "worse_than_baseline": "yes" if outcome.worse else None,
        "may_be_chance": None if outcome.chance is None else "yes" if outcome.chance else "no",
    }


def _values(edition: Edition) -> Iterator[dict[str, object]]:
    for target in edition.targets.targets:
        for number, value in enumerate(target.values, 1):
            observed = {name: getattr(value, name) for name in OBSERVED}
            yield {"target": target.id, "number": number, "unit": target.measure.unit, **observed}


def _items(edition: Edition) -> Iterator[dict[str, object]]:
    for item in edition.all_items():
        yield {
            "path": item.path,
            "parent": item.path.rpartition(".")[0],
            "level": item.level.one,
            "title": item.title,
            "code": item.code,
            "text": item.text,
            "starts": item.starts,
            "ends": item.ends,
            "status": item.status,
            "status_note": item.status_note,
            "owners": " ".join(item.owners),
            "serves": " ".join(item.serves),
            **_repaired(item.title),
        }


def _organisations(edition: Edition) -> Iterator[dict[str, object]]:
    for organisation in edition.organisations.organisations:
        roles = (role.id for role in edition.organisations.roles if str(organisation.id) in role.organisations)
        held = " ".join(roles)
        for number, contact in enumerate(organisation.contacts, 1) if organisation.contacts else ((0, None),):
            yield {
                "id": organisation.id,
                "name": organisation.name,
                "roles": held,
                "contact_number": number,
                "contact": _of(contact, "title"),
                "address": ", ".join(contact.address if contact else ()),
                **{name: _of(contact, name) for name in CONTACT},
            }


def _achievements(edition: Edition) -> Iterator[dict[str, object]]:
    if isinstance(edition.achievements, NotStated):
        return
    nothing = {"measure": None, "change_percent": None}
    for group in edition.achievements.groups:
        for figure in group.figures:
            for change in figure.changes:
                measured = {"measure": change.measure, "change_percent": change.change_percent}
                path = f"{group.id}.{figure.id}.{change.id}"
                yield {"id": path, "group": group.id, **measured, "text": figure.sentence, **_repaired(figure.sentence)}
        for entry in group.entries:
            path = f"{group.id}.{entry.id}"
            yield {"id": path, "group": group.id, **nothing, "text": entry.text, **_repaired(entry.text)}


def _of(record: Record | NotStated | None, name: str) -> object:
    """What a record says; nothing where there is none."""
    # NOT_STATED must not be asked: as an Enum, it has a `value` of its own.
    return getattr(record, name) if isinstance(record, Record) else None


def _repaired(text: Text) -> dict[str, object]:
    repair = text.repair
    return {"as_printed": repair.as_printed if repair else None, "uncertain": repair.uncertain if repair else None}

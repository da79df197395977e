"""Edition, Outcomes -> JSON and CSV files.

Takes an Edition and what is concluded of its targets; gives the files that its data page offers. Knows nothing of
pages or languages.

The JSON has the shape of the YAML (a law tests it: exported and loaded again, it is the same edition). CSV follows
RFC 4180 (commas, quotes, CRLF), in UTF-8 with a byte order mark, which spreadsheets need; an empty cell is not stated.
A text cell that a spreadsheet could run as a formula gets a quote before it (OWASP ASVS 5.0, 1.2.10).
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from generator.assess import Outcome
from generator.fields import NOT_STATED, NotStated, Record, Text, fields_of
from generator.languages import message
from generator.load import ITEMS_FOLDER, PUBLISHED_FILE, TARGETS_FILE
from generator.model import Edition, Item, Plan, PlanEditions
from generator.pages import DataFile
from generator.periods import Period

Cell = str | Decimal | None


def files(plan: PlanEditions, edition: Edition, found: Iterable[Outcome], on: date) -> tuple[DataFile, ...]:
    """The data files of an edition, with their paths in the site. `found` is concluded on a day."""
    root = f"plans/{plan.plan.id}/{edition.id}/data"
    text = json.dumps(plain(edition), ensure_ascii=False, indent=1) + "\n"
    tables = (
        ("targets", message("Targets with their baselines and due values"), _TARGET_COLUMNS, _targets),
        ("values", message("Results of the targets, one line for each value"), _VALUE_COLUMNS, _values),
        ("items", message("Every part of the plan, one line for each"), _ITEM_COLUMNS, _items),
        ("organisations", message("Organisations and contacts"), _ORGANISATION_COLUMNS, _organisations),
        ("achievements", message("What was achieved before"), _ACHIEVEMENT_COLUMNS, _achievements),
    )
    made = [(name, holds, columns, list(rows(edition))) for name, holds, columns, rows in tables]
    concluded = [_outcome(each, on) for each in found]
    made.insert(2, ("outcomes", message("What is concluded of each target"), _OUTCOME_COLUMNS, concluded))
    return (
        DataFile(f"{root}/plan.json", message("The whole plan, in one file for programs"), text.encode()),
        *(DataFile(f"{root}/{name}.csv", holds, _csv(rows, columns)) for name, holds, columns, rows in made if rows),
    )


# ---------------------------------------------------------------------------------------------------------- JSON


def plain(edition: Edition) -> dict[str, Any]:
    """The edition as plain values, file by file, in the shape of its YAML."""
    plan = _record(edition.plan)
    plan["levels"] = [{level.one.wording: level.many.wording} for level in edition.plan.levels]
    facts = _record(edition.facts)
    facts[edition.plan.levels[0].key] = [item.id for item in edition.items]
    files: dict[str, Any] = {"plan.yaml": plan, "edition.yaml": facts}
    files |= {f"{ITEMS_FOLDER}/{item.id}.yaml": _item(item) for item in edition.items}
    files[TARGETS_FILE] = _record(edition.targets)
    files["organisations.yaml"] = _record(edition.organisations)
    if not isinstance(edition.achievements, NotStated):
        files["achievements.yaml"] = _record(edition.achievements)
    if not isinstance(edition.publication, NotStated):
        files[PUBLISHED_FILE] = _record(edition.publication)
    return {"plan": edition.plan.id, "edition": edition.id, "files": files}


def _item(item: Item) -> dict[str, Any]:
    made = _record(item)
    for child in item.children:
        made.setdefault(child.level.key, []).append(_item(child))
    return made


def _record(record: Plan | Record) -> dict[str, Any]:
    made = {}
    for fact in fields_of(type(record)):
        value = getattr(record, fact.name)
        if value is NOT_STATED or (value == () and not fact.required):
            continue
        made[fact.name] = [_value(each) for each in value] if fact.many else _value(value)
    return made


def _value(value: object) -> object:
    match value:
        case Text():
            if value.repair is None:
                return value.wording
            return {"text": value.wording} | _record(value.repair)
        case Record():
            return _record(value)
        case Period():
            return value.written
        case Decimal():
            return str(value)
        case Enum():
            return value.value
        case _:
            return value


# ----------------------------------------------------------------------------------------------------------- CSV


_OBSERVED = ("value", "period", "printed", "state", "expected", "source", "numerator", "denominator", "note")
_DUE = ("by", "value", "at_least", "at_most", "change_percent", "words", "source")
_TARGET_COLUMNS = (
    *("id", "statement", "kind", "measure", "unit", "direction", "item"),
    *(f"baseline_{name}" for name in _OBSERVED),
    *(f"due_{name}" for name in _DUE),
)
_OUTCOME_COLUMNS = (
    *("target", "judged_on", "outcome", "by_figures", "published_words", "due_by", "value", "period"),
    *("expected_at_least", "expected_at_most", "change_made", "change_needed", "worse_than_baseline", "may_be_chance"),
)
_VALUE_COLUMNS = ("target", "unit", *_OBSERVED)
_REPAIRED = ("as_printed", "uncertain")
_ITEM = ("path", "level", "title", "code", "text", "starts", "ends", "status", "status_note", "owners", "serves")
_ITEM_COLUMNS = (*_ITEM, *_REPAIRED)
_CONTACT = ("telephone", "textphone", "fax", "email", "website")
_ORGANISATION_COLUMNS = ("id", "name", "roles", "contact", "address", *_CONTACT)
_ACHIEVEMENT_COLUMNS = ("group", "measure", "change_percent", "text", *_REPAIRED)


def _csv(rows: Iterable[dict[str, object]], columns: tuple[str, ...]) -> bytes:
    """A table with a line of column names, also where it has no rows."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(_words(row[name])) for name in columns])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _cell(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return str(cell)
    text = cell or ""
    return f"'{text}" if text[:1] in "=+-@\t\r\0" and text else text


def _words(value: object) -> Cell:
    match value:
        case NotStated() | None:
            return None
        case Text():
            return value.wording
        case Period():
            return value.written
        case Enum():
            return str(value.value)
        case Decimal():
            return value
        case _:
            return str(value)


def _targets(edition: Edition) -> Iterator[dict[str, object]]:
    for target in edition.targets.targets:
        for due in target.due or (None,):
            yield {
                "id": target.id,
                "statement": target.statement,
                "kind": target.kind,
                "measure": target.measure.title,
                "unit": target.measure.unit,
                "direction": target.measure.direction,
                "item": target.item,
                **{f"baseline_{name}": getattr(target.baseline, name, None) for name in _OBSERVED},
                **{f"due_{name}": getattr(due, name, None) for name in _DUE},
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
        for value in target.values:
            observed = {name: getattr(value, name) for name in _OBSERVED}
            yield {"target": target.id, "unit": target.measure.unit, **observed}


def _items(edition: Edition) -> Iterator[dict[str, object]]:
    for item in edition.all_items():
        yield {
            "path": item.path,
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
        for contact in organisation.contacts or (None,):
            yield {
                "id": organisation.id,
                "name": organisation.name,
                "roles": held,
                "contact": getattr(contact, "title", None),
                "address": ", ".join(getattr(contact, "address", ())),
                **{name: getattr(contact, name, None) for name in _CONTACT},
            }


def _achievements(edition: Edition) -> Iterator[dict[str, object]]:
    if isinstance(edition.achievements, NotStated):
        return
    nothing = {"measure": None, "change_percent": None}
    for group in edition.achievements.groups:
        for figure in group.figures:
            for change in figure.changes:
                measured = {"measure": change.measure, "change_percent": change.change_percent}
                yield {"group": group.id, **measured, "text": figure.sentence, **_repaired(figure.sentence)}
        for entry in group.entries:
            yield {"group": group.id, **nothing, "text": entry.text, **_repaired(entry.text)}


def _repaired(text: Text) -> dict[str, object]:
    repair = text.repair
    return {"as_printed": repair.as_printed if repair else None, "uncertain": repair.uncertain if repair else None}

"""Edition, Outcomes -> JSON: the whole plan in the shape of its YAML, its schema, and what is concluded.

Takes an Edition, About and Tables; gives texts. Knows nothing of pages or languages.

Exported and loaded again, it is the same edition: a law tests it. Figures are texts, so that none loses a digit.
"""

import json
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from generator.fields import NOT_STATED, NotStated, Record, Text, fields_of
from generator.formats.data.about import About
from generator.formats.data.tables import Table
from generator.load import ITEMS_FOLDER, PUBLISHED_FILE, TARGETS_FILE
from generator.model import Edition, Item, Plan
from generator.periods import Period
from generator.schema import export_schema

SCHEMA = "plan.schema.json"


def plan_json(edition: Edition, about: About) -> bytes:
    """The whole plan. `files` holds what its YAML files hold; `about` is said for people, and loads nothing."""
    return _bytes({"$schema": SCHEMA, "about": about.plain()} | plain(edition))


def schema_json(edition: Edition, about: About) -> bytes:
    """The JSON Schema of the whole plan; with an address of its own, where the site knows its own."""
    address = f"{about.folder}data/{SCHEMA}" if about.folder else ""
    return _bytes(export_schema(edition.plan, address))


def outcomes_json(outcomes: Table, about: About) -> bytes:
    """What is concluded of each target."""
    names = outcomes.layout.names
    rows = [
        {name: _written(cell) for name, cell in zip(names, row, strict=True) if cell is not None}
        for row in outcomes.rows
    ]
    return _bytes({"about": about.plain(), "outcomes": rows})


def _bytes(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _written(cell: str | Decimal | date) -> str:
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def plain(edition: Edition) -> dict[str, Any]:
    """The edition as plain values, file by file, in the shape of its YAML."""
    plan = plain_record(edition.plan)
    plan["levels"] = [{level.one.wording: level.many.wording} for level in edition.plan.levels]
    facts = plain_record(edition.facts)
    facts[edition.plan.levels[0].key] = [item.id for item in edition.items]
    files: dict[str, Any] = {"plan.yaml": plan, "edition.yaml": facts}
    files |= {f"{ITEMS_FOLDER}/{item.id}.yaml": _item(item) for item in edition.items}
    files[TARGETS_FILE] = plain_record(edition.targets)
    files["organisations.yaml"] = plain_record(edition.organisations)
    if not isinstance(edition.achievements, NotStated):
        files["achievements.yaml"] = plain_record(edition.achievements)
    if not isinstance(edition.publication, NotStated):
        files[PUBLISHED_FILE] = plain_record(edition.publication)
    return {"plan": edition.plan.id, "edition": edition.id, "files": files}


def _item(item: Item) -> dict[str, Any]:
    made = plain_record(item)
    for child in item.children:
        made.setdefault(child.level.key, []).append(_item(child))
    return made


def plain_record(record: Plan | Record) -> dict[str, Any]:
    """A record as plain values, in the shape of its YAML: without what is not stated."""
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
            return {"text": value.wording} | plain_record(value.repair)
        case Record():
            return plain_record(value)
        case Period():
            return value.written
        case Decimal():
            return str(value)
        case Enum():
            return value.value
        case _:
            return value

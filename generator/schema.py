"""The types of the model -> JSON Schemas, so that an editor completes and checks each YAML file.

Takes the folder of a site; gives schema files. Knows nothing of how values are read: editors only advise, load decides.
The dialect is JSON Schema draft-07, the one that the YAML extensions of editors know best.
"""

import json
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

from generator.fields import ID_PATTERN, FieldFact, Id, Record, Repair, Text, fields_of
from generator.load import (
    EDITION_FILES,
    ITEMS_FOLDER,
    OPTIONAL_FILES,
    PLAN_FILE,
    PLANS_FOLDER,
    SCHEMA_FOLDER,
    load,
)
from generator.model import EditionFacts, Item, Level, Plan
from generator.problems import Place, PlanError, Problem
from generator.site import Site

_SPECIFICATION = "http://json-schema.org/draft-07/schema#"


def write(folder: Path) -> list[Path]:
    """Write the schemas of every plan of a site; gives the files. Raises PlanError if a plan cannot be loaded."""
    wanted = schemas(folder)
    for path, text in wanted.items():
        if path.is_symlink() or path.parent.is_symlink() or (path.parent.exists() and not path.parent.is_dir()):
            hint = "Delete it: the schemas are written again."
            place = Place(path.relative_to(folder).as_posix())
            raise PlanError([Problem("A link or file stands in the way of this schema", "files", hint, place)])
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(wanted)


def schemas(folder: Path) -> dict[Path, str]:
    """The schema files that belong in a site, with their text. Raises PlanError if a plan cannot be loaded."""
    if not (folder / PLANS_FOLDER).is_dir():
        hint = "Is this the right folder? docs/new-site.md shows how to start a site."
        raise PlanError([Problem(f"There is no folder {PLANS_FOLDER}/ here", "files", hint)])
    made = {folder / PLANS_FOLDER / SCHEMA_FOLDER / "site.json": _text("The site's settings", _record(Site))}
    for plan_file in sorted((folder / PLANS_FOLDER).glob("*/plan.yaml")):
        plan = load(plan_file.parent, folder)
        if isinstance(plan, list):
            raise PlanError(plan)
        levels = plan.plan.levels
        into = plan_file.parent / SCHEMA_FOLDER
        made[into / "plan.json"] = _text("The plan", _plan())
        made[into / "item.json"] = _text(f"One {levels[0].one.wording}", _items(levels))
        for name, kind in EDITION_FILES.items():
            title = (kind.__doc__ or "").split("(")[0].strip()
            made[into / f"{Path(name).stem}.json"] = _text(title, _file(kind, levels))
    return made


def export_schema(plan: Plan, address: str = "") -> dict[str, Any]:
    """The schema of a whole edition as JSON, file by file; `address` is where the schema itself can be read."""
    items = _items(plan.levels)
    files = {PLAN_FILE: _plan()} | {name: _file(kind, plan.levels) for name, kind in EDITION_FILES.items()}
    identified = {"$id": address} if address else {}
    schema = {
        "$schema": _SPECIFICATION,
        **identified,
        "title": f"An edition of the plan {plan.title.wording}",
        "type": "object",
        "properties": {
            "$schema": {"type": "string", "description": "Where this schema stands."},
            "about": {"type": "object", "description": "Plan, edition, licence and source, in a few words."},
            "plan": {"type": "string", "description": "The id of the plan."},
            "edition": {"type": "string", "description": "The id of the edition."},
            "files": {
                "type": "object",
                "description": "What the files of the edition hold, by their names.",
                "properties": files,
                "patternProperties": {f"^{ITEMS_FOLDER}/(?:{ID_PATTERN.pattern})[.]yaml$": {"$ref": items["$ref"]}},
                "required": [name for name in files if name not in OPTIONAL_FILES],
                "additionalProperties": False,
            },
        },
        "required": ["plan", "edition", "files"],
        "additionalProperties": False,
        "definitions": items["definitions"],
    }
    made: dict[str, Any] = _texts_once(schema, _one(Text))
    made["definitions"]["text"] = _one(Text)  # no level can be called so: it is a field
    return made


def _texts_once(schema: Any, text: dict[str, Any]) -> Any:  # noqa: ANN401 - any part of a schema
    """A schema in which what a text may be is said once, and referred to elsewhere."""
    if isinstance(schema, list):
        return [_texts_once(each, text) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("anyOf") == text["anyOf"]:
        return {key: value for key, value in schema.items() if key != "anyOf"} | {
            "allOf": [{"$ref": "#/definitions/text"}]
        }
    return {key: _texts_once(value, text) for key, value in schema.items()}


def _file(kind: type[Record], levels: tuple[Level, ...]) -> dict[str, Any]:
    """One of the files of an edition."""
    schema = _record(kind)
    if kind is EditionFacts:
        doc = f"The ids of the {levels[0].many.wording}, in their order."
        schema["properties"][levels[0].key] = {"type": "array", "items": {"type": "string"}, "description": doc}
        schema["required"].append(levels[0].key)
    return schema


def _text(title: str, schema: dict[str, Any]) -> str:
    return json.dumps({"$schema": _SPECIFICATION, "title": title, **schema}, ensure_ascii=False, indent=1) + "\n"


def _plan() -> dict[str, Any]:
    schema = _record(Plan)
    level = {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": {"type": "string"}}
    doc = "The plan's own words for the ranks of its tree, from the top: `- theme: themes`."
    schema["properties"]["levels"] = {"type": "array", "minItems": 1, "items": level, "description": doc}
    schema["required"].append("levels")
    return schema


def _items(levels: tuple[Level, ...]) -> dict[str, Any]:
    """An item of the first level; deeper ones as definitions, each of which may hold any level below its own."""
    definitions = {}
    for level in levels:
        schema = _record(Item)
        for deeper in levels[level.rank + 1 :]:
            entry = {"$ref": f"#/definitions/{deeper.one.wording}"}
            doc = f"The {deeper.many.wording} under this {level.one.wording}."
            schema["properties"][deeper.key] = {"type": "array", "items": entry, "description": doc}
        definitions[level.one.wording] = schema
    return {"$ref": f"#/definitions/{levels[0].one.wording}", "definitions": definitions}


def _record(kind: type[Record]) -> dict[str, Any]:
    facts = fields_of(kind)
    return {
        "type": "object",
        "description": (kind.__doc__ or "").strip(),
        "properties": {fact.name: _field(fact) for fact in facts},
        "required": [fact.name for fact in facts if fact.required],
        "additionalProperties": False,
    }


def _field(fact: FieldFact) -> dict[str, Any]:
    schema = _one(fact.type)
    if fact.many:
        schema = {"type": "array", "items": schema}
    if not fact.required:
        schema = {"anyOf": [schema, {"const": "not stated"}]}
    return {"description": fact.doc, **schema}


def _one(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - any type of the model
    scalar = {"type": ["string", "number", "boolean"]}  # editors type a scalar that we keep as text
    if kind is Text:
        repaired = _record(Repair)
        text = {**scalar, "description": "The text as it should read."}
        repaired["properties"] = {"text": text} | repaired["properties"]
        repaired["required"] = ["text", *repaired["required"]]
        return {"anyOf": [scalar, repaired]}
    if isinstance(kind, type) and issubclass(kind, Record):
        return _record(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"enum": [option.value for option in kind]}
    if kind is Decimal:
        return {"anyOf": [{"type": "number"}, {"type": "string", "pattern": "^[+-]?[0-9]+([.][0-9]+)?$"}]}
    if kind is Id:
        return {"type": ["string", "number"], "pattern": f"^(?:{ID_PATTERN.pattern})$"}
    return scalar

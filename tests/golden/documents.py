"""Documents that are made from the code and the data, so that they cannot fall behind: written by `make golden`."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

from generator import checks
from generator.fields import NOT_STATED, NotStated, Record, Repair, Text, fields_of, texts_in
from generator.load import EDITION_FILES, load
from generator.model import Item, Plan, PlanEditions
from generator.site import Site

NOTE = "<!-- Made by `make golden` from {source}. Do not edit it here. -->"


def transcription(root: Path) -> str:
    """Every repair of the first plan."""
    loaded = load(root / "plan_data" / "kettering-csp", root)
    assert isinstance(loaded, PlanEditions)
    edition = loaded.current
    about = edition.facts.transcription
    assert not isinstance(about, NotStated)
    lines = [
        "# How the first plan was transcribed",
        NOTE.format(source="plan_data/kettering-csp/"),
        f"{about.source} Transcribed and repaired by: {about.by}.",
        (
            'Only what is certain was repaired. What was printed is kept in the data beside it. The page "How the'
            ' text was repaired" shows both. Where something cannot be known, the page says so.'
        ),
        "## Repaired texts",
    ]
    for text in texts_in((loaded.plan, edition)):
        if text.repair is not None:
            lines += _repair(text.path, text.wording, text.repair)
    lines.append("## Repairs to the layout")
    for note in about.notes:
        lines.append(f"### {note.where}")
        if note.as_printed is not NOT_STATED:
            lines.append(f"As printed: `{note.as_printed}`")
        lines.append(note.why)
        if note.uncertain is not NOT_STATED:
            lines.append(f"What cannot be known: {note.uncertain}")
    return "\n\n".join(lines) + "\n"


def _repair(path: str, wording: str, repair: Repair) -> Iterator[str]:
    yield f"### `{path}`"
    yield f"- As printed: {repair.as_printed}\n- Shown as: {wording}\n- Why: {repair.why}" + "".join(
        f"\n- {label}: {value}"
        for label, value in (("What cannot be known", repair.uncertain), ("Checked", repair.checked))
        if value is not NOT_STATED
    )


def plan_data(_root: Path) -> str:
    """Every field an officer may fill in."""
    files: dict[str, type[Record]] = {
        "plan_data/site.yaml": Site,
        "plan_data/<plan>/plan.yaml": Plan,
        **{f"plan_data/<plan>/<edition>/{name}": kind for name, kind in EDITION_FILES.items()},
        "plan_data/<plan>/<edition>/items/<id>.yaml": Item,
    }
    lines = [
        "# Every field of a plan's files",
        NOTE.format(source="generator/model.py"),
        (
            "Start with [first steps](first-steps.md). A field that is not marked *needed* may be left out, or be"
            " `not stated`: pages then say that the plan does not state it."
        ),
        "A *text* is words in the plan's language. A repaired text has the fields `text`, `as_printed` and `why`.",
    ]
    told: set[type[Record]] = set()
    waiting: list[type[Record]] = []
    for name, kind in files.items():
        lines.append(f"## `{name}`")
        lines += _fields(kind, waiting)
        if kind is Plan:
            lines.append(
                "- `levels` (list, needed): the plan's own words for its ranks, from the top: `- theme: themes`."
            )
        if name.endswith("edition.yaml"):
            lines.append("- the first level's plural word, such as `themes` (list, needed): the order of its items.")
        if kind is Item:
            lines.append("- the plural word of any deeper level, such as `aims` (list): the items under this one.")
    lines.append("## Entries within these files")
    waiting.append(Repair)
    while waiting:
        kind = waiting.pop(0)
        if kind in told or kind in files.values():
            continue
        told.add(kind)
        lines.append(f"### {_name(kind)}")
        lines.append((kind.__doc__ or "").strip())
        lines += _fields(kind, waiting)
    return "\n\n".join(_joined(lines)) + "\n"


def _joined(lines: list[str]) -> Iterator[str]:
    """Lines of one list stand together."""
    together: list[str] = []
    for line in lines:
        if line.startswith("- "):
            together.append(line)
            continue
        if together:
            yield "\n".join(together)
            together = []
        yield line
    if together:
        yield "\n".join(together)


def _fields(kind: type[Record], waiting: list[type[Record]]) -> Iterator[str]:
    for fact in fields_of(kind):
        if isinstance(fact.type, type) and issubclass(fact.type, Record):
            waiting.append(fact.type)
        sort = _sort(fact.type)
        sort = f"list of: {sort}" if fact.many else sort
        yield f"- `{fact.name}` ({sort}{', needed' if fact.required else ''}): {fact.doc}"


def _name(kind: type) -> str:
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in kind.__name__).strip()


def _sort(kind: Any) -> str:  # noqa: ANN401 - any type of the model
    if kind is Text:
        return "text"
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return " or ".join(f"`{option.value}`" for option in kind)
    names = {"Decimal": "number", "Id": "id", "Ref": "id of something else", "LanguageCode": "language", "str": "words"}
    return names.get(kind.__name__, _name(kind))


def check_pages(_root: Path) -> str:
    """What each check is for."""
    lines = [
        "# What `planpress check` looks for",
        NOTE.format(source="the docstrings in generator/checks/"),
        "Each message ends with the name of its check in brackets. An error stops the build. A warning does not.",
        (
            "Every file must be readable too: `yaml` and `files` (the form of the file), `known-fields` (unknown"
            " or missing fields), `kinds`, `numbers` and `dates` (what a field may hold), `ids`, `languages`, `levels`,"
            " `markdown` and `content` (hand-written pages), `catalogs` and `translations`."
        ),
    ]
    for module in sorted(pkgutil.iter_modules(checks.__path__), key=lambda module: module.name):
        words = inspect.getdoc(importlib.import_module(f"generator.checks.{module.name}")) or ""
        title, _, rest = words.partition("\n")
        told = [part for part in rest.strip().split("\n\n") if not part.startswith("Takes ")]
        lines += [f"## {module.name.replace('_', '-')}", title, *told]
    return "\n\n".join(lines) + "\n"


ALL: dict[str, Callable[[Path], str]] = {
    "transcription.md": transcription,
    "plan-data.md": plan_data,
    "checks.md": check_pages,
}
"""Each generated document and what makes it."""

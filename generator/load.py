"""Values with places -> Plan and Editions, or problems.

Takes the values of a plan's YAML files; gives its Plan and Editions, or every fault found: unknown, missing and
wrong-kind fields. What may stand where is read off the types in model.py. Knows nothing of translations or pages.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from generator import prose, read
from generator.languages import language as language_of
from generator.model import (
    ID_PATTERN,
    NOT_STATED,
    Achievements,
    Edition,
    EditionFacts,
    FieldFact,
    Id,
    Item,
    LanguageCode,
    Level,
    Organisations,
    Period,
    Plan,
    Record,
    Ref,
    Repair,
    Site,
    Targets,
    Text,
    fields_of,
)
from generator.problems import Place, Problem
from generator.read import Node, Scalar, Sequence

PLAN_FILE, EDITION_FILE = "plan.yaml", "edition.yaml"
PLANS_FOLDER, SITE_FILE = "plan_data", "site.yaml"
ITEMS_FOLDER = "items"
EDITION_FILES: Mapping[str, type[Record]] = {
    EDITION_FILE: EditionFacts,
    "targets.yaml": Targets,
    "organisations.yaml": Organisations,
    "achievements.yaml": Achievements,
}
"""The files of an edition beside its items, and what each of them holds."""
OPTIONAL_FILES = frozenset({"targets.yaml", "achievements.yaml"})
SCHEMA_FOLDER = "schema"

_PATH_PREFIX: Mapping[type[Record], str] = {
    Plan: "plan",
    EditionFacts: "",
    Targets: "targets",
    Organisations: "",
    Achievements: "achievements",
}
_PERIOD_HINT = (
    "Write it as 2011-03-31, 2011-03, 2011, 2007/2008, 2008-04 to 2011-03, 12 months to 2008-02, by 2011-03 "
    "or later during 2008."
)
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class PlanEditions:
    """A plan with its editions, oldest first. There is at least one."""

    plan: Plan
    editions: tuple[Edition, ...]

    @property
    def current(self) -> Edition:
        """The newest edition."""
        return self.editions[-1]


def load(folder: Path, site: Path) -> PlanEditions | list[Problem]:
    """The plan in a folder with all its editions, or everything that is wrong with it.

    Places are given relative to `site`.
    """
    if not (folder / PLAN_FILE).is_file():
        place = Place((folder / PLAN_FILE).relative_to(site).as_posix())
        hint = f"Each folder in {folder.parent.name}/ is one plan. Start from docs/plan-data.md, or delete the folder."
        return [Problem(f'The plan "{folder.name}" has no {PLAN_FILE}', "files", hint, place)]
    loader = _Loader(site)
    plan = loader.plan(folder)
    if plan is None:
        return loader.problems
    edition_folders = sorted(path for path in folder.iterdir() if path.is_dir() and _is_edition(path))
    if not edition_folders:
        place = Place((folder / PLAN_FILE).relative_to(site).as_posix())
        loader.report("This plan has no edition", "files", f'Make a folder such as "{plan.period.first.year}".', place)
    editions = [loader.edition(path, plan) for path in edition_folders]
    if loader.problems:
        return loader.problems
    return PlanEditions(plan, tuple(edition for edition in editions if edition is not None))


def _is_edition(path: Path) -> bool:
    return path.name != SCHEMA_FOLDER and not path.name.startswith(".")


def load_site(folder: Path) -> Site | list[Problem]:
    """The settings of the site in a folder, or everything that is wrong with them."""
    loader = _Loader(folder)
    node = loader.node(folder / PLANS_FOLDER / SITE_FILE)
    if not isinstance(node, read.Mapping):
        return loader.not_fields(node)
    language = node.get("language")
    loader.language = language.text if isinstance(language, Scalar) else ""
    made = loader.record(node, Site, "site")
    return made if isinstance(made, Site) else loader.problems


class _Fault:
    """Stands for a value that could not be made; its problem is reported already."""


_FAULT = _Fault()


@dataclass
class _Loader:
    """Reads records off values and collects what is wrong. Lives for one plan."""

    site: Path
    problems: list[Problem] = field(default_factory=list)
    language: str = ""
    levels: tuple[Level, ...] = ()
    nodes: dict[Path, Node | None] = field(default_factory=dict)

    def report(self, message: str, check: str, hint: str, place: Place) -> _Fault:
        self.problems.append(Problem(message, check, hint, place))
        return _FAULT

    # ---------------------------------------------------------------- files

    def node(self, path: Path) -> Node | None:
        """The value of a file, parsed once however often it is asked for."""
        if path not in self.nodes:
            value = read.read(path, self.site)
            if isinstance(value, list):
                self.problems += value
                value = None
            self.nodes[path] = value
        return self.nodes[path]

    def plan(self, folder: Path) -> Plan | None:
        node = self.node(folder / PLAN_FILE)
        if not isinstance(node, read.Mapping):
            self.not_fields(node)
            return None
        self._id(Scalar(folder.name, node.place), "folder name")
        language = node.get("language")
        if isinstance(language, Scalar):
            self.language = language.text
        levels = self._levels(node)
        made = self.record(
            node, Plan, _PATH_PREFIX[Plan], extra_keys=("levels",), id=Id(folder.name), levels=levels or ()
        )
        if not isinstance(made, Plan) or levels is None:
            return None
        self.levels = levels
        return made

    def edition(self, folder: Path, plan: Plan) -> Edition | None:
        before = len(self.problems)
        parts: dict[type[Record], Any] = {}
        for name, kind in EDITION_FILES.items():
            path = folder / name
            if name in OPTIONAL_FILES and not path.is_file():
                parts[kind] = Targets() if kind is Targets else NOT_STATED
                continue
            parts[kind] = self._file(path, kind)
        items = self._items(folder)
        self._id(Scalar(folder.name, Place((folder / EDITION_FILE).relative_to(self.site).as_posix())), "folder name")
        if len(self.problems) > before:
            return None
        return Edition(
            id=Id(folder.name),
            plan=plan,
            facts=parts[EditionFacts],
            items=items,
            targets=parts[Targets],
            organisations=parts[Organisations],
            achievements=parts[Achievements],
        )

    def _file(self, path: Path, kind: type[Record]) -> Record | None:
        node = self.node(path)
        extra: tuple[str, ...] = ()
        if kind is EditionFacts:
            extra = (self.levels[0].key,)  # the order of the first level's items
        if not isinstance(node, read.Mapping):
            self.not_fields(node)
            return None
        made = self.record(node, kind, _PATH_PREFIX[kind], extra_keys=extra)
        return made if isinstance(made, Record) else None

    def not_fields(self, node: Node | None) -> list[Problem]:
        """Say that a file holds something else than fields, if it could be read at all."""
        if node is not None:
            self.report("This file does not hold fields", "kinds", 'Write "field: value" on each line.', node.place)
        return self.problems

    def _items(self, folder: Path) -> tuple[Item, ...]:
        """The first level's items, in the order that edition.yaml gives."""
        node = self.node(folder / EDITION_FILE)
        top = self.levels[0]
        order = node.get(top.key) if isinstance(node, read.Mapping) else None
        if order is None:
            if isinstance(node, read.Mapping):
                self.report(
                    f'The field "{top.key}" is missing',
                    "known-fields",
                    f"List the ids of the plan's {top.key} in their order; each has a file in {ITEMS_FOLDER}/.",
                    node.place,
                )
            return ()
        if not isinstance(order, Sequence):
            self.report(f'"{top.key}" is not a list', "kinds", 'Start each line with "- ".', order.place)
            return ()
        made = []
        listed = set()
        for entry in order.items:
            if not isinstance(entry, Scalar):
                self.report("This is not an id", "kinds", "Write the id alone.", entry.place)
                continue
            path = folder / ITEMS_FOLDER / f"{entry.text}.yaml"
            listed.add(path.name)
            if isinstance(self._id(entry, "id"), _Fault):
                continue
            if not path.is_file():
                files = [each.stem for each in (folder / ITEMS_FOLDER).glob("*.yaml")]
                hint = _did_you_mean(entry.text, files) or f"Create {ITEMS_FOLDER}/{path.name}."
                self.report(f'There is no file for {top.one.wording} "{entry.text}"', "files", hint, entry.place)
                continue
            item = self._item_file(path, top)
            if item is not None:
                made.append(item)
        for path in sorted((folder / ITEMS_FOLDER).glob("*")):
            if path.name not in listed:
                self.report(
                    f'This file is not listed under "{top.key}" in {EDITION_FILE}',
                    "files",
                    f'Add "- {path.stem}" to that list, or delete this file.',
                    Place(path.relative_to(self.site).as_posix()),
                )
        return tuple(made)

    def _item_file(self, path: Path, level: Level) -> Item | None:
        node = self.node(path)
        if not isinstance(node, read.Mapping):
            self.not_fields(node)
            return None
        item = self._item(node, level, "")
        if isinstance(item, Item) and item.id != path.stem:
            self.report(
                f'The file is named "{path.name}", but the id in it is "{item.id}"',
                "ids",
                "An id never changes: if the file was renamed, give it its old name back.",
                item.places["id"],
            )
        return item if isinstance(item, Item) else None

    # ---------------------------------------------------------------- the tree

    def _levels(self, node: read.Mapping) -> tuple[Level, ...] | None:
        """The plan's levels: a list of `one: many` pairs."""
        hint = 'Write one level a line, from the top, as "- theme: themes".'
        levels = node.get("levels")
        if levels is None:
            self.report('The field "levels" is missing', "known-fields", hint, node.place)
            return None
        made = []
        taken = {fact.name for fact in fields_of(Item)} | {fact.name for fact in fields_of(EditionFacts)}
        for rank, entry in enumerate(levels.items if isinstance(levels, Sequence) else ()):
            if not (isinstance(entry, read.Mapping) and len(entry.entries) == 1):
                self.report("This is not a level", "kinds", hint, entry.place)
                continue
            one, many = entry.entries[0]
            if not isinstance(many, Scalar) or not many.text or not one.text:
                self.report("This level has no plural", "kinds", hint, entry.place)
                continue
            for word in (one, many):
                if word.text in taken:
                    message = f'A level may not be named "{word.text}": that is already a field or a level'
                    self.report(message, "levels", "Use another word of the plan, such as its plural.", word.place)
            taken |= {one.text, many.text}
            path = f"levels.{one.text}"
            made.append(
                Level(
                    rank=rank,
                    one=Text(one.text, f"{path}.one", self.language, place=one.place),
                    many=Text(many.text, f"{path}.many", self.language, place=many.place),
                )
            )
        if not made:
            self.report("The plan has no levels", "kinds", hint, levels.place)
            return None
        return tuple(made)

    def _item(self, node: Node, level: Level, parent: str) -> Item | _Fault:
        if not isinstance(node, read.Mapping):
            hint = f'Give each {level.one.wording} an "id" and a "title".'
            return self.report(f"This {level.one.wording} has no fields", "kinds", hint, node.place)
        id_node = node.get("id")
        own = id_node.text if isinstance(id_node, Scalar) else "?"
        path = f"{parent}.{own}" if parent else own
        deeper = {each.key: each for each in self.levels[level.rank + 1 :]}
        children: list[Item] = []
        fault = False
        for key, value in node.entries:
            if key.text not in deeper:
                continue
            if not isinstance(value, Sequence):
                self.report(f'"{key.text}" is not a list', "kinds", 'Start each entry with "- ".', value.place)
                fault = True
                continue
            for entry in value.items:
                child = self._item(entry, deeper[key.text], path)
                if isinstance(child, Item):
                    children.append(child)
                else:
                    fault = True
        made = self.record(
            node, Item, path, extra_keys=tuple(deeper), level=level, path=path, children=tuple(children)
        )
        return made if isinstance(made, Item) and not fault else _FAULT

    # ---------------------------------------------------------------- records and fields

    def record(  # one field after the other
        self,
        node: Node,
        kind: type[R],
        at: str,
        /,
        *,
        extra_keys: tuple[str, ...] = (),
        **inherited: Any,  # noqa: ANN401 - whatever the record's inherited fields hold
    ) -> R | _Fault:
        """A record of a kind from its fields, at an id path. Unknown, missing and wrong-kind fields are reported."""
        article = _name_of(kind)
        if not isinstance(node, read.Mapping):
            names = ", ".join(fact.name for fact in fields_of(kind) if fact.required)
            return self.report(f"{article} is written as fields", "kinds", f"It needs: {names}.", node.place)
        facts = {fact.name: fact for fact in fields_of(kind)}
        fault = self._refuse_unknown(node, article, (*facts, *extra_keys))
        values: dict[str, Any] = {}
        for name, fact in facts.items():
            written = node.get(name)
            if written is None:
                if fact.required:
                    hint = f"{fact.doc} Add it, indented like the fields beside it."
                    self.report(f'{article} has no "{name}"', "known-fields", hint, node.place)
                    fault = True
                continue
            value = self._field(written, fact, f"{at}.{name}" if at else name)
            if isinstance(value, _Fault):
                fault = True
            else:
                values[name] = value
        if fault:
            return _FAULT
        places = {key.text: value.place for key, value in node.entries} | {"": node.place}
        return kind(**values, **inherited, places=places)

    def _refuse_unknown(self, node: read.Mapping, article: str, known: tuple[str, ...]) -> bool:
        fault = False
        for key, _ in node.entries:
            if key.text not in known:
                hint = _did_you_mean(key.text, known) or f"Fields here are: {', '.join(known)}."
                self.report(f'{article} has no field "{key.text}"', "known-fields", hint, key.place)
                fault = True
        return fault

    def _field(self, node: Node, fact: FieldFact, path: str) -> Any:  # noqa: ANN401 - any type of the model
        optional = not fact.required
        if optional and isinstance(node, Scalar) and node.text.strip() in ("", str(NOT_STATED.value)):
            if node.text.strip():
                return fact.default if fact.many else NOT_STATED
            hint = 'Write "not stated", or delete the line.'
            return self.report(f'"{fact.name}" is empty', "kinds", hint, node.place)
        if not fact.many:
            return self._one(node, fact, path)
        if not isinstance(node, Sequence):
            return self.report(f'"{fact.name}" is not a list', "kinds", 'Start each entry with "- ".', node.place)
        made = [self._one(each, fact, self._entry_path(each, path)) for each in node.items]
        return _FAULT if any(isinstance(each, _Fault) for each in made) else tuple(made)

    def _entry_path(self, node: Node, path: str) -> str:
        """The path of an entry: by its id where it has one, never by its position."""
        for key in ("id", "language", "by", "period"):
            value = node.get(key) if isinstance(node, read.Mapping) else None
            if isinstance(value, Scalar):
                own = value.text
                parent, _, last = path.rpartition(".")
                # targets.targets.vehicle-crime would say it twice
                return f"{parent}.{own}" if last == parent.rpartition(".")[2] else f"{path}.{own}"
        return path

    def _one(self, node: Node, fact: FieldFact, path: str) -> Any:  # noqa: ANN401 - any type of the model
        kind = fact.type
        if kind is Text:
            return self._text(node, fact, path)
        if isinstance(kind, type) and issubclass(kind, Record):
            return self.record(node, kind, path)
        if not isinstance(node, Scalar):
            return self.report(f'"{fact.name}" is one value, not a list', "kinds", fact.doc, node.place)
        if not node.text.strip():
            return self.report(f'"{fact.name}" is empty', "kinds", fact.doc, node.place)
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return self._choice(node, fact, kind)
        make: Mapping[Any, Callable[[Scalar, str], Any]] = {
            Id: self._id,
            Ref: lambda scalar, _: Ref(scalar.text),
            LanguageCode: self._language,
            Decimal: self._number,
            Period: self._period,
            str: lambda scalar, _: scalar.text.strip(),
        }
        return make[kind](node, fact.name)

    def _text(self, node: Node, fact: FieldFact, path: str) -> Text | _Fault:
        """A text: plain, or `text:` beside the printed wording that it repairs."""
        repair: Repair | _Fault | None = None
        wording = node
        if isinstance(node, read.Mapping):
            hint = 'Give "text", "as_printed" and "why".'
            inner = node.get("text")
            if inner is None:
                return self.report(f'"{fact.name}" has no "text"', "known-fields", hint, node.place)
            wording = inner
            rest = tuple(entry for entry in node.entries if entry[0].text != "text")
            repair = self.record(read.Mapping(rest, node.place), Repair, path)
        if isinstance(repair, _Fault):
            return repair
        if not isinstance(wording, Scalar):
            return self.report(f'"{fact.name}" is a text, not a list', "kinds", fact.doc, wording.place)
        text = wording.text.strip()
        if not text:
            return self.report(f'"{fact.name}" is empty', "kinds", fact.doc, wording.place)
        if fact.rich and (faults := prose.faults(text)):
            for line, message, hint in faults:
                place = Place(wording.place.file, wording.place.line + line, wording.place.column)
                self.report(message, "markdown", hint, place)
            return _FAULT
        language = self.language
        if path.startswith("statements."):  # a statement speaks its own language
            language = path.split(".")[1]
        return Text(text, path, language, repair, fact.summary, fact.rich, wording.place)

    # ---------------------------------------------------------------- single values

    def _id(self, node: Scalar, name: str) -> Id | _Fault:
        if ID_PATTERN.fullmatch(node.text):
            return Id(node.text)
        hint = "Use small letters a to z, digits and hyphens, at most 60, such as safer-streets."
        return self.report(f'The {name} "{node.text}" cannot be part of an address', "ids", hint, node.place)

    def _language(self, node: Scalar, name: str) -> LanguageCode | _Fault:
        if language_of(node.text) is not None:
            return LanguageCode(node.text)
        hint = "Use a BCP 47 tag such as en, pl, cy or zh-Hans."
        return self.report(f'"{node.text}" is not a known language ("{name}")', "languages", hint, node.place)

    def _number(self, node: Scalar, name: str) -> Decimal | _Fault:
        hint = "Write it in digits, with a point before decimals and nothing else: 1234.5"
        try:
            number = Decimal(node.text.strip()) if node.text.isascii() and "_" not in node.text else None
        except InvalidOperation:
            number = None
        if number is None or not number.is_finite() or len(node.text) > 30:  # noqa: PLR2004 - no count is that long
            words = "in words" if not any(letter.isdigit() for letter in node.text) else "not a plain number"
            return self.report(f'The "{name}" is {words} ("{_shortened(node.text)}")', "numbers", hint, node.place)
        return number

    def _period(self, node: Scalar, name: str) -> Period | _Fault:
        period = Period.parse(node.text.strip())
        if period is not None:
            return period
        message = f'The date or period in "{name}" cannot be read ("{_shortened(node.text)}")'
        return self.report(message, "dates", _PERIOD_HINT, node.place)

    def _choice(self, node: Scalar, fact: FieldFact, kind: type[StrEnum]) -> StrEnum | _Fault:
        options = [option.value for option in kind]
        if node.text in options:
            return kind(node.text)
        hint = _did_you_mean(node.text, options) or f"Use one of: {', '.join(options)}."
        return self.report(f'"{fact.name}" cannot be "{_shortened(node.text)}"', "kinds", hint, node.place)


def parse_day(text: str) -> date | None:
    """A calendar day written as 2011-03-31, or None."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _did_you_mean(word: str, known: tuple[str, ...] | list[str]) -> str:
    close = get_close_matches(word, known, n=1)
    return f'Did you mean "{close[0]}"?' if close else ""


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "..."  # noqa: PLR2004 - enough to recognise it by


def _name_of(kind: type[Record]) -> str:
    """How messages call a record: "A target", "An item"."""
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in kind.__name__).strip()
    return {"edition facts": "The edition", "plan": "The plan", "targets": "The file"}.get(
        words, f"An {words}" if words[0] in "aeio" else f"A {words}"
    )

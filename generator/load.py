"""Values with places -> Plan and Editions, or problems.

Takes the values of a plan's YAML files; gives its Plan and Editions, or every fault found: unknown, missing and
wrong-kind fields. What may stand where is read off the types in model.py. Knows nothing of translations or pages.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator import read
from generator.achievements import Achievements
from generator.fields import ID_PATTERN, NOT_STATED, Id, Record, Text, fields_of
from generator.fill import FAULT, Fault, Filler, did_you_mean
from generator.model import Edition, EditionFacts, Item, Level, Organisations, Plan, PlanEditions
from generator.problems import Place, Problem
from generator.read import Node, Scalar, Sequence
from generator.site import Site
from generator.status import Publication, Sealed
from generator.targets import Targets

PLAN_FILE, EDITION_FILE, PUBLISHED_FILE = "plan.yaml", "edition.yaml", "published.yaml"
PLANS_FOLDER, SITE_FILE, TARGETS_FILE = "plan_data", "site.yaml", "targets.yaml"
ITEMS_FOLDER = "items"
EDITION_FILES: Mapping[str, type[Record]] = {
    EDITION_FILE: EditionFacts,
    TARGETS_FILE: Targets,
    "organisations.yaml": Organisations,
    "achievements.yaml": Achievements,
    PUBLISHED_FILE: Publication,
}
"""The files of an edition beside its items, and what each of them holds."""
OPTIONAL_FILES = frozenset({TARGETS_FILE, "achievements.yaml", PUBLISHED_FILE})
SCHEMA_FOLDER = "schema"

_PATH_PREFIX: Mapping[type[Record], str] = {
    Plan: "plan",
    EditionFacts: "",
    Targets: "targets",
    Organisations: "",
    Achievements: "achievements",
    Publication: "published",
}


def load(folder: Path, site: Path) -> PlanEditions | list[Problem]:
    """The plan in a folder with all its editions, or everything that is wrong with it.

    Places are given relative to `site`.
    """
    if not (folder / PLAN_FILE).is_file():
        place = Place((folder / PLAN_FILE).relative_to(site).as_posix())
        hint = f"Each folder in {folder.parent.name}/ is one plan. Start from docs/new-site.md, or delete the folder."
        return [Problem(f'The plan "{folder.name}" has no {PLAN_FILE}', "files", hint, place)]
    loader = _Loader(site=site)
    plan = loader.plan(folder)
    if plan is None:
        return loader.problems
    edition_folders = sorted(path for path in folder.iterdir() if path.is_dir() and _is_data(path))
    if not edition_folders:
        place = Place((folder / PLAN_FILE).relative_to(site).as_posix())
        loader.report("This plan has no edition", "files", f'Make a folder such as "{plan.period.first.year}".', place)
    editions = [loader.edition(path, plan) for path in edition_folders]
    if loader.problems:
        return loader.problems
    return PlanEditions(plan, tuple(edition for edition in editions if edition is not None))


def _is_data(path: Path) -> bool:
    return path.name != SCHEMA_FOLDER and not path.name.startswith(".")


def plan_folders(folder: Path) -> list[Path]:
    """The folders of the plans of a site."""
    plans = folder / PLANS_FOLDER
    return sorted(path for path in plans.iterdir() if path.is_dir() and _is_data(path)) if plans.is_dir() else []


def load_site(folder: Path) -> Site | list[Problem]:
    """The settings of the site in a folder, or everything that is wrong with them."""
    loader = _Loader(site=folder)
    node = loader.node(folder / PLANS_FOLDER / SITE_FILE)
    if not isinstance(node, read.Mapping):
        return loader.not_fields(node)
    language = node.get("language")
    loader.language = language.text if isinstance(language, Scalar) else ""
    made = loader.record(node, Site, "site")
    return made if isinstance(made, Site) else loader.problems


@dataclass
class _Loader(Filler):
    """Reads the files of one plan, and collects what is wrong with them."""

    site: Path = field(kw_only=True)
    levels: tuple[Level, ...] = ()
    nodes: dict[Path, Node | None] = field(default_factory=dict)
    sums: dict[Path, str] = field(default_factory=dict)

    # ---------------------------------------------------------------- files

    def node(self, path: Path) -> Node | None:
        """The value of a file, parsed once however often it is asked for."""
        if path not in self.nodes:
            text = read.text_of(path, self.site)  # without byte order mark, and with the line ends of Linux
            if isinstance(text, str):
                self.sums[path] = sha256(text.encode()).hexdigest()
                value = read.parsed(text, path.relative_to(self.site).as_posix())
            else:
                value = [text]
            self.problems += value if isinstance(value, list) else []
            self.nodes[path] = None if isinstance(value, list) else value
        return self.nodes[path]

    def plan(self, folder: Path) -> Plan | None:
        node = self.node(folder / PLAN_FILE)
        if not isinstance(node, read.Mapping):
            self.not_fields(node)
            return None
        self.id_of(Scalar(folder.name, node.place), "folder name")
        self._refuse_files(folder, (PLAN_FILE,))
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
        self._refuse_files(folder, tuple(EDITION_FILES))
        self.id_of(Scalar(folder.name, Place((folder / EDITION_FILE).relative_to(self.site).as_posix())), "folder name")
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
            publication=parts[Publication],
            files=self._files(folder),
        )

    def _files(self, folder: Path) -> tuple[Sealed, ...]:
        """The files of an edition as they are now, by name."""
        sums = {path.relative_to(folder).as_posix(): each for path, each in self.sums.items() if folder in path.parents}
        return tuple(Sealed(name=name, sha256=sums[name]) for name in sorted(sums) if name != PUBLISHED_FILE)

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

    def _refuse_files(self, folder: Path, known: tuple[str, ...]) -> None:
        """Say of each file that is not known here that nobody would read it."""
        for path in sorted(folder.iterdir()):
            if path.is_dir() or path.name.startswith(".") or path.name in known:
                continue
            missing = [name for name in known if not (folder / name).is_file()]
            hint = did_you_mean(path.name, missing) or f"Files here are: {', '.join(known)}. Move it elsewhere."
            place = Place(path.relative_to(self.site).as_posix())
            self.report(f'Nothing reads a file named "{path.name}" here', "files", hint, place)

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
            if isinstance(self.id_of(entry, "id"), Fault):
                continue
            if path.name in listed:
                self.report(f'"{entry.text}" stands twice under "{top.key}"', "ids", "Delete this line.", entry.place)
                continue
            listed.add(path.name)
            if not path.is_file():
                files = [each.stem for each in (folder / ITEMS_FOLDER).glob("*.yaml")]
                # The file that may be meant is not reported as left over as well: told once is enough.
                listed |= {f"{each}.yaml" for each in get_close_matches(entry.text, files, n=1)}
                hint = did_you_mean(entry.text, files) or f"Create {ITEMS_FOLDER}/{path.name}."
                self.report(f'There is no file for {top.one.wording} "{entry.text}"', "files", hint, entry.place)
                continue
            item = self._item_file(path, top)
            if item is not None:
                made.append(item)
        self._refuse_left_over(folder / ITEMS_FOLDER, listed)
        return tuple(made)

    def _refuse_left_over(self, folder: Path, listed: set[str]) -> None:
        """Say of each file of items that the order leaves it out."""
        for path in sorted(folder.glob("*")):
            place = Place(path.relative_to(self.site).as_posix())
            if path.name in listed or path.name.startswith("."):
                continue
            if path.suffix == ".yaml" and ID_PATTERN.fullmatch(path.stem):
                message = f'This file is not listed under "{self.levels[0].key}" in {EDITION_FILE}'
                self.report(message, "files", f'Add "- {path.stem}" to that list, or move this file elsewhere.', place)
            else:
                hint = "Files here are named by an id, such as safer-streets.yaml. Rename it, or move it elsewhere."
                self.report(f'Nothing reads a file named "{path.name}" here', "files", hint, place)

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
        before = len(self.problems)
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
                    self.report(message, "levels", "Use another word for this level.", word.place)
            taken |= {one.text, many.text}
            path = f"levels.{one.text}"
            made.append(
                Level(
                    rank=rank,
                    one=Text(one.text, f"{path}.one", self.language, place=one.place),
                    many=Text(many.text, f"{path}.many", self.language, place=many.place),
                )
            )
        if not made and len(self.problems) == before:
            self.report("The plan has no levels", "kinds", hint, levels.place)
        return tuple(made) if len(self.problems) == before else None

    def _item(self, node: Node, level: Level, parent: str) -> Item | Fault:
        if not isinstance(node, read.Mapping):
            hint = f'Give each {level.one.wording} an "id" and a "title".'
            return self.report(f"This {level.one.wording} has no fields", "kinds", hint, node.place)
        id_node = node.get("id")
        own = id_node.text if isinstance(id_node, Scalar) else "?"
        path = f"{parent}.{own}" if parent else own
        called = f"{'An' if level.one.wording[:1].lower() in 'aeiou' else 'A'} {level.one.wording}"
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
            node, Item, path, called=called, extra_keys=tuple(deeper), level=level, path=path, children=tuple(children)
        )
        return made if isinstance(made, Item) and not fault else FAULT

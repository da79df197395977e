"""What a plan is: plan, edition, item, target, value, organisation. Frozen, complete when made.

Takes nothing; gives the types that every step speaks of. The loader, the JSON Schema, the data export and the data
guide are all read off these types, so a field is described once, here. Knows nothing of files, YAML or pages.

What a plan does not say is NOT_STATED, and is shown so: never a guess, an empty text or a zero.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from generator.achievements import Achievements
from generator.fields import NOT_STATED, Id, LanguageCode, NotStated, Record, Ref, Text, YesNo, said
from generator.glossary import Glossary
from generator.periods import Period
from generator.status import Correction, Publication, Sealed, Status, StatusWord
from generator.targets import Measure, Target, Targets, Unit

RESERVED_IDS = frozenset(
    {
        "site",
        "plan",
        "levels",
        "sections",
        "statements",
        "glossary",
        "targets",
        "units",
        "organisations",
        "roles",
        "achievements",
        "transcription",
    }
)
"""Ids that the first level's items may not have: translations are keyed by id path, and these begin other paths."""


# ------------------------------------------------------------------------------------------------- items, the tree


@dataclass(frozen=True, kw_only=True)
class Level(Record):
    """A rank of the plan's tree, in the plan's own word: theme, aim, objective, action."""

    rank: int
    one: Text
    many: Text

    @property
    def key(self) -> str:
        """The field that holds items of this level in YAML: the plural word."""
        return self.many.wording


@dataclass(frozen=True, kw_only=True)
class Item(Record):
    """One entry at a level. Its `path` (ids from the top, joined by dots) identifies it for ever."""

    id: Id = said("The item's id. Never changes; unique among its neighbours.")
    title: Text = said("Its words, as printed.")
    code: str | NotStated = said("The code printed beside it, such as C01.1; codes may repeat.", default=NOT_STATED)
    text: Text | NotStated = said("More about it, in short Markdown.", default=NOT_STATED, rich=True)
    starts: Period | NotStated = said("When it starts.", default=NOT_STATED)
    ends: Period | NotStated = said("When it ends.", default=NOT_STATED)
    owners: tuple[Ref, ...] = said("Who is responsible: ids of organisations.", default=(), refers_to="organisation")
    status: Status | NotStated = said("How far it has come.", default=NOT_STATED)
    status_note: Text | NotStated = said("What is to be known about that, in a sentence.", default=NOT_STATED)
    aliases: tuple[Id, ...] = said("Ids it had in earlier editions.", default=())
    serves: tuple[Ref, ...] = said(
        "Id paths of further items it belongs under, besides the one it stands in.", default=(), refers_to="item"
    )
    level: Level = said("Its level.", inherited=True)
    path: str = said("Its id path.", inherited=True)
    children: tuple[Item, ...] = said("The items under it, in the plan's order.", default=(), inherited=True)

    def walk(self) -> Iterator[Item]:
        """The item and all under it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def at(self, level: Level) -> tuple[Item, ...]:
        """The items of a level that stand directly under this one."""
        return tuple(child for child in self.children if child.level.rank == level.rank)


# ------------------------------------------------------------------------------- organisations, prose


@dataclass(frozen=True, kw_only=True)
class Role(Record):
    """What organisations do in the plan."""

    id: Id = said("The role's id, as organisations name it.")
    title: Text = said("The plan's words for those who have this role.", summary=True)
    organisations: tuple[Ref, ...] = said(
        "Who has it: ids of organisations, in the plan's order.", refers_to="organisation"
    )


@dataclass(frozen=True, kw_only=True)
class Contact(Record):
    """How an organisation could be reached when the edition was published."""

    id: Id | NotStated = said("An id, needed only where an organisation has several contacts.", default=NOT_STATED)
    title: Text | NotStated = said("What this contact is for.", default=NOT_STATED)
    address: tuple[str, ...] = said("The postal address, a line each.", default=())
    telephone: str | NotStated = said("The telephone number, as printed.", default=NOT_STATED)
    textphone: str | NotStated = said("The textphone number, as printed.", default=NOT_STATED)
    fax: str | NotStated = said("The fax number, as printed.", default=NOT_STATED)
    email: str | NotStated = said("The email address.", default=NOT_STATED)
    website: str | NotStated = said("The website's address.", default=NOT_STATED)
    checked: Period | NotStated = said("When somebody last made sure that it works.", default=NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class Organisation(Record):
    """A body that the plan names."""

    id: Id = said("The organisation's id.")
    name: Text = said("Its name, as printed.")
    contacts: tuple[Contact, ...] = said("How it could be reached.", default=())

    @property
    def reachable(self) -> bool:
        """Whether the plan states at least one way to reach it."""
        return any(
            way and not isinstance(way, NotStated)
            for each in self.contacts
            for way in (each.address, each.telephone, each.textphone, each.fax, each.email, each.website)
        )


@dataclass(frozen=True, kw_only=True)
class Organisations(Record):
    """Who is behind the plan (`organisations.yaml`)."""

    roles: tuple[Role, ...] = said("The roles, in the order in which pages show them.", default=())
    organisations: tuple[Organisation, ...] = said("The organisations, in the plan's order.")


class Shown(StrEnum):
    """Where a section of prose is shown."""

    HOME = "home and summary"
    SUMMARY = "summary only"


@dataclass(frozen=True, kw_only=True)
class Section(Record):
    """A part of the plan in prose."""

    id: Id = said("The section's id.")
    title: Text = said("Its heading.", summary=True)
    text: Text = said("Its words, in short Markdown.", summary=True, rich=True)
    shown: Shown = said("Where it is shown.", default=Shown.HOME)
    role: Ref | NotStated = said(
        "List the organisations of this role under the text.", default=NOT_STATED, refers_to="role"
    )


@dataclass(frozen=True, kw_only=True)
class Statement(Record):
    """The promise of other languages and formats, in one language, as the plan prints it."""

    language: LanguageCode = said("The language it is in.")
    text: Text = said("The statement.")


@dataclass(frozen=True, kw_only=True)
class TranscriptionNote(Record):
    """A repair that is not to one text alone, such as a table whose cells ran together."""

    id: Id = said("The note's id.")
    where: str = said("The part of the plan it is about.")
    items: tuple[Ref, ...] = said(
        "Id paths of first-level items whose pages lead to this note.", default=(), refers_to="item"
    )
    as_printed: str | NotStated = said("The source, faults included.", default=NOT_STATED)
    why: str = said("What was done, and why.")
    uncertain: str | NotStated = said("What cannot be known from the source.", default=NOT_STATED)


def place_of(note: TranscriptionNote, language: str) -> Text:
    """The part of the plan that a note is about, as a text that can be translated."""
    return Text(note.where, f"transcription.notes.{note.id}.where", language, place=note.places.get("where"))


@dataclass(frozen=True, kw_only=True)
class Transcription(Record):
    """How the text came from print into data."""

    source: str = said("What it was transcribed from.")
    by: str = said("Who transcribed and repaired it.")
    notes: tuple[TranscriptionNote, ...] = said("Repairs that are not to one text alone.", default=())


# -------------------------------------------------------------------------------------------------- plan and edition


@dataclass(frozen=True, kw_only=True)
class Closed(Record):
    """That the bodies behind the plan no longer exist."""

    since: Period = said("When they ended.")
    note: Text = said("What became of them, in a sentence.", summary=True)


@dataclass(frozen=True, kw_only=True)
class Licence(Record):
    """Under which licence others may use the plan's text and figures."""

    name: Text = said("Its name, such as Open Government Licence v3.0.")
    address: str | NotStated = said("Where it can be read, from https:// on.", default=NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class Plan(Record):
    """What does not change with the year (`plan.yaml`)."""

    id: Id = said("The plan's id: the name of its folder.", inherited=True)
    title: Text = said("The plan's title.", summary=True)
    period: Period = said("The time the plan runs for.")
    period_printed: Text | NotStated = said("The period in the words of the cover.", default=NOT_STATED, summary=True)
    publisher: Ref = said("Who publishes it: the id of an organisation.", refers_to="organisation")
    language: LanguageCode = said("The language the plan is written in.")
    languages: tuple[LanguageCode, ...] = said("All languages the plan is to be read in, its own included.")
    licence: Licence | NotStated = said(
        "Under which licence others may use it, if its publisher says so.", default=NOT_STATED
    )
    closed: Closed | NotStated = said("Say so here once the bodies behind it no longer exist.", default=NOT_STATED)
    status_words: tuple[StatusWord, ...] = said("The plan's own words for how far items have come.", default=())
    levels: tuple[Level, ...] = said("The plan's own words for the ranks of its tree.", inherited=True)


@dataclass(frozen=True, kw_only=True)
class EditionFacts(Record):
    """What is said of an edition as a whole (`edition.yaml`)."""

    draft: YesNo = said("`yes` until it is published: the website does not show it.", default=YesNo.NO)
    published: Period | NotStated = said("When this edition was published.", default=NOT_STATED)
    note: Text | NotStated = said("What changed since the last edition, in a sentence or two.", default=NOT_STATED)
    review: Period | NotStated = said("By when this edition is to be reviewed.", default=NOT_STATED)
    sections: tuple[Section, ...] = said("The plan's prose, in the plan's order.", default=())
    statements: tuple[Statement, ...] = said(
        "The promise of other languages and formats, in each language printed.", default=()
    )
    transcription: Transcription | NotStated = said("How the text came from print into data.", default=NOT_STATED)
    glossary: Glossary | NotStated = said("Words that the pages explain where they are used.", default=NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class Edition(Record):
    """One published state of a plan, normally a year: a full copy."""

    id: Id
    plan: Plan
    facts: EditionFacts
    items: tuple[Item, ...]
    targets: Targets
    organisations: Organisations
    achievements: Achievements | NotStated
    publication: Publication | NotStated = NOT_STATED
    files: tuple[Sealed, ...] = field(default=(), compare=False)  # as they stand now, published.yaml left out

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """What was corrected since it was published, oldest first."""
        return () if isinstance(self.publication, NotStated) else self.publication.corrections

    def all_items(self) -> Iterator[Item]:
        """Every item of every level, in reading order."""
        for item in self.items:
            yield from item.walk()

    @cached_property
    def items_by_path(self) -> dict[str, Item]:
        """Every item by its id path."""
        return {item.path: item for item in self.all_items()}

    @cached_property
    def targets_by_id(self) -> dict[str, Target]:
        """Every target by its id."""
        return {target.id: target for target in self.targets.targets}

    def organisation(self, id_: str) -> Organisation:
        """The organisation with an id. Raises KeyError if there is none (the references check tells the officer)."""
        return {organisation.id: organisation for organisation in self.organisations.organisations}[Id(id_)]

    def role(self, id_: str) -> Role:
        """The role with an id. Raises KeyError if there is none (the references check tells the officer)."""
        return {role.id: role for role in self.organisations.roles}[Id(id_)]

    def with_role(self, id_: str) -> tuple[Organisation, ...]:
        """The organisations of a role, in the plan's order."""
        return tuple(self.organisation(each) for each in self.role(id_).organisations)

    def guests(self, parent: Item, level: Level) -> tuple[Item, ...]:
        """Items of a level that stand elsewhere but also serve a parent."""
        return tuple(item for item in self.all_items() if parent.path in item.serves and item.level.rank == level.rank)

    def notes_on(self, item: Item) -> tuple[TranscriptionNote, ...]:
        """The notes about the transcription that concern the page of an item."""
        about = self.facts.transcription
        return () if isinstance(about, NotStated) else tuple(note for note in about.notes if item.path in note.items)

    def unit(self, measure: Measure) -> Unit | None:
        """The unit of a measure; None for percent and where none is stated."""
        return next((unit for unit in self.targets.units if str(unit.id) == measure.unit), None)


@dataclass(frozen=True)
class PlanEditions:
    """A plan with its editions, oldest first. There is at least one."""

    plan: Plan
    editions: tuple[Edition, ...]

    @property
    def published(self) -> tuple[Edition, ...]:
        """The editions that are no drafts."""
        return tuple(edition for edition in self.editions if not edition.facts.draft)

    @property
    def current(self) -> Edition:
        """The newest edition."""
        return self.editions[-1]

    def before(self, edition: Edition) -> Edition | None:
        """The edition before one; None before the first."""
        at = self.editions.index(edition)
        return self.editions[at - 1] if at else None

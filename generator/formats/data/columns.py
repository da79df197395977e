"""Which tables the data has, and which columns stand in each.

Takes nothing; gives LAYOUTS. What a column holds is read off the model, so that it is said once. CSV files, workbooks
and what describes them all follow this list. Knows nothing of rows or of file formats.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from generator.achievements import Change
from generator.fields import Id, Record, Ref, Repair, fields_of
from generator.languages import message
from generator.model import Contact, Item, Organisation
from generator.periods import Period
from generator.targets import Due, Measure, OutcomeKind, Target, Value


class Holds(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    ID = "id"
    IDS = "ids with spaces between them"
    NUMBER = "number"
    DAY = "day"
    PERIOD = "day, month, year or longer time, as the plan writes it"
    CHOICE = "one of a few words"


@dataclass(frozen=True)
class Column:
    """A column: its name for programs, what it holds, and its name for people where pages have one for it."""

    name: str
    doc: str
    holds: Holds = Holds.TEXT
    options: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    """Words of Planpress, the general one first: Baseline, Figure."""
    needed: bool = False


@dataclass(frozen=True)
class Layout:
    """A table: what is in it, its columns, those that tell its rows apart, and those that name rows of other tables."""

    name: str
    holds: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    refers: Mapping[str, tuple[str, str]]
    """By column: the table and column that it names a row of."""
    page: str = ""
    """The page that a row is about, from the edition's folder on, with the name of a column in it."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)


_TITLES = {
    "id": (),
    "statement": (message("The plan's words"),),
    "kind": (message("Kind of target"),),
    "measure": (message("What is counted"),),
    "direction": (message("Direction"),),
    "item": (message("Place in the plan"),),
    "value": (message("Figure"),),
    "period": (message("Period"),),
    "printed": (message("In the plan's words"),),
    "state": (message("State of the figure"),),
    "source": (message("Source"),),
    "by": (message("By"),),
    "change_percent": (message("Change aimed at"),),
    "target": (message("Target"),),
    "outcome": (message("Outcome"),),
    "published_words": (message("What the publisher concludes"),),
    "level": (message("Level"),),
    "title": (message("Title"),),
    "code": (message("Code"),),
    "starts": (message("Starts"),),
    "ends": (message("Ends"),),
    "status": (message("How far it has come"),),
    "status_note": (message("What is said of its progress"),),
    "owners": (message("Who is responsible"),),
    "serves": (message("Belongs here too"),),
    "name": (message("Name"),),
    "address": (message("Address"),),
    "telephone": (message("Telephone"),),
    "textphone": (message("Textphone"),),
    "fax": (message("Fax"),),
    "email": (message("Email"),),
    "website": (message("Website"),),
    "as_printed": (message("In the source"),),
    "uncertain": (message("What cannot be known"),),
}
"""What pages call these columns."""


def _column(name: str, doc: str, holds: Holds = Holds.TEXT, **more: Any) -> Column:  # noqa: ANN401 - fields of Column
    return Column(name, doc, holds, **({"titles": _TITLES.get(name, ())} | more))


def _fields(record: type[Record], *names: str, prefix: str = "", of: str = "", needed: bool = True) -> list[Column]:
    """Columns for fields of a record; with a `prefix` before their names, and `of` before their titles."""
    facts = {fact.name: fact for fact in fields_of(record)}
    made = []
    for name in names:
        fact = facts[name]
        options: tuple[str, ...] = ()
        if isinstance(fact.type, type) and issubclass(fact.type, StrEnum):
            options = tuple(option.value for option in fact.type)
        holds = Holds.CHOICE if options else _HOLDS.get(fact.type, Holds.TEXT)
        if fact.many:
            holds = Holds.IDS if fact.type is Ref else Holds.TEXT
        titles = (of, *_TITLES.get(name, ())) if of else _TITLES.get(name, ())
        made.append(Column(prefix + name, fact.doc, holds, options, titles, needed and fact.required))
    return made


_HOLDS = {Decimal: Holds.NUMBER, Period: Holds.PERIOD, Id: Holds.ID, Ref: Holds.ID}
OBSERVED = ("value", "period", "printed", "state", "expected", "source", "numerator", "denominator", "note")
DUE = ("by", "value", "at_least", "at_most", "change_percent", "words", "source")
CONTACT = ("telephone", "textphone", "fax", "email", "website")
REPAIRED = ("as_printed", "uncertain")
_TARGET = _column("target", "The id of the target.", Holds.ID, needed=True)
_PATH = "Its id, after the ids of those it stands under, with dots between them."
_COUNTER = {"needed": True, "titles": ()}

TARGETS = Layout(
    "targets",
    message("Targets with their baselines and due values"),
    (
        *_fields(Target, "id", "statement", "kind"),
        _column("measure", "What is counted.", needed=True),
        *_fields(Measure, "unit", "direction"),
        *_fields(Target, "item"),
        *_fields(Value, *OBSERVED, prefix="baseline_", of=message("Baseline"), needed=False),
        _column(
            "due_number", "Which due value of the target this is, from 1 on; 0 for none.", Holds.NUMBER, **_COUNTER
        ),
        *_fields(Due, *DUE, prefix="due_", of=message("To reach"), needed=False),
    ),
    key=("id", "due_number"),
    refers={"id": ("outcomes", "target"), "item": ("items", "path")},
    page="targets/{id}.html",
)
VALUES = Layout(
    "values",
    message("Results of the targets, one line for each value"),
    (
        _TARGET,
        _column("number", "Which value of the target this is, from 1 on.", Holds.NUMBER, **_COUNTER),
        *_fields(Measure, "unit"),
        *_fields(Value, *OBSERVED),
    ),
    key=("target", "number"),
    refers={"target": ("outcomes", "target")},
)
_OUTCOMES = tuple(kind.value for kind in OutcomeKind)
OUTCOMES = Layout(
    "outcomes",
    message("What is concluded of each target"),
    (
        _TARGET,
        _column("judged_on", "The day on which it is judged.", Holds.DAY, needed=True),
        _column("outcome", "What is concluded.", Holds.CHOICE, options=_OUTCOMES, needed=True),
        _column("by_figures", "What the figures say.", Holds.CHOICE, options=_OUTCOMES, needed=True),
        _column("published_words", "The publisher's own words for it."),
        _column("due_by", "When what it is judged against is due.", Holds.PERIOD, titles=(message("By"),)),
        _column("value", "The figure that is judged.", Holds.NUMBER),
        _column("period", "When that was counted.", Holds.PERIOD),
        _column("expected_at_least", "The least that the path asks for at that time.", Holds.NUMBER),
        _column("expected_at_most", "The most that the path allows at that time.", Holds.NUMBER),
        _column("change_made", "How much of the change is made.", Holds.NUMBER),
        _column("change_needed", "How much change is needed in all.", Holds.NUMBER),
        _column("worse_than_baseline", "Whether it is worse than at the start.", Holds.CHOICE, options=("yes",)),
        _column("may_be_chance", "Whether the change may be chance.", Holds.CHOICE, options=("yes", "no")),
    ),
    key=("target",),
    refers={},
    page="targets/{target}.html",
)
ITEMS = Layout(
    "items",
    message("Every part of the plan, one line for each"),
    (
        _column(
            "path", "Its id, after the ids of those it stands under, with dots between them.", Holds.ID, needed=True
        ),
        _column("parent", "The path of what it stands under.", Holds.ID),
        _column("level", "The plan's own word for its level.", needed=True),
        *_fields(Item, "title", "code", "text", "starts", "ends", "status", "status_note", "owners", "serves"),
        *_fields(Repair, *REPAIRED, needed=False),
    ),
    key=("path",),
    refers={"parent": ("items", "path")},
)
ORGANISATIONS = Layout(
    "organisations",
    message("Organisations and contacts"),
    (
        *_fields(Organisation, "id", "name"),
        _column("roles", "What it does in the plan: ids of roles.", Holds.IDS),
        _column("contact_number", "Which contact of it this is, from 1 on; 0 for none.", Holds.NUMBER, **_COUNTER),
        _column("contact", "What this contact is for."),
        _column("address", "The postal address, with commas between its lines."),
        *_fields(Contact, *CONTACT),
    ),
    key=("id", "contact_number"),
    refers={},
)
ACHIEVEMENTS = Layout(
    "achievements",
    message("What was achieved before"),
    (
        _column("id", _PATH, Holds.ID, needed=True),
        _column("group", "The id of its group.", Holds.ID, needed=True),
        _column("measure", "What was counted."),
        *_fields(Change, "change_percent", needed=False),
        _column("text", "The words as printed, in short Markdown.", needed=True),
        *_fields(Repair, *REPAIRED, needed=False),
    ),
    key=("id",),
    refers={},
)
LAYOUTS = (TARGETS, VALUES, OUTCOMES, ITEMS, ORGANISATIONS, ACHIEVEMENTS)

"""Which sheets a workbook of an edition has, and which columns stand in each.

Takes nothing; gives SHEETS. What a column holds is read off the model, so that it is said once. Export, import and
docs/spreadsheet.md all follow this list. Knows nothing of cells or files.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from generator.fields import FieldFact, Record, fields_of
from generator.model import Edition, Item
from generator.status import Status
from generator.targets import PERCENT, Due, Kind, OutcomeKind, State, Target, Value

README, LISTS = "Read me", "Lists"
"""The two sheets that hold no data of their own."""


class Counts(StrEnum):
    """What the figures of a column are counted in."""

    UNIT = "the target's unit"
    PERCENT = PERCENT
    PLAIN = "a plain number"


@dataclass(frozen=True)
class Column:
    """A column. With a `field` (a dot leads into a record within), it can be filled in; otherwise it names the row."""

    header: str
    width: int
    field: str = ""
    key: bool = False
    counts: Counts = Counts.PLAIN


@dataclass(frozen=True)
class Layout:
    """A sheet with a row for each record of a kind."""

    name: str
    record: type[Record]
    columns: tuple[Column, ...]

    @property
    def needed(self) -> Column:
        """The first column that can be filled in; a new row cannot do without it."""
        return next(column for column in self.columns if column.field)

    def fact(self, column: Column) -> FieldFact:
        """What the model says of the field of a column."""
        return _fact(self.record, column.field)


def _fact(record: Any, field: str) -> FieldFact:  # noqa: ANN401 - the type of a record
    first, _, rest = field.partition(".")
    fact = next(each for each in fields_of(record) if each.name == first)
    return _fact(fact.type, rest) if rest else fact


_ROW = Column("Row", 11, key=True)
_TARGET = Column("Target", 19, key=True)
_COUNTED = Column("What is counted", 26)

SHEETS = (
    Layout(
        "Values",
        Value,
        (
            _ROW,
            _TARGET,
            _COUNTED,
            Column("Period", 16, "period"),
            Column("Value", 9, "value", counts=Counts.UNIT),
            Column("State", 13, "state"),
            Column("Expected", 11, "expected"),
            Column("In words", 16, "printed"),
            Column("Source", 16, "source"),
            Column("Numerator", 11, "numerator"),
            Column("Denominator", 13, "denominator"),
            Column("Note", 28, "note"),
        ),
    ),
    Layout(
        "Actions",
        Item,
        (
            Column("Item", 30, key=True),
            Column("Level", 14),
            Column("Title", 40),
            Column("Status", 13, "status"),
            Column("Status note", 30, "status_note"),
            Column("Owners", 24, "owners"),
            Column("Starts", 14, "starts"),
            Column("Ends", 14, "ends"),
        ),
    ),
    Layout(
        "Targets",
        Target,
        (
            _TARGET,
            _COUNTED,
            Column("Promise", 40, "statement"),
            Column("To be reached", 20),
            Column("Kind", 11, "kind"),
            Column("Unit", 11, "measure.unit"),
            Column("Margin", 8, "margin", counts=Counts.UNIT),
            Column("Why revised", 24, "revision"),
            Column("Outcome", 14, "published_outcome.outcome"),
            Column("Outcome in words", 18, "published_outcome.words"),
        ),
    ),
    Layout(
        "Due",
        Due,
        (
            _ROW,
            _TARGET,
            _COUNTED,
            Column("By", 14, "by"),
            Column("Figure", 9, "value", counts=Counts.UNIT),
            Column("At least", 9, "at_least", counts=Counts.UNIT),
            Column("At most", 9, "at_most", counts=Counts.UNIT),
            Column("Change in %", 13, "change_percent", counts=Counts.PERCENT),
            Column("In words", 30, "words"),
            Column("Source", 20, "source"),
        ),
    ),
)
"""The sheets to be filled in, in the order in which the year's work is done."""

_CHOICES: Mapping[Any, str] = {Status: "Status", State: "State", Kind: "Kind", OutcomeKind: "Outcome"}
_REFERENCES = {"unit": "Unit", "organisation": "Organisation"}


def list_of(fact: FieldFact) -> str:
    """The list on the sheet "Lists" from which a field is chosen; nothing where it is filled in freely."""
    return _REFERENCES.get(fact.refers_to) or _CHOICES.get(fact.type, "")


def lists(edition: Edition) -> dict[str, dict[str, str]]:
    """The lists to choose from: each choice, and what it is called in words."""
    words = {each.status: each.word.wording for each in edition.plan.status_words}
    made: dict[str, dict[str, str]] = {
        name: {each.value: words.get(each, "") for each in kind} for kind, name in _CHOICES.items()
    }
    units = {str(unit.id): unit.other for unit in edition.targets.units}
    organisations = {str(each.id): each.name.wording for each in edition.organisations.organisations}
    return made | {"Unit": {PERCENT: "%"} | units, "Organisation": organisations}

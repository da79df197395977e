"""What a plan is: plan, edition, item, target, value, organisation. Frozen, complete when made.

Takes nothing; gives the types that every step speaks of. The loader, the JSON Schema, the data export and the data
guide are all read off these types, so a field is described once, here. Knows nothing of files, YAML or pages.

What a plan does not say is NOT_STATED, and is shown so: never a guess, an empty text or a zero.
"""

from __future__ import annotations

import calendar
import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from types import UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from generator.problems import Place


class NotStated(Enum):
    """The type of NOT_STATED."""

    NOT_STATED = "not stated"

    def __bool__(self) -> bool:
        return False


NOT_STATED = NotStated.NOT_STATED

Id = NewType("Id", str)
"""A short name given once: small letters a to z, digits and hyphens, at most 60. It is the address of a page."""
Ref = NewType("Ref", str)
"""The id (for an item: the dotted id path) of something described elsewhere in the plan."""
LanguageCode = NewType("LanguageCode", str)
"""A BCP 47 language tag, such as `pl` or `zh-Hans`."""

ID_PATTERN = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")
RESERVED_IDS = frozenset(
    "site plan levels sections statements targets units organisations roles achievements transcription".split()
)
"""Ids that the first level's items may not have: translations are keyed by id path, and these begin other paths."""


def said(  # noqa: PLR0913 - one keyword for each thing a field may be
    doc: str,
    *,
    default: Any = dataclasses.MISSING,  # noqa: ANN401 - as in dataclasses.field
    summary: bool = False,
    rich: bool = False,
    refers_to: str = "",
    inherited: bool = False,
) -> Any:  # noqa: ANN401 - as in dataclasses.field
    """A field that the officer fills in.

    `doc` is its line in the data guide and the JSON Schema. A `summary` text is among the first to be translated.
    A `rich` text may hold short Markdown. `refers_to` names what a Ref points to. An `inherited` field is set by
    the loader, not in YAML.
    """
    metadata = {"doc": doc, "summary": summary, "rich": rich, "refers_to": refers_to, "inherited": inherited}
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, kw_only=True)
class Record:
    """An entry of the plan. `places` says where each field was written; it does not count in comparisons."""

    places: Mapping[str, Place] = field(
        default_factory=dict, compare=False, repr=False, hash=False, metadata={"inherited": True}
    )


# ------------------------------------------------------------------------------------------------ words and figures


@dataclass(frozen=True, kw_only=True)
class Repair(Record):
    """Why a text differs from the printed one."""

    as_printed: str = said("The text exactly as printed or transcribed, faults included.")
    why: str = said("What is wrong with it, and why the repair is right.")
    by: str | NotStated = said(
        "Who repaired it. Not needed where the edition's `transcription` names them.", default=NOT_STATED
    )
    checked: str | NotStated = said(
        "Who checked the repair; for another language, whether a native reader did.", default=NOT_STATED
    )
    uncertain: str | NotStated = said(
        "What cannot be known from the source. Shown to the reader beside the text.", default=NOT_STATED
    )


@dataclass(frozen=True)
class Text:
    """A text of the plan. `path` (id path and field) is its key in translation catalogs (gettext's msgctxt)."""

    wording: str
    path: str
    language: str
    repair: Repair | None = None
    summary: bool = field(default=False, compare=False)
    rich: bool = field(default=False, compare=False)
    place: Place | None = field(default=None, compare=False, repr=False)


class PeriodForm(StrEnum):
    """How a period is worded."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    YEARS = "years"
    SPAN = "span"
    MONTHS_TO = "months to"
    BY = "by"
    LATER_DURING = "later during"


@dataclass(frozen=True)
class Period:
    """A day, month, year or longer time. Keeps its written form; `first` and `last` are the days it can cover.

    Written as `2011-03-31`, `2011-03`, `2011`, `2007/2008`, `2008-04 to 2011-03`, `12 months to 2008-02`,
    `by 2011-03` or `later during 2008`. Dates follow ISO 8601-1:2019, clause 5.2.2.
    """

    written: str
    form: PeriodForm
    first: date
    last: date
    parts: tuple[Period, ...] = ()
    months: int = 0

    @classmethod
    def parse(cls, written: str) -> Period | None:
        """The period a text means, or None if it means none."""
        for form, pattern, make in _PERIOD_FORMS:
            if (match := re.fullmatch(pattern, written)) is not None:
                try:
                    return make(written, form, match)
                except (ValueError, OverflowError):
                    return None
        return None


def _simple(written: str, form: PeriodForm, match: re.Match[str]) -> Period:
    year, month, day = (int(part) if part else 0 for part in (*match.groups(), None, None)[:3])
    first = date(year, month or 1, day or 1)
    last_month = month or 12
    last = date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    return Period(written, form, first, last)


def _years(written: str, form: PeriodForm, match: re.Match[str]) -> Period:
    start, end = match.groups()
    if int(end) % 100 != (int(start) + 1) % 100 or (len(end) == len(start) and int(end) != int(start) + 1):
        raise ValueError(written)
    return Period(written, form, date(int(start), 1, 1), date(int(start) + 1, 12, 31))


def _within(text: str) -> Period:
    period = Period.parse(text)
    if period is None:
        raise ValueError(text)
    return period


def _span(written: str, form: PeriodForm, match: re.Match[str]) -> Period:
    start, end = (_within(part) for part in match.groups())
    if end.last < start.first:
        raise ValueError(written)
    return Period(written, form, start.first, end.last, (start, end))


def _months_to(written: str, form: PeriodForm, match: re.Match[str]) -> Period:
    months, end = int(match.group(1)), _within(match.group(2))
    since = end.last.year * 12 + end.last.month - months  # counted from month 1 of year 0
    return Period(written, form, date(since // 12, since % 12 + 1, 1), end.last, (end,), months)


def _worded(written: str, form: PeriodForm, match: re.Match[str]) -> Period:
    inner = _within(match.group(1))
    return Period(written, form, inner.first, inner.last, (inner,))


_YEAR, _MONTH, _DAY = r"(\d{4})", r"(\d{4})-(\d{2})", r"(\d{4})-(\d{2})-(\d{2})"
_ANY = r"(\d{4}(?:-\d{2}(?:-\d{2})?|/\d{2}(?:\d{2})?)?)"
_PERIOD_FORMS: tuple[tuple[PeriodForm, str, Callable[[str, PeriodForm, re.Match[str]], Period]], ...] = (
    (PeriodForm.DAY, _DAY, _simple),
    (PeriodForm.MONTH, _MONTH, _simple),
    (PeriodForm.YEAR, _YEAR, _simple),
    (PeriodForm.YEARS, r"(\d{4})/(\d{2}|\d{4})", _years),
    (PeriodForm.SPAN, rf"{_ANY} to {_ANY}", _span),
    (PeriodForm.MONTHS_TO, r"(\d{1,3}) months to (\d{4}-\d{2})", _months_to),
    (PeriodForm.BY, rf"by {_ANY}", _worded),
    (PeriodForm.LATER_DURING, rf"later during {_ANY}", _worded),
)


# ---------------------------------------------------------------------------------------------------------- targets


class Direction(StrEnum):
    """Which way a measure should move."""

    UP = "up"
    DOWN = "down"
    KEEP = "keep"
    WITHIN = "within"
    NONE = "none"


class Kind(StrEnum):
    """What sort of promise a target is."""

    NUMBER = "number"
    THRESHOLD = "threshold"
    RANGE = "range"
    RANK = "rank"
    MILESTONE = "milestone"
    WORDS = "words"
    NOT_YET_SET = "not yet set"


class State(StrEnum):
    """What is known about a value. A value is not its state: a provisional value still has a figure."""

    STATED = "stated"
    AWAITED = "awaited"
    MISSING = "missing"
    SUPPRESSED = "suppressed"
    PROVISIONAL = "provisional"
    ESTIMATED = "estimated"
    REVISED = "revised"
    NOT_COMPARABLE = "not comparable"
    NOT_APPLICABLE = "not applicable"


STATES_WITHOUT_VALUE = frozenset({State.AWAITED, State.MISSING, State.SUPPRESSED, State.NOT_APPLICABLE})

PERCENT = "percent"
"""The one unit that needs no entry under `units`."""


@dataclass(frozen=True, kw_only=True)
class Unit(Record):
    """What is counted, in each plural form of the plan's language (CLDR plural categories)."""

    id: Id = said("The unit's id, as `measure.unit` names it.")
    one: str | NotStated = said("For one: `crime`.", default=NOT_STATED)
    other: str = said("For other numbers: `crimes`.")
    zero: str | NotStated = said("For zero, in languages that have a form for it.", default=NOT_STATED)
    two: str | NotStated = said("For two, in languages that have a form for it.", default=NOT_STATED)
    few: str | NotStated = said("For few, in languages that have a form for it.", default=NOT_STATED)
    many: str | NotStated = said("For many, in languages that have a form for it.", default=NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class Measure(Record):
    """What is counted, in which unit, and which way it should move."""

    title: Text = said("What is counted, in a few words; the title of the target's page.", summary=True)
    unit: Ref | NotStated = said("`percent`, or the id of a unit.", default=NOT_STATED, refers_to="unit")
    direction: Direction | NotStated = said("Which way it should move, if the plan says so.", default=NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class Value(Record):
    """One observation of a measure in a period."""

    value: Decimal | NotStated = said("The figure, in digits with a decimal point.", default=NOT_STATED)
    period: Period | NotStated = said("When it was counted.", default=NOT_STATED)
    printed: Text | NotStated = said("The words as printed.", default=NOT_STATED, summary=True)
    state: State = said("What is known about the figure.", default=State.STATED)
    expected: Period | NotStated = said("When an awaited figure is to come.", default=NOT_STATED)
    source: Text | NotStated = said("Where it comes from, such as a survey.", default=NOT_STATED)
    numerator: Decimal | NotStated = said("For a share: how many of them.", default=NOT_STATED)
    denominator: Decimal | NotStated = said("For a share: out of how many.", default=NOT_STATED)
    note: Text | NotStated = said("What a reader needs to know to read it right.", default=NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class Due(Record):
    """What is to be reached, and by when."""

    by: Period = said("The day, month or year it is due.")
    value: Decimal | NotStated = said("The figure to reach.", default=NOT_STATED)
    at_least: Decimal | NotStated = said("The lower end of a range, or a threshold.", default=NOT_STATED)
    at_most: Decimal | NotStated = said("The upper end of a range, or a threshold.", default=NOT_STATED)
    change_percent: Decimal | NotStated = said(
        "The promised change from the baseline in percent; -5 is five percent less.", default=NOT_STATED
    )
    words: Text | NotStated = said("What is due, where it is not a figure.", default=NOT_STATED)
    source: Text | NotStated = said("What it will be measured with, such as a survey.", default=NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class Target(Record):
    """A promise with a baseline and one or more due values."""

    id: Id = said("The target's id and address. Never changes.")
    statement: Text = said("The promise, as printed.", summary=True)
    kind: Kind = said("What sort of promise it is.")
    measure: Measure = said("What is counted.")
    item: Ref | NotStated = said(
        "Id path of the item it belongs to, if the plan says so; never inferred.", default=NOT_STATED, refers_to="item"
    )
    baseline: Value | NotStated = said("Where it starts.", default=NOT_STATED)
    due: tuple[Due, ...] = said("What is to be reached, and by when.", default=())
    values: tuple[Value, ...] = said("What was observed since, oldest first.", default=())


@dataclass(frozen=True, kw_only=True)
class Targets(Record):
    """The plan's targets (`targets.yaml`)."""

    introduction: Text | NotStated = said("What the plan says before its targets.", default=NOT_STATED, rich=True)
    units: tuple[Unit, ...] = said("The units that measures are counted in.", default=())
    targets: tuple[Target, ...] = said("The targets, in the plan's order.", default=())


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
    serves: tuple[Ref, ...] = said(
        "Id paths of further items it belongs under, besides the one it stands in.", default=(), refers_to="item"
    )
    level: Level = said("Its level.", inherited=True)
    path: str = said("Its id path.", inherited=True)
    children: tuple[Item, ...] = said("The items under it, in the plan's order.", default=(), inherited=True)

    def walk(self) -> Iterator[Item]:
        """This item and all under it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def at(self, level: Level) -> tuple[Item, ...]:
        """The items of a level that stand directly under this one."""
        return tuple(child for child in self.children if child.level.rank == level.rank)


# ------------------------------------------------------------------------------- organisations, achievements, prose


@dataclass(frozen=True, kw_only=True)
class Role(Record):
    """What organisations do in the plan."""

    id: Id = said("The role's id, as organisations name it.")
    title: Text = said("The plan's words for those who have this role.", summary=True)


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


@dataclass(frozen=True, kw_only=True)
class Organisation(Record):
    """A body that the plan names."""

    id: Id = said("The organisation's id.")
    name: Text = said("Its name, as printed.")
    roles: tuple[Ref, ...] = said("What it does in the plan: ids of roles.", default=(), refers_to="role")
    contacts: tuple[Contact, ...] = said("How it could be reached.", default=())


@dataclass(frozen=True, kw_only=True)
class Organisations(Record):
    """Who is behind the plan (`organisations.yaml`)."""

    roles: tuple[Role, ...] = said("The roles, in the order in which pages show them.", default=())
    organisations: tuple[Organisation, ...] = said("The organisations, in the plan's order.")


@dataclass(frozen=True, kw_only=True)
class Change(Record):
    """How much one measure changed."""

    id: Id = said("The change's id.")
    measure: Text = said("What was counted, in a few words.", summary=True)
    change_percent: Decimal = said("The change in percent; -20.4 is a fall.")


@dataclass(frozen=True, kw_only=True)
class Figure(Record):
    """A sentence with figures of what was achieved."""

    id: Id = said("The figure's id.")
    sentence: Text = said("The sentence as printed.", summary=True)
    changes: tuple[Change, ...] = said("The figures in it.")


@dataclass(frozen=True, kw_only=True)
class Entry(Record):
    """One thing that was done."""

    id: Id = said("The entry's id.")
    text: Text = said("The words as printed.", rich=True)


@dataclass(frozen=True, kw_only=True)
class AchievementGroup(Record):
    """Achievements under one heading."""

    id: Id = said("The group's id.")
    title: Text | NotStated = said("The heading, if one is printed.", default=NOT_STATED, summary=True)
    figures: tuple[Figure, ...] = said("What the figures show.", default=())
    introduction: Text | NotStated = said("What leads to the list below.", default=NOT_STATED)
    entries: tuple[Entry, ...] = said("What was done, in the plan's order.", default=())


@dataclass(frozen=True, kw_only=True)
class Achievements(Record):
    """What was achieved before this plan (`achievements.yaml`)."""

    title: Text = said("The heading.", summary=True)
    introduction: Text | NotStated = said("What leads to the figures.", default=NOT_STATED, summary=True)
    period: Period = said("The time in which it was achieved.")
    baseline_period: Period | NotStated = said("The period that figures are compared with.", default=NOT_STATED)
    groups: tuple[AchievementGroup, ...] = said("The achievements, in the plan's order.")


@dataclass(frozen=True, kw_only=True)
class Section(Record):
    """A part of the plan in prose."""

    id: Id = said("The section's id.")
    title: Text = said("Its heading.", summary=True)
    text: Text = said("Its words, in short Markdown.", summary=True, rich=True)
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
    as_printed: str | NotStated = said("The source, faults included.", default=NOT_STATED)
    why: str = said("What was done, and why.")
    uncertain: str | NotStated = said("What cannot be known from the source.", default=NOT_STATED)


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
class Plan(Record):
    """What does not change with the year (`plan.yaml`)."""

    id: Id = said("The plan's id: the name of its folder.", inherited=True)
    title: Text = said("The plan's title.", summary=True)
    period: Period = said("The time the plan runs for.")
    period_printed: Text | NotStated = said("The period in the words of the cover.", default=NOT_STATED, summary=True)
    publisher: Ref = said("Who publishes it: the id of an organisation.", refers_to="organisation")
    language: LanguageCode = said("The language the plan is written in.")
    languages: tuple[LanguageCode, ...] = said("All languages the plan is to be read in, its own included.")
    closed: Closed | NotStated = said("Say so here once the bodies behind it no longer exist.", default=NOT_STATED)
    levels: tuple[Level, ...] = said("The plan's own words for the ranks of its tree.", inherited=True)

    @property
    def other_languages(self) -> tuple[LanguageCode, ...]:
        """The languages it is to be translated into."""
        return tuple(code for code in self.languages if code != self.language)


@dataclass(frozen=True, kw_only=True)
class EditionFacts(Record):
    """What is said of an edition as a whole (`edition.yaml`)."""

    published: Period | NotStated = said("When this edition was published.", default=NOT_STATED)
    sections: tuple[Section, ...] = said("The plan's prose, in the plan's order.", default=())
    statements: tuple[Statement, ...] = said(
        "The promise of other languages and formats, in each language printed.", default=()
    )
    transcription: Transcription | NotStated = said(
        "How the text came from print into data.", default=NOT_STATED
    )


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

    def all_items(self) -> Iterator[Item]:
        """Every item of every level, in reading order."""
        for item in self.items:
            yield from item.walk()

    @property
    def items_by_path(self) -> dict[str, Item]:
        """Every item by its id path."""
        return {item.path: item for item in self.all_items()}

    def organisation(self, id_: str) -> Organisation:
        """The organisation with an id. Raises KeyError if there is none (the references check tells the officer)."""
        return {organisation.id: organisation for organisation in self.organisations.organisations}[Id(id_)]

    def with_role(self, role: str) -> tuple[Organisation, ...]:
        """The organisations of a role, in the plan's order."""
        return tuple(each for each in self.organisations.organisations if role in each.roles)

    def unit(self, measure: Measure) -> Unit | None:
        """The unit of a measure; None for percent and where none is stated."""
        return next((unit for unit in self.targets.units if unit.id == measure.unit), None)


# --------------------------------------------------------------------------------------------------------- the site


@dataclass(frozen=True, kw_only=True)
class Operator(Record):
    """Who runs this copy of the plan and answers its readers."""

    name: str | NotStated = said("Their name.", default=NOT_STATED)
    email: str | NotStated = said("Their email address.", default=NOT_STATED)
    telephone: str | NotStated = said("Their telephone number.", default=NOT_STATED)
    address: tuple[str, ...] = said("Their postal address, a line each.", default=())
    website: str | NotStated = said("Their website.", default=NOT_STATED)
    enforcement: Text | NotStated = said(
        "Where a reader can complain if an accessibility fault is not mended, in short Markdown.",
        default=NOT_STATED,
        rich=True,
    )


@dataclass(frozen=True, kw_only=True)
class Site(Record):
    """What is true of the whole website (`plan_data/site.yaml`)."""

    name: Text = said("The website's name.", summary=True)
    language: LanguageCode = said("The language whose pages have no language in their address.")
    as_of: Period = said("The day the site speaks from, such as 2026-04-01. Planpress never looks at the clock.")
    address: str | NotStated = said("The web address it is published at, from https:// on.", default=NOT_STATED)
    operator: Operator = said("Who runs this copy of the plan.")
    accessibility_prepared: Period | NotStated = said(
        "When the accessibility statement was prepared.", default=NOT_STATED
    )
    accessibility_reviewed: Period | NotStated = said(
        "When the accessibility statement was last reviewed.", default=NOT_STATED
    )


# ------------------------------------------------------------------------------------------- the types, as a table


@dataclass(frozen=True)
class FieldFact:
    """One field of a record as the officer sees it."""

    name: str
    doc: str
    type: Any
    many: bool
    required: bool
    default: Any
    summary: bool
    rich: bool
    refers_to: str


@cache
def fields_of(record: type[Record]) -> tuple[FieldFact, ...]:
    """The fields an officer may fill in, in order. `type` is without `| NotStated` and `tuple[...]`."""
    hints = get_type_hints(record)
    return tuple(
        _fact(field_, hints[field_.name])
        for field_ in dataclasses.fields(record)
        if "doc" in field_.metadata and not field_.metadata["inherited"]
    )


def _fact(field_: dataclasses.Field[Any], hint: Any) -> FieldFact:  # noqa: ANN401 - a type hint may be anything
    if get_origin(hint) in (Union, UnionType):
        hint = next(option for option in get_args(hint) if option is not NotStated)
    many = get_origin(hint) is tuple
    return FieldFact(
        name=field_.name,
        doc=field_.metadata["doc"],
        type=get_args(hint)[0] if many else hint,
        many=many,
        required=field_.default is dataclasses.MISSING,
        default=field_.default,
        summary=field_.metadata["summary"],
        rich=field_.metadata["rich"],
        refers_to=field_.metadata["refers_to"],
    )


def records_in(value: object) -> Iterator[Record]:
    """A record and all records within it, in order."""
    if isinstance(value, Record):
        yield value
        for field_ in dataclasses.fields(value):
            if field_.name not in ("places", "level", "plan"):
                yield from records_in(getattr(value, field_.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from records_in(each)


def texts_in(value: object) -> Iterator[Text]:
    """Every text within a record, in order: the same walk for translation, repairs and export."""
    for record in records_in(value):
        for field_ in dataclasses.fields(record):
            held = getattr(record, field_.name)
            for each in held if isinstance(held, tuple) else (held,):
                if isinstance(each, Text):
                    yield each

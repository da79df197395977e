"""Changes in plain English sentences, for the command line.

Takes Changes; gives one sentence for each. Knows nothing of the website, whose words are translated.
"""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any

from generator.achievements import AchievementGroup, Achievements, Entry, Figure
from generator.achievements import Change as MeasuredChange
from generator.compare import Change, Changes, Kind
from generator.fields import NotStated, Record, Text
from generator.glossary import Glossary, Term
from generator.model import (
    Edition,
    EditionFacts,
    Item,
    Organisation,
    Organisations,
    Role,
    Section,
    Statement,
    Transcription,
    TranscriptionNote,
)
from generator.periods import Period
from generator.problems import shortened
from generator.targets import PERCENT, Due, PublishedOutcome, Target, Targets, Unit, Value, Withdrawn


def sentences(changes: Changes, among: Iterable[Change]) -> Iterator[str]:
    """Some of the changes, each as one sentence."""
    for change in among:
        yield sentence(change, changes)


def sentence(change: Change, changes: Changes) -> str:
    """One change as a sentence: who or what, then what became of it."""
    name = _name(change.entry)
    match change.kind:
        case Kind.ADDED:
            return f"{name} added."
        case Kind.REMOVED if isinstance(change.was, Target):
            why = "the plan does not say why." if isinstance(change.why, NotStated) else change.why.wording
            return f"{name} withdrawn: {why}"
        case Kind.REMOVED:
            return f"{name} removed."
        case Kind.MOVED:
            here, there = (_place(changes.before, change.before), _place(changes.after, change.after))
            return f"{name} moved from {here} to {there}."
        case Kind.REORDERED:
            return f'{name}: "{change.field}" are in another order.'
    before, after = _said(change.before, change, changes.before), _said(change.after, change, changes.after)
    said = f"{name}: {_became(_field(change), before, after)}".replace('.".', '."')
    if change.kind is Kind.DUE:
        said += f" Why: {'not stated.' if isinstance(change.why, NotStated) else change.why.wording}"
    return said


def _became(field: str, before: str, after: str) -> str:
    if not before:
        return f"{field} added: {after}."
    if not after:
        return f"{field} taken out: {before}."
    if before == after:  # a repair, or a detail of a contact
        return f"{field} changed in its details."
    return f"{field + ': ' if field else ''}{before}, now {after}."


def _field(change: Change) -> str:
    """What differs, in a few words."""
    first, _, rest = change.field.partition(".")
    match change.kind:
        case Kind.STATUS if not isinstance(change.before, NotStated) and not isinstance(change.after, NotStated):
            return ""
        case Kind.RESULT_ADDED | Kind.RESULT_REVISED | Kind.RESULT_REMOVED:
            return f"result for {rest}" if rest else "result"
        case Kind.DUE:
            return "to reach"
    if first == "values":
        period, _, field = rest.rpartition(".")
        return f"result for {period}, {_words(field)}" if period else f"result for {rest}"
    return ", ".join(_words(part) for part in change.field.split("."))


def _words(field: str) -> str:
    return field.replace("_", " ")


_NAMES: Mapping[type[Record], tuple[str, str]] = {
    Target: ("Target", "measure.title"),
    Unit: ("Unit", "other"),
    Withdrawn: ("Note on a withdrawn target", "id"),
    Organisation: ("Organisation", "name"),
    Role: ("Role", "title"),
    Section: ("Section", "title"),
    AchievementGroup: ("Group of achievements", "id"),
    Figure: ("Achievement", "sentence"),
    MeasuredChange: ("Achievement in figures", "measure"),
    Entry: ("Achievement", "text"),
    Statement: ("Statement in", "language"),
    TranscriptionNote: ("Note on the transcription", "id"),
    Term: ("Explained word", "word"),
}
"""What an entry is called, and the field with its own name."""
_WITHOUT_NAME: Mapping[type[Record], str] = {
    Targets: "The targets",
    Organisations: "The organisations",
    Achievements: "The achievements",
    EditionFacts: "The edition",
    Glossary: "The explained words",
    Transcription: "The transcription",
}


def _name(entry: Record) -> str:
    """What an entry is, and its own words."""
    if isinstance(entry, Item):
        word, name = f"{entry.level.one.wording[:1].upper()}{entry.level.one.wording[1:]}", entry.title
    elif type(entry) in _WITHOUT_NAME:
        return _WITHOUT_NAME[type(entry)]
    else:
        word, field = _NAMES[type(entry)]
        name = attrgetter(field)(entry)
    return f'{word} "{shortened(name.wording if isinstance(name, Text) else name)}"'


def _place(edition: Edition, path: str) -> str:
    item = edition.items_by_path.get(path)
    return f'"{path}"' if item is None else _name(item)


def _said(value: Any, change: Change, edition: Edition) -> str:  # noqa: ANN401, PLR0911 - whatever a field holds
    """What a field holds, in words; nothing where it is not stated or empty."""
    match value:
        case NotStated():
            return ""
        case tuple():
            return "; ".join(_said(each, change, edition) for each in value)
        case Text():
            return f'"{" ".join(value.wording.split())}"'
        case Period():
            return value.written
        case Value():
            return _value(value, change, edition)
        case Due():
            return _due(value, change, edition)
        case PublishedOutcome():
            return value.outcome if isinstance(value.words, NotStated) else f'{value.outcome} ("{value.words.wording}")'
        case Record():
            held = ((name, _said(each, change, edition)) for name, each in vars(value).items() if name != "places")
            return ", ".join(f"{_words(name)} {said}" for name, said in held if said)
    if change.kind is Kind.OWNERS:
        names = {each.id: f'"{each.name.wording}"' for each in edition.organisations.organisations}
        return names.get(value, str(value))
    return str(value)


def _amount(number: Any, change: Change, edition: Edition) -> str:  # noqa: ANN401 - a Decimal
    """A number with its unit, as that edition has it."""
    own = (each for each in (change.now, change.was) if each in edition.targets.targets)
    target = next(own, change.entry)
    said = f"{number:,}"
    if not isinstance(target, Target):
        return said
    if target.measure.unit == PERCENT:
        return f"{said}%"
    unit = edition.unit(target.measure)
    if unit is None:
        return said
    return f"{said} {unit.other if number != 1 or isinstance(unit.one, NotStated) else unit.one}"


def _value(value: Value, change: Change, edition: Edition) -> str:
    if not isinstance(value.value, NotStated):
        said = _amount(value.value, change, edition)
        said += "" if value.state == "stated" else f" ({value.state})"
    elif not isinstance(value.printed, NotStated):
        said = f'"{value.printed.wording}"'
    else:
        said = str(value.state)
        said += "" if isinstance(value.expected, NotStated) else f", expected {value.expected.written}"
    if change.field == "baseline" and not isinstance(value.period, NotStated):
        said += f" in {value.period.written}"
    return said


def _due(due: Due, change: Change, edition: Edition) -> str:
    amounts = {"": due.value, "at least ": due.at_least, "at most ": due.at_most}
    stated = {word: number for word, number in amounts.items() if not isinstance(number, NotStated)}
    said = [f"{word}{_amount(number, change, edition)}" for word, number in stated.items()]
    said += [] if isinstance(due.words, NotStated) else [f'"{due.words.wording}"']
    by = due.by.written.removeprefix("by ")
    return f"{', '.join(said)} by {by}" if said else f"by {by}"

"""An edition with one thing changed, in every way that the model allows: for laws about changes."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from generator.fields import NOT_STATED, FieldFact, NotStated, Record, Repair, Text, fields_of
from generator.model import Edition, Item
from generator.periods import Period


def _made(fact: FieldFact) -> Any:  # noqa: ANN401 - any type of the model
    """Something that a field may hold."""
    kind = fact.type
    if kind is Text:
        return Text("Something", "somewhere", "en")
    if isinstance(kind, type) and issubclass(kind, Record):
        needed = [each for each in fields_of(kind) if each.required]
        values: dict[str, Any] = {each.name: (_made(each),) if each.many else _made(each) for each in needed}
        return kind(**values)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return next(iter(kind))
    return {Decimal: Decimal(7), Period: Period.parse("2031")}.get(kind, "something")


def _lists(held: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """A list without each of its entries, with each of them changed, and turned round."""
    for index, each in enumerate(held):
        yield held[:index] + held[index + 1 :]
        yield from ((*held[:index], other, *held[index + 1 :]) for other in _else(each))
    if held != held[::-1]:
        yield held[::-1]


def _others(fact: FieldFact, held: Any) -> Iterator[Any]:  # noqa: ANN401 - any type of the model
    """What a field could hold instead: nothing, something else, and each thing within it changed."""
    if fact.many:
        yield (*held, _made(fact))
        yield from _lists(held)
    elif isinstance(held, NotStated):
        yield _made(fact)
    else:
        if isinstance(fact.default, NotStated):
            yield NOT_STATED
        yield from _else(held)


def _else(held: Any) -> Iterator[Any]:  # noqa: ANN401 - any type of the model
    """What may stand in place of a value."""
    match held:
        case Record():
            yield from _variants(held)
        case Text():
            yield replace(held, wording=f"{held.wording} x")
            yield replace(held, repair=None if held.repair else Repair(as_printed="Printed", why="Wrong"))
        case Decimal():
            yield held + 1
        case Period():
            yield Period.parse("2031-05")
        case StrEnum():
            yield from (option for option in type(held) if option is not held)
        case _:
            yield f"{held}x"


def _variants(record: Record) -> Iterator[Record]:
    """A record with one thing changed, in every way."""
    for fact in fields_of(type(record)):
        for other in _others(fact, getattr(record, fact.name)):
            yield replace(record, **{fact.name: other})
    if isinstance(record, Item):
        yield from (replace(record, children=other) for other in _lists(record.children))


def changed_editions(edition: Edition) -> Iterator[Edition]:
    """An edition with one thing changed, in every way."""
    yield replace(edition, achievements=NOT_STATED)
    yield from (replace(edition, items=other) for other in _lists(edition.items))
    for name in ("facts", "targets", "organisations", "achievements"):
        held = getattr(edition, name)
        if not isinstance(held, NotStated):
            yield from (_with(edition, name, other) for other in _variants(held))


def _with(edition: Edition, name: str, held: Any) -> Edition:  # noqa: ANN401 - any type of the model
    part: dict[str, Any] = {name: held}
    return replace(edition, **part)

"""Targets made for tests, in few words."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from generator.fields import NOT_STATED, Id, Ref, Text
from generator.periods import Period
from generator.targets import Direction, Due, Kind, Measure, Target, Value

APRIL = 4


def period(written: str) -> Period:
    made = Period.parse(written)
    assert made is not None
    return made


def text(words: str) -> Text:
    return Text(words, "somewhere", "en")


def value(figure: str | None, when: str = "", **more: Any) -> Value:  # noqa: ANN401 - whatever a value holds
    if "source" in more:
        more["source"] = text(more["source"])
    return Value(
        value=Decimal(figure) if figure is not None else NOT_STATED, period=period(when) if when else NOT_STATED, **more
    )


def due(by: str, figure: str | None = None, **more: Any) -> Due:  # noqa: ANN401 - whatever is due
    if "source" in more:
        more["source"] = text(more["source"])
    more |= {name: Decimal(more[name]) for name in ("at_least", "at_most") if name in more}
    return Due(by=period(by), value=Decimal(figure) if figure is not None else NOT_STATED, **more)


def target(
    direction: Direction = Direction.DOWN,
    baseline: Value | None = None,
    dues: Sequence[Due] = (),
    values: Sequence[Value] = (),
    **more: Any,  # noqa: ANN401 - whatever a target holds
) -> Target:
    return Target(
        id=Id("burglaries"),
        statement=text("Fewer burglaries"),
        measure=Measure(title=text("Burglaries"), unit=Ref("crimes"), direction=direction),
        kind=more.pop("kind", Kind.NUMBER),
        baseline=baseline if baseline is not None else NOT_STATED,
        due=tuple(dues),
        values=tuple(values),
        **more,
    )

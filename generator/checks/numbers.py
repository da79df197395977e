"""Figures are possible: shares lie between 0 and 100, and fit what they are made of.

Takes an Edition, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: a slipped decimal point (195 for 19.5) is the commonest fault in a table, and readers see it first.
Wrong: `unit: percent`, `value: 195`. Right: `value: 19.5`.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.fields import NotStated
from generator.model import Edition
from generator.problems import Problem
from generator.targets import Due, Target, Value
from generator.translate import is_percent

_HUNDRED = Decimal(100)


def check(edition: Edition) -> Iterator[Problem]:
    """Yield a problem for each figure that cannot be."""
    for target in edition.targets.targets:
        values = target.values if isinstance(target.baseline, NotStated) else (target.baseline, *target.values)
        if is_percent(target.measure):
            records: tuple[Value | Due, ...] = (*values, *target.due)
            for record in records:
                for name in ("value", "at_least", "at_most"):
                    share = getattr(record, name, None)
                    if isinstance(share, Decimal) and not 0 <= share <= _HUNDRED:
                        yield Problem(
                            message=f"A share cannot be {share}%",
                            check="numbers",
                            hint="Check the decimal point, or the unit of the measure.",
                            place=record.places[name],
                        )
        for value in values:
            yield from _share(target, value)


def _share(target: Target, value: Value) -> Iterator[Problem]:
    top, bottom = value.numerator, value.denominator
    if isinstance(top, NotStated) or isinstance(bottom, NotStated) or isinstance(value.value, NotStated):
        return
    if bottom <= 0 or top < 0:
        yield Problem(
            message=f"{top} out of {bottom} is not a share",
            check="numbers",
            hint="The denominator is more than 0, the numerator 0 or more.",
            place=value.places["denominator"],
        )
    elif is_percent(target.measure):
        share = top * _HUNDRED / bottom
        # Half a unit of the last printed decimal, and as much again for figures that were cut off, not rounded.
        if abs(share - value.value) >= Decimal(1).scaleb(int(value.value.as_tuple().exponent)):
            yield Problem(
                message=f"{top} out of {bottom} is {share:.2f}%, but the value says {value.value}%",
                check="numbers",
                hint="Check all three figures against the source.",
                place=value.places["value"],
            )

"""Whether two figures differ by more than chance does.

Takes two Values; gives yes, no, or that it cannot be said. Knows nothing of targets.

For counts of events over periods of one length: the test of two Poisson counts given their sum (J. Przyborowski and
H. Wilenski, Biometrika 31, 1940, 313-323), in its normal approximation with continuity correction. For shares whose
numerators and denominators are both stated: the pooled two-proportion test. Both at 95 %, two-sided. Decimal
arithmetic without roots: squares are compared.
"""

from decimal import Decimal

from generator.fields import NotStated
from generator.targets import Value

_Z_SQUARED = Decimal("1.96") ** 2


def may_be_chance(before: Value, after: Value, *, events: bool) -> bool | None:
    """Whether the difference between two values may be chance; None where it cannot be said, or there is none."""
    if isinstance(before.value, NotStated) or isinstance(after.value, NotStated) or before.value == after.value:
        return None
    shares = (before.numerator, before.denominator, after.numerator, after.denominator)
    stated = [number for number in shares if not isinstance(number, NotStated)]
    if len(stated) == len(shares):
        return _shares(*stated)
    if isinstance(before.period, NotStated) or isinstance(after.period, NotStated) or not events:
        return None
    if not before.period.length or before.period.length != after.period.length:
        return None
    return _counts(before.value, after.value)


def _counts(one: Decimal, other: Decimal) -> bool | None:
    if any(number < 0 or number != number.to_integral_value() for number in (one, other)):
        return None
    return bool((abs(one - other) - 1) ** 2 <= _Z_SQUARED * (one + other))


def _shares(some: Decimal, of: Decimal, others: Decimal, of_others: Decimal) -> bool | None:
    if of <= 0 or of_others <= 0 or not 0 <= some <= of or not 0 <= others <= of_others:
        return None
    together, out_of = some + others, of + of_others
    spread = of * of_others * together * (out_of - together)
    return bool((some * of_others - others * of) ** 2 * out_of <= _Z_SQUARED * spread)

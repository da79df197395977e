"""A due value fits its baseline and the promised change, rounded down, up or to the nearest.

Takes an Edition, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: 303 less 4% is 290.88, and plans print 290, 291 or either; anything else is a slip of the pen, or of print.
A warning, not an error: what is printed stays as printed.
Wrong: baseline 500, `change_percent: -4`, `value: 490`. Right: `value: 480`.
"""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal, localcontext

from generator.fields import NotStated
from generator.model import Edition
from generator.problems import Problem, Severity


def fits(baseline: Decimal, change_percent: Decimal, due: Decimal) -> bool:
    """Whether a due value is the changed baseline, cut or rounded to as many decimals as it is printed with."""
    with localcontext(prec=60):  # exact for every number that the loader lets in
        exact = baseline * (100 + change_percent) / 100
        unit = Decimal(1).scaleb(int(due.as_tuple().exponent))
        return any(exact.quantize(unit, rounding) == due for rounding in (ROUND_FLOOR, ROUND_HALF_UP, ROUND_CEILING))


def check(edition: Edition) -> Iterator[Problem]:
    """Yield a warning for each due value that its baseline and change do not give."""
    for target in edition.targets.targets:
        if isinstance(target.baseline, NotStated) or isinstance(target.baseline.value, NotStated):
            continue
        baseline = target.baseline.value
        for due in target.due:
            change, value = due.change_percent, due.value
            if isinstance(change, NotStated) or isinstance(value, NotStated) or fits(baseline, change, value):
                continue
            exact = (baseline * (100 + change) / 100).normalize()
            sign = "less" if change < 0 else "plus"
            yield Problem(
                message=f"{baseline} {sign} {abs(change)}% is {exact:f}, but the target says {value}",
                check="target-arithmetic",
                hint="Check both figures against the printed plan.",
                place=due.places["value"],
                severity=Severity.WARNING,
            )

"""A target's dates run forward: baseline, then values in order, then what is due.

Takes an Edition, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: a chart with its years out of order says the opposite of what happened.
Wrong: values for 2010 before 2009; due in 2007 with a baseline of 2008. Right: oldest first, due last.
"""

from collections.abc import Iterator
from itertools import pairwise

from generator.fields import NotStated
from generator.model import Edition
from generator.periods import Period, PeriodForm
from generator.problems import Problem, Severity
from generator.targets import Target


def _months_for_years(target: Target) -> Iterator[Problem]:
    """Warn where a month may be meant as a year: 2008-09 beside 2007/2008 may be 2008/09."""
    baseline = () if isinstance(target.baseline, NotStated) else (target.baseline,)
    values = [value for value in (*baseline, *target.values) if isinstance(value.period, Period)]
    years = any(value.period.form is PeriodForm.YEARS for value in values if isinstance(value.period, Period))
    for value in values:
        period = value.period
        if isinstance(period, Period) and period.form is PeriodForm.MONTH and years:
            first = period.first
            if first.month == (first.year + 1) % 100:
                year = f"{first.year}/{first.month:02}"
                message = f"{period.written} is a month; the other periods of this target are years"
                hint = f"For the year, write {year}."
                yield Problem(message, "target-dates", hint, value.places["period"], Severity.WARNING)


def check(edition: Edition) -> Iterator[Problem]:
    """Yield a problem for each date that stands before one it should follow."""
    begins = edition.plan.period.first.month
    for target in edition.targets.targets:
        yield from _months_for_years(target)
        nameless = [value for value in target.values if isinstance(value.period, NotStated)]
        for value in nameless[1:]:
            message = "Two values of this target have no period"
            yield Problem(message, "target-dates", "Say when each was counted.", value.places[""])
        for before, after in pairwise(target.values):
            if not (isinstance(before.period, Period) and isinstance(after.period, Period)):
                continue
            if after.period == before.period and after.state == before.state:
                message = f"There are two values for {after.period.written}"
                hint = "Keep one, or mark the newer one with `state: revised`."
                yield Problem(message, "target-dates", hint, after.places["period"])
            elif after.period.ends(begins) < before.period.ends(begins):
                message = f"The value for {after.period.written} stands after the one for {before.period.written}"
                yield Problem(message, "target-dates", "Put the oldest first.", after.places["period"])
        for earlier, later in pairwise(target.due):
            if later.by.ends(begins) <= earlier.by.ends(begins):
                message = f"What is due by {later.by.written} stands after what is due by {earlier.by.written}"
                yield Problem(message, "target-dates", "Put the earliest first.", later.places["by"])
        if isinstance(target.baseline, NotStated) or isinstance(target.baseline.period, NotStated):
            continue
        for due in target.due:
            if due.by.last < target.baseline.period.first:
                message = f"This is due by {due.by.written}, before its baseline of {target.baseline.period.written}"
                yield Problem(message, "target-dates", "Check both dates.", due.places["by"])

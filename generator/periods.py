"""A day, month, year or longer time, as plans write them.

Takes a text; gives its Period: the words as written, and the days it covers. Knows nothing of languages or of today.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


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
            if (match := re.fullmatch(pattern, written, re.ASCII)) is not None:
                try:
                    return make(written, form, match)
                except (ValueError, OverflowError):
                    return None
        return None

    def ends(self, year_begins: int) -> date:
        """The last day it covers, where years such as 2007/2008 begin in a month (1 to 12).

        With 1, nothing is known of them, since a year from January to December is not written so: then the middle of
        their second year counts.
        """
        if self.form is PeriodForm.YEARS:
            return date(self.last.year, year_begins if year_begins > 1 else 7, 1) - timedelta(days=1)
        return self.parts[-1].ends(year_begins) if self.parts else self.last

    def days(self, year_begins: int) -> tuple[date | None, date | None]:
        """The first and last day it covers, where years begin in a month (1 to 12); None where that is not known."""
        match self.form:
            case PeriodForm.DAY | PeriodForm.MONTH | PeriodForm.YEAR | PeriodForm.MONTHS_TO:
                return self.first, self.last
            case PeriodForm.YEARS:
                return (
                    (date(self.first.year, year_begins, 1), self.ends(year_begins)) if year_begins > 1 else (None, None)
                )
            case PeriodForm.SPAN:
                return self.parts[0].days(year_begins)[0], self.parts[1].days(year_begins)[1]
            case PeriodForm.BY | PeriodForm.LATER_DURING:
                return None, self.parts[0].days(year_begins)[1]

    @property
    def length(self) -> int:
        """How many months it covers; 0 where that is not known."""
        if self.form is PeriodForm.SPAN and all(
            each.form in (PeriodForm.MONTH, PeriodForm.YEAR) for each in self.parts
        ):
            return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        whole = {PeriodForm.MONTH: 1, PeriodForm.YEAR: 12, PeriodForm.YEARS: 12, PeriodForm.MONTHS_TO: self.months}
        return whole.get(self.form, 0)


def _simple(written: str, form: PeriodForm, match: re.Match[str]) -> Period:
    year, month, day = (None if part is None else int(part) for part in (*match.groups(), None, None)[:3])
    if year is None:
        raise ValueError(written)
    first = date(year, 1 if month is None else month, 1 if day is None else day)
    last_month = 12 if month is None else month
    last = date(year, last_month, calendar.monthrange(year, last_month)[1] if day is None else day)
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
    (PeriodForm.MONTHS_TO, r"([1-9]\d{0,2}) months to (\d{4}-\d{2})", _months_to),
    (PeriodForm.BY, rf"by {_ANY}", _worded),
    (PeriodForm.LATER_DURING, rf"later during {_ANY}", _worded),
)

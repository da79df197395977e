"""A period means the days that its words say, and nothing else has a meaning."""

from datetime import date

import pytest

from generator.periods import Period, PeriodForm


def _period(written: str) -> Period:
    period = Period.parse(written)
    assert period is not None
    return period


@pytest.mark.parametrize(
    ("written", "form", "first", "last"),
    [
        ("2011-03-31", PeriodForm.DAY, date(2011, 3, 31), date(2011, 3, 31)),
        ("2011-03", PeriodForm.MONTH, date(2011, 3, 1), date(2011, 3, 31)),
        ("2011", PeriodForm.YEAR, date(2011, 1, 1), date(2011, 12, 31)),
        ("2007/08", PeriodForm.YEARS, date(2007, 1, 1), date(2008, 12, 31)),
        ("2007/2008", PeriodForm.YEARS, date(2007, 1, 1), date(2008, 12, 31)),
        ("2008-04 to 2011-03", PeriodForm.SPAN, date(2008, 4, 1), date(2011, 3, 31)),
        ("2005 to 2008", PeriodForm.SPAN, date(2005, 1, 1), date(2008, 12, 31)),
        ("12 months to 2008-02", PeriodForm.MONTHS_TO, date(2007, 3, 1), date(2008, 2, 29)),
        ("1 months to 2008-02", PeriodForm.MONTHS_TO, date(2008, 2, 1), date(2008, 2, 29)),
        ("by 2011-03", PeriodForm.BY, date(2011, 3, 1), date(2011, 3, 31)),
        ("later during 2008", PeriodForm.LATER_DURING, date(2008, 1, 1), date(2008, 12, 31)),
    ],
)
def test_a_period_covers_the_days_that_its_words_say(written: str, form: PeriodForm, first: date, last: date) -> None:
    period = _period(written)
    assert (period.form, period.first, period.last) == (form, first, last)


def test_a_period_keeps_its_written_words() -> None:
    assert _period("2007/08").written == "2007/08"


def test_the_turn_of_a_century_is_two_years() -> None:
    assert _period("1999/00").last == date(2000, 12, 31)


def test_february_has_29_days_in_a_leap_year() -> None:
    assert _period("2008-02").last.day == 29


def test_a_span_remembers_what_it_goes_from_and_to() -> None:
    assert [part.written for part in _period("2008-04 to 2011-03").parts] == ["2008-04", "2011-03"]


def test_months_to_a_month_remember_how_many() -> None:
    assert _period("18 months to 2008-02").months == 18


def test_a_span_may_end_within_the_time_it_starts_with() -> None:
    assert _period("2008 to 2008-04").last == date(2008, 4, 30)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "31/03/2011",
        "31 March 2011",
        "2011-3",
        "2011-13",
        "2011-00",
        "2011-03-00",
        "2011-00-05",
        "2011-02-29",
        "2011-03-31T12:00",
        "11",
        "0000",
        "02011",
        "2007/09",
        "2007/2009",
        "2007/2008/2009",
        "2011 to 2008",
        "2008 to",
        "to 2008",
        "by",
        "by soon",
        "by by 2008",
        "by 2011-13",
        "later during",
        "12 months to 2008",
        "1000 months to 2008-02",
        "999 months to 0001-01",
        "9999/00",
        "2011 ",
        "2011\n",
        "-2011",
    ],
)
def test_words_that_are_no_period_have_no_meaning(written: str) -> None:
    assert Period.parse(written) is None


def test_no_months_are_no_period() -> None:
    assert Period.parse("0 months to 2008-02") is None


def test_a_period_is_written_in_the_digits_of_iso_8601() -> None:
    assert Period.parse("٢٠١١") is None


@pytest.mark.parametrize(
    ("written", "begins", "days"),
    [
        ("2011-03", 4, (date(2011, 3, 1), date(2011, 3, 31))),
        ("2007/2008", 4, (date(2007, 4, 1), date(2008, 3, 31))),
        ("2007/2008", 1, (None, None)),
        ("2007/2008 to 2009/2010", 4, (date(2007, 4, 1), date(2010, 3, 31))),
        ("12 months to 2008-02", 4, (date(2007, 3, 1), date(2008, 2, 29))),
        ("by 2011-03", 4, (None, date(2011, 3, 31))),
        ("later during 2008", 4, (None, date(2008, 12, 31))),
    ],
)
def test_the_days_of_a_period_are_given_only_where_they_are_known(
    written: str, begins: int, days: tuple[date | None, date | None]
) -> None:
    assert _period(written).days(begins) == days

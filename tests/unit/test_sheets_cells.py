"""What a cell means: clear ones are read, doubtful ones are asked about."""

import pytest

from generator.sheets import cells
from generator.sheets.cells import Fault, Reading
from generator.workbook.book import Cell, Kind

STATUS = {"not started": "", "under way": "", "done": "delivered"}


def _text(words: str) -> Cell:
    return Cell(Kind.TEXT, words)


def _number(words: str, *, percent: bool = False) -> str:
    read = cells.number(_text(words), percent=percent)
    return read.value if isinstance(read, Reading) else f"! {read.message}"


@pytest.mark.parametrize(
    ("written", "meant"),
    {
        "412": "412",
        " 412\u00a0": "412",
        "\ufeff412\u200b": "412",
        "-5": "-5",
        "\u22125": "-5",
        "+5": "5",
        "0,5": "0.5",
        "12,25": "12.25",
        "0.125": "0.125",
        "1234": "1234",
        "1,234.5": "1234.5",
        "1.234,5": "1234.5",
        "1 234,5": "1234.5",
        "1\u00a0234": "1234",
        "1\u202f234": "1234",
        "1'234": "1234",
        "1,234,567": "1234567",
        "1.234.567": "1234567",
        "12,34,567": "1234567",
        "১২৩": "123",
        "\u06f1\u06f2\u066b\u06f5": "12.5",  # in Urdu
    }.items(),
)
def test_a_clear_number_is_read_however_it_is_stored(written: str, meant: str) -> None:
    assert _number(written) == meant


@pytest.mark.parametrize(
    ("written", "said"),
    {
        "four hundred": 'The value is in words ("four hundred")',
        "about 400": 'The value is not a plain number ("about 400")',
        "412*": 'The value is not a plain number ("412*")',
        "(5)": 'The value is not a plain number ("(5)")',
        "12 34": 'The value is not a plain number ("12 34")',
        "1,2,3": 'The value is not a plain number ("1,2,3")',
        "1e5": 'The value is not a plain number ("1e5")',
        "n/a": '"n/a" is no figure',
        "N/A": '"N/A" is no figure',
        "-": '"-" is no figure',
        "1,234": '"1,234" can mean 1234 or 1.234',
        "-1.234": '"-1.234" can mean -1234 or -1.234',
        "12%": "There is a percentage here (12%), but this does not count percent",
        "0.1234567891": "The figure has too many digits (0.1234567891)",
    }.items(),
)
def test_a_doubtful_number_is_asked_about(written: str, said: str) -> None:
    assert _number(written).removeprefix("! ") == said


def test_each_reading_that_a_hint_offers_for_a_doubtful_number_is_clear() -> None:
    assert (_number("1234"), _number("1.2340")) == ("1234", "1.234")


def test_a_percentage_of_a_measure_in_percent_is_its_figure_and_the_preview_says_so() -> None:
    shown = cells.number(Cell(Kind.PERCENT, "0.125"), percent=True)
    assert shown == Reading("12.5", "12.5% is read as 12.5")
    assert cells.number(_text("12,5 %"), percent=True) == shown


def test_a_percentage_is_refused_where_crimes_are_counted() -> None:
    assert isinstance(cells.number(Cell(Kind.PERCENT, "0.12"), percent=False), Fault)


@pytest.mark.parametrize(
    "cell",
    [Cell(Kind.DAY, "2026-05-31"), Cell(Kind.YES_NO, "TRUE"), Cell(Kind.FAULT, "#REF!"), Cell(Kind.NO_RESULT, "=A1")],
)
def test_what_is_no_number_is_refused_as_a_number(cell: Cell) -> None:
    assert isinstance(cells.number(cell, percent=True), Fault)


@pytest.mark.parametrize("read", [cells.text, cells.period])
@pytest.mark.parametrize("cell", [Cell(Kind.FAULT, "#DIV/0!"), Cell(Kind.NO_RESULT, "=A1/B1")])
def test_a_formula_without_a_result_is_refused_everywhere(read: object, cell: Cell) -> None:
    assert callable(read)
    assert isinstance(read(cell), Fault)


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        (_text("2007/2008"), "2007/2008"),
        (_text(" 12 months to\u00a02026-02 "), "12 months to 2026-02"),
        (Cell(Kind.NUMBER, "2026"), "2026"),
        (Cell(Kind.DAY, "2026-05-31"), "2026-05-31"),
        (Cell(Kind.DAY, "2026-05"), "2026-05"),
        (_text("31/03/2026"), "2026-03-31"),
        (_text("31.3.2026"), "2026-03-31"),
        (_text("03/03/2026"), "2026-03-03"),
    ],
)
def test_a_clear_time_is_read(cell: Cell, meant: str) -> None:
    read = cells.period(cell)
    assert isinstance(read, Reading)
    assert read.value == meant


def test_a_day_that_can_be_two_is_asked_about() -> None:
    read = cells.period(_text("03/04/2026"))
    assert read == Fault('"03/04/2026" can mean two days', "Write 2026-04-03 (3 April) or 2026-03-04 (4 March).")


@pytest.mark.parametrize("cell", [_text("spring"), _text("99/99/2026"), Cell(Kind.NUMBER, "46112")])
def test_what_is_no_time_is_refused(cell: Cell) -> None:
    assert isinstance(cells.period(cell), Fault)


@pytest.mark.parametrize("written", ["done", "Done", " DONE ", "delivered"])
def test_a_choice_is_known_by_the_plans_own_word_too(written: str) -> None:
    assert cells.choice(_text(written), "Status", STATUS) == Reading("done")


def test_an_unknown_choice_names_the_one_that_may_be_meant() -> None:
    assert cells.choice(_text("underway"), "Status", STATUS) == Fault(
        '"Status" cannot be "underway"', 'Did you mean "under way"?'
    )


def test_several_ids_stand_with_commas_between_them() -> None:
    known = {"police": "Exampleton Police", "council": "Exampleton Council"}
    assert cells.several(_text("police,council, "), "Owners", known) == Reading("police, council")
    assert isinstance(cells.several(_text("police, police"), "Owners", known), Fault)
    assert isinstance(cells.several(_text("police, coucil"), "Owners", known), Fault)


def test_a_text_keeps_its_joiners_and_line_ends() -> None:
    assert cells.text(_text("\ufeffمی\u200cروم\r\nدو ")) == Reading("می\u200cروم\nدو")

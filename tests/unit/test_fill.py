"""A value is read as what its field holds; what the plan does not say is NOT_STATED."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from generator.fields import NOT_STATED, Repair, texts_in
from generator.model import Edition
from generator.problems import Problem
from generator.targets import State

Lay = Callable[[str, str | bytes], None]
Said = Callable[[], tuple[Problem, ...]]
Load = Callable[[], Edition]

BURGLARY = "plan_data/tiny/2026/items/burglary.yaml"
EDITION = "plan_data/tiny/2026/edition.yaml"
TARGETS = "plan_data/tiny/2026/targets.yaml"
HOMES = "id: burglary\ntitle: Burglary\naims:\n  - id: homes\n    title: Homes\n"


def _target(due: str) -> str:
    return (
        "targets:\n  - id: burglaries\n    statement: Fewer burglaries\n    kind: number\n"
        "    measure:\n      title: Burglaries\n      direction: down\n"
        f"    due:\n      - by: 2029\n        value: {due}\n"
    )


# ---------------------------------------------------------------------------------------------- not stated


@pytest.mark.parametrize("name", ["code", "text", "starts", "ends"])
def test_a_field_that_is_left_out_is_not_stated(edition: Load, name: str) -> None:
    assert getattr(edition().items_by_path["streets.clean"], name) is NOT_STATED


@pytest.mark.parametrize("name", ["owners", "serves"])
def test_a_list_that_is_left_out_has_no_entries(edition: Load, name: str) -> None:
    assert getattr(edition().items_by_path["streets.clean"], name) == ()


def test_the_words_not_stated_mean_that_it_is_not_stated(edition: Load) -> None:
    assert edition().items_by_path["burglary.homes.locks"].ends is NOT_STATED


def test_a_list_may_be_not_stated(lay: Lay, edition: Load) -> None:
    lay(BURGLARY, f"{HOMES}    owners: not stated\n")
    assert edition().items_by_path["burglary.homes"].owners == ()


def test_the_words_not_stated_may_be_quoted(lay: Lay, edition: Load) -> None:
    lay(BURGLARY, f'{HOMES}    code: "not stated"\n')
    assert edition().items_by_path["burglary.homes"].code is NOT_STATED


def test_not_stated_is_neither_true_nor_a_text() -> None:
    assert (bool(NOT_STATED), isinstance(NOT_STATED, str)) == (False, False)


def test_a_value_whose_state_is_left_out_is_stated(edition: Load) -> None:
    baseline = edition().targets.targets[0].baseline
    assert baseline is not NOT_STATED
    assert baseline.state is State.STATED


# --------------------------------------------------------------------------------------------- single values


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("480", Decimal(480)),
        ("2.10", Decimal("2.10")),
        ("-20.4", Decimal("-20.4")),
        ("+5", Decimal(5)),
        ("0", Decimal(0)),
        ("007", Decimal(7)),
        ('"480"', Decimal(480)),
    ],
)
def test_a_number_is_read_from_its_digits(lay: Lay, edition: Load, written: str, number: Decimal) -> None:
    lay(TARGETS, _target(written))
    assert edition().targets.targets[0].due[0].value == number


def test_a_number_keeps_the_decimals_it_was_written_with(lay: Lay, edition: Load) -> None:
    lay(TARGETS, _target("2.10"))
    assert str(edition().targets.targets[0].due[0].value) == "2.10"


@pytest.mark.parametrize(
    "written",
    ["1,480", "1 480", "1_480", "48%", "£48", "0x10", "NaN", "Infinity", "٤٨٠", "five", "1e5", "9" * 31],
)
def test_what_is_not_written_in_plain_digits_is_no_number(lay: Lay, said: Said, written: str) -> None:
    lay(TARGETS, _target(written))
    assert [problem.check for problem in said()] == ["numbers"]


@pytest.mark.parametrize("code", ["no", "2.10", "01604", "12:30", "null"])
def test_a_code_stays_the_text_that_was_written(lay: Lay, edition: Load, code: str) -> None:
    lay(BURGLARY, f"{HOMES}    code: {code}\n")
    assert edition().items_by_path["burglary.homes"].code == code


def test_a_title_may_be_a_word_that_yaml_reads_otherwise(lay: Lay, edition: Load) -> None:
    lay(BURGLARY, HOMES.replace("title: Homes", "title: no"))
    assert edition().items_by_path["burglary.homes"].title.wording == "no"


def test_blanks_around_a_text_are_left_out(lay: Lay, edition: Load) -> None:
    lay(BURGLARY, HOMES.replace("title: Homes", 'title: "  Homes  "'))
    assert edition().items_by_path["burglary.homes"].title.wording == "Homes"


@pytest.mark.parametrize("own", ["a", "1", "a-b", "2026", "a" * 60])
def test_an_id_has_small_letters_digits_and_hyphens(lay: Lay, said: Said, own: str) -> None:
    lay(BURGLARY, f"{HOMES}  - id: {own}\n    title: Another\n")
    assert said() == ()


@pytest.mark.parametrize("own", ["A", "a_b", "a.b", "a/b", "ä", "-a", "a-", "a" * 61, '"a "', '"a\\n"', '".."'])
def test_an_id_has_nothing_else(lay: Lay, said: Said, own: str) -> None:
    lay(BURGLARY, f"{HOMES}  - id: {own}\n    title: Another\n")
    assert [problem.check for problem in said()] == ["ids"]


# -------------------------------------------------------------------------------------------- texts and paths


def test_a_text_knows_its_path_by_ids(edition: Load) -> None:
    assert edition().items_by_path["burglary.homes.locks"].title.path == "burglary.homes.locks.title"


def test_the_path_of_a_text_is_the_same_when_its_place_changes(lay: Lay, edition: Load) -> None:
    before = {text.path for text in texts_in(edition().items)}
    one = "      - id: bins\n        title: Put up bins\n"
    two = "      - id: lamps\n        title: Put up lamps\n"
    head = "id: streets\ntitle: Streets\naims:\n  - id: clean\n    title: Clean\n    actions:\n"
    lay("plan_data/tiny/2026/items/streets.yaml", head + one + two)
    in_order = {text.path for text in texts_in(edition().items)}
    lay("plan_data/tiny/2026/items/streets.yaml", head + two + one)
    assert {text.path for text in texts_in(edition().items)} == in_order != before


def test_the_path_of_a_target_names_it_once(edition: Load) -> None:
    assert edition().targets.targets[0].statement.path == "targets.burglaries.statement"


def test_the_path_of_a_due_value_names_its_date(edition: Load) -> None:
    words = edition().targets.targets[4].due[0].words
    assert words is not NOT_STATED
    assert words.path == "targets.strategy.due.2026-12-31.words"


def test_the_path_of_a_value_names_its_period(edition: Load) -> None:
    note = edition().targets.targets[0].values[0].note
    assert note is not NOT_STATED
    assert note.path == "targets.burglaries.values.2026-04.note"


def test_no_two_texts_of_the_tiny_plan_share_a_path(edition: Load) -> None:
    made = edition()
    parts = (made.plan, made.facts, made.items, made.targets, made.organisations, made.achievements)
    paths = [text.path for text in texts_in(parts)]
    assert len(paths) == len(set(paths))


def test_a_text_is_in_the_language_of_the_plan(edition: Load) -> None:
    assert edition().items[0].title.language == "en"


def test_a_statement_is_in_its_own_language(edition: Load) -> None:
    assert [statement.text.language for statement in edition().facts.statements] == ["en", "ur"]


def test_a_repaired_text_reads_as_repaired(edition: Load) -> None:
    assert edition().items_by_path["burglary.homes.locks"].title.wording == "Offer better locks"


def test_a_repaired_text_keeps_what_was_printed_and_why_it_was_repaired(edition: Load) -> None:
    repair = edition().items_by_path["burglary.homes.locks"].title.repair
    assert repair == Repair(
        as_printed="Offer beter locks",
        why="A letter is missing in print.",
        by="The plans officer",
        checked="by a second reader",
    )


def test_a_text_that_was_not_repaired_has_no_repair(edition: Load) -> None:
    assert edition().items[0].title.repair is None


def test_markup_in_a_title_is_text(lay: Lay, edition: Load) -> None:
    lay(BURGLARY, HOMES.replace("title: Homes", "title: <b>Homes</b> & *cars*"))
    assert edition().items_by_path["burglary.homes"].title.wording == "<b>Homes</b> & *cars*"


# -------------------------------------------------------------------------------------------------- places


def test_a_record_remembers_where_each_field_stands(edition: Load) -> None:
    assert str(edition().items[0].places["title"]) == f"{BURGLARY}:2:8"


def test_records_are_compared_without_their_places(lay: Lay, edition: Load) -> None:
    lay(BURGLARY, HOMES)
    before = edition()
    lay(BURGLARY, f"# moved down\n\n{HOMES}")
    assert edition() == before


@pytest.mark.parametrize("style", ["|-", "|"])
def test_a_fault_in_a_block_stands_on_its_line(lay: Lay, said: Said, style: str) -> None:
    lay(BURGLARY, f"{HOMES}    text: {style}\n      Most come at night.\n\n      # Why\n")
    assert [problem.place and problem.place.line for problem in said()] == [9]


def test_a_fault_in_an_escaped_text_stands_within_the_file(lay: Lay, said: Said) -> None:
    lay(BURGLARY, f'{HOMES}    text: "One\\n\\n\\n\\n\\n\\n# Two"\n')
    assert [problem.place and problem.place.line for problem in said()] == [6]


def test_all_faults_of_one_entry_are_told_at_once(lay: Lay, said: Said) -> None:
    lay(BURGLARY, f"{HOMES}    starts: soon\n    ends: later\n    budget: 5\n")
    assert [problem.place and problem.place.line for problem in said()] == [6, 7, 8]


def test_nothing_is_said_twice_about_one_fault(lay: Lay, said: Said) -> None:
    lay(BURGLARY, f"{HOMES}    starts: soon\n")
    assert len(said()) == 1

"""Problems are told in the order in which an officer reads her files."""

import pytest

from generator.problems import Place, PlanError, Problem, Severity, by_place, errors


def _problem(place: Place | None, message: str = "Wrong") -> Problem:
    return Problem(message, "check", "Mend it.", place)


def test_a_place_is_written_as_file_line_and_column() -> None:
    assert str(Place("plan.yaml", 3, 7)) == "plan.yaml:3:7"


def test_a_place_without_a_line_is_the_start_of_its_file() -> None:
    assert str(Place("plan.yaml")) == "plan.yaml:1:1"


def test_a_problem_is_told_with_its_place_its_check_and_what_to_do() -> None:
    told = "plan.yaml:3:7: error: Wrong [check]\n  hint: Mend it."
    assert str(_problem(Place("plan.yaml", 3, 7))) == told


def test_a_problem_without_a_place_starts_with_its_severity() -> None:
    assert str(_problem(None)) == "error: Wrong [check]\n  hint: Mend it."


def test_a_warning_says_that_it_is_one() -> None:
    assert str(Problem("Odd", "check", "Look.", None, Severity.WARNING)).startswith("warning: Odd")


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (Place("a.yaml", 9, 9), Place("b.yaml", 1, 1)),
        (Place("a.yaml", 9, 1), Place("a.yaml", 10, 1)),
        (Place("a.yaml", 1, 9), Place("a.yaml", 1, 10)),
        (None, Place("a.yaml", 1, 1)),
    ],
)
def test_problems_stand_in_reading_order(earlier: Place | None, later: Place) -> None:
    assert by_place([_problem(later), _problem(earlier)]) == (_problem(earlier), _problem(later))


def test_problems_at_one_place_stand_in_the_order_of_their_words() -> None:
    one, two = _problem(Place("a.yaml"), "One"), _problem(Place("a.yaml"), "Two")
    assert by_place([two, one]) == (one, two)


def test_a_problem_found_twice_is_told_once() -> None:
    assert by_place([_problem(None), _problem(None)]) == (_problem(None),)


def test_only_errors_stop_a_build() -> None:
    warning = Problem("Odd", "check", "Look.", None, Severity.WARNING)
    assert errors([warning, _problem(None)]) == (_problem(None),)


def test_a_plan_error_carries_its_problems_in_reading_order() -> None:
    first, second = _problem(Place("a.yaml")), _problem(Place("b.yaml"))
    assert PlanError([second, first]).problems == (first, second)


def test_a_plan_error_reads_as_its_problems() -> None:
    assert str(PlanError([_problem(None)])) == str(_problem(None))

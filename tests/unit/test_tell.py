"""Problems, as other programs read them."""

import json

from generator.problems import Place, Problem, Severity
from generator.tell import as_github, as_json

HERE = Place("plan_data/tiny/2026/targets.yaml", 33, 16)
WRONG = Problem('The "value" is 50%:\nnot a number', "numbers", "Write it in digits, such as 5.", HERE)
ODD = Problem("This site has no address", "site-address", "State it.", severity=Severity.WARNING)


def test_github_is_told_the_place_and_the_words_in_one_line() -> None:
    assert as_github(WRONG) == (
        "::error file=plan_data/tiny/2026/targets.yaml,line=33,col=16,title=numbers::"
        'The "value" is 50%25:%0Anot a number%0AWrite it in digits, such as 5.'
    )


def test_github_is_told_where_the_site_stands_in_the_repository() -> None:
    assert "file=sites/a%2Cb%3Ac/plan_data/" in as_github(WRONG, "sites/a,b:c")
    assert "file=plan_data/" in as_github(WRONG, ".")


def test_a_problem_without_a_place_has_none_for_github() -> None:
    assert as_github(ODD) == "::warning title=site-address::This site has no address%0AState it."


def test_a_line_of_the_plan_cannot_speak_to_github_itself() -> None:
    sly = Problem("a\r\n::error::b", "numbers", "c")
    assert "\n" not in as_github(sly)
    assert "\r" not in as_github(sly)


def test_json_has_every_field_and_the_counts() -> None:
    assert json.loads(as_json([ODD, WRONG])) == {
        "errors": 1,
        "warnings": 1,
        "problems": [
            {
                "file": None,
                "line": None,
                "column": None,
                "severity": "warning",
                "check": "site-address",
                "message": "This site has no address",
                "hint": "State it.",
            },
            {
                "file": "plan_data/tiny/2026/targets.yaml",
                "line": 33,
                "column": 16,
                "severity": "error",
                "check": "numbers",
                "message": 'The "value" is 50%:\nnot a number',
                "hint": "Write it in digits, such as 5.",
            },
        ],
    }


def test_json_says_that_nothing_is_wrong() -> None:
    assert json.loads(as_json([])) == {"errors": 0, "warnings": 0, "problems": []}

"""What the officer is told to see to: everything that is due, and nothing that is not."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import build
from generator.cli import main
from generator.desk import Topic
from generator.fragment import faults
from generator.periods import Period
from generator.readability import long_sentences, sentences

ROOT = Path(__file__).parents[2]
EXAMPLETON = ROOT / "examples" / "exampleton"
Lay = Callable[[str, str | bytes], None]
TARGETS = "plan_data/tiny/2026/targets.yaml"
COUNT = (
    "targets:\n  - id: burglaries\n    statement: Fewer burglaries\n    kind: number\n"
    "    measure:\n      title: Burglaries\n      direction: down\n"
)


def topics(site: Path, day: str | None = None) -> dict[str, Topic]:
    ((_, _, found),) = build.status(site, Period.parse(day) if day else None)
    return {topic.title: topic for topic in found}


def words(topic: Topic) -> list[str]:
    return [note.words for note in topic.notes]


def test_a_result_that_is_due_and_missing_is_told_with_its_place(lay: Lay, tiny: Path) -> None:
    lay(TARGETS, f"{COUNT}    due:\n      - by: 2026-05\n        value: 48\n")
    (note,) = topics(tiny)["Figures"].notes
    assert note.words == "Burglaries: due by 2026-05, and there is no result."
    assert str(note.place) == f"{TARGETS}:2:9"
    assert not topics(tiny, "2026-05-30")["Figures"].notes


def test_a_value_that_was_expected_by_now_is_told(lay: Lay, tiny: Path) -> None:
    awaited = "      - state: awaited\n        period: 2026-03\n        expected: 2026-04\n"
    lay(TARGETS, f"{COUNT}    due:\n      - by: 2029-03\n        value: 48\n    values:\n{awaited}")
    assert words(topics(tiny)["Figures"]) == ["Burglaries: the result was expected 2026-04."]
    assert not topics(tiny, "2026-04-30")["Figures"].notes


def test_of_a_plan_that_is_over_nothing_is_due() -> None:
    found = topics(ROOT)
    assert not found["Figures"].notes
    assert found["Contacts"].rest == "The plan is over: nothing is due any more."


def test_a_review_is_overdue_the_day_after() -> None:
    review = build.check(EXAMPLETON).plans[0].current.facts.review
    assert isinstance(review, Period)
    assert not topics(EXAMPLETON, review.last.isoformat())["Reviews"].notes
    after = (review.last + timedelta(days=1)).isoformat()
    assert words(topics(EXAMPLETON, after)["Reviews"]) == [f"The edition was to be reviewed by {review.written}."]


@pytest.mark.parametrize(("day", "told"), [("2026-06-30", False), ("2028-06-30", True)])
def test_a_contact_is_to_be_checked_every_year(day: str, *, told: bool) -> None:
    contacts = words(topics(EXAMPLETON, day)["Contacts"])
    assert any("more than a year ago" in each for each in contacts) is told
    assert any("nobody has checked" in each for each in contacts)


def test_that_nobody_says_how_soon_they_answer_is_told(tiny: Path) -> None:
    settings = tiny / "plan_data" / "site.yaml"
    note = topics(tiny)["Formats"].notes[-1]
    assert note.words.startswith("Pages do not say how soon you answer")
    assert str(note.place).startswith("plan_data/site.yaml:")
    said = settings.read_text("utf-8").replace("operator:\n", "operator:\n  answers: Within a week.\n")
    settings.write_text(said, "utf-8")
    assert note.words not in words(topics(tiny)["Formats"])


def test_translations_are_counted_by_what_they_lack() -> None:
    notes = words(topics(ROOT)["Translations"])
    assert len(notes) == 8
    assert all("made by a machine and not checked" in note for note in notes[:-1])


def test_a_sentence_of_26_words_is_long_and_one_of_25_is_not() -> None:
    assert long_sentences(" ".join(["word"] * 25) + ".") == []
    assert len(long_sentences(" ".join(["word"] * 26) + ".")) == 1


def test_sentences_end_where_their_script_ends_them() -> None:
    assert sentences("- One thing.\n- Another. And more?\n\nA last one") == [
        "One thing.",
        "Another.",
        "And more?",
        "A last one",
    ]
    assert len(sentences("\u06cc\u06c1 \u0627\u06cc\u06a9\u06d4 \u06cc\u06c1 \u062f\u0648\u06d4")) == 2


def test_the_desk_is_in_the_preview_and_never_in_the_site() -> None:
    assert "desk.html" in {page.address for page in build.preview(EXAMPLETON).pages}
    assert "desk.html" not in {page.address for page in build.website(EXAMPLETON).pages}


def test_the_desk_says_what_the_command_says() -> None:
    (page,) = [page for page in build.preview(EXAMPLETON).pages if page.address == "desk.html"]
    assert faults(page.fragment) == []
    said = CliRunner().invoke(main, ["status", str(EXAMPLETON)])
    assert said.exit_code == 0
    for topic in topics(EXAMPLETON).values():
        for note in topic.notes:
            assert note.words in said.output
            assert note.words.partition("(")[0].replace("'", "&#39;") in page.fragment

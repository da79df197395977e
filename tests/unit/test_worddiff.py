"""Which words differ between two wordings: what is marked, and what is said of it."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.worddiff import Line, Step, difference


def _text(lines: tuple[Line, ...], *, but_marked: bool = False) -> str:
    return "\n".join("".join(piece.text for piece in line if not (but_marked and piece.differs)) for line in lines)


@pytest.mark.parametrize(
    ("before", "after", "language", "steps"),
    [
        ("wants 1,300 fewer crimes.", "wants 1,500 fewer crimes.", "en", [("1,300", "1,500")]),
        ("Fit gates", "Fit gates and locks", "en", [("", "and locks")]),
        ("Fit gates and locks", "Fit gates", "en", [("and locks", "")]),
        ("(5%) by \u201cMarch\u201d.", "(6%) by \u201cApril\u201d.", "en", [("5%", "6%"), ("March", "April")]),
        ("Ring 01632 960001 now", "Ring 01632 960009 now", "en", [("01632 960001", "01632 960009")]),
        ("Drugs", "Alcohol", "en", [("Drugs", "Alcohol")]),
        ("\u5230 2010\u5e743\u6708", "\u5230 2011\u5e743\u6708", "zh-Hans", [("2010", "2011")]),
        ("\u51cf\u5c11\u72af\u7f6a", "\u51cf\u5c11\u6848\u4ef6", "zh-Hans", [("\u72af\u7f6a", "\u6848\u4ef6")]),
        ("\u0e17\u0e35\u0e48\u0e19\u0e35\u0e48", "\u0e17\u0e35\u0e48\u0e19\u0e31\u0e49\u0e19", "th",
         [("\u0e19\u0e35\u0e48", "\u0e19\u0e31\u0e49\u0e19")]),
        ("\u09a8\u09c7\u0993\u09df\u09be \u09b9\u09ac\u09c7", "\u09a8\u09c7\u09df\u09be \u09b9\u09ac\u09c7", "bn",
         [("\u09a8\u09c7\u0993\u09df\u09be", "\u09a8\u09c7\u09df\u09be")]),
    ],
)  # fmt: skip
def test_words_that_became_others_are_named(
    before: str, after: str, language: str, steps: list[tuple[str, str]]
) -> None:
    assert difference(before, after, language).steps == tuple(Step(*step) for step in steps)


def test_a_text_that_was_filled_anew_has_the_same_words() -> None:
    found = difference("one two three", "one\ntwo  three", "en")
    assert found.steps == ()
    assert not found.mostly_new


def test_a_text_with_few_words_in_common_is_shown_without_marks() -> None:
    found = difference(
        "the old plan said this in so many words once", "nobody knows what else may follow from here", "en"
    )
    assert found.mostly_new
    assert not any(piece.differs for line in (*found.before, *found.after) for piece in line)


def test_what_is_marked_is_whole_words() -> None:
    found = difference("Fewer burglaries in homes", "Fewer thefts in homes", "en")
    assert [piece.text for piece in found.before[0] if piece.differs] == ["burglaries"]
    assert [piece.text for piece in found.after[0] if piece.differs] == ["thefts"]


WORDS = st.lists(
    st.sampled_from(
        ["a", "b", "1,300", "5%", "(c)", "\n", "d.", "\u5230", "\u0e19\u0e35\u0e48", "e\u0301", "\u09a8\u09c7"]
    ),
    max_size=12,
)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(WORDS, WORDS, st.sampled_from(["en", "zh-Hans", "th"]))
def test_both_wordings_are_whole_and_differ_only_where_they_are_marked(
    before: list[str], after: list[str], language: str
) -> None:
    old, new = " ".join(before), " ".join(after)
    found = difference(old, new, language)
    for text, lines in ((old, found.before), (new, found.after)):
        assert _text(lines).split() == text.split()
    if not found.mostly_new:
        same = [_text(lines, but_marked=True).split() for lines in (found.before, found.after)]
        assert "".join(same[0]) == "".join(same[1])
    for line in (*found.before, *found.after):
        assert not [piece for piece in line if unicodedata.category(piece.text[0]).startswith("M")]

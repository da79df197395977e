"""A booklet as plain data: every word with its language and marks, and nothing that a template could take for code."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.blocks import (
    Block,
    Cell,
    Definition,
    Definitions,
    Entry,
    Figure,
    Heading,
    List,
    Paragraph,
    Row,
    Run,
    Table,
)
from generator.booklet import WORDS, Booklet, Chapter
from generator.formats.paper import pdf
from generator.formats.paper.letters import FONTS, NEEDED, known_letters, unknown_letters
from generator.formats.paper.printed import LINE, Print, breakable, printed
from generator.languages import known_language

LARGE = Print(18, tables=False, name="Large print, {size} point")


def _booklet(*blocks: Block, language: str = "en", published: str = "") -> Booklet:
    title = (Run("A plan", language),)
    words = {message: Run(message, "en") for message in WORDS}
    chapters = (Chapter("", title, (Heading(1, title),)), Chapter("c", title, (Heading(2, title, "c"), *blocks)))
    return Booklet(
        "plan", "2026", known_language(language), title, title, title, published, published, "", chapters, words
    )


def _one(block: Block, language: str = "en", how: Print = LARGE) -> dict[str, Any]:
    """What becomes of one block."""
    data: Any = printed(_booklet(block, language=language), how)
    return dict(data["chapters"][1][1])


def _texts(data: object) -> Iterator[str]:
    """All texts of runs in data."""
    if isinstance(data, Mapping):
        if "text" in data and "language" in data:
            yield str(data["text"])
        for each in data.values():
            yield from _texts(each)
    elif isinstance(data, list):
        for each in data:
            yield from _texts(each)


def test_a_run_keeps_its_words_language_marks_and_link() -> None:
    run = Run("#emph[x] \\ $y$", "cy", frozenset({"strong", "isolated"}), "#c")
    (line,) = _one(Paragraph((run,)))["words"]["runs"]
    assert line == {"text": "#emph[x] \\ $y$", "language": "cy", "marks": ["isolated", "strong"], "link": "#c"}


def test_words_in_one_other_language_make_a_line_of_that_language() -> None:
    assert _one(Paragraph((Run("Bore da", "cy"),)))["words"]["language"] == "cy"
    assert _one(Paragraph((Run("Bore da", "cy"), Run(" to all", "en"))))["words"]["language"] == "en"


def test_signs_for_the_web_are_left_out() -> None:
    assert [*_texts(_one(Paragraph((Run("re\u00adported 1\u202f000 \u2066x\u2069 e\u2011mail", "en"),))))] == [
        "reported 1\u00a0000 \u2066x\u2069 e-\u2060mail"
    ]


def test_every_word_of_every_kind_of_block_is_there() -> None:
    def run(text: str) -> tuple[Run, ...]:
        return (Run(text, "en"),)

    blocks = (
        Paragraph(run("a")),
        List(ordered=True, entries=(Entry((Paragraph(run("b")), Paragraph(run("c")))),)),
        Definitions((Definition(run("d"), (run("e"), run("f"))),)),
        Table(run("g"), (run("h"), run("i")), (Row(run("j"), (Cell(run("k"), run("i")),)),)),
        Figure(run("l"), '<svg viewBox="0 0 320 174"><text x="1" y="2">m</text></svg>'),
    )
    data: Any = printed(_booklet(*blocks), LARGE)
    assert "".join(_texts(data["chapters"][1][1:])) == "abcdefghijikl"
    assert data["chapters"][1][-1]["labels"][0]["text"] == "m"


def test_the_whole_data_is_plain() -> None:
    assert json.loads(json.dumps(printed(_booklet(), LARGE))) == printed(_booklet(), LARGE)


@pytest.mark.parametrize(
    ("language", "header", "colon"),
    [("en", "When", ":"), ("zh-Hans", "\u65f6\u95f4", "\uff1a"), ("en", "Is it working?", "")],
)
def test_a_label_ends_with_the_colon_of_its_language(language: str, header: str, colon: str) -> None:
    cell = Cell((Run("x", language),), (Run(header, language),))
    table = Table((), ((), cell.header), (Row((Run("r", language),), (cell,)),))
    assert _one(table, language)["rows"][0]["cells"][0]["colon"] == colon


def test_an_outside_link_is_followed_by_its_address_unless_the_words_are_it() -> None:
    def said(text: str, link: str) -> str:
        return "".join(_texts(_one(Paragraph((Run(text, "en", link=link),))))).replace("\u200b", "")

    assert said("The method", "https://a.example/m") == "The method (https://a.example/m)"
    assert said("See https://a.example/m", "https://a.example/m") == "See https://a.example/m"
    assert said("write", "mailto:a@b.example") == "write (a@b.example)"
    assert said("01632 960101", "tel:01632960101") == "01632 960101"
    assert said("Environment", "#c") == "Environment"


def test_a_link_of_several_runs_has_one_address() -> None:
    runs = tuple(
        Run(text, "en", marks, "https://a.example")
        for text, marks in (("a ", frozenset()), ("b", frozenset({"strong"})))
    )
    assert "".join(_texts(_one(Paragraph(runs)))) == "a b (https://a.example)"


@pytest.mark.parametrize(
    ("text", "room", "broken"),
    [
        ("short words stay", 10, "short words stay"),
        ("abcdefghijkl", 5, "abcde|fghij|kl"),
        ("https://a.example/very/long", 10, "https://|a.|example/|very/|long"),
        ("\u0995\u09cd\u09b7\u09bf\u0995\u09cd\u09b7\u09bf", 2, "\u0995\u09cd\u09b7\u09bf|\u0995\u09cd\u09b7\u09bf"),
        ("\u4e2d\u6587" * 20, 5, "\u4e2d\u6587" * 20),
        ("ends-with-hyphens-and-on", 12, "ends-|with-|hyphens-|and-|on"),
    ],
)
def test_only_what_is_longer_than_a_line_has_places_to_break(text: str, room: int, broken: str) -> None:
    assert breakable(text, room) == broken.replace("|", "\u200b")


def test_a_drawing_is_as_large_as_makes_its_labels_as_large_as_the_text() -> None:
    figure = Figure((Run("It falls.", "en"),), '<svg viewBox="0 0 320 174"><g><text x="16" y="32">a</text></g></svg>')
    at_18, at_28 = _one(figure), _one(figure, how=Print(28, tables=False, name=LARGE.name))
    assert at_18["width"] == 360
    assert (at_18["labels"][0]["x"], at_18["labels"][0]["y"], at_18["labels"][0]["hang"]) == (18, 36, "left")
    assert "<text" not in at_18["drawing"]
    assert (at_28["width"], at_28["labels"]) == (LINE, [])


def test_a_label_that_starts_at_its_place_hangs_at_the_right_in_urdu() -> None:
    figure = Figure(
        (Run("x", "ur"),), '<svg viewBox="0 0 320 174"><text x="320" y="32" text-anchor="start">a</text></svg>'
    )
    assert _one(figure, "ur")["labels"][0]["hang"] == "right"


def test_a_figure_without_a_drawing_is_a_sentence() -> None:
    assert _one(Figure((Run("It falls.", "en"),), ""))["kind"] == "paragraph"


def test_the_day_of_the_edition_is_the_day_of_the_file() -> None:
    assert printed(_booklet(published="2026-05-19"), LARGE)["published"] == [2026, 5, 19]


def test_languages_say_their_script_and_where_it_is_written() -> None:
    data: Any = printed(_booklet(Paragraph((Run("x", "zh-Hans"), Run("y", "ur")))), LARGE)
    assert data["languages"]["zh-Hans"] == {"lang": "zh", "region": "CN", "direction": "ltr", "script": "Hans"}
    assert data["languages"]["ur"] == {"lang": "ur", "region": None, "direction": "rtl", "script": "Arab"}


def test_the_fonts_have_the_letters_of_every_language_that_is_spoken_here() -> None:
    letters = {
        "cy": "âêîôûŵŷÂÊÎÔÛŴŶáéíóúẃýàèìòùẁỳäëïöüẅÿ",
        "es": "áéíóúüñ¿¡ªº«»",
        "it": "àèéìòù",
        "pl": "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”",
        "pt": "ãõâêôáéíóúàçÃÕÇ",
        "signs": "→←↑↓½¼¾…\u2013—\u2018\u2019“”•€£°\u00d7\u2212≥≤%§©®",
    }
    assert [(name, sign) for name, of in letters.items() for sign in of if sign not in known_letters()] == []


def test_each_unknown_character_is_told_once_where_it_stands_first() -> None:
    found = [
        *unknown_letters(_booklet(Paragraph((Run("one \u2713", "en"),)), Paragraph((Run("two \u2713\u2066", "en"),))))
    ]
    (problem,) = found
    assert problem.message == (
        'The fonts of print have no "\u2713" (U+2713, check mark). '
        'It stands in "one \u2713", in the chapter "A plan" of plan-2026-en'
    )


def test_fonts_that_were_lost_are_named_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert {f"{name}.ttf" for name in NEEDED} == {path.name for path in FONTS.glob("*.ttf")}
    monkeypatch.setattr("generator.formats.paper.letters.FONTS", tmp_path)
    Path(tmp_path, "han.ttf").touch()
    told = str(pdf.missing())
    assert "are not there: bengali.ttf, bengali-bold.ttf, hyperlegible.ttf" in told
    assert "han.ttf" not in told
    assert "--without pdf" in told

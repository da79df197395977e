"""Names that stayed in the original's language are marked with it, so that a voice reads them rightly."""

import pytest

from generator.foreign import marked, names, pieces

KNOWN = ("Police", "Northamptonshire Police")
ENGLISH = '<span lang="en" dir="ltr">{}</span>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "<p>پولیس (Northamptonshire Police) اور</p>",
            f"<p>پولیس ({ENGLISH.format('Northamptonshire Police')}) اور</p>",
        ),
        ("<p>Kettering کا منصوبہ</p>", f"<p>{ENGLISH.format('Kettering')} کا منصوبہ</p>"),
        ("<p>JSON اور CSV</p>", "<p>JSON اور CSV</p>"),
        ("<p><strong>یہ</strong> Rose Project</p>", f"<p><strong>یہ</strong> {ENGLISH.format('Rose Project')}</p>"),
        (
            '<p><bdi>a@b.example</bdi> <span class="code">Ab</span></p>',
            '<p><bdi>a@b.example</bdi> <span class="code">Ab</span></p>',
        ),
        ('<p><span lang="es" dir="ltr">Hola</span></p>', '<p><span lang="es" dir="ltr">Hola</span></p>'),
        ("<p>صرف اردو</p>", "<p>صرف اردو</p>"),
    ],
)
def test_on_a_page_in_another_script_every_latin_word_is_marked(before: str, after: str) -> None:
    assert marked(before, names("ur", "en", KNOWN)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>Northamptonshire Police (policja)</p>", f"<p>{ENGLISH.format('Northamptonshire Police')} (policja)</p>"),
        ("<li>Police</li>", f"<li>{ENGLISH.format('Police')}</li>"),
        ("<p>Policemen, police</p>", "<p>Policemen, police</p>"),
        ("<p>Rose Project</p>", "<p>Rose Project</p>"),
    ],
)
def test_on_a_page_in_the_same_script_the_names_of_organisations_are_marked(before: str, after: str) -> None:
    assert marked(before, names("pl", "en", KNOWN)) == after


def test_a_name_that_touches_chinese_letters_is_marked_whole() -> None:
    name = ENGLISH.format("Northamptonshire Police")
    assert marked("<p>由Northamptonshire Police负责</p>", names("zh-Hans", "en", KNOWN)) == f"<p>由{name}负责</p>"


def test_the_original_has_nothing_to_mark() -> None:
    assert names("en", "en", KNOWN) is None
    assert list(pieces("Police", None)) == [("Police", False)]
    assert names("pl", "en", ()) is None

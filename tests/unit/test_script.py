"""The script that is read aloud."""

from dataclasses import replace

from generator.blocks import read_blocks
from generator.booklet import Booklet, Chapter
from generator.formats.sound.script import Utterance, script


def _scene(booklet: Booklet, fragment: str) -> tuple[Utterance, ...]:
    """What is said of a chapter that is this fragment."""
    chapter = Chapter("x", (), read_blocks(fragment, booklet.language.code))
    return script(replace(booklet, chapters=(booklet.chapters[0], chapter)))[1].utterances


def _said(booklet: Booklet, fragment: str) -> dict[str, list[tuple[str, int]]]:
    return {each.id: [(part.text, part.pause) for part in each.spoken] for each in _scene(booklet, fragment)}


def test_a_table_is_its_caption_its_columns_and_its_rows(booklets: dict[str, Booklet]) -> None:
    table = (
        "<h2>T</h2><table><caption>Targets</caption><thead><tr><th scope='col'>Target</th><th scope='col'>Figure</th>"
        "<th scope='col'>When</th></tr></thead><tbody><tr>"
        "<th scope='row'>Crime</th><td>913</td><td></td></tr></tbody></table>"
    )
    assert _said(booklets["en"], table) == {
        "c1-b0": [("T", 1000)],
        "c1-b1": [("Targets", 400), ("Target", 200), ("Figure", 200), ("When", 600)],
        "c1-b1-e0": [("Crime", 400), ("Figure: 913", 400)],
    }


def test_entries_of_a_list_are_told_by_pauses_and_those_of_a_numbered_list_by_their_numbers(
    booklets: dict[str, Booklet],
) -> None:
    lists = (
        "<h2>L</h2><ul><li>a</li><li>b<dl><dt>T</dt><dd>c</dd><dd>d</dd></dl></li></ul><ol><li>e</li></ol><h3>H</h3>"
    )
    assert _said(booklets["en"], lists) == {
        "c1-b0": [("L", 1000)],
        "c1-b1-e0": [("a", 400)],
        "c1-b1-e1": [("b", 600), ("T", 200), ("c", 400), ("d", 400)],
        "c1-b2-e0": [("1. e", 900)],
        "c1-b3": [("H", 600)],
    }


def test_a_table_within_a_notice_is_said_with_its_columns(booklets: dict[str, Booklet]) -> None:
    table = (
        "<h2>N</h2><section class='band'><table><caption>C</caption><thead><tr><th scope='col'>A</th>"
        "<th scope='col'>B</th></tr></thead><tbody><tr><th scope='row'>r</th><td>1</td></tr></tbody></table></section>"
    )
    assert [text for text, _ in _said(booklets["en"], table)["c1-b1"]] == ["C", "A", "B", "r", "B: 1"]


def test_the_number_of_an_entry_is_said_by_the_voice_of_the_booklet(booklets: dict[str, Booklet]) -> None:
    (_, entry) = _scene(booklets["pl"], "<h2>L</h2><ol><li><span lang='en' dir='ltr'>Police</span></li></ol>")
    assert [(part.language, part.text) for part in entry.spoken] == [("pl", "1."), ("en", "Police")]


def test_between_two_voices_is_the_silence_of_the_sign_between_them(booklets: dict[str, Booklet]) -> None:
    page = "<h2>L</h2><p>স্থানীয় <span lang='en'>Trust</span> (z). <span lang='en'>Council</span>. B</p>"
    (_, said) = _scene(booklets["pl"], page)
    assert [(part.text, part.pause) for part in said.spoken] == [
        *(("স্থানীয়", 80), ("Trust,", 200), ("z.", 400), ("Council.", 400), ("B", 600)),
    ]


def test_notices_quotations_and_the_sentences_of_drawings_are_said(booklets: dict[str, Booklet]) -> None:
    page = (
        "<h2>N</h2><section class='band'><p>a</p><p>b</p></section><blockquote><p>c</p></blockquote>"
        "<figure><svg viewBox='0 0 1 1'><text>label</text></svg><figcaption>d</figcaption></figure><p>\u2014</p>"
    )
    said = _said(booklets["en"], page)
    assert {id_: [text for text, _ in parts] for id_, parts in said.items()} == {
        "c1-b0": ["N"],
        "c1-b1": ["a", "b"],
        "c1-b2": ["c"],
        "c1-b3": ["d"],
    }


def test_the_first_chapter_says_whose_voice_it_is_and_how_many_chapters_there_are(
    booklets: dict[str, Booklet],
) -> None:
    first = script(booklets["en"])[0].utterances
    assert [(each.id, each.text) for each in first[-2:]] == [
        ("_voice", "A computer voice reads it. Nobody has listened to all of it and checked it."),
        ("_chapters", "Chapters: 15"),
    ]
    assert "Kettering Borough Council" in " ".join(each.text for each in first)


def test_a_chapter_of_nothing_but_its_heading_is_said(booklets: dict[str, Booklet]) -> None:
    assert list(_said(booklets["en"], "<h2>Nothing yet</h2>")) == ["c1-b0"]


def test_a_table_of_200_rows_is_said_row_by_row(booklets: dict[str, Booklet]) -> None:
    rows = "".join(f"<tr><th scope='row'>r{n}</th><td>{n}</td></tr>" for n in range(200))
    head = "<caption>C</caption><thead><tr><th scope='col'>A</th><th scope='col'>B</th></tr></thead>"
    assert len(_said(booklets["en"], f"<h2>T</h2><table>{head}<tbody>{rows}</tbody></table>")) == 202

"""The shapes of Braille: what begins where on the line, and what stays together."""

from generator.blocks import (
    Block,
    Cell,
    Definition,
    Definitions,
    Entry,
    Heading,
    List,
    Paragraph,
    Quote,
    Row,
    Run,
    Runs,
    Section,
    Table,
)
from generator.booklet import Booklet, Chapter
from generator.formats.braille.lines import Piece, pieces
from generator.formats.braille.pages import wrapped
from generator.languages import known_language


def _runs(text: str, link: str = "") -> Runs:
    return (Run(text, "en", link=link),)


def _pieces(*blocks: Block, language: str = "en") -> list[Piece]:
    title = _runs("Title")
    chapters = (Chapter("", title, blocks),)
    return list(pieces(Booklet("p", "1", known_language(language), title, title, title, "", "", "", chapters, {})))


def _shapes(*blocks: Block) -> list[tuple[str, int, int]]:
    """The words of each piece, and how far its first line and the others are set in."""
    return [("".join(run.text for run in piece.runs), piece.first, piece.over) for piece in _pieces(*blocks)]


def _paragraph(text: str) -> Paragraph:
    return Paragraph(_runs(text))


def test_a_paragraph_begins_in_cell_3_and_goes_on_in_cell_1() -> None:
    assert _shapes(_paragraph("a")) == [("a", 2, 0)]


def test_headings_are_centred_down_to_level_2_and_then_begin_in_cell_5_and_7() -> None:
    made = _pieces(*(Heading(level, _runs("a")) for level in (1, 2, 3, 4, 5)))
    assert [(piece.centred, piece.first, piece.over, piece.held) for piece in made] == [
        (True, 0, 0, True),
        (True, 0, 0, True),
        (False, 4, 4, True),
        (False, 6, 6, True),
        (False, 6, 6, True),
    ]


def test_a_list_in_a_list_is_set_in_and_all_run_over_further_in_than_any_begins() -> None:
    inner = List(ordered=True, entries=(Entry((_paragraph("b"),)), Entry((_paragraph("c"),))))
    outer = List(ordered=False, entries=(Entry((_paragraph("a"), inner)), Entry((_paragraph("d"),))))
    assert _shapes(outer) == [("a", 0, 4), ("1. b", 2, 4), ("2. c", 2, 4), ("d", 0, 4)]


def test_what_follows_in_an_entry_is_set_in() -> None:
    assert _shapes(List(ordered=False, entries=(Entry((_paragraph("a"), _paragraph("b"))),))) == [
        ("a", 0, 2),
        ("b", 4, 2),
    ]


def test_a_term_with_one_description_is_one_line_and_one_with_several_has_them_below() -> None:
    one = Definition(_runs("Fax"), (_runs("1"),))
    two = Definition(_runs("Ring:"), (_runs("2"), _runs("3")))
    assert _shapes(Definitions((one, two))) == [("Fax: 1", 0, 2), ("Ring: ", 0, 4), ("2", 2, 4), ("3", 2, 4)]


def test_a_row_is_its_header_and_below_it_each_cell_behind_the_header_of_its_column() -> None:
    first, second = _runs("Then"), _runs("Now")
    row = Row(_runs("Crime"), (Cell(_runs("9"), first), Cell(_runs("8"), second)))
    assert _shapes(Table(_runs("Counts"), (_runs("What"), first, second), (row,))) == [
        ("Counts", 2, 0),
        ("What; Then; Now", 2, 0),
        ("Crime", 0, 4),
        ("Then: 9; Now: 8", 2, 4),
    ]


def test_a_caption_stays_with_the_columns_and_the_first_row_and_a_header_with_its_cells() -> None:
    column = _runs("Now")
    row = Row(_runs("Crime"), (Cell(_runs("9"), column),))
    made = _pieces(Table(_runs("Counts"), (_runs("What"), column), (row, row)))
    assert [piece.held for piece in made] == [True, True, True, False, True, False]
    assert [piece.before for piece in made] == [True, False, False, False, False, False]


def test_chinese_has_its_own_colon_and_semicolon() -> None:
    cells = (Cell(_runs("9"), _runs("A")), Cell(_runs("8"), _runs("B")))
    made = _pieces(Table((), (), (Row(_runs("C"), cells),)), language="zh-Hans")
    assert "".join(run.text for run in made[-1].runs) == "A\uff1a9\uff1bB\uff1a8"


def test_a_notice_stands_between_two_lines_on_one_page() -> None:
    made = _pieces(Section((_paragraph("a"),), kind="band"))
    assert [(piece.rule, piece.held) for piece in made] == [("\u2836", True), ("", True), ("\u281b", False)]


def test_blank_lines_stand_around_a_list_a_quotation_and_a_notice() -> None:
    entry = Entry((_paragraph("a"),))
    for block in (List(ordered=False, entries=(entry, entry)), Quote((_paragraph("a"), _paragraph("b")))):
        made = _pieces(block)
        assert [(piece.before, piece.after) for piece in made] == [(True, False), (False, True)]


def test_a_quotation_is_set_in() -> None:
    assert _shapes(Quote((_paragraph("a"),))) == [("a", 4, 2)]


def test_the_address_of_a_link_is_said_unless_it_is_the_words() -> None:
    for text, link, said in (
        ("here", "https://a.example", "here (https://a.example)"),
        ("https://a.example", "https://a.example", "https://a.example"),
        ("here", "#there", "here"),
        ("me@a.example", "mailto:me@a.example", "me@a.example"),
    ):
        assert _shapes(Paragraph(_runs(text, link))) == [(said, 2, 0)]


def test_words_fill_lines_and_a_long_one_is_cut() -> None:
    blank = "\u2800"
    assert wrapped(("ab", "cd", "ef"), 5, 0, 2) == (f"ab{blank}cd", f"{blank * 2}ef")
    assert wrapped(("abcdefgh",), 4, 2, 0) == (f"{blank * 2}ab", "cdef", "gh")
    assert wrapped(("ab", "cdefgh"), 4, 0, 1) == ("ab", f"{blank}cde", f"{blank}fgh")

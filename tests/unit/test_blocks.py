"""Every page reads as blocks without losing a word, a figure, a header or the mark of a language."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator

import pytest

from generator import blocks, build, fragment
from generator.blocks import (
    Cell,
    Definitions,
    Entry,
    Figure,
    Heading,
    List,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    read_blocks,
    words,
)
from generator.fragment import FragmentError

TABLE = """<table><caption>C</caption>
<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>
<tbody><tr><th scope="row">r</th><td>v</td></tr></tbody></table>"""


def _letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _without_drawings(fragment: str) -> ET.Element:
    """A page without the labels in its drawings, which its sentences and tables say too."""
    tree = ET.fromstring(f"<page>{fragment}</page>")
    for figure in tree.iter("figure"):
        figure.remove(figure[0])
    return tree


def test_a_drawing_says_no_figure_that_the_page_does_not(website: build.Website) -> None:
    for page in website.pages:
        said = "".join(_without_drawings(page.fragment).itertext())
        for label in ET.fromstring(f"<page>{page.fragment}</page>").iter("text"):
            assert set(re.findall(r"\d[\d.,]*", label.text or "")) <= set(re.findall(r"\d[\d.,]*", said)), page.address


def test_no_page_loses_a_word(website: build.Website) -> None:
    for page in website.pages:
        tree = _without_drawings(page.fragment)
        assert _letters(words(read_blocks(page.fragment, page.meta["lang"]))) == _letters("".join(tree.itertext()))


def test_every_page_keeps_to_the_vocabulary(website: build.Website) -> None:
    assert {
        page.address: fragment.faults(page.fragment) for page in website.pages if fragment.faults(page.fragment)
    } == {}


def _spoken(element: ET.Element, language: str, link: str) -> Iterator[tuple[str, str, str]]:
    """Each letter of a fragment, with the language it is in and the link it is part of."""
    language, link = element.get("lang", language), element.get("href", link)
    yield from ((letter, language, link) for letter in element.text or "")
    for child in element:
        yield from _spoken(child, language, link)
        yield from ((letter, language, link) for letter in child.tail or "")


@pytest.mark.parametrize("plan", ["", "tests/plans/tiny", "tests/plans/welsh"])
def test_every_letter_keeps_its_language_and_its_link(websites: Callable[[str], build.Website], plan: str) -> None:
    pages = websites(plan).pages
    assert len(pages) > 20
    for page in pages:
        language = page.meta["lang"]
        tree = _without_drawings(page.fragment)
        given = [each for each in _spoken(tree, language, "") if not each[0].isspace()]
        runs = [run for line in blocks.lines(read_blocks(page.fragment, language)) for run in line]
        read = [(letter, run.language, run.link) for run in runs for letter in run.text if not letter.isspace()]
        assert read == given, page.address


def test_the_offer_is_in_eight_languages(website: build.Website) -> None:
    page = next(page for page in website.pages if page.address.endswith("formats.html"))
    runs = [run for line in blocks.lines(read_blocks(page.fragment, "en")) for run in line]
    assert {run.language for run in runs} == {"en", "es", "it", "pt", "bn", "zh-Hans", "ur", "pl"}


def test_no_page_loses_a_figure(website: build.Website) -> None:
    for page in website.pages:
        tree = ET.fromstring(f"<page>{page.fragment}</page>")
        given = [element.get("value") for element in tree.iter("data")]
        runs = (run for line in blocks.lines(read_blocks(page.fragment, "en")) for run in line)
        read = [value for run in runs for value in (run.value, run.date) if value]
        assert set(read) == set(given)
        assert len(read) >= len(given)


def test_every_table_cell_knows_both_its_headers(website: build.Website) -> None:
    page = next(page for page in website.pages if page.address.endswith("2008/targets.html"))
    table = next(block for block in read_blocks(page.fragment, "en") if isinstance(block, Table))
    assert len(table.rows) == 15
    first = table.rows[0]
    assert words((Paragraph(first.header),)) == "Vehicle crime within Kettering Borough"
    assert [(words((Paragraph(c.header),)), words((Paragraph(c.runs),))) for c in first.cells] == [
        ("Baseline", "913 crimes"),
        ("To reach", "867 crimes"),
        ("By", "March 2011"),
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('<h2 id="x">Aim</h2>', Heading(2, (Run("Aim", "en"),), "x")),
        (
            '<p class="lede">A <strong>b</strong></p>',
            Paragraph((Run("A ", "en"), Run("b", "en", frozenset({"strong"}))), "lede"),
        ),
        ('<p lang="ur" dir="rtl">اردو</p>', Paragraph((Run("اردو", "ur"),))),
        ('<ol><li id="a">One</li></ol>', List(ordered=True, entries=(Entry((Paragraph((Run("One", "en"),)),), "a"),))),
        (
            '<p><a href="x.html"><bdi class="tel">01536</bdi></a></p>',
            Paragraph((Run("01536", "en", frozenset({"isolated", "telephone"}), "x.html"),)),
        ),
        (
            '<p><data class="date" value="2011-03">March 2011</data></p>',
            Paragraph((Run("March 2011", "en", date="2011-03"),)),
        ),
        (
            '<section id="s" class="band" aria-label="Note"><p>x</p></section>',
            Section((Paragraph((Run("x", "en"),)),), "s", "band", "Note"),
        ),
        (
            TABLE,
            Table(
                (Run("C", "en"),),
                ((Run("A", "en"),), (Run("B", "en"),)),
                (Row((Run("r", "en"),), (Cell((Run("v", "en"),), (Run("B", "en"),)),)),),
            ),
        ),
        (
            '<figure><svg viewBox="0 0 1 1"><text>913</text></svg><figcaption>From 913</figcaption></figure>',
            Figure((Run("From 913", "en"),), '<svg viewBox="0 0 1 1"><text>913</text></svg>'),
        ),
    ],
)
def test_a_fragment_reads_as_its_block(written: str, expected: blocks.Block) -> None:
    assert fragment.faults(written) == []
    assert read_blocks(written, "en") == (expected,)


def test_a_definition_keeps_all_its_descriptions() -> None:
    (read,) = read_blocks("<dl><dt>Council</dt><dd>Telephone</dd><dd>Fax</dd></dl>", "en")
    assert isinstance(read, Definitions)
    assert [len(entry.descriptions) for entry in read.entries] == [2]


@pytest.mark.parametrize(
    "written",
    [
        "<p onclick='x'>a</p>",
        '<p style="color:red">a</p>',
        "<script>x</script>",
        '<p class="pretty">a</p>',
        '<a href="javascript:x">a</a>',
        '<p lang="ur">a</p>',
        "<table><tbody><tr><td>a</td></tr></tbody></table>",
        "<table><caption>c</caption><tbody><tr><th>a</th></tr></tbody></table>",
        "<figure><svg></svg></figure>",
        "<svg></svg>",
        "<p>unclosed",
        "<marquee>a</marquee>",
        "<ul>loose</ul>",
        "<ul><p>a</p></ul>",
        "<dl><dd>a</dd></dl>",
        "<dl><dt>a</dt></dl>",
        "<dl><dt>a</dt><dd><p>b</p></dd></dl>",
        "<p><ul><li>a</li></ul></p>",
        "<h2><p>a</p></h2>",
        '<strong class="lede">a</strong>',
        TABLE.replace("<td>v</td>", ""),
        TABLE.replace("<td>v</td>", "<td>v</td><td>w</td>"),
        TABLE.replace("<tbody>", '<tbody lang="ur" dir="rtl">'),
    ],
)
def test_what_is_not_in_the_vocabulary_is_a_fault(written: str) -> None:
    assert fragment.faults(written)


def test_a_block_in_the_middle_of_words_is_refused() -> None:
    with pytest.raises(FragmentError):
        read_blocks("<p>a<ul><li>b</li></ul></p>", "en")

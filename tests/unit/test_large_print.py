"""Large print says the same: the same blocks in the same order, but for tables and stressed words."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from generator import build, fragment
from generator.blocks import (
    Blocks,
    Definition,
    Definitions,
    Entry,
    Figure,
    Heading,
    List,
    Paragraph,
    Quote,
    Row,
    Run,
    Runs,
    Section,
    Table,
    read_blocks,
)
from generator.large_print import PREFIX, large_print
from generator.render import Rendered


def _large(text: str) -> str:
    return large_print(text, "en", "plans/p/2026/page.html")


TABLE = (
    '<table><caption>Targets</caption><thead><tr><th scope="col">Target</th><th scope="col">By</th></tr></thead>'
    '<tbody><tr><th scope="row"><a href="t.html">Burglary</a></th>'
    '<td><data class="date" value="2011-03">March 2011</data></td></tr></tbody></table>'
)


def test_a_table_becomes_a_list_in_which_each_cell_has_the_header_of_its_row_and_column() -> None:
    assert re.sub(r"\n", "", _large(TABLE)) == (
        '<p><strong>Targets</strong></p><ul class="rows"><li><p><a href="t.html"><strong>Burglary</strong></a></p>'
        '<dl class="facts"><dt>By</dt><dd><data class="date" value="2011-03">March 2011</data></dd></dl></li></ul>'
    )


def test_an_empty_cell_keeps_its_header() -> None:
    empty = re.sub(r"<td>.*</td>", "<td></td>", TABLE)
    assert "<dt>By</dt>\n<dd></dd>" in _large(empty)


def test_a_table_without_cells_is_a_list_of_its_rows() -> None:
    bare = re.sub("<td>.*</td>|<th scope=.col.>By</th>", "", TABLE)
    assert "<dl" not in _large(bare)
    assert fragment.faults(_large(bare)) == []


def test_a_list_in_another_language_has_its_marks_at_its_own_side() -> None:
    assert '<ul lang="ur" dir="rtl">' in _large('<div lang="ur" dir="rtl"><ul><li>یہ</li><li>یہ</li></ul></div>')


def test_stressed_words_are_strong_and_never_slanted() -> None:
    assert _large("<p>a <em>very</em> safe place</p>") == "<p>a <strong>very</strong> safe place</p>"


def test_a_file_is_reached_from_under_the_prefix() -> None:
    assert 'href="../../../../plans/p/2026/data/plan.json"' in _large('<p><a href="data/plan.json">JSON</a></p>')
    assert 'href="../2025/index.html#a"' in _large('<p><a href="../2025/index.html#a">2025</a></p>')


def test_a_paragraph_in_another_language_runs_in_its_own_direction() -> None:
    assert _large('<p lang="ur" dir="rtl">یہ</p>') == '<p lang="ur" dir="rtl">یہ</p>'
    assert _large('<p>See <span lang="ur" dir="rtl">یہ</span></p>') == '<p>See <span lang="ur" dir="rtl">یہ</span></p>'


def _plain(runs: Runs) -> Runs:
    """Runs without stress and links, joined where nothing tells them apart; a space is in the language before it."""
    found: list[Run] = []
    for each in runs:
        run = replace(each, marks=each.marks - {"emphasis", "strong"}, link="")
        if found and run.text.startswith(" "):
            found[-1] = replace(found[-1], text=f"{found[-1].text.rstrip()} ")
            run = replace(run, text=run.text.lstrip())
        if found and (not run.text.strip() or replace(run, text="") == replace(found[-1], text="")):
            found[-1] = replace(found[-1], text=found[-1].text + run.text)
        else:
            found.append(run)
    return tuple(found)


def _expected(blocks: Blocks) -> Blocks:
    """The blocks of a page as its twin should have them: tables as lists; links and stress are looked at elsewhere."""
    found: list[object] = []
    for block in blocks:
        match block:
            case Table(caption, _, rows):
                found += [Paragraph(_plain(caption)), List(ordered=False, entries=tuple(map(_row, rows)), kind="rows")]
            case Section() | Quote():
                found.append(replace(block, blocks=_expected(block.blocks)))
            case List():
                entries = tuple(replace(each, blocks=_expected(each.blocks)) for each in block.entries)
                found.append(replace(block, entries=entries))
            case Definitions():
                found.append(replace(block, entries=tuple(map(_definition, block.entries))))
            case Figure():
                found.append(replace(block, sentence=_plain(block.sentence)))
            case Heading() | Paragraph():
                found.append(replace(block, runs=_plain(block.runs)))
    return tuple(found)  # type: ignore[arg-type]  # each is a block


def _row(row: Row) -> Entry:
    cells = tuple(Definition(_plain(cell.header), (_plain(cell.runs),)) for cell in row.cells)
    return Entry((Paragraph(_plain(row.header)), Definitions(cells, "facts")))


def _definition(entry: Definition) -> Definition:
    return replace(entry, term=_plain(entry.term), descriptions=tuple(map(_plain, entry.descriptions)))


def _twins(pages: tuple[Rendered, ...]) -> list[tuple[Rendered, Rendered]]:
    by_address = {page.address: page for page in pages}
    return [(page, by_address[PREFIX + page.address]) for page in pages if PREFIX + page.address in by_address]


@pytest.mark.parametrize("site", ["", "tests/plans/tiny", "tests/plans/welsh", "tests/plans/urdu"])
def test_every_page_has_a_twin_that_says_the_same(websites: Callable[[str], build.Website], site: str) -> None:
    pages = websites(site).pages
    twins = _twins(pages)
    alone = {page.page.template for page in pages} - {page.page.template for page, _ in twins}
    assert alone == {"not-found"}
    assert 2 * len(twins) + sum(page.page.template == "not-found" for page in pages) == len(pages)
    for page, twin in twins:
        language = page.meta["lang"]
        assert _expected(read_blocks(twin.fragment, language)) == _expected(read_blocks(page.fragment, language)), (
            page.address
        )


@pytest.mark.parametrize("site", ["", "tests/plans/tiny", "tests/plans/urdu"])
def test_every_link_and_every_place_is_there_too(websites: Callable[[str], build.Website], site: str) -> None:
    for page, twin in _twins(websites(site).pages):
        for attribute in ("id", "href"):
            there, here = (
                {each.get(attribute) for each in fragment.parsed(each.fragment).iter() if each.get(attribute)}
                for each in (page, twin)
            )
            files = {link for link in there | here if link and re.search(r"\.(?:csv|json|ods|xlsx|xml)$", link)}
            assert there - files == here - files, page.address


def test_the_choice_stays_with_the_reader_from_page_to_page(website: build.Website) -> None:
    words = {"en": ("Large print", "Standard print"), "pl": ("Duży druk", "Zwykły druk")}
    seen = set()
    for page, twin in _twins(website.pages):
        code = page.meta["lang"]
        if code in words:
            assert (page.meta["view"]["text"], twin.meta["view"]["text"]) == words[code]
            seen.add(code)
    assert seen == set(words)


def test_a_page_in_large_print_has_a_title_of_its_own_and_cites_the_page(
    websites: Callable[[str], build.Website],
) -> None:
    for page, twin in _twins(websites("tests/plans/tiny").pages):
        assert twin.meta["title"] == f"{page.meta['title']} - Large print"
        assert twin.meta["canonical"] == page.meta["canonical"]


def test_runs_of_one_link_stay_one_link() -> None:
    runs = '<p><a href="a.html">one <strong>two</strong> <bdi>3</bdi></a></p>'
    assert _large(runs) == runs
    assert Run("two", "en", frozenset({"strong"}), "a.html") in read_blocks(runs, "en")[0].runs  # type: ignore[union-attr]

"""Large print, on screen and on paper: the rules of UKAAF G003 (2019) and RNIB's clear print guidelines, as numbers."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PageObject, PdfReader

from generator import build
from tests.browser.modes import BY_NAME, opened

pytestmark = pytest.mark.xdist_group("browser")

PX = 4 / 3
"""CSS pixels in a point."""

_STYLES = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), seen = new Map();
    while (walker.nextNode()) {
        const words = walker.currentNode.data.trim(), element = walker.currentNode.parentElement;
        if (!words || element.closest(".skip") || !element.checkVisibility()) continue;
        const style = getComputedStyle(element), scale = element.getScreenCTM?.().a ?? 1;  // a drawing is enlarged
        const block = getComputedStyle(element.closest("p, li, dt, dd, h1, h2, h3, h4, h5, span, figcaption, text"));
        const facts = {
            size: parseFloat(style.fontSize) * scale, drawn: Boolean(element.closest("svg")),
            leading: parseFloat(block.lineHeight) / parseFloat(block.fontSize),
            align: block.textAlign, slant: style.fontStyle, capitals: style.textTransform, hyphens: style.hyphens,
            columns: block.columnCount, heading: Boolean(element.closest("h1, h2, h3, h4, h5")),
        };
        seen.set(JSON.stringify(facts), [facts, words.slice(0, 40)]);
    }
    return [...seen.values()];
}"""

_LINES = """() => [...document.querySelectorAll("main p")].flatMap(p => {
    const range = document.createRange();
    range.selectNodeContents(p);
    const tops = new Set([...range.getClientRects()].map(box => Math.round(box.bottom / 12)));
    return tops.size >= 3 && !p.matches("[lang]") ? [p.innerText.length / tops.size] : [];
})"""


@pytest.fixture(scope="module")
def addresses(website: build.Website) -> list[str]:
    """The pages in large print, in two scripts."""
    pages = [page for page in website.pages if page.meta["lang"] in ("en", "ur")]
    found = [page.address for page in pages if page.meta["large"]]
    assert len(found) == len(pages) // 2 - 1  # all but the pages that say that there is none
    return found


@pytest.fixture(scope="module")
def screen(browser: Browser) -> Iterator[Page]:
    with opened(browser, BY_NAME["desktop"]) as page:
        yield page


def test_every_text_is_eighteen_point_upright_and_starts_at_the_margin(
    screen: Page, address: str, addresses: list[str]
) -> None:
    for each in addresses:
        screen.goto(address + each)
        for facts, words in screen.evaluate(_STYLES):
            assert facts["size"] >= 18 * PX, (each, words)
            assert facts["drawn"] or facts["leading"] >= (1.15 if facts["heading"] else 1.5), (each, words)
            assert facts["align"] == "start", (each, words)
            kept = facts["slant"], facts["capitals"], facts["hyphens"], facts["columns"]
            assert kept == ("normal", "none", "manual", "auto"), (each, words)


def test_a_line_has_at_most_seventy_letters_and_mostly_more_than_forty_five(screen: Page, address: str) -> None:
    for view in ("", "large-print/"):
        screen.goto(f"{address}{view}plans/kettering-csp/2008/whole-plan.html")
        letters = screen.evaluate(_LINES)
        assert len(letters) >= 5
        assert max(letters) <= 70
        assert sorted(letters)[len(letters) // 2] >= 45


def test_no_table_and_nothing_slanted_is_left(screen: Page, address: str, addresses: list[str]) -> None:
    for each in addresses:
        screen.goto(address + each)
        assert screen.locator("main :is(table, em, i, u)").count() == 0


@pytest.mark.parametrize(("mode", "view"), [("desktop", "large-print/"), ("phone", "large-print/"), ("phone", "")])
def test_a_telephone_number_stays_on_its_line(browser: Browser, address: str, mode: str, view: str) -> None:
    with opened(browser, BY_NAME[mode]) as page:
        page.goto(f"{address}{view}plans/kettering-csp/2008/organisations.html")
        lines: list[float] = page.evaluate(
            """[...document.querySelectorAll(".tel")].map(
                number => number.offsetHeight / parseFloat(getComputedStyle(number).lineHeight))"""
        )
    assert len(lines) == 14
    assert max(lines) < 1.5


def test_the_line_under_a_link_keeps_off_the_letters_on_screen_and_is_not_on_paper(screen: Page, address: str) -> None:
    screen.goto(address + "large-print/plans/kettering-csp/2008/targets.html")
    style = "name => getComputedStyle(document.querySelector('main a'))[name]"
    assert screen.evaluate(style, "textDecorationLine") == "underline"
    assert float(screen.evaluate(style, "textUnderlineOffset").removesuffix("px")) >= 0.25 * 18 * PX
    screen.emulate_media(media="print")
    assert screen.evaluate(style, "textDecorationLine") == "none"
    screen.emulate_media(media="null")


def test_the_letters_are_made_to_be_told_apart(screen: Page, address: str) -> None:
    screen.goto(address + "large-print/index.html")
    screen.wait_for_function("document.fonts.status === 'loaded'")
    fonts = "[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family)"
    assert set(screen.evaluate(fonts)) == {"Planpress Legible"}
    screen.goto(address + "index.html")
    assert screen.evaluate(fonts) == []


def test_a_reader_goes_to_large_print_stays_there_and_comes_back(screen: Page, address: str) -> None:
    screen.goto(address + "plans/kettering-csp/2008/targets.html")
    screen.get_by_role("link", name="Large print", exact=True).click()
    assert screen.url == address + "large-print/plans/kettering-csp/2008/targets.html"
    screen.get_by_role("link", name="Vehicle crime within Kettering Borough").click()
    assert screen.url == address + "large-print/plans/kettering-csp/2008/targets/vehicle-crime.html"
    screen.get_by_role("link", name="Standard print", exact=True).click()
    assert screen.url == address + "plans/kettering-csp/2008/targets/vehicle-crime.html"


# ------------------------------------------------------------------------------------------------------------- on paper


def _paper(page: Page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, tagged=True, outline=True)))


def _sizes(sheet: PageObject) -> dict[str, float]:
    """The words on a sheet of paper, each line with the size of its letters in points."""
    found: dict[str, float] = {}

    def visit(text: str, matrix: list[float], inner: list[float], _font: object, size: float) -> None:
        if text.strip():
            found[text.strip()] = abs(matrix[3] * inner[3] * size)

    sheet.extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize(("view", "size"), [("", 12), ("large-print/", 18)])
@pytest.mark.parametrize("name", ["index", "targets", "items/environment", "organisations", "formats", "whole-plan"])
def test_on_paper_no_letter_is_smaller_than_it_may_be(
    screen: Page, address: str, name: str, view: str, size: int
) -> None:
    screen.goto(f"{address}{view}plans/kettering-csp/2008/{name}.html")
    paper = _paper(screen)
    for number, sheet in enumerate(paper.pages, 1):
        assert [round(float(side)) for side in sheet.mediabox[2:]] == [595, 842]  # A4
        sizes = _sizes(sheet)
        assert min(sizes.values()) >= size - 0.1, sizes
        assert sizes[str(number)] == pytest.approx(size, abs=0.1)  # the page number is the size of the text
        assert len(sizes) > 1, "a page has nothing but its number"
    assert paper.metadata is not None
    assert paper.metadata.title == screen.title()
    assert str(paper.root_object["/Lang"]) == "en"
    assert paper.outline
    assert "/StructTreeRoot" in paper.root_object


def test_on_paper_the_words_stand_without_menus_and_a_link_says_where_it_leads(
    browser: Browser, tmp_path: Path
) -> None:
    build.build(Path(__file__).parent.parent / "plans" / "tiny", tmp_path / "site")
    with opened(browser, BY_NAME["print"]) as page:
        page.goto((tmp_path / "site" / "accessibility.html").as_uri())
        text = "".join(sheet.extract_text() for sheet in _paper(page).pages)
    assert "Equality Advisory Service (https://www.equalityadvisoryservice.com)" in " ".join(text.split())
    assert "https://plan.exampleton.example/accessibility.html" in text
    assert text.count("https://www.exampleton.example") == 1  # an address that is written out stands once
    assert "Skip to main content" not in text
    assert "Large print" not in text.replace("in large print", "")
    assert "Contents of this plan" not in text

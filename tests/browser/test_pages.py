"""The site in a real browser: its style is in force, scripts are not, and everything is within three clicks."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator import build

pytestmark = pytest.mark.xdist_group("browser")


def _addresses(website: build.Website) -> list[str]:
    """The pages in the language of the site: each leads to itself in the others (tests/unit/test_translations.py)."""
    return sorted(page.address for page in website.pages if page.meta["lang"] == "en")


def test_no_page_scrolls_sideways_on_a_phone_with_text_twice_as_large(
    browser: Browser, website: build.Website, address: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 600})
    page = context.new_page()
    context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    wide = []
    for each in _addresses(website):
        page.goto(address + each)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(each)
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "38px"
    assert wide == []
    context.close()


def test_the_style_sheet_is_in_force_with_the_policy_and_from_a_folder(
    browser: Browser, built: Path, address: str
) -> None:
    for start in (address + "index.html", (built / "index.html").as_uri()):
        page = browser.new_page()
        page.goto(start)
        assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
        page.close()


def test_the_policy_stops_an_injected_script(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "index.html")
    page.evaluate(
        "const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.body.append(s)"
    )
    assert page.evaluate("window.ran") is None
    page.close()


def test_every_page_is_within_three_clicks_of_the_start(browser: Browser, website: build.Website, address: str) -> None:
    page = browser.new_page()
    own = set(_addresses(website))
    seen = {address + "index.html"}
    edge = set(seen)
    for _click in range(3):
        following: set[str] = set()
        for each in sorted(edge):
            page.goto(each)
            links: list[str] = page.evaluate("[...document.links].map(a => a.href.split('#')[0])")
            following |= {link for link in links if link.removeprefix(address) in own}
        edge = following - seen
        seen |= following
    page.close()
    reachable = {each.removeprefix(address) for each in seen}
    home = {"plans/kettering-csp/index.html", "index.html"}
    twins_and_errors = {"404.html"} | home | {f"large-print/{each}" for each in home}
    assert set(_addresses(website)) - reachable <= twins_and_errors


def test_the_skip_link_is_first_and_leads_to_the_text(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(address + "plans/kettering-csp/2008/targets.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#_main"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "_main"
    page.close()


def test_a_table_keeps_its_meaning_when_rows_become_lists(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(address + "plans/kettering-csp/2008/targets.html")
    table = page.get_by_role("table", name="Targets, baselines and due dates")
    assert table.get_by_role("columnheader").count() == 4
    assert table.get_by_role("rowheader").count() == 15
    assert table.get_by_role("cell").count() == 45
    page.close()

"""The search page in a real browser: real words of each language, inflected and without accents, by keyboard alone."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.checks import CHECKS
from tests.browser.engines import ENGINES
from tests.browser.modes import BY_NAME, opened, visit

pytestmark = pytest.mark.xdist_group("browser")

PLAN = "plans/kettering-csp/2008"
FOUND = [
    ("en", "burglary", "targets/domestic-burglary"),
    ("en", "burglaries", "targets/domestic-burglary"),
    ("es", "robo", "targets/domestic-burglary"),
    ("es", "robos", "targets/domestic-burglary"),
    ("es", "publico", "items/environment"),
    ("it", "furto", "targets/domestic-burglary"),
    ("it", "abitazioni", "targets/domestic-burglary"),
    ("pt", "furto", "targets/domestic-burglary"),
    ("pt", "residencias", "targets/domestic-burglary"),
    ("bn", "চুরি", "targets/domestic-burglary"),
    ("ur", "نقب", "targets/domestic-burglary"),
    ("ur", "چوری", "targets/serious-acquisitive-crime"),
    ("zh-Hans", "暴力", "targets/violent-crime"),
    ("zh-Hans", "入室盗窃", "targets/domestic-burglary"),
    ("pl", "włamań", "targets/domestic-burglary"),
    ("pl", "oswietlenie", "items/drugs-and-alcohol"),
]
"""What is typed in a language, and a page that it finds."""


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_page()


def _at(code: str, address: str) -> str:
    return f"{address}{'' if code == 'en' else code + '/'}"


def _search(page: Page, words: str) -> list[str]:
    """Type words into the form that has the focus after its label is clicked; the addresses found."""
    page.locator("#_words").fill(words)
    page.keyboard.press("Enter")
    expect(page.locator("#_found")).to_contain_text(words)
    while page.locator("#_more").is_visible():
        shown = page.locator("#_results > li").count()
        page.locator("#_more").click()
        expect(page.locator("#_results > li").nth(shown)).to_be_visible()
    links: list[str] = page.locator("#_results a").evaluate_all("links => links.map(link => link.href)")
    return links


@pytest.mark.parametrize(("code", "words", "name"), FOUND)
def test_a_word_is_found_in_its_language(address: str, page: Page, code: str, words: str, name: str) -> None:
    page.goto(f"{_at(code, address)}search.html")
    links = _search(page, words)
    assert f"{_at(code, address)}{PLAN}/{name}.html" in links
    assert [link for link in links if not link.startswith(_at(code, address))] == []
    assert page.evaluate("document.documentElement.lang") == code
    page.close()


def test_the_number_of_pages_is_told_as_a_status_in_the_readers_words(address: str, page: Page) -> None:
    page.goto(f"{address}pl/search.html")
    links = _search(page, "włamań")
    status = page.get_by_role("status")
    expect(status).to_contain_text(str(len(links)))
    assert status.text_content() != ""
    assert "Pages found" not in str(status.text_content())
    page.close()


def test_a_word_that_no_page_has_is_said_to_be_on_none(address: str, page: Page) -> None:
    page.goto(f"{address}search.html?q=xylophone")
    expect(page.get_by_role("status")).to_contain_text("No page found for")
    expect(page.locator("#_results")).to_be_hidden()
    page.close()


def test_the_form_has_a_label_and_works_by_its_visible_words(address: str, page: Page) -> None:
    """Who dictates says what she sees: "click Search", "Words to look for"."""
    page.goto(f"{address}search.html")
    page.get_by_label("Words to look for").fill("burglary")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Pages found for")
    assert page.get_by_label("Words to look for").input_value() == "burglary"
    assert page.title().startswith("burglary")
    page.close()


def test_the_rest_of_a_long_list_is_one_button_away_and_the_focus_goes_there(address: str, page: Page) -> None:
    page.goto(f"{address}search.html?q=crime")
    expect(page.locator("#_results > li")).to_have_count(10)
    page.get_by_role("button", name="Show more pages").press("Enter")
    expect(page.locator("#_results > li").nth(10).locator("a")).to_be_focused()
    page.close()


def test_a_reader_of_large_print_stays_in_large_print(address: str, page: Page) -> None:
    page.goto(f"{address}large-print/ur/search.html")
    links = _search(page, "چوری")
    assert links
    assert [link for link in links if not link.startswith(f"{address}large-print/ur/")] == []
    page.goto(links[0])
    assert page.locator("html.large-print").count() == 1
    page.close()


def test_the_words_that_were_found_are_marked_and_nothing_is_run(address: str, page: Page) -> None:
    page.goto(f"{address}search.html?q=%3Cimg src=x onerror=alert(1)%3E burglary")
    expect(page.get_by_role("status")).to_contain_text("<img")
    page.goto(f"{address}search.html?q=burglary")
    expect(page.locator("#_results mark").first).to_contain_text("urglar")
    assert page.locator("main img").count() == 0
    page.close()


def test_without_scripts_and_without_a_server_the_page_says_so_and_lists_pages(
    browser: Browser, address: str, built: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    silent = context.new_page()
    silent.goto(f"{address}search.html")
    assert silent.locator("#_search").is_hidden()
    expect(silent.get_by_text("The search needs scripts")).to_be_visible()
    assert silent.locator("main a[href$='whole-plan.html']").count() == 1
    context.close()
    page = browser.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto((built / "search.html").as_uri())
    assert page.locator("#_search").is_hidden()
    expect(page.get_by_text("The search needs scripts")).to_be_visible()
    assert faults == []
    page.close()


def test_a_search_that_cannot_be_loaded_says_so(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{address}search.html?q=burglary")
    expect(page.get_by_role("status")).to_contain_text("could not be loaded")
    expect(page.get_by_text("The search needs scripts")).to_be_visible()
    page.close()


@pytest.mark.parametrize("mode", ["desktop", "phone", "text at 400 %", "forced colours", "dark"])
@pytest.mark.parametrize(("code", "words"), [("en", "burglary"), ("ur", "جرائم")])
def test_a_list_of_results_has_no_fault_in_any_mode(
    browser: Browser, address: str, mode: str, code: str, words: str
) -> None:
    with opened(browser, BY_NAME[mode]) as page:
        visit(page, f"{_at(code, address)}search.html?q={words}", BY_NAME[mode])
        expect(page.locator("#_results > li").first).to_be_visible()
        checks = {**CHECKS, "axe": ENGINES["axe"]}
        found = {name: faults for name, check in checks.items() if (faults := check(page, BY_NAME[mode]))}
    assert found == {}


def test_nothing_is_asked_of_anybody_else(address: str, browser: Browser) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}search.html?q=burglary")
    expect(page.get_by_role("status")).to_contain_text("Pages found for")
    assert [each for each in asked if not each.startswith(address)] == []
    page.close()

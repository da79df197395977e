"""The order in which a page is read aloud, with the role of each part: one page of each type, in English and Urdu.

`make golden` rewrites the expected orders in `reading-order/`; then read the difference as a listener would.
"""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator import build
from tests.browser.modes import BY_NAME, opened, visit

pytestmark = pytest.mark.xdist_group("browser")

HERE = Path(__file__).parent
WRITE = os.environ.get("GOLDEN") == "write"
CURE = 'if the new order is right, run "make golden" and read the difference'

TYPES = (
    "home", "summary", "item", "targets", "target", "achievements", "organisations", "formats", "data", "translations",
    "listen", "braille", "repairs", "method", "help", "search", "accessibility", "not-found", "prose",
)  # fmt: skip
"""Every type of page, but for the whole plan, which is made of others, and those that only some sites have."""


@pytest.fixture(scope="module", params=["en", "ur"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def addresses(language: str, website: build.Website, address: str) -> dict[str, str]:
    """The address of one page of each type: the shortest."""
    pages = [page for page in website.pages if page.meta["lang"] == language and not page.meta["large"]]
    longest_first = sorted(pages, key=lambda page: len(page.fragment), reverse=True)
    return {page.page.template: address + page.address for page in longest_first}


@pytest.mark.parametrize("template", TYPES)
def test_a_page_is_read_in_this_order(
    browser: Browser, language: str, addresses: dict[str, str], template: str
) -> None:
    with opened(browser, BY_NAME["desktop"]) as page:
        visit(page, addresses[template], BY_NAME["desktop"])
        said = page.locator("body").aria_snapshot() + "\n"
    path = HERE / "reading-order" / language / f"{template}.yaml"
    if WRITE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(said, encoding="utf-8", newline="\n")
    assert path.is_file(), f"{path.name} is missing: {CURE}"
    assert path.read_text("utf-8") == said, CURE


def test_every_type_of_page_has_its_order(addresses: dict[str, str], language: str) -> None:
    assert set(addresses) == {*TYPES, "whole-plan"}
    assert {path.stem for path in (HERE / "reading-order" / language).iterdir()} == set(TYPES)

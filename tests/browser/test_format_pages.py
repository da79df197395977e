"""The pages on which a plan is listened to and seen in Braille, with the files that the formats made."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator import build
from generator.formats.makers import NAMES
from tests.browser.checks import CHECKS
from tests.browser.engines import ENGINES
from tests.browser.keyboard import KEYBOARD
from tests.browser.modes import BY_NAME, opened, visit

PAGES = ("listen", "braille", "formats", "index")
pytestmark = pytest.mark.xdist_group("browser misalpur")


@pytest.fixture(scope="module")
def address(
    root: Path,
    serve: Callable[[Path], str],
    share_made: Callable[[Path], None],
    tmp_path_factory: pytest.TempPathFactory,
) -> str:
    """A small plan in Urdu, with all its formats."""
    folder = tmp_path_factory.mktemp("formats")
    shutil.copytree(root / "tests" / "plans" / "urdu", folder / "plan", ignore=shutil.ignore_patterns(".planpress"))
    share_made(folder / "plan")
    into = folder / "site"
    made = build.build(folder / "plan", into, formats=NAMES)
    assert made.failed == ()
    assert len(made.copies) == 7
    return serve(into)


@pytest.mark.parametrize(("view", "mode"), [("", "phone"), ("large-print/", "desktop")])
def test_pages_with_formats_have_no_fault(browser: Browser, address: str, view: str, mode: str) -> None:
    faults = {}
    with opened(browser, BY_NAME[mode]) as page:
        for name in PAGES:
            visit(page, f"{address}{view}plans/misalpur/2026/{name}.html", BY_NAME[mode])
            every = {**CHECKS, **ENGINES, **(KEYBOARD if name in ("listen", "braille") else {})}
            found = [f"{each}: {fault}" for each, check in every.items() for fault in check(page, BY_NAME[mode])]
            if found:
                faults[name] = found
    assert faults == {}


def test_the_player_plays_without_a_script(browser: Browser, address: str) -> None:
    with opened(browser, BY_NAME["desktop"]) as page:
        page.goto(f"{address}plans/misalpur/2026/listen.html")
        assert page.locator("script:not([type='application/ld+json'])").count() == 0
        seconds = page.evaluate(
            """async () => {
                const player = document.querySelector("audio");
                player.preload = "metadata";
                await new Promise((done, failed) => {
                    player.onloadedmetadata = done; player.onerror = failed; player.load();
                });
                return player.duration;
            }"""
        )
    assert seconds > 30


def test_braille_is_written_with_its_six_dots(browser: Browser, address: str) -> None:
    with opened(browser, BY_NAME["desktop"]) as page:
        page.goto(f"{address}plans/misalpur/2026/braille.html")
        cells = "".join(page.locator("main .braille").all_inner_texts())
    assert len(cells) > 500
    assert set(cells.split()[0]) <= {chr(code) for code in range(0x2800, 0x2840)}


def test_braille_runs_from_left_to_right_even_on_a_page_that_does_not(browser: Browser, address: str) -> None:
    with opened(browser, BY_NAME["phone"]) as page:
        page.goto(f"{address}plans/misalpur/2026/braille.html")
        margins = page.evaluate(
            """() => [...document.querySelectorAll("main .braille")].map(cells => {
                const first = document.createRange();
                first.setStart(cells.firstChild, 0);
                first.setEnd(cells.firstChild, 1);
                return first.getBoundingClientRect().left - cells.closest("p").getBoundingClientRect().left;
            })"""
        )
    assert len(margins) > 10
    assert max(map(abs, margins)) < 2


def test_the_size_of_a_file_stands_after_its_name_in_urdu(browser: Browser, address: str) -> None:
    with opened(browser, BY_NAME["desktop"]) as page:
        page.goto(f"{address}plans/misalpur/2026/formats.html")
        before = page.evaluate(
            """() => [...document.querySelectorAll("#_files li > a")].filter(link => {
                const colon = document.createRange();
                colon.setStart(link.nextSibling, 0);
                colon.setEnd(link.nextSibling, 1);
                return colon.getBoundingClientRect().right > link.getBoundingClientRect().left + 1;
            }).map(link => link.textContent)"""
        )
        assert page.locator("#_files li > a").count() == 7
    assert before == []

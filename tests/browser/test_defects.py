"""The checks see: each seeded defect is found by the check it is named after, and clean pages are never blamed."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.checks import CHECKS
from tests.browser.engines import ENGINES
from tests.browser.keyboard import KEYBOARD
from tests.browser.modes import BY_NAME, MODES, Mode, opened, visit

pytestmark = pytest.mark.xdist_group("browser")

ALL = {**CHECKS, **ENGINES, **KEYBOARD}
FOLDER = Path(__file__).with_name("defects")
DEFECTS = sorted(path.stem for path in FOLDER.glob("*.*.html"))
CLEAN = sorted(path.stem for path in FOLDER.glob("clean*.html"))
_FIRST_LINES = re.compile(r"<!DOCTYPE html>\n<!-- mode: (?P<mode>.+)\nsays: (?P<says>.+) -->\n")


@pytest.fixture(scope="module")
def defects(serve: Callable[[Path], str]) -> str:
    return serve(FOLDER)


@pytest.mark.parametrize("name", DEFECTS)
def test_a_seeded_defect_is_found(browser: Browser, defects: str, name: str) -> None:
    about = _FIRST_LINES.match((FOLDER / f"{name}.html").read_text("utf-8"))
    assert about
    mode = BY_NAME[about["mode"]]
    with opened(browser, mode) as page:
        visit(page, f"{defects}{name}.html", mode)
        found = ALL[name.partition(".")[0]](page, mode)
    assert [each for each in found if about["says"] in each], found


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.name)
@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_page_is_never_blamed(browser: Browser, defects: str, name: str, mode: Mode) -> None:
    with opened(browser, mode) as page:
        visit(page, f"{defects}{name}.html", mode)
        # vnu reads the file, which is the same in every mode; the other engines are scripts
        left_out = {"no script": {"axe", "ibm", "vnu"}, "desktop": set()}.get(mode.name, {"vnu"})
        can_run = {each: check for each, check in ALL.items() if each not in left_out}
        found = [f"{each}: {fault}" for each, check in can_run.items() for fault in check(page, mode)]
    assert found == []


def test_every_check_has_a_seeded_defect() -> None:
    assert {name.partition(".")[0] for name in DEFECTS} == ALL.keys()

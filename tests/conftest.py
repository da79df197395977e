"""What many tests share: the real plan's site, rendered once and built once for each test process."""

import functools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator import build
from generator.booklet import Booklet
from generator.formats.makers import CACHE_FOLDER
from tests.browser.chromium import launched

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make audit` opens every page in the browser, not one of each type."""
    parser.addoption("--every-page", action="store_true", help="open every page in the browser, not one of each type")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What the tests of formats counted: a gate that looked at nothing would be seen."""
    passed = [each for each in terminalreporter.getreports("passed") if each.nodeid.startswith("tests/formats/")]
    counts = sorted({line for each in passed for line in each.capstdout.splitlines()})
    if counts:
        terminalreporter.section("What the tests of formats counted")
        for line in counts:
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the real site: this repository."""
    return ROOT


@pytest.fixture(scope="session")
def websites() -> Callable[[str], build.Website]:
    """Sites in memory, by their folder in this repository, each rendered once."""
    return functools.cache(lambda folder: build.website(ROOT / folder))


@pytest.fixture(scope="session")
def share_made() -> Callable[[Path], None]:
    """Lets a copy of a site use the formats that were made before, and keep its own with them."""

    def share(site: Path) -> None:
        for folder in (ROOT / CACHE_FOLDER, (site / CACHE_FOLDER).parent):
            folder.mkdir(parents=True, exist_ok=True)
        (site / CACHE_FOLDER).symlink_to(ROOT / CACHE_FOLDER, target_is_directory=True)

    return share


@pytest.fixture(scope="session")
def website(websites: Callable[[str], build.Website]) -> build.Website:
    """The real site, in memory."""
    return websites("")


@pytest.fixture(scope="session")
def booklets() -> dict[str, Booklet]:
    """The real plan's booklets, by language."""
    return {each.language.code: each for each in build.booklets(build.check(ROOT))}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built by MkDocs and verified."""
    into = tmp_path_factory.mktemp("built") / "site"
    build.build(ROOT, into)
    return into


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser that `make test` found or installed. Missing is a failure, never a skip."""
    with launched() as browser:
        yield browser

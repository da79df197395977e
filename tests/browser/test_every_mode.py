"""Every type of page in ten modes, in eight languages, under every check: nothing is found, and nothing is left out.

`make test` opens the longest page of each type: in English in every mode, in other languages in some;
`make audit` opens every page there is in every mode. The first plan has no results and one edition. So the pages that
speak of results and of changes are opened in Exampleton too, and in a small plan in Urdu.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from generator import build
from tests.browser import engines
from tests.browser.checks import CHECKS, Check, words
from tests.browser.engines import ENGINES
from tests.browser.keyboard import KEYBOARD
from tests.browser.modes import BY_NAME, MODES, Mode, opened, visit

LANGUAGES = {
    "english": "en",
    "urdu": "ur",
    "bengali": "bn",
    "chinese": "zh-Hans",
    "italian": "it",
    "polish": "pl",
    "portuguese": "pt",
    "spanish": "es",
}
COUNTS = (23, 79)
"""How many pages are opened in each language: one of each type, or all."""

LIVING = {
    "exampleton": (
        "examples/exampleton",
        "en",
        ("changes", "editions", "former", "home", "progress", "target", "targets"),
    ),
    "exampleton in welsh": ("examples/exampleton", "cy", ("changes", "former", "progress", "target", "targets")),
    "misalpur": ("tests/plans/urdu", "ur", ("progress", "target", "targets")),
}
"""Plans that live: where each is, the language, and the types of page to open, in standard and in large print."""

IN_MODES = {
    "english": {mode.name for mode in MODES},
    "urdu": {"phone", "text at 400 %"},
    "exampleton": {"phone"},
    "bengali": {"phone"},
    "chinese": {"phone"},
    "misalpur": {"phone"},
    "polish": {"phone"},
}
"""The modes in which `make test` opens pages of each language: one language for each script, with the longest words."""

LARGE = {"targets", "item", "formats"}
"""The types that stand for large print, which is made from the same blocks: with tables, lists, other languages."""

JUDGED = {"desktop", "phone"}
"""The modes in which IBM's engine is asked: it looks at the document more than at its picture. In `make test`, once."""

WALKED = {"desktop", "phone"}
"""The modes in which the keyboard walks: wide and narrow."""

WALKED_IN = {"english": "desktop", "urdu": "phone"}
"""The languages and modes in which it walks in `make test`: one for each direction. It takes most of the time."""

WALKED_TYPES = {"home", "item", "targets", "formats", "organisations", "help", "search", "not-found", "prose"}
"""The types of page on which it walks in `make test`."""


class Site(NamedTuple):
    """A built site behind an address, and the pages of it to open."""

    address: str
    pages: dict[str, str]  # the type of page at each address
    every: bool
    walked: str  # the mode in which the keyboard walks in `make test`; empty for none
    words: dict[tuple[str, bool], Counter[str]]


def _runs() -> Iterator[object]:
    for name in (*LANGUAGES, *LIVING):
        for mode in MODES:
            marks = [pytest.mark.xdist_group(f"browser {name}")]
            if mode.name not in IN_MODES.get(name, ()):
                marks.append(pytest.mark.audit)
            yield pytest.param(name, mode, id=f"{name}-{mode.name}", marks=marks)


@pytest.fixture(scope="session")
def living(
    root: Path, serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, str, tuple[str, ...]], Site]:
    """Builds a plan that lives, and chooses the longest page of some types in a language."""

    def living(folder: str, language: str, types: tuple[str, ...]) -> Site:
        into = tmp_path_factory.mktemp("living") / "site"
        pages = [page for page in build.build(root / folder, into).pages if page.meta["lang"] == language]
        longest = {
            (page.page.template, page.meta["large"]): page.address
            for page in sorted(pages, key=lambda page: len(page.fragment))
            if page.page.template in types
        }
        assert {template for template, _ in longest} == set(types)
        return Site(
            serve(into),
            {address: template for (template, _), address in longest.items()},
            every=False,
            walked="",
            words={},
        )

    return living


@pytest.fixture(scope="session")
def site_of(
    website: build.Website,
    address: str,
    living: Callable[[str, str, tuple[str, ...]], Site],
    pytestconfig: pytest.Config,
) -> Callable[[str], Site]:
    made: dict[str, Site] = {}

    def site_of(name: str) -> Site:
        if name not in made and name in LIVING:
            made[name] = living(*LIVING[name])
        if name not in made:
            pages = [page for page in website.pages if page.meta["lang"] == LANGUAGES[name]]
            every = bool(pytestconfig.getoption("--every-page"))
            longest = {}
            for page in sorted(pages, key=lambda page: len(page.fragment)):
                template, large = page.page.template, page.meta["large"]
                if not large or template in LARGE:
                    longest[template, large] = page
            chosen = {page.address: page.page.template for page in (pages if every else longest.values())}
            assert len(chosen) == COUNTS[every]
            made[name] = Site(address, chosen, every, WALKED_IN.get(name, ""), {})
        return made[name]

    return site_of


def _words(browser: Browser, site: Site, address: str, mode: Mode) -> Counter[str]:
    """The words of a page as a desktop shows them, as far as they are meant for paper too if that is the mode."""
    if (address, mode.print) not in site.words:
        with opened(browser, BY_NAME["desktop"]) as page:
            visit(page, site.address + address, BY_NAME["desktop"])
            site.words[address, mode.print] = words(page, mode)
    return site.words[address, mode.print]


def _checks(site: Site, template: str, mode: Mode) -> dict[str, Check]:
    checks = dict(CHECKS)
    if mode.options.get("java_script_enabled", True):  # the engines are scripts
        judged = mode.name in JUDGED if site.every else mode.name == "phone"
        checks |= {name: ENGINES[name] for name in ("axe", "ibm") if name == "axe" or judged}
    if mode.name in WALKED if site.every else mode.name == site.walked and template in WALKED_TYPES:
        checks |= KEYBOARD  # last: it moves the focus
    return checks


def _findings(page: Page, mode: Mode, checks: dict[str, Check], meant: Counter[str]) -> Iterator[str]:
    for name, check in checks.items():
        yield from (f"{name}: {finding}" for finding in check(page, mode))
        if name == "parity":
            yield from (f"parity: lost in this mode: {word}" for word in meant - words(page, mode))


@pytest.mark.parametrize(("name", "mode"), list(_runs()))
def test_no_page_has_a_fault_in_any_mode(
    browser: Browser, site_of: Callable[[str], Site], name: str, mode: Mode
) -> None:
    site = site_of(name)
    faults = {}
    with opened(browser, mode) as page:
        for each, template in site.pages.items():
            visit(page, site.address + each, mode)
            meant = _words(browser, site, each, mode)
            if found := list(_findings(page, mode, _checks(site, template, mode), meant)):
                faults[each] = found
    assert faults == {}


def test_every_page_of_a_plan_that_lives_is_good_html(root: Path, tmp_path: Path) -> None:
    made = build.build(root / "examples" / "exampleton", tmp_path / "site")
    found = engines.vnu((tmp_path / "site").rglob("*.html"))
    assert len(found) == len(made.pages)
    assert {path.name: faults for path, faults in found.items() if faults} == {}


def test_every_page_is_good_html(built: Path) -> None:
    found = engines.vnu(built.rglob("*.html"))
    assert len(found) == COUNTS[True] * len(LANGUAGES)
    assert {path.name: faults for path, faults in found.items() if faults} == {}

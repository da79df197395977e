"""The first plan in its seven other languages: every page, every word, and nothing claimed that nobody did."""

import csv
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from generator import build, upkeep
from generator.catalogs import INTERFACE_CATALOGS, State
from generator.languages import known_language
from generator.ledger import Standing, coverage
from generator.originals import of_interface
from generator.render import complete_page

TRANSLATED = ("es", "it", "pt", "bn", "zh-Hans", "ur", "pl")
LEVELS = {"theme", "aim", "objective", "action", "target", "headline target"}


@pytest.fixture(scope="module")
def checked(root: Path) -> build.Checked:
    return build.check(root)


@pytest.fixture(scope="module", params=TRANSLATED)
def code(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def trees(code: str, website: build.Website) -> dict[str, ET.Element]:
    """The complete pages of a language, by their paths without it."""
    pages = {page.address: page for page in website.pages if page.meta["lang"] == code}
    texts = {address: complete_page(page.fragment, page.meta) for address, page in pages.items()}
    return {
        address.replace(f"{code}/", "", 1): ET.fromstring(text.removeprefix("<!DOCTYPE html>\n"))
        for address, text in texts.items()
    }


def test_every_page_is_there_in_every_language(website: build.Website, trees: dict[str, ET.Element]) -> None:
    assert set(trees) == {page.address for page in website.pages if page.meta["lang"] == "en"}
    assert len(trees) == 79


def test_every_page_says_its_language_and_direction(code: str, trees: dict[str, ET.Element]) -> None:
    expected = (code, "rtl" if code == "ur" else "ltr")
    assert {(tree.get("lang"), tree.get("dir")) for tree in trees.values()} == {expected}


def test_every_page_leads_to_itself_in_every_language(trees: dict[str, ET.Element]) -> None:
    for address, tree in trees.items():
        names = [each for each in tree.iter("ul") if each.get("class") == "languages"]
        (listed,) = names
        assert len(listed) == 8, address
        here = [link.get("href", "").rpartition("/")[2] for link in listed.iter("a")]
        assert set(here) == {address.rpartition("/")[2]}


def test_no_word_of_planpress_is_left_in_english(trees: dict[str, ET.Element]) -> None:
    """Names of bodies and laws stay English, and are marked so: they are no messages of ours."""
    english = {form for each in of_interface() for form in (each.wording, each.plural)} - {""}
    left = {
        (address, "".join(part.itertext()))
        for address, tree in trees.items()
        for part in tree.iter()
        if part.get("lang") == "en" and part.tag != "a"
    }
    assert {(address, words) for address, words in left if words in english} == set()


def test_every_page_says_that_a_machine_translated_it(
    code: str, checked: build.Checked, trees: dict[str, ET.Element]
) -> None:
    notice = checked.translators[code].word("A machine made this translation.").text
    assert notice != "A machine made this translation."
    for address, tree in trees.items():
        assert notice in "".join(tree.itertext()), address


def test_everything_is_translated_and_nothing_is_said_to_be_checked(code: str, checked: build.Checked) -> None:
    far = coverage(checked.translators[code], checked.originals["kettering-csp"], checked.originals["site"])
    for part in (far.summary, far.rest, far.site, far.interface):
        assert part.readable == part.total > 0
        assert set(part.counts) <= {Standing.DRAFT}


def test_every_entry_says_that_it_is_a_draft(code: str, checked: build.Checked) -> None:
    states = {each.state for catalog in checked.translators[code].catalogs for each in catalog.translations.values()}
    assert states == {State.DRAFT}


def test_no_catalog_has_a_fault_or_is_behind(root: Path, checked: build.Checked) -> None:
    assert [problem for problem in checked.warnings if problem.check == "catalogs"] == []
    assert upkeep.report(root).problems == ()
    done = subprocess.run([sys.executable, "scripts/interface.py", "--check"], cwd=root, capture_output=True, text=True)  # noqa: PLW1510 - its exit code is looked at
    assert (done.returncode, done.stdout) == (0, "")


def test_a_report_says_100_percent_of_the_summary_and_the_interface(root: Path) -> None:
    rows = [line for line in upkeep.report(root).lines if line.strip().startswith(TRANSLATED) and " of " in line]
    assert len(rows) == 7
    assert [row.count("100%") for row in rows] == [4] * 7


def test_each_language_has_a_list_of_terms_that_its_translations_use(
    root: Path, code: str, checked: build.Checked
) -> None:
    lists = {each: _terms(root, each) for each in TRANSLATED}
    assert lists[code].keys() == lists["es"].keys() >= LEVELS
    assert all(lists[code].values())
    levels = [lists[code][each] for each in LEVELS]
    assert len(set(levels)) == len(levels)
    translator = checked.translators[code]
    for level in checked.plans[0].plan.levels:
        assert translator.text(level.one).text == lists[code][level.one.wording]


def _terms(root: Path, code: str) -> dict[str, str]:
    path = root / "translations" / known_language(code).folder / "terms.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["source"]: row["target"] for row in csv.DictReader(file)}


@pytest.mark.parametrize(
    ("language_of_page", "written"),
    [
        ("es", ">1282 "),
        ("it", ">1282 "),
        ("pt", ">1282 "),
        ("pl", ">1282 "),
        ("ur", ">1,282 "),
        ("bn", ">১,২৮২টি"),
        ("zh-Hans", ">1,282 "),
    ],
)
def test_a_figure_is_written_as_its_language_writes_it(
    website: build.Website, language_of_page: str, written: str
) -> None:
    address = f"{language_of_page}/plans/kettering-csp/2008/targets/violent-crime.html"
    (page,) = [each for each in website.pages if each.address == address]
    assert written in page.fragment


def test_the_interface_is_there_for_every_language_of_the_first_plan() -> None:
    assert {path.name.replace("_", "-") for path in INTERFACE_CATALOGS.iterdir() if path.is_dir()} == set(TRANSLATED)

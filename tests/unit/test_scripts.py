"""Whole sites in Urdu and Bengali: every page type speaks their language, in their direction, to the last word."""

import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from generator import build, editions
from generator.languages import known_language
from generator.pages import TITLES
from generator.problems import PlanError
from generator.render import TEMPLATES, complete_page
from tests.unit.messages import in_the_interface

PLANS = Path(__file__).parent.parent / "plans"
CATALOGS = TEMPLATES.parent / "translations"
LANGUAGES = {"urdu": "ur", "bengali": "bn"}
NAMES = {"AA", "BRF", "CSV", "DAISY", "EPUB", "Excel", "JSON", "LibreOffice", "MP", "PDF", "PEF", "StratML", "WCAG"}
"""What stays in Latin letters in any script, besides addresses, names of files and codes."""

_ADDRESSES = re.compile(r"https?://\S+|\S+@\S+|\b[a-z]+\.(?:csv|json|ods|xlsx|xml)\b")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_TELEPHONE = re.compile(r"(?:\+44 |0)1632 96\d{4}")


@pytest.fixture(scope="module", params=LANGUAGES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def checked(name: str) -> build.Checked:
    return build.check(PLANS / name)


@pytest.fixture(scope="module")
def trees(checked: build.Checked) -> dict[str, ET.Element]:
    """The complete pages of a site, by their addresses."""
    pages = ((page.address, complete_page(page.fragment, page.meta)) for page in build.pages(checked).pages)
    return {address: ET.fromstring(page.removeprefix("<!DOCTYPE html>\n")) for address, page in pages}


def _own(element: ET.Element, code: str) -> Iterator[str]:
    """The words in a language, shown or spoken, within an element; codes are no words."""
    if element.get("lang", code) == code and element.get("class") != "code" and element.tag != "script":
        yield from (element.get(name, "") for name in ("aria-label", "data-label"))
        yield element.text or ""
        for child in element:
            yield from _own(child, code)
            yield child.tail or ""


def _english_left(tree: ET.Element, code: str) -> set[str]:
    """Latin words where the language of the page is said to be."""
    words = {word for text in _own(tree, code) for word in _LATIN.findall(_ADDRESSES.sub("", text))}
    return words - NAMES


def test_the_site_builds_without_a_problem(name: str, tmp_path: Path) -> None:
    try:
        made = build.build(PLANS / name, tmp_path / "site")
    except PlanError as error:
        pytest.fail("\n".join(map(str, error.problems)))
    assert made.warnings == ()


def test_every_page_says_its_language_and_direction(name: str, trees: dict[str, ET.Element]) -> None:
    code = LANGUAGES[name]
    assert {(tree.get("lang"), tree.get("dir")) for tree in trees.values()} == {(code, known_language(code).direction)}
    assert known_language(code).direction == ("rtl" if code == "ur" else "ltr")


def test_every_template_has_a_page_in_this_script(checked: build.Checked) -> None:
    shown = {rendered.page.template for rendered in build.pages(checked).pages}
    # One edition of one plan in one language: nothing to choose among, or to compare.
    assert set(TITLES) | {"item", "target", "prose"} == shown | {"changes", "editions", "plans", "translations"}


def test_no_word_is_left_in_latin_letters(name: str, trees: dict[str, ET.Element]) -> None:
    left = {address: words for address, tree in trees.items() if (words := _english_left(tree, LANGUAGES[name]))}
    assert left == {}


def test_nothing_but_the_printed_offer_and_names_are_in_another_language(
    name: str, checked: build.Checked, trees: dict[str, ET.Element]
) -> None:
    """What Planpress itself says comes out marked as English where a catalog does not have it."""
    offers = checked.plans[0].current.facts.statements
    printed = {each.text.wording for each in offers} | {known_language(each.language).name for each in offers}
    foreign = {
        "".join(each.itertext())
        for tree in trees.values()
        for each in tree.iter()
        if each.get("lang", LANGUAGES[name]) != LANGUAGES[name]
    }
    assert (foreign - printed) & in_the_interface() == set()
    assert "Polski" in foreign


def test_a_second_edition_says_what_changed_in_this_script(name: str, tmp_path: Path) -> None:
    """A figure is revised, another due, an action done, and the last target is no longer in the plan."""
    site = Path(shutil.copytree(PLANS / name, tmp_path / name))
    into = editions.start(site, "2027")
    targets = (into / "targets.yaml").read_text("utf-8").replace("value: 98", "value: 99").replace("1225", "1230")
    (into / "targets.yaml").write_text(targets[: targets.rindex("  - id: ")], "utf-8")
    for path in (into / "items").iterdir():
        path.write_text(path.read_text("utf-8").replace("status: under way", "status: done"), "utf-8")
    pages = [page for page in build.pages(build.check(site)).pages if "/2027/" in page.address]
    kinds = {page.page.template for page in pages}
    assert {"changes", "editions", "former", "home"} <= kinds
    for page in pages:
        tree = ET.fromstring(complete_page(page.fragment, page.meta).removeprefix("<!DOCTYPE html>\n"))
        assert _english_left(tree, LANGUAGES[name]) == set(), page.address


@pytest.mark.parametrize("code", LANGUAGES.values())
def test_the_catalog_has_every_word_of_planpress(code: str) -> None:
    """Also those that these two sites do not need."""
    with (CATALOGS / code / "LC_MESSAGES/planpress.po").open(encoding="utf-8") as file:
        entries = [each for each in read_po(file, locale=code, abort_invalid=True) if each.id]
    has = {
        each.id[-1] if isinstance(each.id, tuple) else each.id for each in entries if each.string and all(each.string)
    }
    assert sorted(in_the_interface() - has) == []
    assert [each.id for each in entries if each.fuzzy or each.context] == []
    assert [each.id for each in entries if each.user_comments != ["state: machine-draft"]] == []


def test_a_number_to_ring_and_an_address_keep_their_order(
    checked: build.Checked, trees: dict[str, ET.Element], name: str
) -> None:
    operator = checked.site.operator
    everywhere: set[str] = set()
    for address, tree in trees.items():
        isolated = {"".join(each.itertext()) for each in tree.iter("bdi")}
        if LANGUAGES[name] == "ur":
            assert set(_TELEPHONE.findall("".join(tree.itertext()))) <= isolated, address
        everywhere |= isolated
    assert {operator.telephone, operator.email, operator.website} <= everywhere
    assert any(all(line in each for line in operator.address[1:]) for each in everywhere)


def test_urdu_is_written_in_urdu_letters() -> None:
    """Arabic keyboards give letters that look alike, and no search finds them."""
    files = [*(PLANS / "urdu").rglob("*.*"), CATALOGS / "ur/LC_MESSAGES/planpress.po"]
    found = {
        path.name: re.findall("[\u064a\u0643\u0647\u0629\u0660-\u0669]", path.read_text("utf-8")) for path in files
    }
    assert [path for path, letters in found.items() if letters] == []

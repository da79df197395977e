"""No step asks the clock: the day the site speaks from is handed over."""

import re
from pathlib import Path

import pytest

from generator import build
from generator.periods import Period


def _page(website: build.Website, end: str) -> str:
    return next(page.fragment for page in website.pages if page.address.endswith(end))


def _day(written: str) -> Period:
    period = Period.parse(written)
    assert period is not None
    return period


@pytest.fixture(scope="module")
def running(root: Path) -> build.Website:
    """The site on the last day of the plan's period."""
    return build.website(root, as_of=_day("2011-03-31"))


@pytest.fixture(scope="module")
def over(root: Path) -> build.Website:
    """The site a day later."""
    return build.website(root, as_of=_day("2011-04-01"))


def test_a_plan_is_history_from_the_day_after_its_period(running: build.Website, over: build.Website) -> None:
    assert "This is a plan from the past." not in _page(running, "2008/index.html")
    assert "This is a plan from the past." in _page(over, "2008/index.html")


def test_every_page_of_a_plan_that_is_over_says_so(website: build.Website) -> None:
    pages = [page for page in website.pages if "/2008/" in page.address]
    assert len(pages) == 512  # 32 pages in 8 languages, and each in large print
    english = [page for page in pages if page.meta["lang"] == "en"]
    assert [page.address for page in english if "This is a plan from the past." not in page.fragment] == []
    assert {page.fragment.count('<section class="band"') for page in pages if page.meta["lang"] != "en"} == {2}


def test_telephone_numbers_are_links_only_while_the_plan_runs(running: build.Website, over: build.Website) -> None:
    assert 'href="tel:01536534378"' in _page(running, "organisations.html")
    assert "tel:" not in _page(over, "organisations.html")
    assert "01536 534378" in _page(over, "organisations.html")


def test_building_twice_gives_the_same_bytes(root: Path, built: Path, tmp_path: Path) -> None:
    again = tmp_path / "site"
    build.build(root, again)
    first = {path.relative_to(built): path.read_bytes() for path in built.rglob("*") if path.is_file()}
    second = {path.relative_to(again): path.read_bytes() for path in again.rglob("*") if path.is_file()}
    assert first == second


def test_no_module_asks_the_clock(root: Path) -> None:
    clock = re.compile(r"\b(?:date\.today|datetime\.(?:now|utcnow)|time\.(?:time|localtime|gmtime))\b")
    asking = [path.name for path in (root / "generator").rglob("*.py") if clock.search(path.read_text("utf-8"))]
    assert asking == []

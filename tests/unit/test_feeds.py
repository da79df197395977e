"""Feeds have what RFC 4287 says they must have, and say what changed."""

import shutil
import xml.etree.ElementTree as ET
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator import build, editions
from generator.fragment import parsed
from generator.periods import Period

TWO = Path(__file__).parent.parent / "plans" / "two-editions"
MADE = build.website(TWO)
FEEDS = {path: content for path, content in MADE.files.items() if "/feed" in path}
ATOM = "{http://www.w3.org/2005/Atom}"
ROOT = "https://plan.exampleton.example/"


def _one(element: ET.Element, name: str) -> str:
    """The words of an element that must be there exactly once."""
    found = element.findall(f"{ATOM}{name}")
    assert len(found) == 1, name
    return found[0].text or ""


def _entries(path: str) -> dict[str, ET.Element]:
    return {_one(entry, "title"): entry for entry in ET.fromstring(FEEDS[path]).findall(f"{ATOM}entry")}


def test_there_is_a_feed_for_the_plan_and_each_of_its_first_items_under_any_id_it_had() -> None:
    assert set(FEEDS) == {f"plans/two/feed{name}.xml" for name in ("", "-homes", "-burglary", "-streets")}
    assert FEEDS["plans/two/feed-burglary.xml"] == FEEDS["plans/two/feed-homes.xml"]


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_has_what_it_must_have(path: str) -> None:
    feed = ET.fromstring(FEEDS[path])
    assert feed.tag == f"{ATOM}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert _one(feed.findall(f"{ATOM}author")[0], "name") == "Exampleton Borough Council"  # 4.1.1, 3.2.1
    assert _one(feed, "title")
    itself = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert itself == [_one(feed, "id")]
    for each in (feed, *feed.findall(f"{ATOM}entry")):
        assert urlsplit(_one(each, "id")).scheme == "https"  # 4.2.6: an absolute IRI
        assert datetime.fromisoformat(_one(each, "updated")).tzinfo  # 3.3: RFC 3339
        alternates = [link for link in each.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        assert len(alternates) == 1  # 4.1.1, 4.1.2: one of each type and language
    ids = [_one(entry, "id") for entry in feed.findall(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))
    assert _one(feed, "updated") == max(_one(entry, "updated") for entry in feed.findall(f"{ATOM}entry"))


@pytest.mark.parametrize("path", FEEDS)
def test_what_a_feed_says_links_to_pages_that_exist(path: str) -> None:
    there = {page.address for page in MADE.pages}
    for entry in _entries(path).values():
        content = entry.find(f"{ATOM}content")
        assert content is not None
        assert content.get("type") == "html"
        links = [link.get("href", "") for link in parsed(content.text or "").iter("a")]
        links += [link.get("href", "") for link in entry.findall(f"{ATOM}link")]
        assert all(link.startswith(ROOT) for link in links)
        assert {link.removeprefix(ROOT).partition("#")[0] for link in links} <= there


def test_each_edition_and_each_correction_is_an_entry_with_its_own_day() -> None:
    days = {title: _one(entry, "updated")[:10] for title, entry in _entries("plans/two/feed.xml").items()}
    assert days == {
        "Edition 2025": "2025-04-01",
        "Edition 2026": "2026-05-03",  # its last correction
        "Correction, 20 April 2026": "2026-04-20",
        "Correction, 3 May 2026": "2026-05-03",
    }


def test_the_feed_of_an_item_holds_what_concerns_it_under_any_id() -> None:
    said = _one(_entries("plans/two/feed-homes.xml")["Edition 2026"], "content")
    assert "Fit 200 alley gates" in said
    assert "Burglaries" in said  # the target that names it
    assert "lamps" not in said
    assert "Vehicle crime" not in said


def test_pages_name_the_feeds_of_their_plan_and_item(two: Path) -> None:
    build.build(two, two / "site")
    page = (two / "site/plans/two/2026/items/homes.html").read_text("utf-8")
    for name in ("feed", "feed-homes"):
        assert '<link rel="alternate" type="application/atom+xml" title="' in page
        assert f'href="../../{name}.xml"' in page
    assert "atom+xml" not in (two / "site/help.html").read_text("utf-8")


def test_a_site_without_an_address_has_no_feeds(two: Path) -> None:
    site = two / "plan_data/site.yaml"
    site.write_text(site.read_text("utf-8").replace("address: https", "# address: https"), "utf-8")
    made = build.website(two)
    assert not [path for path in made.files if "feed" in path]
    assert not [page for page in made.pages if page.meta["feeds"] or "feed.xml" in page.fragment]


def test_an_edition_without_a_day_or_month_is_in_no_feed(two: Path) -> None:
    for year in ("2025", "2026"):
        edition = two / f"plan_data/two/{year}/edition.yaml"
        lines = edition.read_text("utf-8").splitlines(keepends=True)
        edition.write_text("".join(line for line in lines if not line.startswith("published")), "utf-8")
    assert not [path for path in build.website(two).files if "feed" in path]


def test_a_feed_tells_what_is_concluded_now(two: Path) -> None:
    feed = build.website(two).files["plans/two/feed.xml"].decode()
    changes = next(page for page in build.website(two).pages if page.address == "plans/two/2026/changes.html")
    assert "Before: not due yet." in changes.fragment
    assert "Before: not due yet." in feed


def test_a_correction_of_an_edition_of_which_only_the_year_is_known_is_in_the_feed(two: Path) -> None:
    edition = two / "plan_data/two/2026/edition.yaml"
    edition.write_text(edition.read_text("utf-8").replace("published: 2026-04-02", "published: 2026"), "utf-8")
    editions.publish(two, "2026", "", on=None, note=None, minor=False)
    edition.write_text(edition.read_text("utf-8") + "# The second printing.\n", "utf-8")
    day = Period.parse("2027-01-03")
    assert day is not None
    editions.correct(two, "2026", "", day, "The number was wrong.")
    feed = build.website(two).files["plans/two/feed.xml"].decode()
    assert "The number was wrong." in feed
    assert "<title>Edition 2026</title>" not in feed


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A copy of the site with two editions."""
    return Path(shutil.copytree(TWO, tmp_path / "two", ignore=shutil.ignore_patterns("published.yaml")))

"""The guide to the yearly update tells what happens: whoever follows it sees what it shows."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import build
from generator.periods import Period
from tests.formats.office import Office
from tests.formats.walkthrough import GUIDE, walked

ROOT = Path(__file__).parents[2]
PLAN = "plans/exampleton-safer-town"

pytestmark = pytest.mark.xdist_group("libreoffice")


@pytest.fixture(scope="module")
def year(
    tmp_path_factory: pytest.TempPathFactory, office: Office, share_made: Callable[[Path], None]
) -> tuple[Path, str]:
    """A copy of Exampleton after the year's work, and the guide with what was said on the way."""
    ignored = shutil.ignore_patterns("site", "schema", ".planpress")
    site = Path(
        shutil.copytree(ROOT / "examples" / "exampleton", tmp_path_factory.mktemp("year") / "site", ignore=ignored)
    )
    share_made(site)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(site)
        return site, walked(GUIDE.read_text("utf-8"), office, site / "update-2027.xlsx")


def test_the_guide_shows_what_the_commands_say(year: tuple[Path, str]) -> None:
    if os.environ.get("GOLDEN") == "write":
        GUIDE.write_text(year[1], "utf-8", newline="\n")
    assert year[1] == GUIDE.read_text("utf-8"), 'if this is right, run "make golden" and read the difference'


def test_what_was_typed_in_the_spreadsheet_is_on_the_pages(year: tuple[Path, str]) -> None:
    site, _ = year
    made = {page.address: page.fragment for page in build.website(site).pages}
    burglary = made[f"{PLAN}/2027/targets/burglary.html"]
    assert '<data value="305">305 crimes</data>' in burglary
    assert ">Met<" in made[f"{PLAN}/2027/targets/alley-gates.html"]
    assert ">Missed<" in made[f"{PLAN}/2027/targets/fly-tipping.html"]
    assert "The last gate was fitted in March 2027." in made[f"{PLAN}/2027/progress.html"]


def test_the_page_on_changes_and_the_feed_tell_of_the_year(year: tuple[Path, str]) -> None:
    site, _ = year
    changes = (site / "site" / PLAN / "2027" / "changes.html").read_text("utf-8")
    feed = (site / "site" / PLAN / "feed.xml").read_text("utf-8")
    for words in ("All 200 alley gates are fitted.", "305 crimes", "812 incidents"):
        assert words in changes
        assert words in feed
    assert "<updated>2027-05-18T00:00:00Z</updated>" in feed


def test_the_edition_is_sealed_and_the_older_ones_are_as_they_were(year: tuple[Path, str]) -> None:
    site, _ = year
    checked = build.check(site)
    assert "published-editions" not in {warning.check for warning in checked.warnings}
    assert checked.site.as_of == Period.parse("2027-05-18")
    for edition in ("2024", "2025", "2026"):
        for path in (site / "plan_data/exampleton-safer-town" / edition).rglob("*.yaml"):
            assert path.read_bytes() == (ROOT / "examples/exampleton" / path.relative_to(site)).read_bytes()

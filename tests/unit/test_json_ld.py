"""What pages say of themselves to search engines."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import build
from generator.json_ld import as_text
from generator.render import Website, complete_page

ROOT = Path(__file__).parent.parent.parent
TINY = ROOT / "tests" / "plans" / "tiny"
CLOSING = "</script><script>alert(1)</script> & ]]> <!--"


def _blocks(website: Website) -> dict[str, dict[str, Any]]:
    return {page.address: json.loads(page.meta["about"]) for page in website.pages if page.meta["about"]}


@pytest.fixture(scope="module")
def living() -> dict[str, dict[str, Any]]:
    """What the pages of a plan with results say, by address."""
    return _blocks(build.website(ROOT / "examples" / "exampleton"))


def test_only_the_home_the_data_page_and_targets_say_something(website: Website) -> None:
    kinds = {page.page.template: page.meta["large"] for page in website.pages if page.meta["about"]}
    assert kinds == {"home": False, "data": False, "target": False}
    assert len(_blocks(website)) == 8 * (3 + 1 + 15)


@pytest.mark.parametrize(("template", "most"), [("target", 900), ("home", 1_500), ("data", 3_000)])
def test_a_block_is_small(website: Website, template: str, most: int) -> None:
    sizes = [len(page.meta["about"].encode()) for page in website.pages if page.page.template == template]
    assert 200 < max(sizes) < most


def test_the_home_is_a_report_with_its_files(website: Website) -> None:
    home = _blocks(website)["index.html"]
    assert home == home | {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": "Community Safety Partnership Three Year Plan",
        "inLanguage": "en",
        "temporalCoverage": "2008-04/2011-03",
        "publisher": {"@type": "Organization", "name": "Kettering Borough Council"},
    }
    for file in home["encoding"]:
        assert file["contentUrl"] in website.files
    assert "datePublished" not in home
    assert "license" not in home


def test_the_data_page_offers_each_of_its_files(website: Website) -> None:
    data = _blocks(website)["ur/plans/kettering-csp/2008/data.html"]
    offered = {re.sub(r"^(\.\./)*", "", file["contentUrl"]) for file in data["distribution"]}
    assert offered == {path for path in website.files if "/2008/data/" in path}
    assert (data["@type"], data["inLanguage"]) == ("Dataset", "en")


def test_a_target_of_the_first_plan_says_only_its_baseline(website: Website) -> None:
    target = _blocks(website)["plans/kettering-csp/2008/targets/vehicle-crime.html"]
    assert [(each["value"], each["observationDate"]) for each in target["mainEntity"]] == [(913, "2008-03-31")]


def test_a_result_is_an_observation_and_what_is_due_is_none(living: dict[str, dict[str, Any]]) -> None:
    page = living["plans/exampleton-safer-town/2026/targets/vehicle-crime.html"]
    assert [each["value"] for each in page["mainEntity"]] == [913, 901, 880]
    assert {each["unitText"] for each in page["mainEntity"]} == {"crimes"}


@pytest.mark.parametrize(("period", "observed"), [("2026-06-01", True), ("2028-07", False)])
def test_a_figure_of_a_time_to_come_is_no_observation(tmp_path: Path, period: str, *, observed: bool) -> None:
    site = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    targets = site / "plan_data" / "tiny" / "2026" / "targets.yaml"
    alone = re.sub(r"      - state: awaited\n(.*\n){2}      - state: missing\n.*\n", "", targets.read_text("utf-8"))
    newest = "        period: 2026-05\n"
    text = alone.replace(newest, f"{newest}      - value: 4242\n        period: {period}\n")
    targets.write_text(text, "utf-8")
    (values,) = ([each["value"] for each in block["mainEntity"]] for block in _observed(site))
    assert 41 in values
    assert (4242 in values) is observed


def _observed(site: Path) -> list[dict[str, Any]]:
    """The blocks of the pages of the target that has results, in the plan's language."""
    blocks = _blocks(build.website(site))
    return [of for name, of in blocks.items() if name.startswith("plans/") and 41 in _values(of)]


def _values(block: dict[str, Any]) -> list[float]:
    return [each["value"] for each in block.get("mainEntity", ())]


def test_every_observation_has_its_day(living: dict[str, dict[str, Any]]) -> None:
    days = [each["observationDate"] for block in living.values() for each in block.get("mainEntity", ())]
    assert len(days) > 100
    assert max(days) <= "2026-06-30"


def test_a_licence_that_is_stated_is_said() -> None:
    home = _blocks(build.website(TINY))["index.html"]
    assert home["license"] == "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
    assert home["encoding"][0]["contentUrl"].startswith("https://plan.exampleton.example/plans/tiny/2026/data/")


def test_no_words_of_a_plan_can_end_the_block(tmp_path: Path) -> None:
    site = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    plan = site / "plan_data" / "tiny" / "plan.yaml"
    content = yaml.safe_load(plan.read_text("utf-8")) | {"title": CLOSING}
    plan.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")
    home = next(page for page in build.website(site).pages if page.address == "index.html")
    text = complete_page(home.fragment, home.meta)
    assert text.count("</script>") == 1
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    assert not set(block) & set("<>&")
    assert json.loads(block)["name"] == CLOSING


def test_a_block_reads_back_as_it_was() -> None:
    about = {"name": "<a> & \u2028 \u0627\u0631\u062f\u0648 \\u003c"}
    assert json.loads(as_text(about)) == about

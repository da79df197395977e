"""Nothing of the printed plan is lost: every fact listed from the source is found on a page."""

from pathlib import Path

import pytest
import yaml

from generator import build
from generator.blocks import Definitions, Section, read_blocks, words

Facts = dict[str, list[str]]
FACTS: Facts = yaml.safe_load((Path(__file__).parent.parent / "facts" / "kettering-csp.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def texts(website: build.Website) -> dict[str, str]:
    return {page.address: words(read_blocks(page.fragment, page.meta["lang"])) for page in website.pages}


@pytest.mark.parametrize("view", ["", "large-print/"])
@pytest.mark.parametrize("group", FACTS)
def test_every_fact_of_the_source_is_in_the_whole_plan_on_one_page(
    group: str, view: str, texts: dict[str, str]
) -> None:
    """Printed capitals and the like stand on the page of repairs."""
    whole, repairs = (texts[f"{view}plans/kettering-csp/2008/{name}.html"] for name in ("whole-plan", "repairs"))
    whole += repairs
    assert [fact for fact in FACTS[group] if fact not in whole] == []


@pytest.mark.parametrize("group", FACTS)
def test_every_fact_of_the_source_is_on_a_page(group: str, texts: dict[str, str]) -> None:
    missing = [fact for fact in FACTS[group] if not any(fact in text for text in texts.values())]
    assert not missing


def test_the_list_of_facts_is_whole() -> None:
    counts = {group: len(facts) for group, facts in FACTS.items()}
    assert counts["actions"] == 72
    assert counts["targets"] == counts["baselines"] == 15
    assert counts["contacts"] == 12
    assert counts["statements"] == 8
    assert counts["aims"] == 13
    assert counts["objectives"] == 28
    assert sum(counts.values()) == 368


def test_every_organisation_has_its_own_number(website: build.Website) -> None:
    page = next(page for page in website.pages if page.address.endswith("2008/organisations.html"))
    entries = {
        "".join(run.text for run in entry.term): " ".join(run.text for runs in entry.descriptions for run in runs)
        for section in read_blocks(page.fragment, "en")
        if isinstance(section, Section)
        for block in section.blocks
        if isinstance(block, Definitions)
        for entry in block.entries
    }
    printed = [number for number in FACTS["telephones"] if number not in ("01536 410333", "01536 410795")]
    assert len(printed) == 12
    for name, number in zip(FACTS["contacts"], printed, strict=True):
        assert number in entries[name]


def test_every_target_stands_with_its_own_baseline(texts: dict[str, str]) -> None:
    for statement, baseline in zip(FACTS["targets"], FACTS["baselines"], strict=True):
        pages = [text for address, text in texts.items() if "/targets/" in address and statement in text]
        assert len(pages) == 2  # one of them in large print
        assert all(baseline in page for page in pages)


def test_every_action_stands_on_the_page_of_its_theme(texts: dict[str, str]) -> None:
    """The list is in the order of the source: nine actions, then three, twelve, eighteen and thirty."""
    themes = [
        ("environment", 9),
        ("community-cohesion", 3),
        ("offender-management", 12),
        ("vulnerable-young-people", 18),
        ("drugs-and-alcohol", 30),
    ]
    actions = iter(FACTS["actions"])
    for theme, count in themes:
        text = texts[f"plans/kettering-csp/2008/items/{theme}.html"]
        assert [action for action in (next(actions) for _ in range(count)) if action not in text] == []


def test_what_cannot_be_known_is_said_beside_it(texts: dict[str, str]) -> None:
    page = texts["plans/kettering-csp/2008/items/vulnerable-young-people.html"]
    assert "[first words lost] anti-social behaviour by young people" in page
    assert "The first words of this aim are lost in the transcript." in page

import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from generator import build
from generator.binding import Part, bound
from generator.blocks import read_blocks, words
from generator.fragment import FragmentError, parsed
from generator.render import BOUND, Rendered


def _bound(fragment: str, *, down: int = 1, link_to: str = "") -> ET.Element:
    places = {"plans/p/items/a.html": "items.a", link_to: "targets.b"}
    return parsed(bound("plans/p/whole-plan.html", (Part("items.a", "plans/p/items/a.html", fragment, down),), places))


def test_headings_go_down_and_ids_stand_behind_the_id_of_their_part() -> None:
    section = _bound('<h1>A</h1><section id="x"><h2>X</h2></section>').find("section[@id='items.a']")
    assert section is not None
    assert [each.tag for each in section.iter()] == ["section", "h2", "section", "h3"]
    assert section.find("section[@id='items.a.x']") is not None


@pytest.mark.parametrize(
    ("link", "becomes"),
    [
        ("a.html#x", "#items.a.x"),
        ("#x", "#items.a.x"),
        ("../targets/b.html", "#targets.b"),
        ("../../../index.html", "../../index.html"),
        ("../data/plan.json", "data/plan.json"),
        ("https://example.org/a", "https://example.org/a"),
        ("tel:0123", "tel:0123"),
    ],
)
def test_a_link_leads_to_its_place_in_the_booklet_or_where_it_led_before(link: str, becomes: str) -> None:
    found = _bound(f'<p><a href="{link}">A</a></p>', link_to="plans/p/targets/b.html").find(".//a")
    assert found is not None
    assert found.get("href") == becomes


def test_a_notice_at_the_top_of_a_page_is_left_out() -> None:
    assert "past" not in "".join(_bound('<section class="band"><p>past</p></section><p>now</p>').itertext())


def test_a_heading_that_would_stand_too_deep_is_a_mistake() -> None:
    with pytest.raises(FragmentError, match="too deep"):
        _bound("<h6>A</h6>")


def _whole(website: build.Website) -> Rendered:
    return next(page for page in website.pages if page.address == "plans/kettering-csp/2008/whole-plan.html")


def test_the_whole_plan_has_the_words_of_each_of_its_pages_in_their_order(website: build.Website) -> None:
    whole = words(read_blocks(_whole(website).fragment, "en"))
    at = 0
    english = [page for page in website.pages if page.meta["lang"] == "en" and not page.meta["large"]]
    pages = [page for page in english if page.page.template in BOUND]
    assert len(pages) == 5 + 1 + 15 + 1 + 1
    for page in pages:
        body = page.fragment.partition('<section id="_words">')[0]
        said = words(tuple(block for block in read_blocks(body, "en") if getattr(block, "kind", "") != "band"))
        assert said in whole[at:], page.address
        at = whole.index(said, at) + len(said)


def test_no_id_of_the_plan_can_meet_one_of_the_pages(website: build.Website) -> None:
    ids = [each.get("id", "") for each in parsed(_whole(website).fragment).iter() if each.get("id")]
    sections = {section.id for plan in [_whole(website).page.edition] if plan for section in plan.facts.sections}
    assert {each for each in ids if not each.startswith("_")} == sections


def test_no_heading_level_is_skipped_in_the_whole_plan(website: build.Website) -> None:
    headings = [
        int(each.tag[1])
        for each in parsed(_whole(website).fragment).iter()
        if each.tag in ("h1", "h2", "h3", "h4", "h5")
    ]
    assert headings.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))

"""How far items have come: counted once, wherever they are counted."""

from pathlib import Path

from generator import build
from generator.fields import NotStated
from generator.progress import Headway, has_status, headway
from generator.status import Status

ROOT = Path(__file__).parents[2]


def found(site: Path) -> tuple[Headway, ...]:
    return headway(build.check(site).plans[0].current)


def test_a_plan_that_says_nothing_of_its_actions_has_no_page_on_them() -> None:
    edition = build.check(ROOT).plans[0].current
    assert not has_status(edition)
    assert headway(edition) == ()


def test_every_item_of_a_level_is_counted_once_and_listed_once() -> None:
    (each,) = found(ROOT / "examples" / "exampleton")
    total = sum(each.total.values())
    assert total == sum(sum(counts.values()) for _, counts in each.by_item)
    assert [len(items) for _, items in each.items] == list(each.total.values())
    edition = build.check(ROOT / "examples" / "exampleton").plans[0].current
    assert total == sum(item.level.rank == each.level.rank for item in edition.all_items())


def test_items_of_several_organisations_count_with_each_and_items_of_none_are_not_lost() -> None:
    (each,) = found(ROOT / "examples" / "exampleton")
    edition = build.check(ROOT / "examples" / "exampleton").plans[0].current
    items = [item for item in edition.all_items() if item.level.rank == each.level.rank]
    counted = sum(sum(counts.values()) for _, counts in each.by_organisation)
    assert counted == sum(max(1, len(item.owners)) for item in items)


def test_the_order_of_statuses_is_that_of_the_closed_set() -> None:
    (each,) = found(ROOT / "examples" / "exampleton")
    stated = [status for status in each.total if not isinstance(status, NotStated)]
    assert stated == [status for status in Status if status in stated]
    assert not any(isinstance(item.status, NotStated) for status, items in each.items if status for item in items)

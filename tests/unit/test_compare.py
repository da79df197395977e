"""What is found when two editions are compared, and how the command line says it."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.compare import Changes, Kind, compare
from generator.compare_words import sentences
from generator.fields import NOT_STATED
from generator.load import load
from generator.model import Edition, Item, PlanEditions
from generator.pairs import same_items
from generator.periods import Period
from generator.targets import State, Target, Value
from tests.unit.mutations import changed_editions

PLANS = Path(__file__).parent.parent / "plans"


def _editions(name: str, plan: str) -> tuple[Edition, ...]:
    loaded = load(PLANS / name / "plan_data" / plan, PLANS / name)
    assert isinstance(loaded, PlanEditions)
    return loaded.editions


BEFORE, AFTER = _editions("two-editions", "two")
(TINY,) = _editions("tiny", "tiny")
CHANGES = compare(BEFORE, AFTER)
SAID = tuple(sentences(CHANGES, CHANGES.all))
APRIL = Period.parse("2026-04") or NOT_STATED


# ------------------------------------------------------------------------------------------------ the law: every field


@pytest.mark.parametrize("edition", [TINY, AFTER], ids=["tiny", "two"])
def test_nothing_that_differs_goes_unreported(edition: Edition) -> None:
    found = 0
    for other in changed_editions(edition):
        if other == edition:
            continue
        found += 1
        assert _said(edition, other)
        assert _said(other, edition)
    assert found > 150


@pytest.mark.parametrize("edition", [BEFORE, AFTER, TINY], ids=["before", "after", "tiny"])
def test_an_edition_does_not_differ_from_itself(edition: Edition) -> None:
    assert compare(edition, edition).all == ()


# ------------------------------------------------------------------------------------------------ what is found


def _said(before: Edition, after: Edition) -> list[str]:
    changes = compare(before, after)
    return list(sentences(changes, changes.all))


def _with_target(edition: Edition, **fields: Any) -> Edition:  # noqa: ANN401 - whatever the fields hold
    first, *rest = edition.targets.targets
    return replace(edition, targets=replace(edition.targets, targets=(replace(first, **fields), *rest)))


def _with_values(*values: Value) -> Edition:
    return _with_target(AFTER, values=values)


@pytest.mark.parametrize(
    "sentence",
    [
        'Target "Burglaries": result for 2025/2026 added: 490 crimes.',
        'Target "Burglaries": to reach: 480 crimes by 2028-03, now 460 crimes by 2028-03. Why: A good first year.',
        'Target "Vehicle crime": to reach: 400 crimes by 2028-03, now 390 crimes by 2028-03. Why: not stated.',
        'Target "Vehicle crime": result for 2025-04: 440 crimes (provisional), now 438 crimes (revised).',
        'Target "Vehicle crime": id: car-crime, now vehicle-crime.',
        'Target "New bins" added.',
        'Target "Graffiti removed" withdrawn: Graffiti is now removed by the county.',
        'Theme "Burglary": id: burglary, now homes.',
        'Action "Fit 200 alley gates": under way, now done.',
        'Action "Offer better locks and alarms": title: "Offer better locks", now "Offer better locks and alarms".',
        'Action "Offer better locks and alarms": owners added: "Exampleton Police".',
        'Action "Offer better locks and alarms": status note added: "The supplier closed."',
        'Action "Send leaflets to every home" removed.',
        'Action "Mend 30 street lamps" added.',
        'Organisation "Exampleton Police": name: "Exampleton Constabulary", now "Exampleton Police".',
        'Organisation "Exampleton Borough Council": contacts: telephone 01632 960001, now telephone 01632 960009.',
        'Organisation "Exampleton Primary Care" removed.',
    ],
)
def test_a_change_is_one_plain_sentence(sentence: str) -> None:
    assert sentence in SAID


def test_a_target_or_item_with_a_new_id_is_the_same_one() -> None:
    assert not [each for each in SAID if each.startswith('Target "Vehicle crime" ')]
    assert not [each for each in SAID if each.startswith('Action "Fit 200 alley gates" ')]


def test_a_reference_to_an_item_that_has_a_new_id_is_no_change() -> None:
    assert not [change for change in CHANGES.all if change.field == "item"]


def test_an_awaited_figure_that_came_is_a_new_result() -> None:
    awaited = Value(period=APRIL, state=State.AWAITED)
    came = replace(awaited, value=Decimal(41), state=State.STATED)
    assert [each.kind for each in compare(_with_values(awaited), _with_values(came)).all] == [Kind.RESULT_ADDED]
    assert [each.kind for each in compare(_with_values(), _with_values(awaited)).all] == [Kind.DETAIL]


def test_a_revised_figure_beside_the_first_one_is_a_revised_result() -> None:
    first = Value(period=APRIL, value=Decimal(41))
    revised = replace(first, value=Decimal(43), state=State.REVISED)
    (change,) = compare(_with_values(first), _with_values(first, revised)).all
    assert (change.kind, change.before, change.after) == (Kind.RESULT_REVISED, first, revised)


def test_a_zero_at_the_end_of_a_decimal_is_no_change() -> None:
    first = Value(period=APRIL, value=Decimal("2.1"))
    assert compare(_with_values(first), _with_values(replace(first, value=Decimal("2.10")))).all == ()


def test_a_target_that_is_gone_without_a_reason_says_that_none_is_stated() -> None:
    without = replace(AFTER, targets=replace(AFTER.targets, withdrawn=()))
    assert 'Target "Graffiti removed" withdrawn: the plan does not say why.' in _said(BEFORE, without)


def test_the_reason_for_a_withdrawal_is_told_once() -> None:
    assert len([each for each in SAID if "raffiti" in each and "county" in each and "Target" in each]) == 1


def _moved(edition: Edition, title: str) -> Edition:
    """The edition with its first item's first child under its second item, under a title."""
    first, second, *rest = edition.items
    child, *others = first.children
    text = replace(child.title, wording=title)
    there = replace(child, path=f"{second.path}.{child.id}", title=text)
    items = (
        replace(first, children=tuple(others)),
        replace(second, children=(*second.children, there)),
        *rest,
    )
    return replace(edition, items=items)


def test_an_item_under_another_parent_has_moved() -> None:
    assert _said(BEFORE, _moved(BEFORE, "Fit 200 alley gates")) == [
        'Action "Fit 200 alley gates" moved from Theme "Burglary" to Theme "Streets".'
    ]


def test_another_item_with_the_same_id_under_another_parent_is_another_item() -> None:
    assert _said(BEFORE, _moved(BEFORE, "Buy gates")) == [
        'Action "Buy gates" added.',
        'Action "Fit 200 alley gates" removed.',
    ]


def test_what_stands_under_an_item_that_moved_has_not_moved() -> None:
    (homes,) = TINY.items[0].children
    there = replace(homes, path="streets.homes", children=tuple(_below(homes.children, "streets.homes")))
    first, second = TINY.items
    items = (replace(first, children=()), replace(second, children=(*second.children, there)))
    moved = [each for each in compare(TINY, replace(TINY, items=items)).all if each.kind is Kind.MOVED]
    assert [change.after for change in moved] == ["streets"]


def _below(items: tuple[Item, ...], path: str) -> Iterator[Item]:
    yield from (replace(item, path=f"{path}.{item.id}") for item in items)


def test_an_id_counts_before_an_alias() -> None:
    first, second, *_ = BEFORE.items
    claimed = replace(BEFORE, items=(first, replace(second, aliases=(first.id,)), *BEFORE.items[2:]))
    assert same_items(BEFORE, claimed)["burglary"] is first


def test_changes_of_one_area_or_kind_can_be_asked_for() -> None:
    results = [each for each in CHANGES.all if each.kind is Kind.RESULT_ADDED]
    assert [change.entry.id for change in results if isinstance(change.entry, Target)] == [
        "burglaries",
        "vehicle-crime",
    ]
    assert isinstance(CHANGES, Changes)

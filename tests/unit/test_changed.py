"""The parts of the page on changes: each change is told once, and none is left out."""

from collections import Counter
from dataclasses import fields
from pathlib import Path

from generator.catalogs import Catalog, Translation
from generator.changed import Told, about, told
from generator.compare import Area, Change, Kind, compare
from generator.fields import Text
from generator.languages import known_language
from generator.load import load
from generator.model import Item, PlanEditions
from generator.targets import Target
from generator.translate import Translator, Words

SITE = Path(__file__).parent.parent / "plans" / "two-editions"
PLAN = load(SITE / "plan_data" / "two", SITE)
assert isinstance(PLAN, PlanEditions)
EXAMPLETON = Path(__file__).parents[2] / "examples" / "exampleton"
CHANGES = compare(*PLAN.editions)


def _all(made: Told) -> list[Change]:
    parts = [getattr(made, part.name) for part in fields(made) if part.name not in ("changes", "statuses")]
    return [change for part in (*parts, *(found for _, found in made.statuses)) for change in part]


def test_each_change_is_told_once() -> None:
    made = told(CHANGES)
    counts = Counter(map(id, _all(made)))
    assert set(counts.values()) == {1}
    left = [each for each in CHANGES.of_the_plan if id(each) not in counts]
    assert {each.kind for each in left} == {Kind.STATUS_NOTE}  # told with the status


def test_what_only_the_keepers_of_a_plan_need_is_not_told() -> None:
    left = [each for each in CHANGES.all if each not in CHANGES.of_the_plan]
    assert {(each.area, each.field) for each in left if each.area is Area.EDITION} <= {
        (Area.EDITION, field) for field in ("draft", "published", "note")
    }
    plan = load(EXAMPLETON / "plan_data" / "exampleton-safer-town", EXAMPLETON)
    assert isinstance(plan, PlanEditions)
    changes = compare(*plan.editions[-2:])
    left = [each for each in changes.all if each not in changes.of_the_plan]
    assert {each.field for each in left} == {"published", "note", "revision", "contacts"}
    checked = {str(each.entry.id) for each in left if each.kind is Kind.CONTACTS}  # type: ignore[attr-defined]
    assert checked == {"exampleton-town-council", "exampleshire-victim-care"}


def test_a_note_whose_status_is_the_same_is_told_as_a_text() -> None:
    notes = [each for each in CHANGES.all if each.kind is Kind.STATUS_NOTE]
    alone = type(CHANGES)(CHANGES.before, CHANGES.after, tuple(notes))
    assert told(alone).wording == tuple(notes)


def test_an_edition_that_only_has_another_date_and_note_has_nothing_to_tell() -> None:
    of_edition = tuple(each for each in CHANGES.all if each.area is Area.EDITION)
    assert {each.field for each in of_edition} == {"published", "note"}
    assert not told(type(CHANGES)(CHANGES.before, CHANGES.after, of_edition))


def test_what_concerns_an_item_is_in_it_or_is_a_target_that_names_it() -> None:
    found = about(CHANGES, frozenset({"burglary", "homes"})).all
    entries = {each.entry for each in found}
    assert {entry.path.partition(".")[0] for entry in entries if isinstance(entry, Item)} == {"burglary", "homes"}
    assert {entry.id for entry in entries if isinstance(entry, Target)} == {"burglaries"}


def _translator(**known: str) -> Translator:
    forms = {("streets.title", wording): Translation((said,)) for wording, said in known.items()}
    return Translator(known_language("es"), (Catalog("two.po", forms),))


def test_two_wordings_are_compared_in_the_language_of_the_page_if_both_are_translated() -> None:
    before, after = (Text(wording, "streets.title", "en") for wording in ("Streets", "Roads"))
    both = _translator(Streets="Calles", Roads="Caminos").both(before, after)
    assert both == (Words("Calles", "es"), Words("Caminos", "es"))


def test_two_wordings_of_which_one_is_not_translated_are_compared_in_the_original() -> None:
    before, after = (Text(wording, "streets.title", "en") for wording in ("Streets", "Roads"))
    both = _translator(Streets="Calles").both(before, after)
    assert both == (Words("Streets", "en"), Words("Roads", "en"))

"""A plan with two editions: what changed, what was withdrawn or has another id, and of what day a page is."""

import shutil
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from generator import build, render
from generator.build import Website
from generator.checks import of_edition
from generator.compare import compare
from generator.compare_words import sentences
from generator.fields import Id, YesNo
from generator.fragment import faults
from generator.model import Edition
from generator.pages import judged_on
from generator.problems import Severity, errors
from generator.render import Rendered
from generator.writer import Writer
from tests.unit.mutations import changed_editions

TWO = Path(__file__).parent.parent / "plans" / "two-editions"
MADE = build.website(TWO)
TARGETS = "plan_data/two/2026/targets.yaml"


def _pages(made: Website, language: str = "") -> dict[str, Rendered]:
    prefix = f"{language}/plans/two/" if language else "plans/two/"
    return {page.address.removeprefix(prefix): page for page in made.pages}


PAGES = _pages(MADE)


@pytest.fixture
def two(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TWO, tmp_path / "two", ignore=shutil.ignore_patterns("published.yaml")))


def _change(site: Path, name: str, before: str, after: str) -> None:
    text = (site / name).read_text("utf-8")
    assert before in text
    (site / name).write_text(text.replace(before, after), "utf-8")


# ----------------------------------------------------------------------------------------------- the page on changes


def test_only_an_edition_with_one_before_it_has_a_page_on_changes() -> None:
    assert "2026/changes.html" in PAGES
    assert "2025/changes.html" not in PAGES


def test_each_changed_word_is_marked_and_said() -> None:
    page = PAGES["2026/changes.html"].fragment
    assert "wants <del>1,300</del> fewer" in page
    assert "wants <ins>1,500</ins> fewer" in page
    assert "\u201c1,300\u201d became \u201c1,500\u201d." in page


def test_changed_words_are_marked_in_large_print_too() -> None:
    page = {page.address: page for page in MADE.pages}["large-print/plans/two/2026/changes.html"].fragment
    assert "<del>1,300</del>" in page
    assert "\u201c1,300\u201d became \u201c1,500\u201d." in page


def test_the_home_of_a_newer_edition_says_in_a_sentence_what_changed() -> None:
    assert "Two results came in" in PAGES["2026/index.html"].fragment
    assert 'href="changes.html"' in PAGES["2026/index.html"].fragment
    assert "changes.html" not in PAGES["2025/index.html"].fragment


def test_an_edition_in_which_nothing_changed_says_so(two: Path) -> None:
    shutil.copytree(two / "plan_data/two/2026", two / "plan_data/two/2027")
    page = _pages(build.website(two))["2027/changes.html"].fragment
    assert "Nothing changed from the last edition to this one." in page
    assert "In short" not in page


def test_a_revision_without_a_reason_says_that_none_is_stated() -> None:
    revised = PAGES["2026/changes.html"].fragment.partition("Targets revised")[2].partition("New targets")[0]
    assert "A good first year." in revised
    assert "The plan does not say why." in revised


def test_a_text_of_which_one_wording_is_not_translated_is_compared_in_the_original(two: Path) -> None:
    catalog = two / "translations/es/LC_MESSAGES"
    catalog.mkdir(parents=True)
    known = {
        "plan.title": ("Safer Exampleton", "Exampleton seguro"),
        "note": (
            "Two results came in, and the target for burglaries was set again.",
            "Llegaron dos resultados, y la meta de robos se volvi\u00f3 a fijar.",
        ),
        "homes.locks.title": ("Offer better locks and alarms", "Ofrecer mejores cerraduras y alarmas"),
    }
    head = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    head += '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
    entries = "".join(f'\nmsgctxt "{id_}"\nmsgid "{one}"\nmsgstr "{other}"\n' for id_, (one, other) in known.items())
    (catalog / "two.po").write_text(head + entries, "utf-8")
    interface = '\nmsgid "What changed since the last edition"\nmsgstr "Qu\u00e9 ha cambiado"\n'
    (catalog / "planpress.po").write_text(head + interface, "utf-8")
    page = _pages(build.website(two), "es")["2026/changes.html"].fragment
    assert 'lang="en" dir="ltr">Offer better locks <ins>and alarms</ins>' in page


def test_any_change_can_be_told_on_the_page() -> None:
    """A sample of all changes that the model allows, those that no check refuses."""
    checked = build.check(TWO)
    (plan,) = checked.plans
    told = 0
    for changed in islice(changed_editions(plan.current), 0, None, 5):
        if not _passes(changed):
            continue
        told += 1
        pair = (replace(plan.current, id=Id("2026")), replace(changed, id=Id("2027")))
        whole = render.whole(checked.site, (replace(plan, editions=pair),), (), checked.translators)
        page = next(page for page in whole.pages if page.template == "changes")
        names = Writer(whole, page, checked.translators["en"].of_plan("two")).context()
        fragment = render.template("changes").render(names)
        assert faults(fragment) == []
        assert ("Nothing changed" in fragment) == (not compare(*pair).of_the_plan)
    assert told > 30


def _passes(edition: Edition) -> bool:
    try:
        return not errors(tuple(of_edition(edition)))
    except KeyError:  # what was made for the test has no place in a file
        return False


# ----------------------------------------------------------------------------------------------- withdrawn, renamed


def test_a_withdrawn_target_keeps_a_page_that_says_so_and_why() -> None:
    page = PAGES["2026/targets/graffiti.html"].fragment
    assert "no longer in it" in page
    assert "Graffiti is now removed by the county." in page
    assert 'href="../../2025/targets/graffiti.html"' in page


def test_an_item_that_is_gone_keeps_a_page_though_no_reason_is_stated() -> None:
    assert "The plan does not say why." in PAGES["2026/items/drugs.html"].fragment


@pytest.mark.parametrize(
    ("old", "new"), [("items/burglary.html", "homes.html"), ("targets/car-crime.html", "vehicle-crime.html")]
)
def test_what_has_another_id_keeps_a_page_that_leads_on(old: str, new: str) -> None:
    assert f'href="{new}"' in PAGES[f"2026/{old}"].fragment


def test_such_a_page_is_in_no_list_and_no_search_but_in_large_print() -> None:
    page = PAGES["2026/targets/graffiti.html"]
    assert not page.meta["indexed"]
    assert "large-print/plans/two/2026/targets/graffiti.html" in {page.address for page in MADE.pages}
    listed = str([each["href"] for each in PAGES["2026/index.html"].meta["contents"]])
    assert "drugs" not in listed
    assert "graffiti" not in PAGES["2026/targets.html"].fragment
    assert "drugs" not in PAGES["2026/whole-plan.html"].fragment


def test_the_older_page_of_what_was_renamed_leads_to_what_it_is_now() -> None:
    assert 'href="../../2026/items/homes.html"' in PAGES["2025/items/burglary.html"].fragment
    assert "not in the newest edition" not in PAGES["2025/items/burglary.html"].fragment


def test_the_older_page_of_what_is_gone_says_that_it_is_not_in_the_newest_edition() -> None:
    assert "This page is not in the newest edition." in PAGES["2025/targets/graffiti.html"].fragment


def test_a_page_that_was_withdrawn_stays_in_all_later_editions(two: Path) -> None:
    shutil.copytree(two / "plan_data/two/2026", two / "plan_data/two/2027")
    _change(two, "plan_data/two/2027/targets.yaml", "withdrawn:\n  - id: graffiti\n    why: Graffiti is", "# ")
    page = _pages(build.website(two))["2027/targets/graffiti.html"].fragment
    assert "Graffiti is now removed by the county." in page
    assert 'href="../../2025/targets/graffiti.html"' in page


def test_what_was_renamed_twice_leads_to_its_last_id(two: Path) -> None:
    shutil.copytree(two / "plan_data/two/2026", two / "plan_data/two/2027")
    _change(
        two,
        "plan_data/two/2027/targets.yaml",
        "id: vehicle-crime\n    aliases: [car-crime]",
        "id: cars\n    aliases: [vehicle-crime]",
    )
    pages = _pages(build.website(two))
    assert 'href="cars.html"' in pages["2027/targets/car-crime.html"].fragment
    assert 'href="../../2027/targets/cars.html"' in pages["2025/targets/car-crime.html"].fragment


def test_what_was_renamed_and_then_withdrawn_says_why(two: Path) -> None:
    shutil.copytree(two / "plan_data/two/2026", two / "plan_data/two/2027")
    new = two / "plan_data/two/2027/targets.yaml"
    text = new.read_text("utf-8")
    start, end = text.index("  - id: vehicle-crime"), text.index("  - id: feel-safe")
    new.write_text(f"{text[:start]}{text[end:]}  - id: vehicle-crime\n    why: Few people own a car now.\n", "utf-8")
    pages = _pages(build.website(two))
    for name in ("car-crime", "vehicle-crime"):
        page = pages[f"2027/targets/{name}.html"].fragment
        assert "Few people own a car now." in page
        assert 'href="../../2026/targets/vehicle-crime.html"' in page


def test_a_figure_of_the_year_before_keeps_the_unit_that_it_had(two: Path) -> None:
    old = "plan_data/two/2025/targets.yaml"
    _change(two, old, "      unit: crimes\n", "      unit: thefts\n")
    _change(two, old, "units:\n", "units:\n  - id: thefts\n    one: theft\n    other: thefts\n")
    _change(
        two,
        TARGETS,
        "    due:\n      - by: 2028-03\n        value: 460\n",
        "    due:\n      - by: 2028-03\n        value: 20\n",
    )
    page = _pages(build.website(two))["2026/changes.html"].fragment
    revised = page[page.index("Targets revised") :]
    assert '<data value="480">480 thefts</data>' in revised
    assert '<data value="20">20 crimes</data>' in revised
    changes = compare(*build.check(two).plans[0].editions)
    assert any("480 thefts" in line and "20 crimes" in line for line in sentences(changes, changes.all))


def test_targets_that_became_one_are_told_of_once(two: Path) -> None:
    _change(two, TARGETS, "aliases: [car-crime]", "aliases: [car-crime, graffiti]")
    _change(two, TARGETS, "withdrawn:\n  - id: graffiti\n    why: Graffiti is", "# ")
    checked = build.check(two)
    assert "withdrawn-targets" not in {warning.check for warning in checked.warnings}
    page = _pages(build.website(two))["2026/changes.html"].fragment
    concluded = page[
        page.index("What is concluded now") : page.index("</section>", page.index("What is concluded now"))
    ]
    assert concluded.count("vehicle-crime.html") == 1


def test_an_older_edition_is_judged_when_it_was_published_and_a_draft_changes_nothing(two: Path) -> None:
    _change(two, "plan_data/two/2025/edition.yaml", "published: 2025-04-01\n", "")
    checked = build.check(two)
    (plan,) = checked.plans
    old, new = plan.editions
    assert judged_on(plan, old, checked.site) == new.facts.published.last  # type: ignore[union-attr]
    draft = replace(new, id=Id("2027"), facts=replace(new.facts, draft=YesNo.YES))
    drafted = replace(plan, editions=(*plan.editions, draft))
    assert judged_on(drafted, new, checked.site) == judged_on(plan, new, checked.site) == checked.site.as_of.last


def test_a_target_that_disappears_without_a_word_is_warned_of(two: Path) -> None:
    _change(two, TARGETS, "withdrawn:\n  - id: graffiti\n    why: Graffiti is", "# ")
    (warning,) = [each for each in build.check(two).warnings if each.check != "published-editions"]
    assert (warning.check, warning.severity) == ("withdrawn-targets", Severity.WARNING)
    assert '"graffiti" of edition 2025' in warning.message
    assert warning.place is not None
    assert warning.place.file == TARGETS


def test_a_target_under_another_id_has_not_disappeared(two: Path) -> None:
    _change(two, TARGETS, "    aliases: [car-crime]\n", "")
    (warning,) = [each for each in build.check(two).warnings if each.check != "published-editions"]
    assert '"car-crime"' in warning.message


def test_a_note_that_is_older_than_its_status_is_warned_of(two: Path) -> None:
    old = "plan_data/two/2025/items/streets.yaml"
    _change(two, old, "    status: under way\n", "    status: under way\n    status_note: The county does it now.\n")
    (warning,) = [each for each in build.check(two).warnings if each.check == "status-notes"]
    assert str(warning.place) == "plan_data/two/2026/items/streets.yaml:10:18"
    _change(two, old, "    status: under way\n", "    status: dropped\n")
    assert "status-notes" not in {each.check for each in build.check(two).warnings}


# ----------------------------------------------------------------------------------------------- the day of a page


def test_each_page_of_an_edition_says_when_it_was_published_and_last_corrected() -> None:
    said = " ".join(part["text"] for part in PAGES["2026/targets.html"].meta["updated"])
    assert said == (
        "This edition was published: 2 April 2026. It was last corrected: 3 May 2026. Information as of 1 June 2026."
    )


def test_a_page_of_the_site_says_only_what_day_its_information_is_of() -> None:
    page = {page.address: page for page in MADE.pages}["help.html"]
    assert [part["text"] for part in page.meta["updated"]] == ["Information as of 1 June 2026."]

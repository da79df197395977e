"""Catalogs kept up: in step with the plan, nothing lost, outdated texts found, checks recorded."""

from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po
from click.testing import CliRunner, Result

from generator import build, upkeep
from generator.cli import main
from generator.ledger import Standing, standing
from generator.problems import PlanError
from generator.translate import Words

Lay = Callable[[str, str | bytes], None]
CATALOG = "translations/ur/LC_MESSAGES/tiny.po"
OLD, NEW = "Safer Exampleton", "A safer Exampleton"
URDU = "محفوظ تر مثال پور"


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["translations", *map(str, arguments)])


def _text(site: Path) -> str:
    return (site / CATALOG).read_text("utf-8")


def _translated(site: Path, wording: str, translation: str) -> None:
    """Translate one text, as Poedit writes it."""
    text = _text(site)
    before = f'msgid "{wording}"\nmsgstr ""'
    assert text.count(before) == 1
    (site / CATALOG).write_text(text.replace(before, f'msgid "{wording}"\nmsgstr "{translation}"'), "utf-8")


def _renamed(site: Path, old: str, new: str) -> None:
    path = site / "plan_data/tiny/plan.yaml"
    path.write_text(path.read_text("utf-8").replace(f"text: {old}\n", f"text: {new}\n"), "utf-8")


def _title(site: Path) -> tuple[Words, Standing]:
    checked = build.check(site)
    urdu = checked.translators["ur"]
    title = checked.plans[0].plan.title
    (original,) = [
        each for each in checked.originals["tiny"] if each.context == "plan.title" and each.wording == title.wording
    ]
    return urdu.text(title), standing(urdu, original)


@pytest.fixture
def kept(tiny: Path) -> Path:
    """The tiny site with fresh catalogs in which its title is translated."""
    upkeep.update(tiny)
    _translated(tiny, OLD, URDU)
    return tiny


def test_an_update_lists_every_text_once_with_what_it_is(tiny: Path) -> None:
    changed = upkeep.update(tiny)
    assert {path.name for path in changed} == {"tiny.po", "site.po"}
    about = "#. The plan's title. Part of the summary.\n#: plan_data/tiny/plan.yaml\n"
    assert f'{about}msgctxt "plan.title"\nmsgid "{OLD}"\nmsgstr ""\n' in _text(tiny)
    assert upkeep.update(tiny) == ()


def test_an_update_keeps_translations_comments_and_the_head(kept: Path) -> None:
    text = _text(kept).replace('"MIME-Version', '"Last-Translator: A. Khan\\n"\n"MIME-Version')
    text = text.replace("#. The plan's title", "# a remark\n#. The plan's title")
    (kept / CATALOG).write_text(text, "utf-8")
    before = _text(kept)
    upkeep.update(kept)
    assert _text(kept) == before
    assert _title(kept) == (Words(URDU, "ur"), Standing.UNCHECKED)


def test_a_changed_text_is_outdated_until_it_is_translated_again(kept: Path) -> None:
    _renamed(kept, OLD, NEW)
    assert _title(kept)[1] is Standing.MISSING  # nobody has said yet which wording it replaced
    upkeep.update(kept)
    assert "# outdated: since 2026-06-01, was " in _text(kept)
    assert _title(kept) == (Words(URDU, "ur"), Standing.OUTDATED)
    _translated(kept, NEW, "ایک محفوظ مثال پور")
    upkeep.update(kept)
    assert _title(kept) == (Words("ایک محفوظ مثال پور", "ur"), Standing.UNCHECKED)
    assert "outdated" not in _text(kept)
    assert f'#~ msgid "{OLD}"' in _text(kept)


def test_a_text_that_changes_twice_is_outdated_since_the_first_change(kept: Path) -> None:
    _renamed(kept, OLD, NEW)
    upkeep.update(kept)
    (kept / "plan_data/site.yaml").write_text(
        (kept / "plan_data/site.yaml").read_text("utf-8").replace("as_of: 2026-06-01", "as_of: 2026-07-01"), "utf-8"
    )
    _renamed(kept, NEW, "Exampleton, safer")
    upkeep.update(kept)
    assert _title(kept) == (Words(URDU, "ur"), Standing.OUTDATED)


def test_a_text_that_comes_back_brings_its_translation_along(kept: Path) -> None:
    before = _text(kept)
    _renamed(kept, OLD, NEW)
    upkeep.update(kept)
    _translated(kept, NEW, "x")
    upkeep.update(kept)
    _renamed(kept, NEW, OLD)
    upkeep.update(kept)
    assert _title(kept) == (Words(URDU, "ur"), Standing.UNCHECKED)
    assert before in _text(kept)


@pytest.mark.parametrize(
    ("policy", "shown", "offered"),
    [("with a notice", "ur", True), ("the original", "en", True), ("no page", "en", False)],
)
def test_a_site_says_what_becomes_of_outdated_texts(kept: Path, policy: str, shown: str, offered: bool) -> None:  # noqa: FBT001 - a table of cases
    _renamed(kept, OLD, NEW)
    upkeep.update(kept)
    with (kept / "plan_data/site.yaml").open("a") as file:
        file.write(f"translations:\n  - language: ur\n    outdated: {policy}\n")
    checked = build.check(kept)
    urdu, title = checked.translators["ur"], checked.plans[0].plan.title
    assert urdu.text(title).language == shown
    assert urdu.has(title) == offered


def test_a_translation_of_the_same_meaning_is_kept_by_a_command(kept: Path) -> None:
    _renamed(kept, OLD, NEW)
    upkeep.update(kept)
    result = _run(kept, "--unchanged", "plan.title")
    assert "Kept 1 translation." in result.output
    assert _title(kept) == (Words(URDU, "ur"), Standing.UNCHECKED)


def test_a_check_is_recorded_and_ends_when_the_words_change(kept: Path) -> None:
    result = _run(kept, "--checked", "ur", "--by", "Amina Khan", "--on", "2026-12-01")
    assert "Marked 1 text as checked by Amina Khan." in result.output
    assert _title(kept)[1] is Standing.CHECKED
    (kept / CATALOG).write_text(_text(kept).replace(URDU, "محفوظ مثال پور"), "utf-8")
    assert _title(kept)[1] is Standing.UNCHECKED


def test_a_check_holds_for_a_newer_wording_of_the_same_meaning(kept: Path) -> None:
    _run(kept, "--checked", "ur", "--by", "Amina Khan", "--on", "2026-12-01")
    _renamed(kept, OLD, NEW)
    upkeep.update(kept)
    _run(kept, "--unchanged", "plan.title")
    assert _title(kept) == (Words(URDU, "ur"), Standing.CHECKED)


def test_only_some_texts_may_be_checked(kept: Path) -> None:
    checked = ("--checked", "ur", "--by", "A", "--on", "2026-12-01", "--only")
    assert "Marked 0 texts" in _run(kept, *checked, "plan.period_printed").output
    assert _title(kept)[1] is Standing.UNCHECKED
    assert "Marked 1 text" in _run(kept, *checked, "plan.title").output
    assert _title(kept)[1] is Standing.CHECKED


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--unchanged", "x.y"), 'There is no text with the id "x.y"'),
        (("--checked", "pl", "--by", "A", "--on", "2026-12-01"), 'This site is not in the language "pl"'),
        (("--checked", "ur", "--by", "A", "--on", "2026-12-01", "--only", "x.y"), 'There is no text with the id "x.y"'),
    ],
)
def test_an_unknown_id_or_language_is_refused(kept: Path, options: tuple[str, ...], message: str) -> None:
    before = _text(kept)
    result = _run(kept, *options)
    assert result.exit_code == 1
    assert message in result.output
    assert _text(kept) == before


def test_a_site_in_one_language_says_so(root: Path) -> None:
    assert upkeep.report(root / "tests/plans/urdu").lines == ("Every plan of this site is in one language.",)


def test_a_check_needs_a_name_and_a_day(kept: Path) -> None:
    result = _run(kept, "--checked", "ur")
    assert result.exit_code == 2
    assert "--by NAME --on 2026-12-01" in result.output


def test_the_report_tells_how_far_each_language_is_and_what_to_do(kept: Path) -> None:
    result = _run(kept)
    assert result.exit_code == 0
    assert "tiny: how many texts can be read in each language" in result.output
    assert f"Open {CATALOG} in Poedit" in result.output
    _renamed(kept, OLD, NEW)
    behind = _run(kept)
    assert behind.exit_code == 1
    assert f"The catalog {CATALOG} is not in step with the plan" in behind.output
    assert "planpress translations --update" in behind.output
    upkeep.update(kept)
    assert f"renew 1 text whose original has changed, in {CATALOG}: plan.title" in _run(kept).output


def test_a_damaged_catalog_is_not_updated(kept: Path) -> None:
    (kept / CATALOG).write_text(_text(kept).replace(f'"{URDU}"', URDU), "utf-8")
    before = _text(kept)
    with pytest.raises(PlanError, match="This line cannot be read"):
        upkeep.update(kept)
    assert _text(kept) == before
    result = _run(kept, "--update")
    assert result.exit_code == 1
    assert "Nothing was changed." in result.output


def _all_translated(path: Path) -> None:
    """Fill every entry, with the words of its original."""
    with path.open("rb") as file:
        catalog = read_po(file, locale="ur")
    for message in catalog:
        message.string = message.id
    with path.open("wb") as file:
        write_po(file, catalog)


def test_a_page_tells_its_reader_that_its_words_are_outdated_and_since_when(tiny: Path) -> None:
    for path in upkeep.update(tiny):
        _all_translated(path)
    home = "ur/plans/tiny/index.html"
    before = {page.address: page.fragment for page in build.website(tiny).pages}[home]
    _renamed(tiny, OLD, NEW)
    upkeep.update(tiny)
    after = {page.address: page.fragment for page in build.website(tiny).pages}[home]
    since = '<data class="date" value="2026-06-01">1 \u062c\u0648\u0646\u060c 2026</data>'
    assert since not in before
    assert since in after.partition("</section>")[0]


def test_a_figure_that_has_changed_is_never_shown_from_an_older_translation(kept: Path) -> None:
    _renamed(kept, OLD, f"{OLD} 2026")
    upkeep.update(kept)
    assert _title(kept) == (Words(f"{OLD} 2026", "en"), Standing.MISSING)


def test_a_doubtful_translation_stays_unshown_however_its_text_comes_back(kept: Path) -> None:
    (kept / CATALOG).write_text(_text(kept).replace("#. The plan's title", "#, fuzzy\n#. The plan's title"), "utf-8")
    _renamed(kept, OLD, NEW)
    upkeep.update(kept)
    _run(kept, "--unchanged", "plan.title")
    assert _title(kept)[0].language == "en"
    _renamed(kept, NEW, OLD)
    upkeep.update(kept)
    assert _title(kept)[0].language == "en"
    assert "#, fuzzy" in _text(kept)


def test_a_check_of_a_language_leaves_the_checks_of_others_and_older_wordings_alone(kept: Path) -> None:
    _run(kept, "--checked", "ur", "--by", "Amina Khan", "--on", "2026-12-01")
    assert "Marked 0 texts" in _run(kept, "--checked", "ur", "--by", "B", "--on", "2026-12-02").output
    assert "checked by Amina Khan" in _text(kept)
    _renamed(kept, OLD, NEW)
    upkeep.update(kept)
    assert "Marked 0 texts" in _run(kept, "--checked", "ur", "--by", "B", "--on", "2026-12-02").output


def test_an_officer_is_told_when_pages_are_left_out(kept: Path) -> None:
    told = [problem.message for problem in build.check(kept).warnings if problem.check == "translations"]
    assert told == ['The summary of "tiny" lacks 29 texts in "ur", so pages are left out in that language']


def test_a_translator_may_say_that_numbers_differ_on_purpose(kept: Path) -> None:
    _renamed(kept, OLD, f"{OLD} 21")
    upkeep.update(kept)
    _translated(kept, f"{OLD} 21", URDU)
    assert _title(kept)[1] is not Standing.UNCHECKED
    (kept / CATALOG).write_text(_text(kept).replace("# outdated", "# numbers: as meant\n# outdated"), "utf-8")
    assert _title(kept) == (Words(URDU, "ur"), Standing.UNCHECKED)


def test_a_page_with_checked_words_says_that_a_machine_translated_parts_of_it(tiny: Path) -> None:
    for path in upkeep.update(tiny):
        _all_translated(path)
    _run(tiny, "--checked", "ur", "--by", "Amina Khan", "--on", "2026-12-01")
    pages = {page.address: page.fragment for page in build.website(tiny).pages}
    urdu = build.check(tiny).translators["ur"]
    assert urdu.word("A machine translated parts of this page.").text in pages["ur/plans/tiny/index.html"]
    assert urdu.word("A machine made this translation.").text not in pages["ur/plans/tiny/index.html"]
    assert urdu.word("A machine made this translation.").text in pages["ur/404.html"]

"""Words, plurals, numbers and dates in each language."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.catalogs import mark_of_older, read_catalogs
from generator.fields import Id, Text
from generator.languages import known_language
from generator.periods import Period
from generator.targets import Unit
from generator.translate import Translator, Words, fill

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
POLISH = HEADER + (
    '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"\n\n'
)


def _translator(tmp_path: Path, code: str, catalog: str) -> Translator:
    folder = tmp_path / code.replace("-", "_") / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "plan.po").write_text(catalog, "utf-8")
    read = read_catalogs([tmp_path], ["plan"], known_language(code), tmp_path)
    assert read.problems == ()
    return Translator(known_language(code), read.catalogs)


def _text(wording: str, path: str) -> Text:
    return Text(wording, path, "en")


def test_a_text_is_found_by_its_id_path(tmp_path: Path) -> None:
    catalog = HEADER + '\nmsgctxt "a.title"\nmsgid "Safer"\nmsgstr "Bezpieczniej"\n'
    spoken = _translator(tmp_path, "pl", catalog)
    assert spoken.text(_text("Safer", "a.title")) == Words("Bezpieczniej", "pl")


def test_the_same_words_at_another_path_are_another_text(tmp_path: Path) -> None:
    catalog = HEADER + '\nmsgctxt "a.title"\nmsgid "Safer"\nmsgstr "Bezpieczniej"\n'
    spoken = _translator(tmp_path, "pl", catalog)
    assert spoken.text(_text("Safer", "b.title")) == Words("Safer", "en")


def test_a_text_that_has_changed_since_is_not_translated_by_its_old_translation(tmp_path: Path) -> None:
    catalog = HEADER + '\nmsgctxt "a.title"\nmsgid "Safer"\nmsgstr "Bezpieczniej"\n'
    assert not _translator(tmp_path, "pl", catalog).has(_text("Safer streets", "a.title"))


def test_a_fuzzy_entry_is_never_used(tmp_path: Path) -> None:
    catalog = HEADER + '\n#, fuzzy\nmsgctxt "a.title"\nmsgid "Safer"\nmsgstr "Bezpieczniej"\n'
    assert not _translator(tmp_path, "pl", catalog).has(_text("Safer", "a.title"))


@pytest.mark.parametrize(("count", "expected"), [(1, "1 cel"), (3, "3 cele"), (5, "5 celów"), (22, "22 cele")])
def test_words_with_a_count_take_the_form_of_the_language(tmp_path: Path, count: int, expected: str) -> None:
    catalog = POLISH + (
        'msgid "{n} target"\nmsgid_plural "{n} targets"\n'
        'msgstr[0] "{n} cel"\nmsgstr[1] "{n} cele"\nmsgstr[2] "{n} celów"\n'
    )
    spoken = _translator(tmp_path, "pl", catalog)
    assert spoken.plural("{n} target", "{n} targets", count).text.format(n=count) == expected


def test_a_unit_takes_the_form_of_the_plans_own_language() -> None:
    unit = Unit(id=Id("golau"), one="golau", two="olau", other="o oleuadau")
    welsh = known_language("cy")
    spoken = Translator(welsh)
    assert [spoken.unit(unit, Decimal(count), welsh).text for count in (1, 2, 20)] == ["golau", "olau", "o oleuadau"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [("en", "1,726"), ("ur", "1,726"), ("zh-Hans", "1,726")],
)
def test_numbers_are_written_as_the_language_writes_them(code: str, expected: str) -> None:
    assert Translator(known_language(code)).number(Decimal(1726)) == expected


def test_decimals_stay_as_many_as_were_written() -> None:
    assert Translator(known_language("en")).percent(Decimal("19.5")) == "19.5%"
    assert Translator(known_language("en")).percent(Decimal(3)) == "3%"
    assert Translator(known_language("es")).percent(Decimal("0.25")) == "0,25\N{NO-BREAK SPACE}%"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2011-03-31", "31 March 2011"),
        ("2011-03", "March 2011"),
        ("2007/2008", "2007/2008"),
        ("2008-04 to 2011-03", "April 2008 to March 2011"),
        ("12 months to 2008-02", "12 months to February 2008"),
        ("1 months to 2008-02", "1 month to February 2008"),
        ("by 2011-03", "by March 2011"),
        ("later during 2008", "later during 2008"),
    ],
)
def test_a_period_is_put_into_words(written: str, expected: str) -> None:
    period = Period.parse(written)
    assert period is not None
    assert Translator(known_language("en")).period(period) == Words(expected, "en")


def test_dates_within_words_that_are_not_translated_are_in_the_language_of_those_words() -> None:
    period = Period.parse("12 months to 2008-02")
    assert period is not None
    assert Translator(known_language("ur")).period(period) == Words("12 months to February 2008", "en")


def test_a_catalog_that_cannot_be_read_is_named_with_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "pl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "plan.po").write_text(HEADER + '\nmgsid "a"\nmsgstr "b"\n', "utf-8")
    read = read_catalogs([tmp_path], ["plan"], known_language("pl"), tmp_path)
    (problem,) = read.problems
    assert problem.place is not None
    assert (problem.place.file, problem.place.line) == ("pl/LC_MESSAGES/plan.po", 5)


def test_the_first_folder_wins(tmp_path: Path) -> None:
    for name, words in (("site", "nasze"), ("shipped", "ich")):
        folder = tmp_path / name / "pl" / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "planpress.po").write_text(HEADER + f'\nmsgid "ours"\nmsgstr "{words}"\n', "utf-8")
    polish = known_language("pl")
    read = read_catalogs([tmp_path / "site", tmp_path / "shipped"], ["planpress"], polish, tmp_path)
    assert Translator(polish, read.catalogs).word("ours").text == "nasze"


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("{n} targets", "{m} cele"),
        ("{n} targets", "cele"),
        ("targets", "cele {n}"),
        ("Safer", "<b>Bezpieczniej</b>"),
        ("Safer", "[Bezpieczniej](javascript:x)"),
        ("{n} targets", "{n.__class__} cele"),
        ("{n} targets", "{n} {cele"),
        ("{n} targets", "{N} cele"),
    ],
)
def test_a_translation_that_would_break_a_page_is_named_and_not_used(
    tmp_path: Path, original: str, translation: str
) -> None:
    folder = tmp_path / "pl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    entry = f'\nmsgctxt "a.title"\nmsgid "{original}"\nmsgstr "{translation}"\n'
    (folder / "plan.po").write_text(HEADER + entry, "utf-8")
    read = read_catalogs([tmp_path], ["plan"], known_language("pl"), tmp_path)
    assert [problem.place and problem.place.line for problem in read.problems] == [6]
    assert not Translator(known_language("pl"), read.catalogs).has(_text(original, "a.title"))


def test_a_hidden_character_in_a_catalog_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "pl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    entry = '\nmsgid "a"\nmsgstr "\N{RIGHT-TO-LEFT OVERRIDE}b"\n'
    (folder / "plan.po").write_text(HEADER + entry, "utf-8")
    (problem,) = read_catalogs([tmp_path], ["plan"], known_language("pl"), tmp_path).problems
    assert problem.message == "There is a hidden control character here (U+202E)"


@pytest.mark.parametrize("rule", ["n", "n%0", "klingon", "n > 1 ? 5 : 0"])
def test_a_plural_rule_that_cannot_be_used_is_named_and_words_stay_in_the_original(tmp_path: Path, rule: str) -> None:
    folder = tmp_path / "pl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    header = HEADER + f'"Plural-Forms: nplurals=2; plural={rule};\\n"\n'
    entry = '\nmsgid "{n} target"\nmsgid_plural "{n} targets"\nmsgstr[0] "{n} cel"\nmsgstr[1] "{n} cele"\n'
    (folder / "plan.po").write_text(header + entry, "utf-8")
    read = read_catalogs([tmp_path], ["plan"], known_language("pl"), tmp_path)
    assert [problem.check for problem in read.problems] == ["catalogs"]
    assert Translator(known_language("pl"), read.catalogs).plural("{n} target", "{n} targets", 5).language == "en"


def test_nothing_but_names_is_filled_in() -> None:
    assert fill("{a} {b} {a.x} {", {"a": "1"}) == "1 {b} {a.x} {"


def test_each_of_two_plans_with_the_same_ids_has_its_own_translations(tmp_path: Path) -> None:
    folder = tmp_path / "pl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    for name, words in (("north", "Północ"), ("south", "Południe")):
        (folder / f"{name}.po").write_text(
            HEADER + f'\nmsgctxt "plan.title"\nmsgid "Safer"\nmsgstr "{words}"\n', "utf-8"
        )
    polish = known_language("pl")
    both = Translator(polish, read_catalogs([tmp_path], ["north", "south"], polish, tmp_path).catalogs)
    title = _text("Safer", "plan.title")
    assert [both.of_plan(name).text(title).text for name in ("north", "south")] == ["Północ", "Południe"]


def test_a_unit_whose_word_has_changed_is_said_in_its_older_translation(tmp_path: Path) -> None:
    older = (
        'msgctxt "targets.units.crimes"\nmsgid "crime"\nmsgid_plural "crimes"\n'
        'msgstr[0] "przestępstwo"\nmsgstr[1] "przestępstwa"\nmsgstr[2] "przestępstw"\n'
    )
    mark = mark_of_older(date(2026, 12, 1), "crimes")
    newer = (
        f'# {mark}\nmsgctxt "targets.units.crimes"\nmsgid "offence"\nmsgid_plural "offences"\n'
        'msgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""\n'
    )
    spoken = _translator(tmp_path, "pl", f"{POLISH}{older}\n{newer}")
    unit = Unit(id=Id("crimes"), one="offence", other="offences")
    assert spoken.unit(unit, Decimal(5), known_language("en")) == Words("przestępstw", "pl")

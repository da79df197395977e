"""A language is what CLDR says it is."""

from collections.abc import Callable

import pytest

from generator.languages import known_language, language
from generator.problems import Problem


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en", "English"),
        ("es", "Español"),
        ("it", "Italiano"),
        ("pt", "Português"),
        ("bn", "বাংলা"),
        ("zh-Hans", "简体中文"),
        ("ur", "اردو"),
        ("pl", "Polski"),
        ("cy", "Cymraeg"),
    ],
)
def test_a_language_has_its_own_name(code: str, name: str) -> None:
    assert known_language(code).name == name


@pytest.mark.parametrize("code", ["ur", "ar", "he", "fa"])
def test_languages_written_right_to_left_say_so(code: str) -> None:
    assert known_language(code).direction == "rtl"


@pytest.mark.parametrize("code", ["en", "bn", "zh-Hans", "pl"])
def test_languages_written_left_to_right_say_so(code: str) -> None:
    assert known_language(code).direction == "ltr"


def test_english_follows_british_usage() -> None:
    assert str(known_language("en").locale) == "en_GB"


def test_a_language_with_a_region_follows_that_region() -> None:
    assert str(known_language("en-US").locale) == "en_US"


def test_a_catalog_folder_is_named_as_gettext_does() -> None:
    assert known_language("zh-Hans").folder == "zh_Hans"


@pytest.mark.parametrize(
    "code", ["", "xx", "english", "EN", "zh_Hans", "zh-hans", "en-", "en-XX-YY", "../en", "e", "не", "root", "und"]
)
def test_what_is_not_the_usual_tag_of_a_language_is_not_known(code: str) -> None:
    assert language(code) is None


def test_asking_for_a_language_that_is_not_known_is_a_bug() -> None:
    with pytest.raises(LookupError):
        known_language("xx")


def test_a_catalog_that_is_not_utf_8_is_named(
    lay: Callable[[str, str | bytes], None], said: Callable[[], tuple[Problem, ...]]
) -> None:
    file = "translations/ur/LC_MESSAGES/tiny.po"
    lay(file, 'msgid "Burglary"\nmsgstr "caf\u00e9"\n'.encode("latin-1"))
    assert [problem.place and problem.place.file for problem in said()] == [file]

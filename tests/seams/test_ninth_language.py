"""A ninth language in an hour: its tag in plan.yaml, and a catalog. Welsh, and Arabic with its six plural forms."""

import re
import shutil
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po
from click.testing import CliRunner

from generator import build
from generator.cli import main

TINY = Path(__file__).parents[1] / "plans" / "tiny"
WORDS = {"cy": "Cymraeg", "ar": "العربية"}
"""What each entry is translated with, behind the original's figures and names in braces."""

COUNTED = {
    "cy": {0: "sero", 1: "un", 2: "dau", 3: "tri", 6: "chwech", 10: "arall"},
    "ar": {0: "صفر", 1: "واحد", 2: "اثنان", 3: "قليل", 100: "آخر", 11: "كثير"},
}
"""A word for each plural form (CLDR: zero, one, two, few, many, other), by a count that takes it, in gettext's
order."""


@pytest.fixture(params=WORDS)
def code(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def site(tmp_path: Path, code: str) -> Path:
    """The tiny site with one language more, as the recipe in docs/translations.md adds it."""
    site = Path(shutil.copytree(TINY, tmp_path / "site"))
    plan = site / "plan_data/tiny/plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("languages: [en, ur]", f"languages: [en, ur, {code}]"), "utf-8")
    assert CliRunner().invoke(main, ["translations", str(site), "--update"]).exit_code == 0
    files = sorted((site / "translations" / code).rglob("*.po"))
    assert [path.stem for path in files] == ["planpress", "site", "tiny"]
    for path in files:
        _translate(path, code)
    return site


def _translate(path: Path, code: str) -> None:
    """Fill a catalog as a translator would, with one word."""
    with path.open("rb") as file:
        catalog = read_po(file, locale=code)
    for message in catalog:
        if isinstance(message.id, tuple):
            braces = " ".join(re.findall(r"\{\w+\}", message.id[1]))
            message.string = tuple(f"{braces} {word}".strip() for word in COUNTED[code].values())
        elif message.id:
            words = str(message.id)
            marked = any(sign in words for sign in "*[#\n") or any(sign.isdigit() or sign in "{}" for sign in words)
            message.string = f"{words} {WORDS[code]}" if marked else WORDS[code]
    with path.open("wb") as file:
        write_po(file, catalog)


def test_the_whole_site_is_there_in_the_new_language(site: Path, code: str, tmp_path: Path) -> None:
    made = build.build(site, tmp_path / "built")
    assert {problem.check for problem in made.warnings} == {"statements"}  # the plan prints no offer in it
    english = {page.address for page in made.pages if page.meta["lang"] == "en"}
    new = {page.address.replace(f"{code}/", "", 1) for page in made.pages if page.meta["lang"] == code}
    assert new == english
    home = (tmp_path / "built" / code / "index.html").read_text("utf-8")
    assert f'<html lang="{code}" dir="{"rtl" if code == "ar" else "ltr"}">' in home
    assert f'lang="{code}"' in (tmp_path / "built/index.html").read_text("utf-8")
    assert WORDS[code] in home


def test_each_plural_form_of_the_language_is_used(site: Path, code: str) -> None:
    translator = build.check(site).translators[code]
    said = {
        count: translator.plural("{count} target was set.", "{count} targets were set.", count)
        for count in COUNTED[code]
    }
    assert {count: words.text.removeprefix("{count} ") for count, words in said.items()} == COUNTED[code]
    assert {words.language for words in said.values()} == {code}


def test_the_report_says_that_the_language_is_complete(site: Path, code: str) -> None:
    result = CliRunner().invoke(main, ["translations", str(site)])
    assert result.exit_code == 0, result.output
    (row,) = [line for line in result.output.splitlines() if line.strip().startswith(f"{code} ") and " of " in line]
    assert row.count("100%") == 4

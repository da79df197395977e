"""The theme's own fonts are small, hold the letters that our texts need, and reach only the pages that need them."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator import build
from generator.formats.web import fonts
from generator.problems import PlanError

ASSETS = Path(__file__).parents[2] / "generator/overrides/assets"
CSS = re.sub(r"/\*.*?\*/", "", (ASSETS / "plan.css").read_text("utf-8"), flags=re.DOTALL)
FACES = re.findall(r"@font-face \{(.*?)\}", CSS)
FONTS = sorted((ASSETS / "fonts").glob("*.woff2"))

URDU = "[\u0600-\u06ff\u200c\u200d]"
BENGALI = "[\u0964\u0965\u0980-\u09ff\u200c\u200d]"
SIGNS = " 0123456789.,:;!?()[]/+-%&'\"«»£\u00a0‘’“”–—…"  # noqa: RUF001 - as printed
LATIN = "áéíóúüñàèìòùâêôãõçąćęłńóśźżîûŵŷäëïöẁẃẅỳýÿ"  # es it pt pl cy


def _letters(fonts: list[Path]) -> set[int]:
    """The characters that all these fonts have."""
    return set.intersection(*({*TTFont(font).getBestCmap()} for font in fonts))


def _features(font: Path, table: str) -> set[str]:
    return {each.FeatureTag for each in TTFont(font)[table].table.FeatureList.FeatureRecord}


def _ours(kind: str) -> list[Path]:
    return [font for font in FONTS if font.stem in {kind, f"{kind}-bold"}]


def _ranges(face: str) -> list[tuple[int, int]]:
    """What `unicode-range` says: U+20-40, U+2212."""
    said = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", face.partition("unicode-range:")[2])
    return [(int(first, 16), int(last or first, 16)) for first, last in said]


def _written(root: Path, pattern: str) -> set[str]:
    """The characters of a script in all plans, catalogs and hand-written pages: ours, and those of the tests."""
    folders = ("plan_data", "translations", "content", "generator/translations", "tests/plans")
    files = [
        file for folder in folders for file in (root / folder).rglob("*") if file.suffix in {".md", ".po", ".yaml"}
    ]
    return {letter for file in files for letter in re.findall(pattern, file.read_text("utf-8"))}


@pytest.mark.parametrize(("kind", "most"), [("nastaliq", 160_000), ("bengali", 120_000), ("hyperlegible", 50_000)])
def test_the_fonts_of_a_script_are_small(kind: str, most: int) -> None:
    assert 0 < sum(font.stat().st_size for font in _ours(kind)) <= most


@pytest.mark.parametrize(("kind", "pattern"), [("nastaliq", URDU), ("bengali", BENGALI)])
def test_a_font_has_and_offers_every_letter_that_a_plan_writes(root: Path, kind: str, pattern: str) -> None:
    written = _written(root, pattern)
    assert len(written) > 30
    needed = {*map(ord, written | set(SIGNS))}
    assert needed <= _letters(_ours(kind))
    for face in (face for face in FACES if f"fonts/{kind}" in face):
        assert not {each for each in needed if not any(first <= each <= last for first, last in _ranges(face))}


def test_the_large_print_font_has_the_letters_of_every_language_in_latin_script() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz" + LATIN
    assert {*map(ord, letters + letters.upper() + SIGNS + "¿¡€")} <= _letters(_ours("hyperlegible"))


HAN = "[\u3400-\u9fff]"


def test_the_chinese_font_of_a_site_has_the_characters_that_it_writes_and_hardly_more(
    root: Path, website: build.Website
) -> None:
    written = _written(root, HAN)
    assert len(written) > 500
    assert set(map(ord, written)) <= {*TTFont(fonts.WHOLE).getBestCmap()}
    published = website.files[fonts.PUBLISHED]
    assert len(published) <= 160_000
    has = {*TTFont(BytesIO(published)).getBestCmap()}
    shown = {sign for page in website.pages for sign in re.findall(HAN, page.fragment)}
    assert set(map(ord, shown)) <= has
    assert len(has) < len(shown) + 400


def test_a_site_without_chinese_words_publishes_no_chinese_font() -> None:
    assert fonts.han(["Kettering", "\u06c1\u0641", "\u09aa\u09b0"]) is None


def test_letters_still_join_and_stack() -> None:
    (nastaliq,) = _ours("nastaliq")
    assert {"init", "medi", "fina", "isol", "ccmp", "rlig"} <= _features(nastaliq, "GSUB")
    assert {"curs", "mark", "mkmk"} <= _features(nastaliq, "GPOS")
    for font in _ours("bengali"):
        conjuncts = {"akhn", "rphf", "half", "blwf", "pstf", "vatu", "cjct", "pres", "abvs", "blws", "psts"}
        assert conjuncts <= _features(font, "GSUB")
        assert {"abvm", "blwm"} <= _features(font, "GPOS")


def test_each_font_face_is_a_file_of_ours_that_never_hides_the_text() -> None:
    assert len(FACES) == CSS.count("@font-face")
    named = {url for face in FACES for url in re.findall(r'url\("([^"]*)"\)', face)}
    assert named == {f"fonts/{font.name}" for font in FONTS} | {fonts.PUBLISHED.removeprefix("assets/")}
    for face in FACES:
        assert "font-display: swap;" in face
        assert _ranges(face)


def test_no_font_is_fetched_for_the_names_of_languages_in_the_header() -> None:
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", CSS)
    named = [selector.strip() for selector, rule in rules if "Planpress" in rule and "@font-face" not in selector]
    allowed = {"main", ':root[lang|="ur"]', ':root[lang|="bn"]', ':root[lang|="zh"]', ":root.large-print"}
    assert {each.strip() for selector in named for each in selector.split(",")} == allowed


def test_the_licence_names_each_font_and_whose_it_is() -> None:
    licence = (ASSETS / "fonts/OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    for font in (*FONTS, fonts.WHOLE):
        names = TTFont(font)["name"]
        said = licence.partition(font.name)[2].split("\n\n", maxsplit=1)[0]
        assert names.getDebugName(1) in said
        assert names.getDebugName(0) in said


def test_a_chinese_font_that_was_lost_is_told_with_its_cure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "WHOLE", tmp_path / "han.ttf")
    with pytest.raises(PlanError, match=r"(?s)is not there: han\.ttf.*Install Planpress again"):
        fonts.han(["\u5b57 lost"])
    assert fonts.han(["no Chinese"]) is None

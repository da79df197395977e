"""Every format is made of every plan, also of one whose words are half translated, or that has nothing to tell."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator import build
from generator.formats.cache import Cache
from generator.formats.makers import CACHE_FOLDER, NAMES, make_all
from generator.formats.source import Source, place_of
from generator.made import Kind
from generator.problems import Place
from generator.site import Formats

ROOT = Path(__file__).parents[2]
PLANS = sorted(path.name for path in (ROOT / "tests" / "plans").iterdir() if path.is_dir())
pytestmark = pytest.mark.xdist_group("formats law")


@pytest.mark.parametrize("name", PLANS)
def test_every_format_of_a_small_plan_is_made(name: str) -> None:
    checked = build.check(ROOT / "tests" / "plans" / name)
    found = build.booklets(checked)
    sources = [Source(booklet, Formats(), checked.folder, Cache(ROOT / CACHE_FOLDER)) for booklet in found]
    made = make_all(sources, NAMES)
    assert made.problems == ()
    assert len(made.files) == len(found) * len(Kind) > 0


def test_a_theme_with_nothing_in_it_is_said_by_its_name(tmp_path: Path) -> None:
    (booklet,) = build.booklets(build.check(ROOT / "tests" / "plans" / "tiny"))
    empty = tuple(replace(chapter, blocks=chapter.blocks[:1]) for chapter in booklet.chapters)
    source = Source(replace(booklet, chapters=empty), Formats(), tmp_path, Cache(tmp_path / "cache"))
    made = make_all([source], NAMES)
    assert made.problems == ()
    assert len(made.files) == len(Kind)


def test_a_sign_that_cannot_be_written_is_told_with_its_file_line_and_column(tmp_path: Path) -> None:
    site = Path(shutil.copytree(ROOT / "tests" / "plans" / "tiny", tmp_path / "site"))
    targets = site / "plan_data" / "tiny" / "2026" / "targets.yaml"
    targets.write_text(
        "# \u16a0\n" + targets.read_text("utf-8").replace("statement: To", "statement: \u16a0 To", 1), "utf-8"
    )
    line, column = next(
        (number, line.index("\u16a0") + 1)
        for number, line in enumerate(targets.read_text("utf-8").splitlines(), 1)
        if "statement: \u16a0" in line
    )
    made = build.formatted(build.check(site), ("pdf", "braille"))
    place = Place("plan_data/tiny/2026/targets.yaml", line, column)
    assert [problem.place for problem in made.problems] == [place, place]
    assert {problem.message.partition(" ")[0] for problem in made.problems} == {"The", "tiny-2026-en:"}
    assert made.files == ()


def test_a_sign_of_a_translation_is_told_with_its_place_there(tmp_path: Path) -> None:
    (booklet,) = build.booklets(build.check(ROOT / "tests" / "plans" / "tiny"))
    catalog = tmp_path / "translations" / "en" / "LC_MESSAGES" / "tiny.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text('msgid "a"\nmsgstr "b \u16a0"\n', "utf-8")
    source = Source(booklet, Formats(), tmp_path, Cache(tmp_path / "cache"))
    assert place_of("\u16a0", source) == Place("translations/en/LC_MESSAGES/tiny.po", 2, 11)
    assert place_of("\u16a1", source) is None

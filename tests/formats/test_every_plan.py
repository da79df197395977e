"""Every format is made of every plan, also of one whose words are half translated, or that has nothing to tell."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator import build
from generator.formats.cache import Cache
from generator.formats.makers import CACHE_FOLDER, NAMES, make_all
from generator.formats.source import Source
from generator.made import Kind
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

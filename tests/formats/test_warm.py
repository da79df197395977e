"""After one figure has changed, only what depends on it is made again; after none has, nothing is."""

import shutil
from pathlib import Path

import pytest

from generator import build
from generator.booklet import Chapter
from generator.checked import Checked
from generator.formats.makers import CACHE_FOLDER, NAMES, Formatted
from generator.made import Kind

PLAN = Path(__file__).parents[1] / "plans" / "two-editions"
CHANGED, UNCHANGED = "2026", "2025"

pytestmark = pytest.mark.xdist_group("formats law")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with two editions, and a voice that is soon done."""
    folder = Path(shutil.copytree(PLAN, tmp_path_factory.mktemp("warm") / "site"))
    # Not sealed: a correction would be noted in other chapters, too.
    (folder / "plan_data" / "two" / CHANGED / "published.yaml").unlink()
    settings = folder / "plan_data" / "site.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}formats:\n  speech: 300\n", "utf-8")
    return folder


def kept(site: Path) -> dict[str, int]:
    """The files of the cache. A file that is made again has another inode."""
    cache = site / CACHE_FOLDER
    return {path.relative_to(cache).as_posix(): path.stat().st_ino for path in cache.rglob("*") if path.is_file()}


def files(made: Formatted, edition: str) -> dict[Kind, str]:
    """Which files of the cache the formats of an edition are, by kind."""
    assert made.problems == ()
    return {file.kind: f"{file.file.parent.name}/{file.file.name}" for file in made.files if file.edition == edition}


def change_a_figure(site: Path) -> None:
    targets = site / "plan_data" / "two" / CHANGED / "targets.yaml"
    words = targets.read_text("utf-8")
    assert words.count("value: 421") == 1
    targets.write_text(words.replace("value: 421", "value: 419"), "utf-8")


def changed_chapters(before: Checked, after: Checked) -> list[Chapter]:
    """The chapters that are read out otherwise than before."""
    had = {chapter for booklet in build.booklets(before) for chapter in booklet.chapters}
    return [chapter for booklet in build.booklets(after) for chapter in booklet.chapters if chapter not in had]


def test_only_what_depends_on_a_changed_figure_is_made_again(site: Path) -> None:
    old = build.check(site)
    first = build.formatted(old, NAMES)
    before = kept(site)
    assert files(first, CHANGED).keys() == files(first, UNCHANGED).keys() == set(Kind)

    change_a_figure(site)
    new = build.check(site)
    second = build.formatted(new, NAMES)
    after = kept(site)
    assert files(second, UNCHANGED) == files(first, UNCHANGED)
    assert {name: after[name] for name in before} == before, "a file that was there was made again"
    fresh = after.keys() - before.keys()
    book = set(files(second, CHANGED).values())
    assert book <= fresh, "a format of the changed edition still has the old figure"
    tracks = sorted(name.partition(".")[2] for name in fresh - book)
    assert len(changed_chapters(old, new)) == 1
    assert tracks == ["frames.mp3", "json"], "of the sound, the track of one chapter and its times are made again"

    third = build.formatted(new, NAMES)
    assert third == second
    assert kept(site) == after, "nothing had changed, and something was made again"

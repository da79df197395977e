"""What happens to all formats when one of them fails, or when somebody stops them."""

import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import sleep

import pytest

from generator import build
from generator.formats.cache import Cache
from generator.formats.makers import make_all
from generator.formats.source import Source
from generator.site import Formats

TINY = Path(__file__).parents[1] / "plans" / "tiny"


class Deadly(Cache):
    """Ends the process that asks for a file, as a lack of memory does."""

    def file(self, ending: str, depends_on: object, make: Callable[[Path], None]) -> Path:  # noqa: ARG002 - a Cache's
        os._exit(1)


class Broken(Cache):
    """Fails as only a fault of Planpress does."""

    def file(self, ending: str, depends_on: object, make: Callable[[Path], None]) -> Path:  # noqa: ARG002 - a Cache's
        raise ZeroDivisionError


class Slow(Cache):
    """Takes its time."""

    def file(self, ending: str, depends_on: object, make: Callable[[Path], None]) -> Path:
        sleep(0.3)
        return super().file(ending, depends_on, make)


def source(cache: Cache, edition: str = "2026") -> Source:
    (booklet,) = build.booklets(build.check(TINY))
    return Source(replace(booklet, edition=edition), Formats(), TINY, cache)


def test_a_process_that_ends_takes_no_other_format_with_it(tmp_path: Path) -> None:
    sources = [source(Deadly(tmp_path), "2025"), source(Cache(tmp_path), "2026"), source(Cache(tmp_path), "2027")]
    made = make_all(sources, ["epub"])
    assert [file.edition for file in made.files] == ["2026", "2027"]
    (problem,) = made.problems
    assert '2025-en: the format "epub" could not be made' in problem.message
    assert problem.hint.endswith("--without epub.")


def test_a_fault_says_where_it_is(tmp_path: Path) -> None:
    (problem,) = make_all([source(Broken(tmp_path))], ["epub"]).problems
    assert re.search(r"could not be made: ZeroDivisionError \(test_makers.py, line \d+\)$", problem.message)


def test_whoever_stops_it_does_not_wait_for_the_rest(tmp_path: Path) -> None:
    sources = [source(Slow(tmp_path), str(year)) for year in range(3 * (os.cpu_count() or 1) + 6)]

    def stop(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_all(sources, ["epub"], stop)
    assert len(list(tmp_path.rglob("*.epub"))) < len(sources)

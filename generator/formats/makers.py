"""Booklets -> the files of every format, made side by side.

Takes Booklets and the site's settings; gives MadeFiles, and Problems where a format could not be made. A format that
fails takes no other with it. Knows nothing of pages.
"""

from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context

from generator.formats import audio, braille, daisy, epub, pdf
from generator.formats.source import Maker, Source
from generator.made import MadeFile
from generator.problems import PlanError, Problem, by_place

CACHE_FOLDER = ".planpress/cache"
"""Where files that took long to make are kept, in the folder of a site."""


MAKERS: tuple[Maker, ...] = (
    Maker("pdf", pdf.missing, pdf.make),
    Maker("braille", braille.missing, braille.make),
    Maker("audio", audio.missing, audio.make),
    Maker("epub", epub.missing, epub.make),
    Maker("daisy", daisy.missing, daisy.make),
)
"""Every format other than the website and the data."""

NAMES = tuple(maker.name for maker in MAKERS)


Done = tuple[tuple[MadeFile, ...], tuple[Problem, ...]]


@dataclass(frozen=True)
class Formatted:
    """What was made, and why the rest was not."""

    files: tuple[MadeFile, ...]
    problems: tuple[Problem, ...]


NOTHING = Formatted((), ())
Progress = Callable[[int, int], None]
"""Is told how many pieces of work are done, of how many."""


def missing() -> tuple[Problem, ...]:
    """Which formats cannot be made on this computer, and what to do about each."""
    return tuple(problem for maker in MAKERS if (problem := maker.missing()) is not None)


def silent(_done: int, _of: int) -> None:
    """Tells nobody."""


def make_all(sources: Collection[Source], names: Collection[str], progress: Progress = silent) -> Formatted:
    """Make the named formats of all booklets."""
    problems = {maker.name: maker.missing() for maker in MAKERS if maker.name in names}
    ready = [maker for maker in MAKERS if maker.name in names and problems[maker.name] is None]
    work = [(maker.name, source) for maker in ready for source in sources]
    files: list[MadeFile] = []
    faults = [problem for problem in problems.values() if problem is not None]
    if not work:
        return Formatted((), by_place(faults))
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for done, (made, found) in enumerate(_done(pool, work), 1):
            files += made
            faults += found
            progress(done, len(work))
    return Formatted(tuple(sorted(files, key=lambda file: file.path)), by_place(faults))


def _done(
    pool: Executor, work: Collection[tuple[str, Source]]
) -> Iterator[tuple[tuple[MadeFile, ...], tuple[Problem, ...]]]:
    for future in as_completed([pool.submit(_make, name, source) for name, source in work]):
        yield future.result()


def _make(name: str, source: Source) -> Done:
    maker = next(maker for maker in MAKERS if maker.name == name)
    try:
        return maker.make(source), ()
    except PlanError as error:
        return (), error.problems

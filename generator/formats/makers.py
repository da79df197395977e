"""Booklets -> the files of every format, made side by side.

Takes Booklets and the site's settings; gives MadeFiles, and Problems where a format could not be made. A format that
fails takes no other with it. Knows nothing of pages.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from multiprocessing import get_context

from generator.formats.books import daisy, epub
from generator.formats.braille import volume
from generator.formats.paper import pdf
from generator.formats.sound import audio
from generator.formats.source import Maker, Source, place_of
from generator.made import MadeFile, Proof
from generator.problems import PlanError, Problem, by_place

CACHE_FOLDER = ".planpress/cache"
"""Where files that took long to make are kept, in the folder of a site."""


MAKERS: tuple[Maker, ...] = (
    Maker("pdf", pdf.missing, pdf.make),
    Maker("braille", volume.missing, volume.make, volume.proof),
    Maker("audio", audio.missing, audio.make, audio.proof),
    Maker("epub", epub.missing, epub.make),
    Maker("daisy", daisy.missing, daisy.make),
)
"""Every format other than the website and the data."""

NAMES = tuple(maker.name for maker in MAKERS)


Booklet = tuple[str, str, str]
"""What names a booklet: plan id, edition id, language."""


@dataclass(frozen=True)
class Done:
    """What came of one format of one booklet."""

    booklet: Booklet
    files: tuple[MadeFile, ...]
    proof: Proof
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Formatted:
    """What was made, what pages show of it, and why the rest was not made."""

    files: tuple[MadeFile, ...]
    proofs: Mapping[Booklet, Proof]
    problems: tuple[Problem, ...]


NOTHING = Formatted((), {}, ())
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
        return Formatted((), {}, by_place(faults))
    proofs: dict[Booklet, Proof] = {}
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for count, done in enumerate(_done(pool, work), 1):
            files += done.files
            faults += done.problems
            known = proofs.get(done.booklet, Proof())
            proofs[done.booklet] = Proof(known.heard or done.proof.heard, known.felt or done.proof.felt)
            progress(count, len(work))
    return Formatted(tuple(sorted(files, key=lambda file: file.path)), proofs, by_place(faults))


def _done(pool: Executor, work: Collection[tuple[str, Source]]) -> Iterator[Done]:
    for future in as_completed([pool.submit(_make, name, source) for name, source in work]):
        yield future.result()


def _make(name: str, source: Source) -> Done:
    maker = next(maker for maker in MAKERS if maker.name == name)
    booklet = (source.booklet.plan, source.booklet.edition, source.booklet.language.code)
    try:
        return Done(booklet, maker.make(source), maker.proof(source), ())
    except PlanError as error:
        return Done(booklet, (), Proof(), tuple(_placed(each, source) for each in error.problems))
    except Exception as error:  # noqa: BLE001 - an engine may fail in its own way; the website and the rest are made
        said = " ".join(str(error).split()) or type(error).__name__
        message = f'{source.booklet.name}: the format "{name}" could not be made: {said}'
        hint = f"This is a fault in Planpress: tell its makers. Until then, build with --without {name}."
        return Done(booklet, (), Proof(), (Problem(message, "formats", hint),))


def _placed(problem: Problem, source: Source) -> Problem:
    """A problem with its place, where it is about a sign in a file."""
    return replace(problem, place=place_of(problem.sign, source)) if problem.sign else problem

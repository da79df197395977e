"""Booklets -> the files of every format, made side by side.

Takes Booklets and the site's settings; gives MadeFiles, and Problems where a format could not be made. A format that
fails takes no other with it. Knows nothing of pages.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from traceback import extract_tb

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


BookletName = tuple[str, str, str]
"""What names a booklet: plan id, edition id, language."""
Work = tuple[str, Source]
"""What to make: the name of a format, and of what."""


@dataclass(frozen=True)
class Done:
    """What came of one format of one booklet."""

    booklet: BookletName
    files: tuple[MadeFile, ...]
    proof: Proof
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Formatted:
    """What was made, what pages show of it, and why the rest was not made."""

    files: tuple[MadeFile, ...]
    proofs: Mapping[BookletName, Proof]
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
    work: list[Work] = [(maker.name, source) for maker in ready for source in sources]
    files: list[MadeFile] = []
    faults = [problem for problem in problems.values() if problem is not None]
    if not work:
        return Formatted((), {}, by_place(faults))
    proofs: dict[BookletName, Proof] = {}
    for count, done in enumerate(_done(work), 1):
        files += done.files
        faults += done.problems
        known = proofs.get(done.booklet, Proof())
        proofs[done.booklet] = Proof(known.heard or done.proof.heard, known.felt or done.proof.felt)
        progress(count, len(work))
    return Formatted(tuple(sorted(files, key=lambda file: file.path)), proofs, by_place(faults))


def _done(work: Collection[Work]) -> Iterator[Done]:
    """What came of each piece of work. Those that a process took with it when it ended are done again, one by one."""
    again = []
    pool = _pool()
    try:
        asked = {pool.submit(_make, *each): each for each in work}
        for future in as_completed(asked):
            try:
                yield future.result()
            except BrokenExecutor:
                again.append(asked[future])
    finally:
        pool.shutdown(cancel_futures=True)  # whoever stops it waits for what is being made, not for the rest
    for name, source in again:
        with _pool() as alone:
            try:
                yield alone.submit(_make, name, source).result()
            except BrokenExecutor:
                yield _failed(name, source, "its program ended without a word, perhaps for lack of memory")


def _pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(mp_context=get_context("spawn"))


def _make(name: str, source: Source) -> Done:
    maker = next(maker for maker in MAKERS if maker.name == name)
    try:
        return Done(_named(source), maker.make(source), maker.proof(source), ())
    except PlanError as error:
        return Done(_named(source), (), Proof(), tuple(_placed(each, source) for each in error.problems))
    except Exception as error:  # noqa: BLE001 - an engine may fail in its own way; the website and the rest are made
        said = " ".join(str(error).split()) or type(error).__name__
        at = extract_tb(error.__traceback__)[-1]
        return _failed(name, source, f"{said} ({Path(at.filename).name}, line {at.lineno})")


def _placed(problem: Problem, source: Source) -> Problem:
    """A problem with its place, where it is about a sign in a file."""
    return replace(problem, place=place_of(problem.sign, source)) if problem.sign else problem


def _failed(name: str, source: Source, why: str) -> Done:
    message = f'{source.booklet.name}: the format "{name}" could not be made: {why}'
    hint = f"This is a fault in Planpress: tell its makers. Until then, build with --without {name}."
    return Done(_named(source), (), Proof(), (Problem(message, "formats", hint),))


def _named(source: Source) -> BookletName:
    return source.booklet.plan, source.booklet.edition, source.booklet.language.code

"""What people read aloud, in place of the computer voice: a chapter, or the whole plan.

Takes a Source; gives its Recordings, by chapter. Raises PlanError, with places in site.yaml. Knows nothing of speech.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.booklet import Booklet
from generator.fields import NotStated
from generator.formats.sound.mp3 import Frames, NotMP3Error, frames
from generator.formats.source import Source
from generator.problems import PlanError, Problem
from generator.site import Supplied, SuppliedFile
from generator.supplied import SUPPLIED_FOLDER, lost

WHOLE = ""
"""What stands for the whole plan among the names of chapters."""
FIRST = "title"
"""The name of the first chapter, which has the title and no id of its own."""
_EXPORT = 'In the program that recorded it, such as Audacity: "Export Audio", format MP3'


@dataclass(frozen=True)
class Recording:
    """A file in which a person reads, the frames of it, the same as a file without anything else, and her name."""

    file: Path
    frames: Frames
    bare: Path
    reader: str
    entry: SuppliedFile


def chapter_names(booklet: Booklet) -> tuple[str, ...]:
    """The names of a booklet's chapters, as `chapter` in site.yaml gives them."""
    return tuple(chapter.id or FIRST for chapter in booklet.chapters)


def recordings(source: Source) -> Mapping[str, Recording]:
    """The recordings of a booklet, by the name of the chapter, or WHOLE. Raises PlanError with all that is wrong."""
    entries = tuple(_entries(source))
    problems = list(_doubled(entries, chapter_names(source.booklet)))
    found: dict[str, Recording] = {}
    for entry in entries:
        try:
            found[_chapter(entry)] = _recording(entry, source)
        except PlanError as error:
            problems += error.problems
    problems += _unlike(found.values())
    if problems:
        raise PlanError(problems)
    return found


def unlike(recording: Recording, rate: int) -> Problem:
    """The Problem of a recording that cannot follow what the computer says in one file."""
    sort = f"{recording.frames.rate} hertz, {'mono' if recording.frames.channels == 1 else 'stereo'}"
    message = f"This recording ({sort}) does not go together with the chapters that the computer voice reads"
    hint = f"{_EXPORT}, mono, sample rate {rate} Hz. Or record all chapters."
    return Problem(message, "recordings", hint, recording.entry.places["file"])


def _entries(source: Source) -> Iterator[SuppliedFile]:
    booklet = source.booklet
    wanted = (Supplied.RECORDING, booklet.plan, booklet.edition, booklet.language.code)
    for entry in source.settings.supplied:
        if (entry.kind, entry.plan, entry.edition, entry.language) == wanted and not isinstance(entry.file, NotStated):
            yield entry


def _chapter(entry: SuppliedFile) -> str:
    return WHOLE if isinstance(entry.chapter, NotStated) else entry.chapter


def _doubled(entries: tuple[SuppliedFile, ...], names: tuple[str, ...]) -> Iterator[Problem]:
    """Problems of chapters that are not there, or are read twice."""
    seen: set[str] = set()
    for entry in entries:
        chapter = _chapter(entry)
        if chapter != WHOLE and chapter not in names:
            message = f'There is no chapter "{chapter}"'
            yield Problem(message, "recordings", f"There is: {', '.join(names)}.", entry.places["chapter"])
        if chapter in seen or (seen and WHOLE in {chapter, *seen}):
            message = "Two recordings are of the same part of the plan"
            hint = "Keep one of them. A recording without `chapter` is of the whole plan."
            yield Problem(message, "recordings", hint, entry.places["file"])
        seen.add(chapter)


def _recording(entry: SuppliedFile, source: Source) -> Recording:
    problems = tuple(lost([entry], source.folder))
    if problems:
        raise PlanError(problems)
    path = source.folder / SUPPLIED_FOLDER / str(entry.file)
    try:
        sound = frames(path.read_bytes())
    except NotMP3Error as error:
        message = f'The recording "{SUPPLIED_FOLDER}/{entry.file}" cannot be used. {error}'
        hint = f"{_EXPORT}, with a constant sample rate."
        raise PlanError([Problem(message, "recordings", hint, entry.places["file"])]) from error
    reader = source.booklet.word("a person").text if isinstance(entry.by, NotStated) else entry.by
    bare = source.cache.file("frames.mp3", sound.data, lambda file: _write(file, sound.data))
    return Recording(path, sound, bare, reader, entry)


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _unlike(found: Iterable[Recording]) -> Iterator[Problem]:
    """Problems of recordings that cannot follow each other in one file."""
    first: Recording | None = None
    for each in found:
        if first is None:
            first = each
        elif (each.frames.rate, each.frames.channels) != (first.frames.rate, first.frames.channels):
            message = f"This recording is not made like that of {first.entry.file}: sample rate or channels differ"
            hint = f"{_EXPORT}, mono, with the same sample rate for all chapters."
            yield Problem(message, "recordings", hint, each.entry.places["file"])

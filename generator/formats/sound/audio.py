"""A booklet -> one MP3 file with chapters.

Takes a Source; gives a MadeFile. A chapter is a track of its narration. So is each target, since the chapter of all
targets takes the most of an hour: who wants one of them jumps to it. A recording of the whole plan is taken as it is.
Knows nothing of how words become sound.
"""

from dataclasses import replace
from itertools import accumulate
from operator import itemgetter
from pathlib import Path

from generator.blocks import Heading, Runs
from generator.booklet import Booklet
from generator.formats.cache import code
from generator.formats.sound import mp3
from generator.formats.sound.narration import Narration, narrate
from generator.formats.sound.recordings import WHOLE, recordings
from generator.formats.sound.transcript import transcript
from generator.formats.sound.voices import installed
from generator.formats.source import Source
from generator.languages import Language
from generator.made import Heard, Kind, MadeFile, Proof, made
from generator.problems import Problem

_CODES = {"bn": "ben", "cy": "cym", "en": "eng", "es": "spa", "it": "ita", "pl": "pol", "pt": "por", "ur": "urd"}
_CODES |= {"de": "deu", "fr": "fra", "gd": "gla", "gu": "guj", "pa": "pan", "ro": "ron", "so": "som", "zh": "zho"}
"""ISO 639-2, which ID3 asks for. A language that is not here is `und`, undetermined."""

_TARGETS, _TARGET = "_targets", 3
"""The id of the chapter of targets, and the level of the heading of one."""


def missing() -> Problem | None:
    """What to do if the voices are not installed."""
    if installed():
        return None
    message = "Sound needs espeak-ng and LAME, which are not installed"
    hint = "In the folder of Planpress, run: pip install '.[audio]'. Or build with `--without audio`."
    return Problem(message, "formats", hint)


def make(source: Source) -> tuple[MadeFile, ...]:
    """The sound of a booklet: as people recorded the whole of it, or as one file of all its tracks."""
    booklet = source.booklet
    whole = recordings(source).get(WHOLE)
    if whole is not None:
        file = made(booklet, Kind.SOUND, whole.file, seconds=_seconds(whole.frames.milliseconds))
        return (replace(file, reader=whole.reader),)
    narration = narrate(source)
    tags = _tags(booklet, narration)
    chapters = _chapters(booklet, narration)
    contents = booklet.word("Contents").text
    sounds = [track.file.read_bytes() for track in narration.tracks]
    depends_on = {
        "tags": tags,
        "chapters": chapters,
        "contents": contents,
        "sounds": sounds,
        "code": code(mp3.__file__),
    }

    def write(path: Path) -> None:
        path.write_bytes(mp3.file(tuple(map(mp3.frames, sounds)), chapters, tags, contents))

    path = source.cache.file("mp3", depends_on, write)
    file = made(booklet, Kind.SOUND, path, seconds=_seconds(chapters[-1].end))
    return (replace(file, reader=_readers(booklet, narration)),)


def heard(source: Source) -> tuple[Heard, ...]:
    """The transcript of what make() gives. Empty for a recording of the whole plan: nobody knows when it says what."""
    return () if WHOLE in recordings(source) else transcript(source.booklet, narrate(source))


def proof(source: Source) -> Proof:
    """The sound of a booklet beside its print. Raises PlanError."""
    return Proof(heard=heard(source))


def _chapters(booklet: Booklet, narration: Narration) -> tuple[mp3.Chapter, ...]:
    """A chapter for each track, and for each target; for tracks alone if a file cannot have so many."""
    starts = (0, *accumulate(track.milliseconds for track in narration.tracks))
    tracks = [(_plain(track.title), start) for track, start in zip(narration.tracks, starts, strict=False)]
    targets = [
        (_plain(heading.runs), start + clip.start_ms)
        for track, start in zip(narration.tracks, starts, strict=False)
        if track.chapter == _TARGETS
        for number, heading in enumerate(booklet.chapters[track.number].blocks)
        if isinstance(heading, Heading) and heading.level == _TARGET
        for clip in track.clips
        if clip.id == f"c{track.number}-b{number}"
    ]
    titles = sorted(tracks + targets if len(tracks + targets) <= mp3.MOST_CHAPTERS else tracks, key=itemgetter(1))
    ends = (*(start for _, start in titles[1:]), starts[-1])
    return tuple(mp3.Chapter(title, start, end) for (title, start), end in zip(titles, ends, strict=True))


def _tags(booklet: Booklet, narration: Narration) -> dict[str, str]:
    """ID3's text frames: title, publisher, period, language and running time; the year if it is stated."""
    said = {
        "TIT2": _plain(booklet.title),
        "TPE1": _plain(booklet.publisher),
        "TALB": f"{_plain(booklet.title)} ({_plain(booklet.period)})" if booklet.period else _plain(booklet.title),
        "TCON": "Speech",
        "TLAN": _iso_639_2(booklet.language),
        "TLEN": str(sum(track.milliseconds for track in narration.tracks)),
        "TYER": booklet.published[:4],
    }
    return {name: text for name, text in said.items() if text}


def _iso_639_2(language: Language) -> str:
    return _CODES.get(language.code.partition("-")[0], "und")


def _readers(booklet: Booklet, narration: Narration) -> str:
    """Who reads: people by name, and the computer where it reads some; empty where it reads everything."""
    names = dict.fromkeys(track.reader for track in narration.tracks)
    if set(names) == {""}:
        return ""
    return ", ".join(name or booklet.word("A computer voice").text for name in sorted(names, key=lambda name: not name))


def _plain(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _seconds(milliseconds: int) -> int:
    return (milliseconds + 500) // 1000

"""A booklet -> its narration: a track of speech for each chapter, and where in it each piece of text is said.

Takes a Source; gives a Narration, whose tracks are files of bare MPEG frames. Sound, and books that read themselves
aloud, are made from it. Knows nothing of pages or of how a book is made.

What the ids of clips point to: `c{chapter}-b{block}` is a block of `chapter.blocks`, both counted from 0; `-e{entry}`
behind it is an entry of a list, a term with what is said of it, or a row of a table. A list has no clip of its own; a
table's own is its caption with its columns. What is said but printed nowhere, such as who reads, has an id that begins
with `_`. What says nothing, such as a paragraph of a dash, has no clip.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from generator.blocks import Runs
from generator.booklet import Booklet
from generator.fields import NotStated
from generator.formats.cache import Cache, code
from generator.formats.sound.mp3 import frames
from generator.formats.sound.recordings import FIRST, Recording, recordings, unlike
from generator.formats.sound.script import Scene, Utterance, script
from generator.formats.sound.voices import PROGRAM, RATE, Said, Spoken, installed, say, versions, voice
from generator.formats.source import Source
from generator.languages import INTERFACE_LANGUAGE
from generator.problems import PlanError, Problem


@dataclass(frozen=True)
class Clip:
    """When a piece of text is said, in milliseconds within its track. The pause after it belongs to it."""

    id: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True)
class Track:
    """The speech of one chapter. Its clips follow each other without gaps, from its beginning to its end.

    `file` holds bare MPEG frames, mono, 22,050 a second where a computer speaks. `reader` is who reads, or empty: then
    a computer does. A track that a person reads has one clip, of the chapter's heading.
    """

    chapter: str
    number: int
    title: Runs
    file: Path
    milliseconds: int
    clips: tuple[Clip, ...]
    reader: str = ""


@dataclass(frozen=True)
class Narration:
    """A booklet read aloud."""

    tracks: tuple[Track, ...]


def narrate(source: Source) -> Narration:
    """The booklet read aloud, by people where there are recordings of chapters; each track is made once and kept.

    Raises PlanError if no voice speaks its language, or a recording cannot be used.
    """
    recorded = recordings(source)
    scenes = [scene for scene in script(source.booklet) if scene.utterances]
    spoken_ones = [scene for scene in scenes if (scene.chapter or FIRST) not in recorded]
    if spoken_ones:
        _can_be_spoken(source.booklet, recorded.values())
    speed = int(source.settings.speech)
    tracks = (
        _track(scene, source.cache, speed) if scene in spoken_ones else _read(scene, recorded[scene.chapter or FIRST])
        for scene in scenes
    )
    return Narration(tuple(tracks))


def _can_be_spoken(booklet: Booklet, recorded: Iterable[Recording]) -> None:
    if not installed():
        message = "The computer voice needs espeak-ng and LAME, which are not installed"
        hint = "Run: pip install 'planpress[audio]'. Or leave out `epub_with_sound` in site.yaml."
        raise PlanError([Problem(message, "formats", hint)])
    language = booklet.language
    if not voice(language.code):
        message = f"The computer voice does not speak {language.name} ({language.code}), so there is no sound of it"
        hint = "Have the plan read by a person (docs/audio.md), or build with `--without audio`."
        raise PlanError([Problem(message, "formats", hint)])
    problems = [
        unlike(each, RATE)
        for each in recorded
        if not isinstance(each.entry.chapter, NotStated) and (each.frames.rate, each.frames.channels) != (RATE, 1)
    ]
    if problems:
        raise PlanError(problems)


def _read(scene: Scene, recording: Recording) -> Track:
    """A chapter that a person reads: one clip, since nothing is known of when she says what."""
    sound = recording.frames
    clip = Clip(scene.utterances[0].id, 0, sound.milliseconds)
    path = recording.bare
    return Track(scene.chapter, scene.number, scene.title, path, sound.milliseconds, (clip,), recording.reader)


def _track(scene: Scene, cache: Cache, speed: int) -> Track:
    """The speech of a chapter, from the cache where it was said before."""
    clips = tuple(map(_voiced, scene.utterances))
    depends_on = {"clips": clips, "speed": speed, "engines": versions(), "code": code(str(PROGRAM))}

    def make_times(path: Path) -> None:
        said = say(clips, speed)
        cache.file("frames.mp3", depends_on, lambda file: _write(file, said))
        path.write_text(json.dumps(said.ends), "utf-8")

    ends = json.loads(cache.file("json", depends_on, make_times).read_text("utf-8"))
    file = cache.file("frames.mp3", depends_on, lambda path: _write(path, say(clips, speed)))
    milliseconds = frames(file.read_bytes()).milliseconds
    bounds = pairwise([0, *ends[:-1], milliseconds])
    timed = zip(scene.utterances, bounds, strict=True)
    return Track(
        scene.chapter,
        scene.number,
        scene.title,
        file,
        milliseconds,
        tuple(Clip(utterance.id, start, end) for utterance, (start, end) in timed),
    )


def _voiced(utterance: Utterance) -> Spoken:
    """What is said, by whom. Words in a language that no voice speaks are read as English."""
    english = voice(INTERFACE_LANGUAGE)
    return tuple((voice(part.language) or english, part.text, part.pause) for part in utterance.spoken)


def _write(path: Path, said: Said) -> None:
    path.write_bytes(said.frames)

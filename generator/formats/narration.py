"""A booklet -> its narration: a track of speech for each chapter, and where in it each piece of text is said.

Takes a Source; gives a Narration, whose tracks are files of bare MPEG frames. Sound, and books that read themselves
aloud, are made from it. Knows nothing of pages or of how a book is made.

What the ids of clips point to: `c{chapter}-b{block}` is a block of `chapter.blocks`, both counted from 0; `-e{entry}`
behind it is an entry of a list, a term with what is said of it, or a row of a table. A list has no clip of its own,
and a table's own is its caption. What is said but printed nowhere, such as who reads, has an id that begins with `_`.
"""

import json
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from generator.blocks import Runs
from generator.booklet import Booklet
from generator.formats.cache import Cache, code
from generator.formats.makers import Source
from generator.formats.mp3 import frames
from generator.formats.script import Scene, Utterance, script
from generator.formats.voices import Spoken, say, versions, voice
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
    """The booklet read aloud; each track is made once and kept. Raises PlanError if its language is not spoken."""
    speed = int(source.settings.speech)
    return Narration(tuple(_track(scene, source.cache, speed) for scene in _scenes(source.booklet)))


def _scenes(booklet: Booklet) -> tuple[Scene, ...]:
    language = booklet.language
    if not voice(language.code):
        message = f"The computer voice does not speak {language.name} ({language.code}), so there is no sound of it"
        hint = "Have the plan read by a person (docs/audio.md), or build with `--without audio`."
        raise PlanError([Problem(message, "formats", hint)])
    return script(booklet)


def _track(scene: Scene, cache: Cache, speed: int) -> Track:
    """The speech of a chapter, from the cache where it was said before."""
    spoken = tuple(_voiced(utterance) for utterance in scene.utterances)
    depends_on = {"clips": spoken, "speed": speed, "engines": versions(), "code": code(speech.__file__)}

    def make_times(path: Path) -> None:
        said = say(spoken, speed)
        cache.file("frames.mp3", depends_on, lambda file: _written(file, said.frames))
        path.write_text(json.dumps(said.ends), "utf-8")

    ends = json.loads(cache.file("json", depends_on, make_times).read_text("utf-8"))
    file = cache.file("frames.mp3", depends_on, lambda path: _written(path, say(spoken, speed).frames))
    milliseconds = frames(file.read_bytes()).milliseconds
    bounds = [0, *ends[:-1], milliseconds]
    clips = tuple(
        Clip(utterance.id, start, end)
        for utterance, (start, end) in zip(scene.utterances, pairwise(bounds), strict=True)
    )
    return Track(scene.chapter, scene.number, scene.title, file, milliseconds, clips)


def _voiced(utterance: Utterance) -> Spoken:
    """What is said, by whom. Words in a language that no voice speaks are read by the booklet's first voice."""
    return tuple((voice(part.language) or voice("en"), part.text, part.pause) for part in utterance.spoken)


def _written(path: Path, data: bytes) -> None:
    path.write_bytes(data)

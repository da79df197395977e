"""A booklet -> its transcript: what is heard, chapter by chapter, and when each begins.

Takes a Booklet, and its Narration where there is one; gives a Heard for each chapter. Knows nothing of pages.

The transcript shows the words as they are printed. What the sound alone says, such as who reads, is in it too, and the
words as they are said stand beside: `2007 to 2008` beside `2007/08`.
"""

from dataclasses import dataclass

from generator.blocks import Runs
from generator.booklet import Booklet
from generator.formats.narration import Narration
from generator.formats.script import Utterance, script


@dataclass(frozen=True)
class Heard:
    """What is heard of a chapter. `seconds` is when it begins in the file; None where there is no sound.

    `reader` is the person who reads it, or empty: then the computer does.
    """

    chapter: str
    number: int
    title: Runs
    seconds: int | None
    reader: str
    utterances: tuple[Utterance, ...]


def transcript(booklet: Booklet, narration: Narration | None = None) -> tuple[Heard, ...]:
    """The transcript of a booklet."""
    tracks = {track.number: track for track in narration.tracks} if narration else {}
    heard = []
    start = 0
    for scene in script(booklet):
        track = tracks.get(scene.number)
        seconds = start // 1000 if track else None
        reader = track.reader if track else ""
        heard.append(Heard(scene.chapter, scene.number, scene.title, seconds, reader, scene.utterances))
        start += track.milliseconds if track else 0
    return tuple(heard)

"""A booklet -> its narration: a track of speech for each chapter, and where in it each piece of text is said.

Takes a Source; gives a Narration, whose tracks are files of bare MPEG frames. Sound, and books that read themselves
aloud, are made from it. Knows nothing of pages or of how a book is made.

What the ids of clips point to: `c{chapter}-b{block}` is a block of `chapter.blocks`, both counted from 0; `-e{entry}`
behind it is an entry of a list, a term with what is said of it, or a row of a table. A list has no clip of its own,
and a table's own is its caption. What is said but printed nowhere, such as who reads, has an id that begins with `_`.
"""

from dataclasses import dataclass
from pathlib import Path

from generator.blocks import Runs
from generator.formats.source import Source


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
    raise NotImplementedError(source.booklet.name)

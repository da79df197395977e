"""A narration made up for tests: silence, timed as if somebody read. Real speech takes a minute a booklet."""

from pathlib import Path

from generator.blocks import Block, Definitions, List, Table
from generator.booklet import Booklet
from generator.formats.sound.narration import Clip, Narration, Track

FRAME = b"\xff\xf3\x40\xc4" + bytes(100)
"""One frame of MPEG 2, layer III, 22,050 a second: 32 kbit/s, mono."""


def narrated(booklet: Booklet, folder: Path, *, reader: str = "", silent: int = -1) -> Narration:
    """Each piece of text takes 1.234 s. A person may read the second chapter; one chapter may say nothing."""
    tracks = []
    for number, chapter in enumerate(booklet.chapters):
        ids = [id_ for index, block in enumerate(chapter.blocks) for id_ in _ids(f"c{number}-b{index}", block)]
        by = reader if number == 1 else ""
        said = ids[:1] if by else [*ids, "_voice-0"] if number == 0 else ids
        clips = tuple(Clip(id_, 1234 * at, 1234 * (at + 1)) for at, id_ in enumerate(said))
        file = folder / f"{number}.mp3"
        file.write_bytes(FRAME * (number + 1))
        if number != silent:
            tracks.append(Track(chapter.id, number, chapter.title, file, 1234 * len(said), clips, by))
    return Narration(tuple(tracks))


def _ids(id_: str, block: Block) -> list[str]:
    match block:
        case List(entries=entries) | Definitions(entries=entries):
            return [f"{id_}-e{at}" for at, _ in enumerate(entries)]
        case Table(rows=rows):
            return [id_, *(f"{id_}-e{at}" for at, _ in enumerate(rows))]
    return [id_]

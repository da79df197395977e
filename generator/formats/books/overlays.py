"""A narration -> which piece of a book's text is heard when: SMIL, for EPUB and for DAISY.

Takes a Narration (narration.py); gives Spans, and the SMIL files of an EPUB book. Knows nothing of how speech is made.
"""

from collections.abc import Iterable
from dataclasses import replace

from generator.booklet import Booklet
from generator.formats.books.imprint import Words, plain, rendered
from generator.formats.sound.narration import Clip, Narration, Track

UNPRINTED = "_"
"""How the ids of clips begin that say what is printed nowhere."""


def heard(track: Track) -> tuple[Clip, ...]:
    """The clips of a track, from its beginning to its end, each of a piece of text.

    What is said but not printed, such as who reads, is heard with the text after it; at the end, with the one before.
    """
    found: list[Clip] = []
    start = 0
    for clip in track.clips:
        if not clip.id.startswith(UNPRINTED):
            found.append(Clip(clip.id, start, clip.end_ms))
            start = clip.end_ms
    return (*found[:-1], replace(found[-1], end_ms=track.milliseconds))


def overlay(name: str, track: Track) -> bytes:
    """The SMIL file of a chapter of an EPUB book, whose text is `name.xhtml` and whose sound is `name.mp3`."""
    return rendered("overlay.smil.jinja", chapter=name, clips=heard(track))


def people(booklet: Booklet, narration: Narration) -> str:
    """Who reads, where a person reads any of it; empty where a computer reads everything."""
    if not any(track.reader for track in narration.tracks):
        return ""
    return ", ".join(reader.text for reader in readers(booklet, narration.tracks))


def length(narration: Narration) -> int:
    """How long it is, in milliseconds."""
    return sum(track.milliseconds for track in narration.tracks)


def readers(booklet: Booklet, tracks: Iterable[Track]) -> tuple[Words, ...]:
    """Who reads: people by name, and a computer."""
    computer = plain((booklet.word("A computer voice"),), booklet.language.code)
    named = (Words(track.reader, booklet.language.code) if track.reader else computer for track in tracks)
    return tuple(dict.fromkeys(named))

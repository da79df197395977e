"""A booklet and its narration -> its transcript: what is heard, chapter by chapter, and when each begins.

Takes a Booklet and its Narration; gives a Heard for each chapter, for the page for listening. Knows nothing of pages.

The transcript shows words as they are printed, `2007/08`, not as they are said, "2007 to 2008". The title
of a chapter stands above its lines, so it is not one of them. What the sound alone says, such as whose voice it is, is
in it too. A table is there as it is heard: row by row, each cell behind its header.
"""

from generator.booklet import Booklet
from generator.formats.sound.narration import Narration
from generator.formats.sound.script import script
from generator.made import Heard


def transcript(booklet: Booklet, narration: Narration) -> tuple[Heard, ...]:
    """The transcript of a booklet, with the seconds at which chapters begin in its file."""
    scenes = {scene.number: scene for scene in script(booklet)}
    heard = []
    start = 0
    for track in narration.tracks:
        lines = tuple(line for utterance in scenes[track.number].utterances for line in utterance.printed)
        lines = lines[1:] if lines[0] == track.title else lines
        heard.append(Heard(track.title, start // 1000, track.reader, lines))
        start += track.milliseconds
    return tuple(heard)

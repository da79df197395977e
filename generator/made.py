"""The files of the formats that were made, as pages speak of them.

Takes nothing; gives MadeFile. Knows nothing of how a format is made.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.blocks import Runs
from generator.booklet import Booklet


class Kind(StrEnum):
    """What kind of file it is; its value ends the name of the file."""

    LARGE_PRINT = "large-print.pdf"
    CLEAR_PRINT = "clear-print.pdf"
    BRF = "braille.brf"
    PEF = "braille.pef"
    SOUND = "audio.mp3"
    EPUB = "book.epub"
    DAISY = "daisy.zip"


@dataclass(frozen=True)
class MadeFile:
    """One file of a booklet: its path in the site, and the file on disk that is to be copied there.

    `pages` are those of print or Braille, `seconds` its running time, `reader` who reads it where a person does.
    """

    kind: Kind
    plan: str
    edition: str
    language: str
    path: str
    file: Path
    pages: int = 0
    seconds: int = 0
    reader: str = ""

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self.file.stat().st_size

    @property
    def minutes(self) -> int:
        """Its running time, rounded."""
        return max(1, round(self.seconds / 60))


@dataclass(frozen=True)
class Heard:
    """A chapter as it is heard: its title, when it begins (in seconds), who reads (empty: a computer), its words."""

    title: Runs
    begins: int
    reader: str
    lines: tuple[Runs, ...]


@dataclass(frozen=True)
class Felt:
    """A line of print and its Braille, in Unicode. `level` is that of a heading; 0 for anything else."""

    printed: Runs
    cells: str
    level: int = 0


@dataclass(frozen=True)
class Proof:
    """What a page shows of the sound and the Braille of a booklet beside its print; each empty where it is not made."""

    heard: tuple[Heard, ...] = ()
    felt: tuple[Felt, ...] = ()


def made(booklet: Booklet, kind: Kind, file: Path, *, pages: int = 0, seconds: int = 0) -> MadeFile:
    """A file of a booklet, with its path in the site: `plans/p/2008/formats/p-2008-ur-large-print.pdf`."""
    path = f"{booklet.folder}/{booklet.name}-{kind.value}"
    code = booklet.language.code
    return MadeFile(kind, booklet.plan, booklet.edition, code, path, file, pages=pages, seconds=seconds)

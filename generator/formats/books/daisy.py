"""A booklet and its narration -> a DAISY 2.02 talking book: text and sound for the players that blind people use.

Takes a Source; gives one zip file. Its rules: https://daisy.org/z3986/specifications/daisy_202.html. The text is XHTML
1.0, since players know no newer one. Knows nothing of how speech is made.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.blocks import Cell, Definition, Figure, Run, Section
from generator.booklet import Booklet
from generator.formats.books import archive, imprint, overlays, xhtml
from generator.formats.books.imprint import Named, Words, headings, plain, rendered
from generator.formats.books.xhtml import around, attributes
from generator.formats.sound import audio
from generator.formats.sound.narration import Clip, Narration, narrate
from generator.formats.source import Source
from generator.made import Kind, MadeFile, made
from generator.problems import Problem

DEPTH = 3
"""How many levels of headings a listener can walk by. More would be too fine for the keys of a player."""


@dataclass(frozen=True)
class Part:
    """A chapter as the talking book has it: text, sound, and when each piece is heard.

    A chapter of signs that no voice can say has no sound, and one clip of no length.
    """

    id: str
    title: Words
    headings: tuple[Named, ...]
    clips: tuple[Clip, ...]
    sound: Path | None
    milliseconds: int
    elapsed: int


def missing() -> Problem | None:
    """A problem where no sound can be made."""
    if audio.missing() is None:
        return None
    message = "A talking book (DAISY) needs espeak-ng and LAME, which are not installed"
    hint = "In the folder of Planpress, run: pip install '.[audio]'. Or build with `--without daisy`."
    return Problem(message, "formats", hint)


def make(source: Source) -> tuple[MadeFile, ...]:
    """The talking book of a booklet. Raises PlanError where its language cannot be spoken."""
    booklet, narration = source.booklet, narrate(source)
    book = archive.kept(source.cache, "zip", _files(booklet, narration))
    file = made(booklet, Kind.DAISY, book, seconds=overlays.length(narration) // 1000)
    return (replace(file, reader=overlays.people(booklet, narration)),)


def _files(booklet: Booklet, narration: Narration) -> dict[str, bytes | Path]:
    """The files of the book by their names. Players read the first of them first."""
    parts = tuple(_parts(booklet, narration))
    files: dict[str, bytes | Path] = {"ncc.html": b"", "master.smil": b"", "book.css": b""}
    for number, part in enumerate(parts):
        files[f"{part.id}.smil"] = _rendered("daisy.smil.jinja", booklet, part=part)
        files[f"{part.id}.html"] = _page(booklet, parts, number)
        if part.sound:
            files[f"{part.id}.mp3"] = part.sound
    toc = [each for part in parts for each in part.headings]
    files["ncc.html"] = _rendered(
        "ncc.html.jinja",
        booklet,
        parts=parts,
        items=len(toc),
        depth=max(each.level for each in toc),
        files=len(files),
        readers=overlays.readers(booklet, narration.tracks),
        milliseconds=overlays.length(narration),
    )
    files["master.smil"] = _rendered("master.smil.jinja", booklet, parts=parts, milliseconds=overlays.length(narration))
    files["book.css"] = rendered("daisy.css.jinja", language=booklet.language)
    return files


def _rendered(template: str, booklet: Booklet, **facts: object) -> bytes:
    """A file from a template, which may say what book this is."""
    return rendered(
        template,
        language=booklet.language,
        title=imprint.titled(booklet),
        publisher=plain(booklet.publisher, booklet.language.code),
        identifier=imprint.identifier(booklet),
        dated=booklet.dated,
        **facts,
    )


def _parts(booklet: Booklet, narration: Narration) -> Iterator[Part]:
    elapsed = 0
    tracks = {track.number: track for track in narration.tracks}
    for number, chapter in enumerate(booklet.chapters):
        track = tracks.get(number)
        found = tuple(replace(each, level=_level(each.level)) for each in headings(booklet, number))
        clips = overlays.heard(track) if track else (Clip(found[0].id, 0, 0),)
        said = {clip.id for clip in clips}
        part = Part(
            id=f"c{number:02}",
            title=plain(chapter.title, booklet.language.code),
            headings=tuple(each for each in found if each.level <= DEPTH and each.id in said),
            clips=clips,
            sound=track.file if track else None,
            milliseconds=track.milliseconds if track else 0,
            elapsed=elapsed,
        )
        yield part
        elapsed += part.milliseconds


def _page(booklet: Booklet, parts: tuple[Part, ...], number: int) -> bytes:
    """The text of a chapter."""
    leading = imprint.leading(booklet, number, [f"{each.id}.html" for each in parts])
    text = _Text(booklet.language.code, leading).chapter(number, booklet.chapters[number].blocks)
    return _rendered("daisy.html.jinja", booklet, part=parts[number], anchor=booklet.chapters[number].id, text=text)


def _level(level: int) -> int:
    """The level of a heading for a listener: the title and the chapters are on the first, as players expect."""
    return max(level - 1, 1)


class _Text(xhtml.Writer):
    """Writes XHTML 1.0, which has no sections, figures or data."""

    section = "div"

    def level(self, level: int) -> int:
        return _level(level)

    def notice(self, section: Section, id_: str) -> Iterator[str]:
        return around("div", self.blocks(section.blocks), attributes(id=id_, kind=section.kind))

    def definition(self, entry: Definition, id_: str) -> Iterator[str]:
        yield self.line("dt", entry.term, id=id_ or entry.id, anchor=entry.id if id_ else "")
        yield from (self.line("dd", each) for each in entry.descriptions)

    def label(self, cell: Cell) -> str:  # noqa: ARG002 - players show no such thing
        return ""

    def figure(self, figure: Figure, id_: str) -> Iterator[str]:
        yield self.line("p", figure.sentence, id=id_)

    def marked(self, run: Run, said: str) -> str:
        return f'<span dir="ltr">{said}</span>' if "telephone" in run.marks else said

    def fact(self, value: str, date: str, said: str, language: str) -> str:  # noqa: ARG002 - this XHTML has no data
        direction = xhtml.turned(language) if value else ""
        return f'<span dir="{direction}">{said}</span>' if direction else said

"""A booklet -> an EPUB 3.3 book, for phones, tablets and reading programs; if the site wants it, one that reads aloud.

Takes a Source; gives one file. The pages are XHTML (xhtml.py), the sound is that of the narration. Knows nothing of how
either is made.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import Markup

from generator.blocks import Figure, Runs
from generator.booklet import ACCESSIBLE, ACCESSIBLE_ALOUD, Booklet, Chapter
from generator.fields import NotStated
from generator.formats.books import archive, imprint, overlays, xhtml
from generator.formats.books.imprint import Named, headings, plain, rendered
from generator.formats.sound.narration import Narration, Track, narrate
from generator.formats.source import Source
from generator.made import Kind, MadeFile, made
from generator.site import Formats

FONTS_FOLDER = Path(__file__).parents[2] / "overrides" / "assets" / "fonts"


@dataclass(frozen=True)
class Font:
    """A font that a book carries, since reading programs may have none for its script."""

    file: str
    weight: str


FONTS = {
    "bn": (Font("bengali.woff2", "normal"), Font("bengali-bold.woff2", "bold")),
    "ur": (Font("nastaliq.woff2", "normal"),),
}
"""The fonts that a book in a language carries. Phones and computers have letters for the other languages."""


FEATURES = (
    "tableOfContents",
    "structuralNavigation",
    "readingOrder",
    "displayTransformability",
    "ARIA",
    "unlocked",
)
"""What every book has, in the words of the W3C's vocabulary for accessibility of publications."""


@dataclass(frozen=True)
class Part:
    """A chapter as the book has it: its files, and what stands in it."""

    id: str
    heading: Named
    parts: tuple[Named, ...]
    role: str
    drawn: bool
    track: Track | None

    @property
    def file(self) -> str:
        """The name of its page."""
        return f"{self.id}.xhtml"

    @property
    def landmark(self) -> str:
        """What kind of place it is for those who look for one; empty for most."""
        return {"introduction": "bodymatter", "glossary": "glossary"}.get(self.role, "")


def missing() -> None:
    """Nothing: the standard library is enough."""


def make(source: Source) -> tuple[MadeFile, ...]:
    """The EPUB book of a booklet. Raises PlanError where it is to read itself aloud, and nobody can."""
    booklet, settings = source.booklet, source.settings
    narration = narrate(source) if settings.epub_with_sound else Narration(())
    tracks = {track.number: track for track in narration.tracks}
    parts = tuple(_part(booklet, number, tracks.get(number)) for number in range(len(booklet.chapters)))
    files = dict(_files(booklet, settings, narration, parts))
    book = archive.kept(source.cache, "epub", files, first="mimetype")
    file = made(booklet, Kind.EPUB, book, seconds=overlays.length(narration) // 1000)
    return (replace(file, reader=overlays.people(booklet, narration)),)


def _part(booklet: Booklet, number: int, track: Track | None) -> Part:
    chapter = booklet.chapters[number]
    heading, *rest = headings(booklet, number)
    return Part(
        id=f"c{number:02}",
        heading=heading,
        parts=tuple(each for each in rest if each.level == heading.level + 1) if number else (),
        role=_role(chapter, number),
        drawn=any(isinstance(block, Figure) and block.drawing for block in chapter.blocks),
        track=track,
    )


def _role(chapter: Chapter, number: int) -> str:
    """What kind of chapter it is: a word of both EPUB's vocabulary and DPUB-ARIA."""
    return "glossary" if chapter.id == imprint.GLOSSARY else "chapter" if number else "introduction"


def _files(
    booklet: Booklet, settings: Formats, narration: Narration, parts: tuple[Part, ...]
) -> Iterator[tuple[str, bytes | Path]]:
    """The files of the book by their names, in the order in which they stand."""
    language = booklet.language
    fonts = FONTS.get(language.code, ())
    contents = plain((booklet.word("Contents"),), language.code)
    yield "mimetype", b"application/epub+zip"
    yield "META-INF/container.xml", rendered("container.xml.jinja")
    yield "book/package.opf", _package(booklet, settings, narration, parts)
    cover = {"title": plain(booklet.title, language.code), "lines": (booklet.title, booklet.period, booklet.publisher)}
    inline = _inline(language.code)
    yield "book/cover.xhtml", rendered("cover.xhtml.jinja", language=language, inline=inline, **cover)
    yield (
        "book/contents.xhtml",
        rendered("contents.xhtml.jinja", language=language, inline=inline, title=contents, chapters=parts),
    )
    for number, part in enumerate(parts):
        yield f"book/{part.file}", _page(booklet, parts, number)
        if part.track:
            yield f"book/{part.id}.smil", overlays.overlay(part.id, part.track)
            yield f"book/{part.id}.mp3", part.track.file
    yield "book/style.css", rendered("book.css.jinja", language=language, fonts=fonts)
    for font in fonts:
        yield f"book/fonts/{font.file}", FONTS_FOLDER / font.file


def _inline(language: str) -> Callable[[Runs], Markup]:
    """Writes words with their marks and languages, without links."""
    writer = xhtml.Writer(language, lambda _: "")
    return lambda runs: Markup(writer.inline(runs, language))  # noqa: S704 - the writer escapes every word


def _page(booklet: Booklet, parts: tuple[Part, ...], number: int) -> bytes:
    """The page of a chapter."""
    chapter, part = booklet.chapters[number], parts[number]
    leading = imprint.leading(booklet, number, [each.file for each in parts])
    return rendered(
        "chapter.xhtml.jinja",
        language=booklet.language,
        title=part.heading.title,
        heading=part.heading.id,
        anchor=chapter.id,
        role=part.role,
        text=xhtml.Writer(booklet.language.code, leading).chapter(number, chapter.blocks),
    )


def _package(booklet: Booklet, settings: Formats, narration: Narration, parts: tuple[Part, ...]) -> bytes:
    """What the book is, what it holds, and in which order it is read."""
    sound = bool(narration.tracks)
    return rendered(
        "package.opf.jinja",
        language=booklet.language,
        identifier=imprint.identifier(booklet),
        title=imprint.titled(booklet),
        publisher=plain(booklet.publisher, booklet.language.code),
        published=booklet.published,
        dated=booklet.dated,
        facts=tuple(_facts(settings, drawn=any(part.drawn for part in parts), sound=sound)),
        summary=plain((booklet.word(ACCESSIBLE_ALOUD if sound else ACCESSIBLE),), booklet.language.code),
        chapters=parts,
        fonts=FONTS.get(booklet.language.code, ()),
        sound=sound,
        milliseconds=overlays.length(narration),
        readers=overlays.readers(booklet, narration.tracks),
    )


def _facts(settings: Formats, *, drawn: bool, sound: bool) -> Iterator[tuple[str, str]]:
    """What is known of how accessible the book is. Only the site may claim that it conforms to a standard."""
    modes = ["textual", *(["visual"] if drawn else []), *(["auditory"] if sound else [])]
    features = [*FEATURES, *(["alternativeText"] if drawn else []), *(["synchronizedAudioText"] if sound else [])]
    yield from (("schema:accessMode", mode) for mode in modes)
    yield from (("schema:accessModeSufficient", mode) for mode in modes if mode != "visual")
    yield from (("schema:accessibilityFeature", feature) for feature in features)
    yield "schema:accessibilityHazard", "none"
    if not isinstance(settings.epub_conforms_to, NotStated):
        yield "dcterms:conformsTo", settings.epub_conforms_to
    if not isinstance(settings.epub_certified_by, NotStated):
        yield "a11y:certifiedBy", settings.epub_certified_by

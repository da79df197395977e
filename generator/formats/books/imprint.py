"""What every kind of book needs: its name among all books, its date, its headings, and the templates of its files.

Takes a Booklet; gives plain values and bytes. Knows nothing of EPUB or DAISY.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.blocks import Heading, Runs
from generator.booklet import Booklet, ids
from generator.languages import known_language

TEMPLATES = Path(__file__).parents[2] / "templates" / "books"

GLOSSARY = "_words"
"""The id of the chapter that explains words."""


@dataclass(frozen=True)
class Words:
    """Words without marks, for catalogs and lists, and their language."""

    text: str
    language: str

    @property
    def direction(self) -> str:
        """Which way their language runs."""
        return known_language(self.language).direction


@dataclass(frozen=True)
class Named:
    """A heading of a chapter: where it is, its level, and its words, with their marks and without."""

    id: str
    level: int
    runs: Runs
    title: Words


def rendered(template: str, **facts: object) -> bytes:
    """A file of a book, from a template in `generator/templates/books`."""
    return _environment().get_template(template).render(facts).encode()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "tongue": lambda words, beside: Markup(tongue(words.language, beside)),  # noqa: S704 - a tag of a language
        "seconds": seconds,
        "clock": clock,
        "exact_clock": exact_clock,
    }
    return environment


def tongue(language: str, beside: str) -> str:
    """The attributes of XHTML that mark a language, where it is not the one beside it."""
    if language == beside:
        return ""
    return f' lang="{language}" xml:lang="{language}" dir="{known_language(language).direction}"'


def seconds(milliseconds: int) -> str:
    """A time as SMIL writes it: `1.250`."""
    return f"{milliseconds // 1000}.{milliseconds % 1000:03}"


def clock(milliseconds: int) -> str:
    """A time by the clock, to the nearest second: `01:02:03`."""
    whole = (milliseconds + 500) // 1000
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def exact_clock(milliseconds: int) -> str:
    """A time by the clock: `01:02:03.250`."""
    whole, rest = divmod(milliseconds, 1000)
    return f"{clock(whole * 1000)}.{rest:03}"


def identifier(booklet: Booklet) -> str:
    """What names the book among all books: the same for each copy of an edition in a language."""
    publisher = plain(booklet.publisher, booklet.language.code).text
    return uuid5(NAMESPACE_URL, booklet.home or f"{publisher}/{booklet.name}").urn


def plain(runs: Runs, own: str) -> Words:
    """Words without marks, in their one language or the book's own. A soft hyphen is for the width of a page."""
    languages = {run.language for run in runs if run.text.strip()}
    text = "".join(run.text for run in runs).replace("\u00ad", "").strip()
    return Words(text, languages.pop() if len(languages) == 1 else own)


def titled(booklet: Booklet) -> Words:
    """Its title in a library, with the edition: on a shelf or a card, those of several years stand side by side."""
    title = plain(booklet.title, booklet.language.code)
    return replace(title, text=f"{title.text} ({booklet.edition})")


def headings(booklet: Booklet, number: int) -> tuple[Named, ...]:
    """The headings of a chapter. It begins with one."""
    return tuple(
        Named(block_id(number, index), block.level, block.runs, plain(block.runs, booklet.language.code))
        for index, block in enumerate(booklet.chapters[number].blocks)
        if isinstance(block, Heading)
    )


def leading(booklet: Booklet, number: int, files: Sequence[str]) -> Callable[[str], str]:
    """Where a link in a chapter leads, given the file of each chapter; nowhere if the book has no such place."""
    places = {f"#{id_}": at for at, chapter in enumerate(booklet.chapters) for id_ in ids(chapter.blocks) if id_}

    def lead(link: str) -> str:
        if not link.startswith("#"):
            return link
        there = places.get(link)
        return "" if there is None else link if there == number else files[there] + link

    return lead


def block_id(chapter: int, block: int) -> str:
    """The id of a block of a chapter, both counted from 0: what sound points to (narration.py)."""
    return f"c{chapter}-b{block}"

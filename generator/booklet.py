"""A booklet: an edition in one language, from its first words to its last, in chapters of typed blocks.

Takes the finished page of the whole plan, and pages to follow it; gives a Booklet. Large print, Braille, sound and
books are readings of it, so they say the same in the same order. Knows nothing of templates or of any format.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from posixpath import dirname, join, normpath

from generator.blocks import (
    Block,
    Blocks,
    Cell,
    Definition,
    Definitions,
    Entry,
    Figure,
    Heading,
    List,
    Paragraph,
    Quote,
    Row,
    Run,
    Runs,
    Section,
    Table,
    read_blocks,
)
from generator.languages import Language, message

ACCESSIBLE = message(
    "This book has headings, lists and tables that programs understand. A sentence says what each drawing shows. "
    "Everything can be read by eye, by a computer voice, or in Braille."
)
ACCESSIBLE_ALOUD = message(
    "This book has headings, lists and tables that programs understand. A sentence says what each drawing shows. "
    "Everything can be read by eye or in Braille. It can also read itself aloud, and marks the words it is saying."
)
"""How accessible an EPUB book is, without and with sound."""

WORDS = (
    message("Contents"),
    message("Clear print, {size} point"),
    message("Large print, {size} point"),
    message("Page {page} of {pages}"),
    message("Page"),
    message("Published"),
    message("not stated in the plan"),
    message("Pages"),
    message("A computer made this from the data of the plan. Nobody has proof-read it."),
    ACCESSIBLE,
    ACCESSIBLE_ALOUD,
    message("Chapters"),
    message("A computer voice reads it. Nobody has listened to all of it and checked it."),
    message("A computer voice"),
    message("a person"),
)
"""Planpress' own words that formats say."""


@dataclass(frozen=True)
class Chapter:
    """A part of a booklet: a heading of level 2 and what stands under it. The first has the title, of level 1."""

    id: str
    title: Runs
    blocks: Blocks


@dataclass(frozen=True)
class Booklet:
    """An edition of a plan in one language.

    `plan` and `edition` are ids. `words` are Planpress' own words that formats need (WORDS), in this language where
    they are translated. `published` is the day of the edition as data writes it, `home` the address of its first page:
    both are empty where they are not stated. `dated` is the day that a file must bear: that of the edition, or else the
    day from which the site speaks.
    """

    plan: str
    edition: str
    language: Language
    title: Runs
    publisher: Runs
    period: Runs
    published: str
    dated: str
    home: str
    chapters: tuple[Chapter, ...]
    words: Mapping[str, Run]

    @property
    def name(self) -> str:
        """The beginning of the names of its files: `kettering-csp-2008-ur`."""
        return f"{self.plan}-{self.edition}-{self.language.code}"

    @property
    def folder(self) -> str:
        """Where its files are, in the site."""
        return f"plans/{self.plan}/{self.edition}/formats"

    def word(self, message: str) -> Run:
        """Planpress' own words, and the language they are in. Raises KeyError if they are not in WORDS."""
        return self.words[message]


def chapters(fragment: str, language: str, address: str, site: str) -> tuple[Chapter, ...]:
    """The chapters of a page. A link within it stays; one to another page leads to the site, if its address is known.

    Of a link that leads nowhere, the words stay; but a paragraph that is only such a link is left out.

    Raises FragmentError for what is not in the vocabulary.
    """
    blocks = tuple(_flat(read_blocks(fragment, language)))
    known = frozenset(ids(blocks))

    def leading(link: str) -> str:
        path, _, place = link.partition("#")
        if not path:
            return link if place in known else ""
        if ":" in path:
            return link
        return f"{site.rstrip('/')}/{normpath(join(dirname(address), link))}" if site else ""

    found: list[Chapter] = []
    held: list[Block] = []
    for block in _relinked(blocks, leading):
        if isinstance(block, Heading) and block.level <= 2 and held:  # noqa: PLR2004 - a chapter begins at level 2
            found.append(_chapter(held))
            held = []
        held.append(block)
    return (*found, _chapter(held))


def _chapter(blocks: list[Block]) -> Chapter:
    first = blocks[0]
    if not isinstance(first, Heading):
        raise TypeError(first)  # every page begins with its title
    return Chapter(first.id, first.runs, tuple(blocks))


def _flat(blocks: Blocks, id_: str = "") -> Iterator[Block]:
    """Blocks without sections: the id of a section goes to the heading that it begins with."""
    for block in blocks:
        if isinstance(block, Section) and not block.kind:
            yield from _flat(block.blocks, block.id or id_)
        elif isinstance(block, Heading) and id_:
            yield replace(block, id=block.id or id_)
        else:
            yield block
        id_ = ""


def ids(blocks: Iterable[object]) -> Iterator[str]:
    """Every id in blocks, with those of entries: what a link may lead to."""
    for block in blocks:
        match block:
            case Heading():
                yield block.id
            case Section():
                yield block.id
                yield from ids(block.blocks)
            case Quote():
                yield from ids(block.blocks)
            case Entry():
                yield block.id
                yield from ids(block.blocks)
            case List() | Definitions():
                yield from ids(block.entries)
            case Definition():
                yield block.id


def _relinked(blocks: Blocks, leading: Callable[[str], str]) -> Blocks:
    def line(runs: Runs) -> Runs:
        return tuple(replace(run, link=leading(run.link)) if run.link else run for run in runs)

    def definition(entry: Definition) -> Definition:
        return replace(entry, term=line(entry.term), descriptions=tuple(map(line, entry.descriptions)))

    def block(each: Block) -> Block:
        match each:
            case Heading() | Paragraph():
                return replace(each, runs=line(each.runs))
            case List():
                entries = (replace(entry, blocks=_relinked(entry.blocks, leading)) for entry in each.entries)
                return replace(each, entries=tuple(entries))
            case Definitions():
                return replace(each, entries=tuple(map(definition, each.entries)))
            case Table():
                rows = (
                    Row(line(row.header), tuple(Cell(line(cell.runs), line(cell.header)) for cell in row.cells))
                    for row in each.rows
                )
                return Table(line(each.caption), tuple(map(line, each.columns)), tuple(rows))
            case Figure():
                return replace(each, sentence=line(each.sentence))
            case Quote() | Section():
                return replace(each, blocks=_relinked(each.blocks, leading))

    return tuple(block(each) for each in blocks if not _leads_nowhere(each, leading))


def _leads_nowhere(block: Block, leading: Callable[[str], str]) -> bool:
    """Whether a block is nothing but a link, to what is not in the booklet: it would say no more than a title."""
    if not isinstance(block, Paragraph):
        return False
    said = [run for run in block.runs if run.text.strip()]
    return bool(said) and not any(not run.link or leading(run.link) for run in said)

"""A booklet -> the script that is read aloud: what is said, in which order, and how long the pauses are.

Takes a Booklet; gives a Scene for each chapter. Knows nothing of voices or of files.

Headings are told by the silence before them, entries of lists by the silence between. After the caption of a table come
its columns. A row of it is its header, then each cell behind the header of its column.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from unicodedata import category

from generator.blocks import (
    Block,
    Blocks,
    Definition,
    Definitions,
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
)
from generator.booklet import Booklet
from generator.formats.sound.spoken import ends_a_sentence, spoken

_TURN, _BRIEF, _ENTRY, _AFTER, _BEFORE_HEADING, _AFTER_TITLE = 80, 200, 400, 600, 900, 1000
"""Silences in thousandths of a second; _BRIEF follows a term, _TURN stands between two voices."""
_CHAPTER = 2
"""The level of the heading that begins a chapter."""
MACHINE = "A computer voice reads it. Nobody has listened to all of it and checked it."
"""What the first chapter says of its voice, as booklet.WORDS has it."""


@dataclass(frozen=True)
class Part:
    """Words that one voice says, and the milliseconds of silence after them."""

    text: str
    language: str
    pause: int


@dataclass(frozen=True)
class Utterance:
    """A piece of the booklet as it is printed, in its lines, and as it is said. Its id is that of its clip."""

    id: str
    printed: tuple[Runs, ...]
    spoken: tuple[Part, ...]
    heading: bool = False

    @property
    def text(self) -> str:
        """The words that are said."""
        return " ".join(part.text for part in self.spoken)


@dataclass(frozen=True)
class Scene:
    """What is said of a chapter."""

    chapter: str
    number: int
    title: Runs
    utterances: tuple[Utterance, ...]


def script(booklet: Booklet) -> tuple[Scene, ...]:
    """What is said of each chapter of a booklet, in its order."""
    scenes = []
    for number, chapter in enumerate(booklet.chapters):
        said = list(_utterances(chapter.blocks, f"c{number}", booklet.language.code))
        if number == 0:
            said += _of_itself(booklet)
        scenes.append(Scene(chapter.id, number, chapter.title, tuple(_paced(said))))
    return tuple(scenes)


def _of_itself(booklet: Booklet) -> Iterator[Utterance]:
    """What only the sound says: whose voice it is, and how many chapters follow."""
    yield _utterance("_voice", [(booklet.word(MACHINE),)], [_AFTER])
    count = booklet.word("Chapters")
    yield _utterance("_chapters", [(replace(count, text=f"{count.text}: {len(booklet.chapters)}"),)], [_AFTER])


def _paced(utterances: list[Utterance]) -> Iterator[Utterance]:
    """The utterances that say something, each with a longer silence after it where a heading follows."""
    said = [each for each in utterances if each.spoken]
    for each, following in pairwise((*said, None)):
        if each is None:
            continue
        if following is not None and following.heading:
            last = replace(each.spoken[-1], pause=max(_BEFORE_HEADING, each.spoken[-1].pause))
            yield replace(each, spoken=(*each.spoken[:-1], last))
        else:
            yield each


def _utterances(blocks: Blocks, before: str, language: str) -> Iterator[Utterance]:
    for number, block in enumerate(blocks):
        id_ = f"{before}-b{number}"
        match block:
            case List(ordered, entries):
                for at, entry in enumerate(entries):
                    said = _said(f"{id_}-e{at}", list(_lines(entry.blocks)), _ENTRY)
                    yield _numbered(said, at + 1, language) if ordered else said
            case Definitions(entries):
                for at, definition in enumerate(entries):
                    yield _said(f"{id_}-e{at}", list(_definition(definition)), _ENTRY)
            case Table(caption, columns, rows):
                yield _said(id_, [(caption, _ENTRY), *((column, _BRIEF) for column in columns)], _AFTER)
                for at, row in enumerate(rows):
                    yield _said(f"{id_}-e{at}", list(_row(row)), _ENTRY)
            case _:
                begins = isinstance(block, Heading) and block.level <= _CHAPTER
                said = _said(id_, list(_lines((block,))), _AFTER_TITLE if begins else _AFTER)
                yield replace(said, heading=isinstance(block, Heading))


Line = tuple[Runs, int]
"""A line of words, and the silence after it."""


def _said(id_: str, lines: list[Line], pause: int) -> Utterance:
    """An utterance of lines, with a silence of `pause` after it."""
    if not lines:
        return Utterance(id_, (), ())
    pauses = (*(silence for _, silence in lines[:-1]), pause)
    return _utterance(id_, [runs for runs, _ in lines], pauses)


def _utterance(id_: str, lines: list[Runs], pauses: Iterable[int]) -> Utterance:
    parts: list[Part] = []
    for runs, pause in zip(lines, pauses, strict=True):
        pieces = spoken(runs)
        parts += [Part(text, language, _before_another_voice(text)) for language, text in pieces[:-1]]
        parts += [Part(text, language, pause) for language, text in pieces[-1:]]
    return Utterance(id_, tuple(lines), tuple(parts))


def _before_another_voice(text: str) -> int:
    """The silence after words that another voice goes on from: that of their last sign. Voices make none at an end."""
    return _ENTRY if ends_a_sentence(text) else _BRIEF if category(text[-1]).startswith("P") else _TURN


def _numbered(utterance: Utterance, number: int, language: str) -> Utterance:
    """An entry of a numbered list, with its number before it."""
    if not utterance.spoken:
        return utterance
    first, *rest = utterance.spoken
    if first.language == language:
        return replace(utterance, spoken=(replace(first, text=f"{number}. {first.text}"), *rest))
    return replace(utterance, spoken=(Part(f"{number}.", language, _BRIEF), first, *rest))


def _lines(blocks: Iterable[Block]) -> Iterator[Line]:
    """The lines of blocks within an utterance."""
    for block in blocks:
        match block:
            case Heading(_, runs) | Paragraph(runs) | Figure(runs):
                yield runs, _AFTER
            case List(_, entries):
                for entry in entries:
                    yield from _lines(entry.blocks)
            case Definitions(entries):
                for definition in entries:
                    yield from _definition(definition)
            case Table(caption, columns, rows):
                yield caption, _ENTRY
                for column in columns:
                    yield column, _BRIEF
                for row in rows:
                    yield from _row(row)
            case Quote(inner) | Section(inner):
                yield from _lines(inner)


def _definition(entry: Definition) -> Iterator[Line]:
    yield entry.term, _BRIEF
    for description in entry.descriptions:
        yield description, _ENTRY


def _row(row: Row) -> Iterator[Line]:
    """The header of a row, and each cell behind the header of its column. An empty cell says nothing."""
    yield row.header, _ENTRY
    for cell in row.cells:
        if any(run.text.strip() for run in cell.runs):
            first = cell.runs[0]
            yield (
                (*cell.header, Run(": ", cell.header[-1].language if cell.header else first.language), *cell.runs),
                _BRIEF,
            )

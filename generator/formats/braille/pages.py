"""Pieces -> pages of Braille: lines of cells, with a title page, contents, running titles and page numbers.

Takes a Booklet and the settings; gives Pages. Knows nothing of files.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count, pairwise

from babel.dates import format_date

from generator.blocks import Run, Runs
from generator.booklet import Booklet
from generator.formats.braille.codes import Braille
from generator.formats.braille.liblouis import BLANK
from generator.formats.braille.lines import STEP, Piece, labelled, pieces
from generator.site import Formats

Lines = tuple[str, ...]

_TOGETHER = 2
"""How many lines of a piece stand together at the foot and at the head of a page, if it has as many."""
_NUMBER = 8
"""How many cells the numbers in the contents keep for themselves, with two guide dots and blanks around them."""
_GUIDE = "\u2810"
_CENTRED_LESS = 6
"""How much narrower a centred line is: three blank cells on each side show that it is a heading."""


@dataclass(frozen=True)
class Pages:
    """The pages of a booklet, each of lines of cells. `chapters` are the numbers of the pages on which they begin."""

    pages: tuple[Lines, ...]
    chapters: tuple[int, ...]


@dataclass(frozen=True)
class _Set:
    """A piece as lines."""

    piece: Piece
    lines: Lines


@dataclass(frozen=True)
class Setter:
    """Sets the words of one booklet on pages of one size."""

    booklet: Booklet
    settings: Formats

    @property
    def braille(self) -> Braille:
        """How its words are written."""
        return Braille(self.booklet.language.code, self.settings.english_braille)

    @property
    def cells(self) -> int:
        """How long a line is."""
        return int(self.settings.braille_cells)

    @property
    def room(self) -> int:
        """How many lines of a page are for text; the last one is for the title and the number."""
        return int(self.settings.braille_lines) - 1

    def pages(self) -> Pages:
        """The whole booklet. Title and contents come first; their length is known once they are set."""
        text, begins = self._filled(self._set(pieces(self.booklet)))
        for before in count(2):
            chapters = tuple(page + before for page in begins)
            title, _ = self._filled(self._set(self._title(before + len(text))))
            contents, _ = self._filled((*self._set(self._contents_heading()), *self._contents(chapters)))
            if len(title) + len(contents) == before:
                break
        plain = len(title)
        numbered = (*contents, *text)
        made = [_at_foot(page, "", self.room) for page in title]
        made += [_at_foot(page, self._foot(number), self.room) for number, page in enumerate(numbered, plain + 1)]
        return Pages(tuple(made), chapters)

    # ------------------------------------------------------------------------------------------ title and contents

    def _title(self, pages: int) -> Iterator[Piece]:
        booklet = self.booklet
        published = (Run(_day(booklet), booklet.language.code),) if booklet.published else None
        number = Run(str(pages), booklet.language.code)
        for runs in (
            booklet.title,
            booklet.period,
            booklet.publisher,
            _label(booklet, "Published", published or (booklet.word("not stated in the plan"),)),
            (booklet.word("A computer made this from the data of the plan. Nobody has proof-read it."),),
            _label(booklet, "Pages", (number,)),
        ):
            yield Piece(runs, centred=True, before=True, after=True)

    def _contents_heading(self) -> Iterator[Piece]:
        yield Piece((self.booklet.word("Contents"),), centred=True, before=True, after=True, held=True)

    def _contents(self, chapters: Sequence[int]) -> Iterator[_Set]:
        """A line for each chapter, with guide dots to the number of its page."""
        for chapter, page in zip(self.booklet.chapters, chapters, strict=True):
            words = self.braille.words(chapter.title)
            *lines, last = wrapped(words, self.cells - _NUMBER, 0, STEP)
            number = self._number(page)
            dots = self.cells - len(last) - len(number) - 2
            yield _Set(Piece(chapter.title), (*lines, f"{last}{BLANK}{_GUIDE * dots}{BLANK}{number}"))

    def _foot(self, page: int) -> str:
        """The last line of a page: the title, as much as there is room for, and the number at the right."""
        number = self._number(page)
        title = wrapped(self.braille.words(self.booklet.title), self.cells - len(number) - 3, 0, 0)[0]
        return title + BLANK * (self.cells - len(title) - len(number)) + number

    def _number(self, number: int) -> str:
        return BLANK.join(self.braille.words((Run(str(number), self.booklet.language.code),)))

    # -------------------------------------------------------------------------------------------------- lines, pages

    def _set(self, found: Iterable[Piece]) -> Iterator[_Set]:
        for piece in found:
            if piece.rule:
                yield _Set(piece, (piece.rule * self.cells,))
                continue
            words = self.braille.words(piece.runs)
            if piece.centred:
                lines = wrapped(words, self.cells - _CENTRED_LESS, 0, 0)
                yield _Set(piece, tuple(BLANK * ((self.cells - len(line)) // 2) + line for line in lines))
            else:
                yield _Set(piece, wrapped(words, self.cells, piece.first, piece.over))

    def _filled(self, found: Iterable[_Set]) -> tuple[list[Lines], tuple[int, ...]]:
        """Pages full of lines, and for each chapter the page it begins on, counted from 1."""
        pages: list[list[str]] = [[]]
        begins: dict[int, int] = {}
        for group, spaced in _groups(found):
            page = pages[-1]
            blank = [""] if spaced and page else []
            if page and len(page) + len(blank) + _needed(group) > self.room:
                pages.append([])
                blank = []
            pages[-1] += blank
            self._put(group, pages, begins)
        return [tuple(page) for page in pages], tuple(page for chapter, page in begins.items() if chapter)

    def _put(self, group: Sequence[_Set], pages: list[list[str]], begins: dict[int, int]) -> None:
        """Put a group on the last page, and on new ones where it is full; note where chapters begin."""
        for place, each in enumerate(group):
            if place and pages[-1] and _parted(group[place - 1].piece, each.piece):
                pages[-1].append("")
            if len(pages[-1]) >= self.room:
                pages.append([])
            begins.setdefault(each.piece.chapter, len(pages))
            lines = list(each.lines)
            while lines:
                room = self.room - len(pages[-1])
                if room < len(lines) < room + _TOGETHER and room > _TOGETHER:
                    room -= 1  # so that no line stands alone at the head of a page
                pages[-1] += lines[:room]
                lines = lines[room:]
                if lines:
                    pages.append([])


def wrapped(words: Sequence[str], cells: int, first: int, over: int) -> Lines:
    """Words in lines of at most so many cells. A word that is longer than a line is cut where the line ends."""
    lines: list[str] = []
    line = ""
    for word in words:
        indent = over if lines else first
        if line and indent + len(line) + 1 + len(word) <= cells:
            line += BLANK + word
            continue
        if line:
            lines.append(BLANK * indent + line)
        line = word
        while len(line) > cells - (over if lines else first):
            indent = over if lines else first
            lines.append(BLANK * indent + line[: cells - indent])
            line = line[cells - indent :]
    return (*lines, BLANK * (over if lines else first) + line)


def _groups(found: Iterable[_Set]) -> Iterator[tuple[list[_Set], bool]]:
    """Pieces that stay on one page, and whether a blank line parts them from what came before."""
    group: list[_Set] = []
    last: Piece | None = None
    for each in found:
        group.append(each)
        if not each.piece.held:
            yield group, last is None or _parted(last, group[0].piece)
            last = each.piece
            group = []
    if group:
        yield group, last is None or _parted(last, group[0].piece)


def _parted(one: Piece, next_: Piece) -> bool:
    """Whether a blank line parts two pieces. None parts a heading that is not centred from what it heads."""
    return (one.after or next_.before) and not (one.level and not one.centred)


def _needed(group: Sequence[_Set]) -> int:
    """How many lines must fit: all of what is held, and the first ones of what follows."""
    *held, last = group
    blanks = sum(_parted(each.piece, after.piece) for each, after in pairwise(group))
    least = len(last.lines) if len(last.lines) <= _TOGETHER + 1 else _TOGETHER
    return sum(len(each.lines) for each in held) + blanks + least


def _at_foot(page: Lines, foot: str, room: int) -> Lines:
    return (*page, *[""] * (room - len(page)), foot) if foot else page


def _label(booklet: Booklet, label: str, runs: Runs) -> Runs:
    return (*labelled((booklet.word(label),), booklet.language.code), *runs)


def _day(booklet: Booklet) -> str:
    return format_date(date.fromisoformat(booklet.published), "long", booklet.language.locale)

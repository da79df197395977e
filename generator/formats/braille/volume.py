"""Booklet -> Braille, as BRF and as PEF; and what a page of the site shows of it.

Takes a Source; gives MadeFiles. Whatever keeps a booklet from being written in Braille leaves here as a PlanError that
names the language, or the sign and the words around it.
"""

from collections.abc import Iterator
from pathlib import Path

from generator.blocks import Runs
from generator.booklet import Booklet
from generator.formats.braille import brf, codes, liblouis
from generator.formats.braille.codes import Braille
from generator.formats.braille.lines import pieces
from generator.formats.braille.pages import Pages, Setter
from generator.formats.source import Source
from generator.made import Felt, Kind, MadeFile, Proof, made
from generator.problems import PlanError, Problem
from generator.site import Formats

_CHECK = "formats"
_AROUND = 20
"""How many signs of the text on each side a message quotes."""
_INSTALL = (
    "On Debian or Ubuntu, install liblouis20 and liblouis-data; on a Mac, run: brew install liblouis. On Windows, "
    f"unpack liblouis and set {liblouis.NAMED_BY} to the path of its DLL. Or build with --without braille."
)


def missing() -> Problem | None:
    """What is to be installed before Braille can be made; None if all is there."""
    named = liblouis.found_at()
    try:
        liblouis.version()
    except liblouis.LiblouisMissingError:
        if named is not None:
            message = f"Braille needs liblouis, but {named} cannot be opened"
            hint = f"Set {liblouis.NAMED_BY} to the library's file, or unset it. Or build with --without braille."
            return Problem(message, _CHECK, hint)
        return Problem("Braille needs liblouis, which is not installed", _CHECK, _INSTALL)
    lacking = [name for name in codes.every_table() if not liblouis.has(name)]
    if lacking:
        message = f"liblouis {liblouis.version()} has no table {lacking[0]}, which Braille needs"
        return Problem(message, _CHECK, _INSTALL)
    return None


def make(source: Source) -> tuple[MadeFile, ...]:
    """The BRF and the PEF of a booklet. Raises PlanError."""
    booklet, settings = source.booklet, source.settings
    pages = transcribed(booklet, settings).pages
    files = {
        Kind.BRF: brf.brf(pages),
        Kind.PEF: brf.pef(pages, booklet, int(settings.braille_cells), int(settings.braille_lines)),
    }
    return tuple(made(booklet, kind, _kept(source, kind, file), pages=len(pages)) for kind, file in files.items())


def _kept(source: Source, kind: Kind, content: bytes) -> Path:
    """A file on disk. It takes a tenth of a second to make, so it is made each time, and kept by its content."""

    def write(path: Path) -> None:
        path.write_bytes(content)

    return source.cache.file(kind.value.rpartition(".")[2], content, write)


def transcribed(booklet: Booklet, settings: Formats) -> Pages:
    """The pages of a booklet. Raises PlanError."""
    try:
        return Setter(booklet, settings).pages()
    except (codes.NoCodeError, liblouis.UnknownSignError) as error:
        raise PlanError([_problem(booklet, settings, error)]) from error


def preview(booklet: Booklet, settings: Formats) -> tuple[Felt, ...]:
    """What the site shows of a booklet's Braille: each heading, paragraph, entry of a list or row of a table.

    Raises PlanError.
    """
    try:
        return tuple(_felt(booklet, settings))
    except (codes.NoCodeError, liblouis.UnknownSignError) as error:
        raise PlanError([_problem(booklet, settings, error)]) from error


def proof(source: Source) -> Proof:
    """The Braille of a booklet beside its print. Raises PlanError."""
    return Proof(felt=preview(source.booklet, source.settings))


def _felt(booklet: Booklet, settings: Formats) -> Iterator[Felt]:
    braille = Braille(booklet.language.code, settings.english_braille)
    for piece in pieces(booklet):
        if not piece.rule:
            yield Felt(piece.runs, " ".join(braille.words(piece.runs)), piece.level)


def _problem(booklet: Booklet, settings: Formats, error: Exception) -> Problem:
    language = booklet.language
    if isinstance(error, liblouis.UnknownSignError):
        sign = f'"{error.sign}" (U+{ord(error.sign[0]):04X})'
        chapter, around = _where(booklet, settings)
        message = f'{booklet.name}: Braille has no cells for the sign {sign} in "{around}", chapter "{chapter}"'
        hint = "Write it in other words or signs, in the plan or in its translation. Or build with --without braille."
        return Problem(message, _CHECK, hint, sign=error.sign)
    message = f"{booklet.name}: Braille is not made in {language.name} ({language.code}): no table is known for it"
    return Problem(message, _CHECK, "docs/braille.md says how to add one. Or build with --without braille.")


def _where(booklet: Booklet, settings: Formats) -> tuple[str, str]:
    """The chapter, and the words around the first sign that cannot be written."""
    braille = Braille(booklet.language.code, settings.english_braille)
    for piece in pieces(booklet):
        try:
            braille.words(piece.runs)
        except liblouis.UnknownSignError as error:
            text = _text(piece.runs)
            place = max(text.find(error.sign), 0)
            return _text(booklet.chapters[piece.chapter - 1].title), text[max(place - _AROUND, 0) : place + _AROUND]
    return _text(booklet.title), _text(booklet.title)  # on the title page, then


def _text(runs: Runs) -> str:
    return " ".join("".join(run.text for run in runs).split())

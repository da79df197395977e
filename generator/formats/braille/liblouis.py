"""liblouis, the library that knows how languages are written in Braille.

Takes texts and the names of its tables; gives cells (Unicode Braille). Finds the library on Linux, macOS and Windows.
Knows nothing of plans, of lines or of pages.

liblouis writes the code of a sign that a table lacks into the Braille, in cells that look like any others. So each
text is translated a second time with such signs left out: where the two differ, a sign is unknown.
"""

import ctypes
import os
from ctypes.util import find_library
from functools import cache
from pathlib import Path

NAMED_BY = "PLANPRESS_LIBLOUIS"
"""The environment variable that names the library's file."""

BLANK = "\u2800"
_USUAL = (
    "liblouis.so.20",
    "/opt/homebrew/lib/liblouis.dylib",
    "/usr/local/lib/liblouis.dylib",
    "liblouis.dll",
)
_SIX_DOTS = range(0x2800, 0x2840)
_CELLS = "unicode.dis,"
"""The display table that makes liblouis write Unicode Braille."""
_LEAVE_OUT_UNKNOWN = 128
_SILENT = 60000
_ROOM = 64


class LiblouisMissingError(Exception):
    """The library is not there; its words say what was tried."""


class UnknownSignError(Exception):
    """A table has no cells for a sign."""

    def __init__(self, sign: str, tables: str) -> None:
        super().__init__(f"{sign!r} is not in {tables}")
        self.sign = sign


@cache
def _library() -> ctypes.CDLL:
    named = os.environ.get(NAMED_BY)
    tried = [named] if named else [name for name in (find_library("louis"), *_USUAL) if name]
    for name in tried:
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        library.lou_version.restype = ctypes.c_char_p
        library.lou_setLogLevel(_SILENT)
        return library
    raise LiblouisMissingError(named or "")


def version() -> str:
    """The version of the library. Its tables come with it. Raises LiblouisMissingError."""
    return str(_library().lou_version().decode())


def has(tables: str) -> bool:
    """Whether the library finds tables, and they are whole."""
    return bool(_library().lou_checkTable(tables.encode()))


@cache
def knows(tables: str, sign: str) -> bool:
    """Whether tables have cells for a sign."""
    return _forward(tables, sign, 0)[0] == _forward(tables, sign, _LEAVE_OUT_UNKNOWN)[0]


@cache
def translate(tables: str, text: str) -> tuple[str, tuple[int, ...]]:
    """The cells of a text; and for each cell, which sign of the text it comes from.

    Raises UnknownSignError: no cell is ever made up.
    """
    cells, places = _forward(tables, text, 0)
    if cells != _forward(tables, text, _LEAVE_OUT_UNKNOWN)[0]:
        raise UnknownSignError(next((sign for sign in text if not knows(tables, sign)), text), tables)
    cells = cells.replace("\u00a0", BLANK)  # some tables let it through
    for cell, place in zip(cells, places, strict=True):
        if ord(cell) not in _SIX_DOTS:
            raise UnknownSignError(text[place], tables)
    return cells, places


def writes(tables: str, text: str) -> bool:
    """Whether tables have cells for a text as it stands, not only for each of its signs."""
    try:
        translate(tables, text)
    except UnknownSignError:
        return False
    return True


def back(tables: str, cells: str) -> str:
    """The text that cells stand for, as far as the tables can tell."""
    return _called("lou_backTranslate", tables, cells, 0)[0]


def _forward(tables: str, text: str, mode: int) -> tuple[str, tuple[int, ...]]:
    return _called("lou_translate", tables, text, mode)


def _called(function: str, tables: str, text: str, mode: int) -> tuple[str, tuple[int, ...]]:
    library = _library()
    size = library.lou_charSize()  # 2 or 4 bytes a sign: the builder of the library chooses
    encoding = {2: "utf-16-le", 4: "utf-32-le"}[size]
    given = text.encode(encoding)
    length = ctypes.c_int(len(given) // size)
    room = length.value * 16 + _ROOM
    made_length = ctypes.c_int(room)
    made = ctypes.create_string_buffer(room * size)
    places = (ctypes.c_int * room)()
    done = getattr(library, function)(
        (_CELLS + tables).encode(),
        ctypes.create_string_buffer(given, len(given) + size),
        ctypes.byref(length),
        made,
        ctypes.byref(made_length),
        None,
        None,
        None,
        places,
        None,
        mode,
    )
    if not done or length.value != len(given) // size:
        raise LookupError(tables)  # a table that is not there: `has` is asked first
    return made.raw[: made_length.value * size].decode(encoding), tuple(places[: made_length.value])


def found_at() -> Path | None:
    """The file that PLANPRESS_LIBLOUIS names, if it does."""
    named = os.environ.get(NAMED_BY)
    return Path(named) if named else None

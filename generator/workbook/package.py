"""A file somebody sent -> the XML parts of a workbook, within bounds.

Takes a path; gives its Package, or a Problem that says what else the file is. No part is larger than a plan's workbook
can be, and no XML may bring definitions of its own (DTD, entities). Knows nothing of sheets.
"""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring, iterparse

from generator.problems import Place, Problem

CHECK = "sheet"
"""The name under which everything that is wrong with a workbook is told."""
MAX_BYTES = 10_000_000
MAX_UNPACKED = 40_000_000
MAX_PARTS = 1_000
MAX_RATIO = 200
_SMALL = 1_000_000
"""Parts up to this size may be packed as tightly as they like."""

_MAX_DEPTH = 100
_EXTENSION = "calcext"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_AGAIN = "Open it in Excel or LibreOffice and save it as .xlsx or .ods."
_NEW = "Save it again in Excel or LibreOffice. If that does not help, export a new workbook: planpress sheet export."


class DamagedError(Exception):
    """A part of the file is missing, too large, or no XML that may be read."""

    def __init__(self, message: str, hint: str = _NEW) -> None:
        self.message, self.hint = message, hint
        super().__init__(message)


@dataclass(frozen=True)
class Package:
    """The parts of a workbook, by name. Element names are without their namespaces."""

    parts: dict[str, bytes]

    def tree(self, name: str) -> Element:
        """A small part as a whole. Raises DamagedError."""
        with _Reading(name):
            root: Element = fromstring(self._part(name), forbid_dtd=True)
            for element in root.iter():
                _plainly(element)
            return root

    def stream(self, name: str) -> Iterator[tuple[str, Element]]:
        """The starts and ends of a large part's elements, as they come. Raises DamagedError."""
        with _Reading(name), BytesIO(self._part(name)) as part:
            depth = 0
            for event, element in iterparse(part, events=("start", "end"), forbid_dtd=True):
                depth += 1 if event == "start" else -1
                if depth > _MAX_DEPTH:
                    raise DamagedError(f'The part "{name}" is nested too deeply')
                if event == "start":
                    _plainly(element)
                yield event, element

    def _part(self, name: str) -> bytes:
        if name not in self.parts:
            raise DamagedError(f'The workbook has no part "{name}"')
        return self.parts[name]


class _Reading:
    """Turns what XML parsers raise into DamagedError."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, DefusedXmlException):
            message = f'The part "{self.name}" defines words of its own (DTD), which no spreadsheet does'
            raise DamagedError(message, "Do not use this file. Ask whoever sent it where it comes from.") from error
        if isinstance(error, ParseError | LookupError):  # LookupError: an encoding that nobody knows
            raise DamagedError(f'The part "{self.name}" is damaged') from error


def _plainly(element: Element) -> None:
    """Take the namespaces off an element. What LibreOffice says a second time in a namespace of its own is left out."""
    element.tag = element.tag.rpartition("}")[2]
    element.attrib = {key.rpartition("}")[2]: value for key, value in element.attrib.items() if _EXTENSION not in key}


def unpacked(path: Path) -> Package | Problem:
    """The parts of a workbook, or what is wrong with the file."""
    try:
        return Package(_parts(path))
    except DamagedError as damage:
        return Problem(damage.message, CHECK, damage.hint, Place(path.name, 0, 0))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        return Problem("The file is damaged: it cannot be unpacked", CHECK, _NEW, Place(path.name, 0, 0))
    except OSError as error:
        message = f"The file cannot be opened: {error.strerror}"
        return Problem(message, CHECK, "Close it in other programs, and try again.", Place(path.name, 0, 0))


def _parts(path: Path) -> dict[str, bytes]:
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise DamagedError(f"The file is larger than {MAX_BYTES:,} bytes", "Is it the right one? Take out pictures.")
    with path.open("rb") as file:
        start = file.read(len(_OLE))
    if start == _OLE:
        if _ENCRYPTED in path.read_bytes():
            raise DamagedError("The workbook is protected by a password", "Save it without a password to open it.")
        raise DamagedError("This is a file of an old program, such as Excel 2003 (.xls)", _AGAIN)
    if not zipfile.is_zipfile(path):
        text = path.suffix.lower() in (".csv", ".tsv", ".txt")
        raise DamagedError(
            "This is a text, not a workbook" if text else "This is not a workbook, or it is cut off", _AGAIN
        )
    with zipfile.ZipFile(path) as archive:
        infos = archive.infolist()
        if len(infos) > MAX_PARTS:
            raise DamagedError(f"The file has more than {MAX_PARTS:,} parts")
        if any(info.flag_bits & 1 for info in infos):
            raise DamagedError("The workbook is protected by a password", "Save it without a password to open it.")
        parts: dict[str, bytes] = {}
        left = MAX_UNPACKED
        for info in infos:
            with archive.open(info) as member:  # its header may lie about its size
                content = member.read(left + 1)
            left -= len(content)
            if left < 0 or len(content) > max(_SMALL, MAX_RATIO * info.compress_size):
                raise DamagedError("The file unpacks to far more than a plan's workbook holds", "Is it the right one?")
            if info.filename.endswith((".xml", ".rels")) or info.filename == "mimetype":
                parts[info.filename] = content
    return parts

"""Pages of cells -> the two files that embossers and Braille displays read: BRF and PEF.

Takes pages; gives bytes. BRF is plain text in North American Braille ASCII: 64 characters, a line break after each
line, a form feed after each page. PEF 2008-1 is XML with the same cells in Unicode, and with the size of its pages.
"""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from generator.booklet import Booklet
from generator.formats.braille.liblouis import BLANK

ASCII = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
"""The character of each cell: dot 1 counts 1, dot 2 counts 2, dot 3 counts 4, up to dot 6."""


def brf(pages: Sequence[Sequence[str]]) -> bytes:
    """The pages as Braille ASCII."""
    return "".join("".join(f"{_ascii(line)}\r\n" for line in page) + "\f" for page in pages).encode("ascii")


def _ascii(line: str) -> str:
    return "".join(ASCII[ord(cell) - ord(BLANK)] for cell in line)


def pef(pages: Sequence[Sequence[str]], booklet: Booklet, cells: int, lines: int) -> bytes:
    """The pages as PEF, with the title, the publisher and the language of the booklet."""
    facts = {
        "format": "application/x-pef+xml",
        "identifier": booklet.home or booklet.name,
        "title": _said("".join(run.text for run in booklet.title)),
        "publisher": _said("".join(run.text for run in booklet.publisher)),
        "language": booklet.language.code,
        "date": booklet.published,
    }
    meta = "".join(f"<dc:{name}>{escape(fact)}</dc:{name}>\n" for name, fact in facts.items() if fact)
    body = "".join(f"<page>\n{''.join(map(_row, page))}</page>\n" for page in pages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<pef xmlns="http://www.daisy.org/ns/2008/pef" version="2008-1">\n'
        f'<head>\n<meta xmlns:dc="http://purl.org/dc/elements/1.1/">\n{meta}</meta>\n</head>\n'
        f'<body>\n<volume cols="{cells}" rows="{lines}" rowgap="0" duplex="true">\n'
        f"<section>\n{body}</section>\n</volume>\n</body>\n</pef>\n"
    ).encode()


def _row(line: str) -> str:
    return f"<row>{line}</row>\n" if line else "<row/>\n"


def _said(text: str) -> str:
    return " ".join(text.split())

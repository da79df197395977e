"""A booklet -> large print and clear print: PDF that can be read aloud (PDF/UA-1) and kept (PDF/A-2a).

Takes a Source, gives MadeFiles. Typst sets the pages from plain data (printed.py); pikepdf then names the row headers,
which Typst does not. Knows nothing of plans.
"""

import json
from collections.abc import Iterator
from functools import partial
from importlib.metadata import version
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from generator.booklet import Booklet
from generator.formats.cache import code
from generator.formats.paper.letters import FILES, FONTS, unknown_letters
from generator.formats.paper.printed import Print, UnsaidDrawingError, printed
from generator.formats.paper.said_once import say_once
from generator.formats.source import Source
from generator.made import Kind, MadeFile, made
from generator.problems import PlanError, Problem

if TYPE_CHECKING:
    import pikepdf

TEMPLATE = Path(__file__).parents[2] / "typst" / "booklet.typ"
CLEAR_PRINT = 14
"""The size of clear print in points: UKAAF G003 asks for 12 at least, and better 14."""
_MADE_BY = (TEMPLATE, *(Path(__file__).with_name(f"{name}.py") for name in ("pdf", "printed", "said_once")))
_ENGINES = ("typst", "pikepdf")


def missing() -> Problem | None:
    """What is not installed."""
    for engine in _ENGINES:
        if find_spec(engine) is None:
            return Problem(
                message=f'PDF needs the Python package "{engine}", which is not installed',
                check="formats",
                hint=f"Install it: `pip install {engine}`. Or build with `--without pdf`.",
            )
    for font in FILES:
        if not (FONTS / font).is_file():
            return Problem(
                message=f'PDF needs the font "{font}", which is not in the folder {FONTS}',
                check="formats",
                hint="Install Planpress again: its fonts come with it. Or build with `--without pdf`.",
            )
    return None


def make(source: Source) -> tuple[MadeFile, ...]:
    """Large print and clear print of a booklet. Raises PlanError."""
    large = float(source.settings.large_print)
    return (
        _file(source, Kind.LARGE_PRINT, Print(large, tables=False, name="Large print, {size} point")),
        _file(source, Kind.CLEAR_PRINT, Print(CLEAR_PRINT, tables=True, name="Clear print, {size} point")),
    )


def _file(source: Source, kind: Kind, how: Print) -> MadeFile:
    import pikepdf  # noqa: PLC0415 - takes 0.1 s: only print pays

    depends_on = {
        "booklet": source.booklet,
        "how": how,
        "engines": [version(engine) for engine in _ENGINES],
        "code": code(*map(str, (*_MADE_BY, *sorted(FONTS.glob("*.ttf"))))),
    }
    file = source.cache.file("pdf", depends_on, partial(_write, source.booklet, how))
    with pikepdf.open(file) as pdf:
        return made(source.booklet, kind, file, pages=len(pdf.pages))


def _write(booklet: Booklet, how: Print, to: Path) -> None:
    import pikepdf  # noqa: PLC0415 - as above

    unknown = tuple(unknown_letters(booklet))
    if unknown:
        raise PlanError(unknown)
    with pikepdf.open(BytesIO(pages(booklet, how))) as pdf:
        for row in rows(pdf.Root.StructTreeRoot):
            name_row_header(row)
        say_once(pdf)
        if not booklet.published:
            forget_day(pdf)
        pdf.save(to, deterministic_id=True)


def pages(booklet: Booklet, how: Print) -> bytes:
    """The booklet as Typst sets it. Raises PlanError where a drawing has no sentence."""
    import typst  # noqa: PLC0415 - as above

    try:
        data = printed(booklet, how)
    except UnsaidDrawingError:
        raise PlanError(
            [
                Problem(
                    message=f"A drawing in {booklet.name} has no sentence that says what it shows",
                    check="formats",
                    hint="Write one in the template of its page: without it, nobody hears what the drawing shows.",
                )
            ]
        ) from None
    return bytes(
        typst.compile(
            str(TEMPLATE),
            root=str(TEMPLATE.parent),
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            sys_inputs={"booklet": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1", "a-2a"],
        )
    )


def forget_day(pdf: "pikepdf.Pdf") -> None:
    """Take out the day that Typst wanted: the plan does not state one."""
    del pdf.docinfo["/CreationDate"], pdf.docinfo["/ModDate"]
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmpMM:History"):
            del metadata[name]


def rows(element: "pikepdf.Object") -> Iterator["pikepdf.Object"]:
    """The rows in the bodies of all tables, in the tree of what a PDF says."""
    import pikepdf  # noqa: PLC0415 - as above

    kids = element.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            if element.get("/S") == pikepdf.Name.TBody:
                yield kid
            else:
                yield from rows(kid)


def name_row_header(row: "pikepdf.Object") -> None:
    """Make the first cell of a row the header of the row."""
    from pikepdf import Array, Dictionary, Name  # noqa: PLC0415 - as above

    cell = row.K[0] if isinstance(row.K, Array) else row.K
    if cell.get("/S") == Name.TD:
        had = cell.get("/A")
        cell.S = Name.TH
        cell.A = Array([*(had if isinstance(had, Array) else [had] if had is not None else [])])
        cell.A.append(Dictionary(O=Name.Table, Scope=Name.Row))

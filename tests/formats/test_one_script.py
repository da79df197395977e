"""All formats of a booklet name the same targets, figures, items and contacts in the same order.

What a booklet names is read from its blocks: its headings, its figures, its telephone numbers. Each format is read back
from its file. Braille has no letters to compare, so there it is the digits.
"""

import re
import subprocess
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator import build
from generator.blocks import Block, Definitions, Heading, List, Runs, lines
from generator.booklet import Booklet
from generator.formats.makers import NAMES, Formatted
from generator.made import Kind
from tests.formats.brf_pages import pages_of_brf, pages_of_pef

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "es", "it", "pt", "bn", "zh-Hans", "ur", "pl")
UNSEEN = dict.fromkeys((0xAD, 0x200B, 0x200E, 0x200F, 0x2060, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_BEGINNING = 6
"""So many letters of an entry are looked for: then its lines may break anywhere."""
POINTS = "\u2802\u2804\u280c\u2810\u2820\u2824\u2828\u2832"
"""What may stand within a number: in Bengali a hyphen and a stroke, too."""
NUMBER = "\u283c"
DIGITS = dict(zip("\u281a\u2801\u2803\u2809\u2819\u2811\u280b\u281b\u2813\u280a", "0123456789", strict=True))
pytestmark = pytest.mark.xdist_group("formats law")


@pytest.fixture(scope="module")
def formatted() -> Formatted:
    return build.formatted(build.check(ROOT), NAMES)


def test_every_format_of_every_language_is_made(formatted: Formatted) -> None:
    assert formatted.problems == ()
    made = {(file.language, file.kind) for file in formatted.files}
    assert made == {(code, kind) for code in LANGUAGES for kind in Kind}
    assert len(formatted.files) == 56
    for file in formatted.files:
        assert file.size > 10_000
        assert bool(file.pages) == (file.kind not in (Kind.SOUND, Kind.EPUB, Kind.DAISY)), file.path
        assert bool(file.seconds) == (file.kind in (Kind.SOUND, Kind.DAISY)), file.path


def _named(booklet: Booklet) -> Iterator[str]:
    """What a booklet names, in order: headings, how entries of lists and terms begin, figures, telephone numbers."""
    for chapter in booklet.chapters:
        for block in chapter.blocks:
            begins = set(map(id, _entries(block)))
            for line in lines(block):
                if isinstance(block, Heading):
                    yield _plain("".join(run.text for run in line))
                elif id(line) in begins:
                    yield _plain(line[0].text)[:_BEGINNING]
                yield from (_plain(run.text) for run in line if run.value or "telephone" in run.marks)


def _entries(block: Block) -> Iterator[Runs]:
    if isinstance(block, List):
        yield from (line for entry in block.entries for line in islice(lines(entry.blocks), 1))
    if isinstance(block, Definitions):
        yield from (entry.term for entry in block.entries)


def _plain(text: str) -> str:
    """Letters and digits alone: where lines and pages break is each format's own matter."""
    seen = unicodedata.normalize("NFKC", text.translate(UNSEEN))
    return "".join(sign for sign in seen if unicodedata.category(sign)[0] in "LN")


def _first_not_found(named: Iterable[str], text: str) -> str | None:
    place = 0
    for each in named:
        found = text.find(each, place)
        if found < 0:
            return each
        place = found + len(each)
    return None


def _texts(formatted: Formatted, booklet: Booklet) -> Iterator[tuple[str, str]]:
    """The words of each format that has letters."""
    code = booklet.language.code
    files = {file.kind: file.file for file in formatted.files if file.language == code}
    proof = formatted.proofs[booklet.plan, booklet.edition, code]
    yield "sound", " ".join(run.text for heard in proof.heard for line in (heard.title, *heard.lines) for run in line)
    yield "Braille, its print", " ".join(run.text for felt in proof.felt for run in felt.printed)
    for kind in (Kind.EPUB, Kind.DAISY):
        yield kind, _book(files[kind])
    for kind in (Kind.LARGE_PRINT, Kind.CLEAR_PRINT):
        within = ["-x", "0", "-y", "0", "-W", "600", "-H", "775"]  # without the line that numbers the page
        command = ["pdftotext", "-raw", "-enc", "UTF-8", *within, str(files[kind]), "-"]
        yield kind, subprocess.run(command, check=True, capture_output=True).stdout.decode()


def _book(path: Path) -> str:
    with ZipFile(path) as book:
        names = [name for name in book.namelist() if name.endswith((".xhtml", ".html")) and "nav" not in name]
        trees = [ET.fromstring(re.sub(rb"<!DOCTYPE[^>]*>", b"", book.read(name))) for name in sorted(names)]
    return " ".join("".join(tree.itertext()) for tree in trees)


@pytest.mark.parametrize("code", LANGUAGES)
def test_all_formats_name_the_same_in_the_same_order(
    formatted: Formatted, booklets: dict[str, Booklet], code: str
) -> None:
    named = [each for each in _named(booklets[code]) if each]
    assert len(named) > 400
    counted = 0
    for name, text in _texts(formatted, booklets[code]):
        # pdftotext turns lines of two directions about: there it is figures alone. test_pdf.py looks for each word.
        turned = code == "ur" and name.endswith(".pdf")
        meant = [each for each in named if each.isdecimal()] if turned else named
        missing = _first_not_found(meant, _plain(text))
        assert missing is None, f'{code}, {name}: "{missing}" is missing or out of order'
        counted += len(meant)
    print(f"{code}: {counted} names, figures and numbers in six readings")  # noqa: T201 - a person may want to know
    assert _first_not_found([*named, named[0]], _plain(" ".join(named))) == named[0]  # the check can fail


def _digits(cells: str) -> Iterator[str]:
    """The figures in Braille: what stands behind each number sign, also behind a comma or point within a number."""
    digits = f"[{''.join(DIGITS)}]+"
    for group in re.findall(f"{NUMBER}({digits}(?:[{POINTS}]{digits})*)", cells):
        yield "".join(DIGITS.get(cell, "") for cell in group)


@pytest.mark.parametrize("code", LANGUAGES)
def test_braille_has_the_same_figures_in_the_same_order(
    formatted: Formatted, booklets: dict[str, Booklet], code: str
) -> None:
    files = {file.kind: file.file.read_bytes() for file in formatted.files if file.language == code}
    brf = ["".join(page) for page in pages_of_brf(files[Kind.BRF])]
    pef = ["".join(page) for page in pages_of_pef(files[Kind.PEF])]
    assert [page.strip("\u2800") for page in brf] == [page.strip("\u2800") for page in pef]
    meant = [
        str(int(group))
        for each in _named(booklets[code])
        for group in re.findall(r"\d+", unicodedata.normalize("NFKC", each))
    ]
    felt = "".join(_digits(" ".join(brf)))
    assert len(meant) > 140
    assert _first_not_found(meant, felt) is None

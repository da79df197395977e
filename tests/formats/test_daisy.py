"""Talking books of the real plan and of Exampleton: each rule of DAISY 2.02 that a book can break, read back.

The DTD of XHTML 1.0 judges pages and list of contents. No validator of DAISY 2.02 can be installed from a registry, so
the rest of the specification is written out here.
"""

import hashlib
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator import build
from generator.blocks import Heading, lines, words
from generator.booklet import Booklet, ids
from generator.formats.books import daisy
from generator.formats.books.overlays import heard
from generator.formats.cache import Cache
from generator.formats.makers import CACHE_FOLDER, MAKERS
from generator.formats.sound import audio
from generator.formats.sound.narration import Clip, Track
from generator.formats.source import Source
from generator.made import Kind
from generator.site import Formats
from tests.browser.checks import CHECKS
from tests.browser.modes import BY_NAME, opened
from tests.formats.narrated import narrated
from tests.formats.validators import dtd_faults

ROOT = Path(__file__).parents[2]
XHTML = "{http://www.w3.org/1999/xhtml}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ONCE = (
    *("dc:title", "dc:creator", "dc:publisher", "dc:date", "dc:identifier", "dc:language", "dc:format"),
    *("ncc:charset", "ncc:totalTime", "ncc:tocItems", "ncc:depth", "ncc:files", "ncc:multimediaType"),
    *("ncc:pageFront", "ncc:pageNormal", "ncc:pageSpecial", "ncc:maxPageNormal", "ncc:setInfo", "ncc:generator"),
)
"""What stands once in the list of contents; what the specification wants there is among it."""
IDS = re.compile(r'\bid="([^"]*)"')
ADDRESSES = re.compile(r'(?:href|src)="(?!https?:|tel:|mailto:)([^"]*)"')

pytestmark = pytest.mark.xdist_group("formats epub")

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def every(booklets: dict[str, Booklet]) -> tuple[Booklet, ...]:
    """All booklets that books are made of here."""
    example = build.booklets(build.check(ROOT / "examples" / "exampleton"))
    return (*booklets.values(), *(each for each in example if each.edition == "2026"))


@pytest.fixture(scope="module")
def talking(every: tuple[Booklet, ...], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Files]:
    """The files of all books. Their sound is silence; a person reads their second chapter."""
    folder = tmp_path_factory.mktemp("daisy")
    return {booklet.name: _made(booklet, folder, reader="Ann Example") for booklet in every}


def _made(booklet: Booklet, folder: Path, *, reader: str = "", silent: int = -1) -> Files:
    sound = folder / booklet.name
    sound.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(daisy, "narrate", lambda source: narrated(source.booklet, sound, reader=reader, silent=silent))
        made = daisy.make(Source(booklet, Formats(), ROOT, Cache(folder)))[0]
    assert made.kind is Kind.DAISY
    assert made.reader == (f"{booklet.word('A computer voice').text}, {reader}" if reader else "")
    return _read(made.file)


def _read(book: Path) -> Files:
    with zipfile.ZipFile(book) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _metas(page: bytes) -> dict[str, list[str]]:
    """What is stated in the head of a file, by name."""
    found: dict[str, list[str]] = {}
    for meta in ET.fromstring(page).iter():
        if meta.tag.rpartition("}")[2] == "meta" and meta.get("name"):
            found.setdefault(str(meta.get("name")), []).append(str(meta.get("content")))
    return found


def _milliseconds(clock: str) -> int:
    """The time of `01:02:03.250`, `3.250s` or `npt=3.250s`."""
    total = 0
    for part in clock.removeprefix("npt=").removesuffix("s").split(":"):
        total = total * 60 + round(float(part) * 1000)
    return total


def _chapters(files: Files, ending: str) -> list[str]:
    return sorted(name for name in files if re.fullmatch(rf"c\d\d\.{ending}", name))


def test_pages_and_contents_are_xhtml_1_0(talking: dict[str, Files]) -> None:
    pages = {f"{book}/{name}": files[name] for book, files in talking.items() for name in files if ".html" in name}
    faults = [fault for name, page in pages.items() for fault in dtd_faults(name, page)]
    sys.stdout.write(f"XHTML 1.0: {len(pages)} pages of {len(talking)} books, {len(faults)} faults\n")
    assert len(pages) > 150
    assert not faults, faults[:5]


@pytest.mark.parametrize("broken", [(b"<h1", b"<section"), (b"<p ", b"<p role='x' "), (b"</html>", b"")])
def test_the_dtd_would_find_a_fault(talking: dict[str, Files], broken: tuple[bytes, bytes]) -> None:
    page = talking["kettering-csp-2008-en"]["c00.html"]
    assert broken[0] in page
    assert dtd_faults("broken", page.replace(*broken))


def test_a_talking_book_says_every_word_in_order_and_in_its_language(
    every: tuple[Booklet, ...], talking: dict[str, Files]
) -> None:
    count = 0
    for booklet in every:
        files = talking[booklet.name]
        for name, chapter in zip(_chapters(files, "html"), booklet.chapters, strict=True):
            page = ET.fromstring(files[name])
            body = page.find(f"{XHTML}body")
            assert body is not None
            assert page.get("lang") == page.get(LANG)
            assert page.get("dir") == booklet.language.direction
            runs = [(run.language, run.text) for line in lines(chapter.blocks) for run in line]
            assert _merged(_said(body, page.get(LANG, ""))) == _merged(runs)
            count += len(words(chapter.blocks).split())
    sys.stdout.write(f"DAISY: {count} words in {len(every)} books, all there, in order, in their languages\n")
    assert count > 50_000


def _said(element: ET.Element, language: str) -> list[tuple[str, str]]:
    language = element.get(LANG, language)
    said = [(language, element.text or "")]
    for child in element:
        said += [*_said(child, language), (language, child.tail or "")]
    return said


def _merged(said: list[tuple[str, str]]) -> list[tuple[str, str]]:
    kept = [(language, "".join(text.split())) for language, text in said if text.split()]
    return [(key, "".join(text for _, text in each)) for key, each in groupby(kept, key=lambda pair: pair[0])]


def test_every_file_and_place_that_is_named_exists(every: tuple[Booklet, ...], talking: dict[str, Files]) -> None:
    count = 0
    for files in talking.values():
        texts = {name: page.decode() for name, page in files.items() if name.endswith((".html", ".smil"))}
        places = {name: IDS.findall(text) for name, text in texts.items()}
        for name, text in texts.items():
            assert len(places[name]) == len(set(places[name])), name
            for address in ADDRESSES.findall(text):
                file, _, place = address.partition("#")
                assert (file or name) in files, address
                assert not place or place in places[file or name], address
                count += 1
    for booklet in every:
        for number, chapter in enumerate(booklet.chapters):
            page = talking[booklet.name][f"c{number:02}.html"].decode()
            assert {id_ for id_ in ids(chapter.blocks) if id_} <= set(IDS.findall(page))
    sys.stdout.write(f"DAISY: {count} links and sources in {len(talking)} books, all lead somewhere\n")
    assert count > 5000


def test_names_are_short_and_plain_enough_for_old_players(talking: dict[str, Files]) -> None:
    for files in talking.values():
        assert next(iter(files)) == "ncc.html"
        assert all(re.fullmatch(r"[a-z0-9]{1,8}\.[a-z0-9]{3,4}", name) for name in files), list(files)


def test_times_add_up_exactly(talking: dict[str, Files]) -> None:
    count = 0
    for files in talking.values():
        elapsed = 0
        for name in _chapters(files, "smil"):
            stated = _metas(files[name])
            root = ET.fromstring(files[name])
            clips = [
                (_milliseconds(str(audio.get("clip-begin"))), _milliseconds(str(audio.get("clip-end"))))
                for audio in root.iter("audio")
            ]
            assert clips[0][0] == 0
            assert all(before[1] == after[0] < after[1] for before, after in pairwise(clips))
            length = clips[-1][1]
            mother = root.find("body/seq")
            assert mother is not None
            assert _milliseconds(str(mother.get("dur"))) == length
            assert _milliseconds(stated["ncc:timeInThisSmil"][0]) == length
            assert _milliseconds(stated["ncc:totalElapsedTime"][0]) == elapsed
            elapsed += length
            count += len(clips)
        assert _milliseconds(_metas(files["master.smil"])["ncc:timeInThisSmil"][0]) == elapsed
        total = _metas(files["ncc.html"])["ncc:totalTime"][0]
        assert re.fullmatch(r"\d\d:\d\d:\d\d", total)
        assert abs(_milliseconds(total) - elapsed) <= 500
    sys.stdout.write(f"DAISY: {count} clips in {len(talking)} books, no gap between any two\n")
    assert count > 3000


def test_the_contents_count_what_is_there(every: tuple[Booklet, ...], talking: dict[str, Files]) -> None:
    for booklet in every:
        files = talking[booklet.name]
        stated = _metas(files["ncc.html"])
        assert [name for name in ONCE if len(stated[name]) != 1] == []
        body = ET.fromstring(files["ncc.html"]).find(f"{XHTML}body")
        assert body is not None
        levels = [int(each.tag[-1]) for each in body]
        assert stated["ncc:tocItems"] == [str(len(body))]
        assert stated["ncc:depth"] == [str(max(levels))] == ["3"]
        assert stated["ncc:files"] == [str(len(files))]
        assert stated["dc:format"] == ["Daisy 2.02"]
        assert stated["dc:language"] == [booklet.language.code]
        assert stated["dc:date"] == [booklet.dated]
        assert stated["dc:title"][0].endswith(f" ({booklet.edition})")
        assert stated["ncc:narrator"] == [booklet.word("A computer voice").text, "Ann Example"]
        assert levels[0] == 1
        assert body[0].get("class") == "title"
        assert all(after - before <= 1 for before, after in pairwise(levels)), levels
        assert len(body) > 50


def test_a_listener_walks_by_the_headings_that_are_heard(
    booklets: dict[str, Booklet], talking: dict[str, Files]
) -> None:
    booklet = booklets["en"]
    body = ET.fromstring(talking[booklet.name]["ncc.html"]).find(f"{XHTML}body")
    assert body is not None
    wanted = [
        (max(block.level - 1, 1), "".join(run.text for run in block.runs))
        for number, chapter in enumerate(booklet.chapters)
        for index, block in enumerate(chapter.blocks)
        if isinstance(block, Heading) and block.level <= 4 and (number != 1 or index == 0)  # a person reads the second
    ]
    assert [(int(each.tag[-1]), "".join(each.itertext())) for each in body] == wanted


def test_a_heading_in_another_language_says_so_in_the_list_of_contents(talking: dict[str, Files]) -> None:
    body = ET.fromstring(talking["kettering-csp-2008-en"]["ncc.html"]).find(f"{XHTML}body")
    assert body is not None
    said = {link.text: (link.get("lang"), link.get(LANG), link.get("dir")) for link in body.iter(f"{XHTML}a")}
    assert [said[name] for name in ("Headline targets", "Polski", "اردو")] == [
        (None, None, None),
        ("pl", "pl", "ltr"),
        ("ur", "ur", "rtl"),
    ]


def test_urdu_runs_from_right_to_left(talking: dict[str, Files]) -> None:
    files = talking["kettering-csp-2008-ur"]
    assert b'dir="rtl">' in files["c00.html"]
    assert b'dir="rtl">' in files["ncc.html"]
    assert b"direction: rtl" in files["book.css"]
    assert b'<span dir="ltr">01536 410333</span>' in b"".join(files[name] for name in _chapters(files, "html"))


def test_percentages_in_urdu_keep_their_sign_behind_them(talking: dict[str, Files], browser: Browser) -> None:
    files = talking["kettering-csp-2008-ur"]
    chapter = next(page for name, page in files.items() if name.endswith(".html") and b">21%<" in page)
    with opened(browser, BY_NAME["desktop"]) as page:
        page.set_content(chapter.decode())
        assert CHECKS["rtl"](page, BY_NAME["desktop"]) == []


def test_what_is_printed_nowhere_is_heard_with_the_text_beside_it() -> None:
    clips = (Clip("_voice", 0, 10), Clip("a", 10, 20), Clip("_b", 20, 30), Clip("c", 30, 40), Clip("_d", 40, 50))
    track = Track("", 0, (), Path(), 55, clips)
    assert heard(track) == (Clip("a", 0, 20), Clip("c", 20, 55))


def test_a_chapter_that_no_voice_can_say_is_there_to_be_read(booklets: dict[str, Booklet], tmp_path: Path) -> None:
    files = _made(booklets["en"], tmp_path, silent=2)
    assert "c02.mp3" not in files
    root = ET.fromstring(files["c02.smil"])
    assert [each.get("src") for each in root.iter("text")] == ["c02.html#c2-b0"]
    assert b"c02.smil#c2-b0" in files["ncc.html"]
    assert _metas(files["ncc.html"])["ncc:files"] == [str(len(files))]


def test_a_missing_voice_is_said_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    assert daisy.missing() is None
    monkeypatch.setattr(audio, "installed", lambda: False)
    problem = daisy.missing()
    assert problem is not None
    assert problem.check == "formats"
    assert problem.hint == "In the folder of Planpress, run: pip install '.[audio]'. Or build with `--without daisy`."


def test_real_speech_makes_the_same_book_in_another_process(booklets: dict[str, Booklet], tmp_path: Path) -> None:
    booklet = replace(booklets["en"], chapters=booklets["en"].chapters[:3])
    maker = next(maker for maker in MAKERS if maker.name == "daisy")
    made = maker.make(Source(booklet, Formats(), ROOT, Cache(ROOT / CACHE_FOLDER)))[0]
    files = _read(made.file)
    assert made.path == "plans/kettering-csp/2008/formats/kettering-csp-2008-en-daisy.zip"
    assert made.seconds == _milliseconds(_metas(files["ncc.html"])["ncc:totalTime"][0]) // 1000 > 60
    command = [sys.executable, "-c", _ELSEWHERE, str(ROOT), str(tmp_path)]
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    there = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, cwd=ROOT)
    assert there.stdout.strip() == hashlib.sha256(made.file.read_bytes()).hexdigest()


_ELSEWHERE = """
import hashlib, sys
from dataclasses import replace
from pathlib import Path
from generator import build
from generator.formats.books import daisy
from generator.formats.cache import Cache
from generator.formats.source import Source
from generator.site import Formats
root = Path(sys.argv[1])
booklet = next(each for each in build.booklets(build.check(root)) if each.language.code == "en")
booklet = replace(booklet, chapters=booklet.chapters[:3])
file = daisy.make(Source(booklet, Formats(), root, Cache(Path(sys.argv[2]))))[0].file
print(hashlib.sha256(file.read_bytes()).hexdigest())
"""

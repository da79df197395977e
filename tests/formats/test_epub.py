"""EPUB books of the real plan and of Exampleton, read back, and judged by EPUBCheck and Ace."""

import hashlib
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator import build
from generator.blocks import (
    Cell,
    Entry,
    Figure,
    Heading,
    List,
    Paragraph,
    Row,
    Run,
    Runs,
    Table,
    lines,
    words,
)
from generator.booklet import ACCESSIBLE, Booklet, Chapter, ids
from generator.fields import YesNo
from generator.formats.books import epub
from generator.formats.cache import Cache
from generator.formats.makers import CACHE_FOLDER, MAKERS
from generator.formats.source import Source
from generator.languages import known_language
from generator.problems import PlanError
from generator.site import Formats
from tests.browser.checks import CHECKS
from tests.browser.modes import BY_NAME, opened
from tests.formats.narrated import narrated
from tests.formats.validators import ace_faults, epubcheck_faults

ROOT = Path(__file__).parents[2]
XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
OPF = "{http://www.idpf.org/2007/opf}"
SMIL = "{http://www.w3.org/ns/SMIL}"
DC = "{http://purl.org/dc/elements/1.1/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
SILENT = Formats()
SOUND = replace(SILENT, epub_with_sound=YesNo.YES)

pytestmark = pytest.mark.xdist_group("formats epub")


@pytest.fixture(scope="module")
def exampleton() -> dict[str, Booklet]:
    """The newest edition of the example, by language."""
    made = build.booklets(build.check(ROOT / "examples" / "exampleton"))
    return {each.language.code: each for each in made if each.edition == "2026"}


@pytest.fixture(scope="module")
def every(booklets: dict[str, Booklet], exampleton: dict[str, Booklet]) -> tuple[Booklet, ...]:
    """All booklets that books are made of here."""
    return (*booklets.values(), *exampleton.values())


@pytest.fixture(scope="module")
def english(booklets: dict[str, Booklet]) -> Booklet:
    return booklets["en"]


Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Makes a book of a booklet; its sound is silence."""
    monkeypatch.setattr(epub, "narrate", lambda source: narrated(source.booklet, tmp_path, reader="Ann Example"))
    return lambda booklet, settings=SILENT: epub.make(Source(booklet, settings, ROOT, Cache(tmp_path)))[0].file


def _read(book: Path) -> dict[str, ET.Element]:
    """The files of a book that are XML, by their names in its folder."""
    with zipfile.ZipFile(book) as archive:
        return {
            name.removeprefix("book/"): ET.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xhtml", ".opf", ".smil"))
        }


def _pages(book: Path) -> list[ET.Element]:
    """The pages of its chapters."""
    return [page for name, page in _read(book).items() if re.fullmatch(r"c\d\d\.xhtml", name)]


def _said(element: ET.Element, language: str = "") -> Iterator[tuple[str, str]]:
    """The words of a page with their languages, without those in drawings."""
    language = element.get(LANG, language)
    if element.tag.startswith(SVG) or element.tag == f"{XHTML}head":
        return
    yield language, element.text or ""
    for child in element:
        yield from _said(child, language)
        yield language, child.tail or ""


def _merged(said: Iterator[tuple[str, str]]) -> list[tuple[str, str]]:
    """Words with their languages: white space counts for nothing, and those of one language are one."""
    kept = ((language, "".join(text.split())) for language, text in said)
    pairs = groupby((pair for pair in kept if pair[1]), key=lambda pair: pair[0])
    return [(language, "".join(text for _, text in each)) for language, each in pairs]


def _metadata(book: Path, name: str) -> list[str]:
    """What a property of the package says."""
    found = _read(book)["package.opf"].iter(f"{OPF}meta")
    return [each.text or "" for each in found if each.get("property") == name]


def _with_chapter(booklet: Booklet, *blocks: object) -> Booklet:
    """The booklet with one more chapter, of these blocks under a heading."""
    heading = Heading(2, (Run("More", "en"),), "more")
    return replace(booklet, chapters=(*booklet.chapters[:2], Chapter("more", heading.runs, (heading, *blocks))))  # type: ignore[arg-type]


def test_epubcheck_finds_nothing_in_any_book(every: tuple[Booklet, ...], make: Make) -> None:
    books = [make(each) for each in every] + [make(each, SOUND) for each in every if each.language.code in ("ur", "cy")]
    claimed = replace(
        SOUND, epub_conforms_to="EPUB Accessibility 1.1 - WCAG 2.2 Level AA", epub_certified_by="Exampleton"
    )
    books.append(make(every[0], claimed))
    found = {str(book): epubcheck_faults(book) for book in books}
    sys.stdout.write(f"EPUBCheck: {len(books)} books, {sum(map(len, found.values()))} messages\n")
    assert len(found) == len(every) + 3 == 13
    assert not any(found.values()), found


FAULTS = (
    (b"<li ", b"<p ", "Fatal Error"),
    (b'href="c14.xhtml#', b'href="c14.xhtml#no-', "Fragment identifier"),
    (b'id="c1-b1"', b'id="c1-b0"', "Duplicate"),
)
"""What to break in a page, and what EPUBCheck says of it."""


@pytest.mark.parametrize(("old", "new", "said"), FAULTS)
def test_epubcheck_would_find_a_fault(make: Make, english: Booklet, old: bytes, new: bytes, said: str) -> None:
    book = make(english)
    faults = epubcheck_faults(_rewritten(book, "book/c01.xhtml", old, new))
    assert any(said in fault for fault in faults), faults


def _rewritten(book: Path, name: str, old: bytes, new: bytes) -> Path:
    """The book with other words in one of its files."""
    into = book.with_name("broken.epub")
    with zipfile.ZipFile(book) as before, zipfile.ZipFile(into, "w") as after:
        for entry in before.infolist():
            content = before.read(entry)
            if entry.filename == name:
                assert old in content
                content = content.replace(old, new)
            after.writestr(entry, content)
    return into


@pytest.mark.audit
def test_ace_finds_nothing_and_would_find_a_fault(booklets: dict[str, Booklet], make: Make, tmp_path: Path) -> None:
    books = []
    for code in ("en", "ur"):
        books.append(tmp_path / f"{code}.epub")
        make(booklets[code]).rename(books[-1])
    small = make(_with_chapter(booklets["en"]))
    broken = _rewritten(small, "book/c01.xhtml", b"<ul ", b'<img src="style.css"/><ul ')
    found = ace_faults([*books, broken], tmp_path / "ace")
    sys.stdout.write(f"Ace: {len(books)} books, {sum(len(found[book.name]) for book in books)} faults\n")
    assert not found["en.epub"], found
    assert not found["ur.epub"], found
    assert any("image-alt" in fault for fault in found["broken.epub"]), found["broken.epub"]


def test_a_book_says_every_word_in_order_and_in_its_language(every: tuple[Booklet, ...], make: Make) -> None:
    count = 0
    for booklet in every:
        pages = _pages(make(booklet))
        assert len(pages) == len(booklet.chapters)
        for page, chapter in zip(pages, booklet.chapters, strict=True):
            runs = ((run.language, run.text) for line in lines(chapter.blocks) for run in line)
            assert _merged(_said(page)) == _merged(runs), (booklet.name, chapter.id)
            count += len(words(chapter.blocks).split())
    sys.stdout.write(f"EPUB: {count} words in {len(every)} books, all there, in order, in their languages\n")
    assert count > 50_000


def test_every_anchor_of_the_booklet_is_one_of_the_book(every: tuple[Booklet, ...], make: Make) -> None:
    count = 0
    for booklet in every:
        for page, chapter in zip(_pages(make(booklet)), booklet.chapters, strict=True):
            there = [element.get("id") for element in page.iter() if element.get("id")]
            assert len(there) == len(set(there))
            wanted = {id_ for id_ in ids(chapter.blocks) if id_}
            assert wanted <= set(there), (booklet.name, wanted - set(there))
            count += len(wanted)
    assert count > 1000


def test_every_link_within_the_book_leads_to_the_place_that_was_meant(every: tuple[Booklet, ...], make: Make) -> None:
    count = 0
    for booklet in every:
        files = _read(make(booklet))
        for number, chapter in enumerate(booklet.chapters):
            meant = [run.link for line in lines(chapter.blocks) for run in line if run.link]
            links = [each.get("href", "") for each in files[f"c{number:02}.xhtml"].iter(f"{XHTML}a")]
            assert list(dict.fromkeys(link[link.find("#") :] if link[:1] in "#c" else link for link in links)) == list(
                dict.fromkeys(meant)
            )
            for link in links:
                file, _, place = link.partition("#")
                if not file or (file.endswith(".xhtml") and ":" not in file):
                    page = files[file or f"c{number:02}.xhtml"]
                    assert any(element.get("id") == place for element in page.iter()), link
                    count += 1
    assert count > 200


def test_figures_days_and_marks_are_kept(every: tuple[Booklet, ...], make: Make) -> None:
    marks = {"ins": "inserted", "del": "deleted", "strong": "strong", "em": "emphasis"}
    count = 0
    for booklet in every:
        for page, chapter in zip(_pages(make(booklet)), booklet.chapters, strict=True):
            runs = [run for line in lines(chapter.blocks) for run in line]
            stated = [key for key, _ in groupby((run.value, run.date) for run in runs) if any(key)]
            found = {each.get("value") for each in page.iter(f"{XHTML}data")}
            assert found == {each for pair in stated for each in pair if each}
            for tag, mark in marks.items():
                marked = ["".join(each.itertext()) for each in page.iter(f"{XHTML}{tag}")]
                assert marked == [run.text for run in runs if mark in run.marks]
            count += len(found)
    assert count > 500


def test_changes_are_marked_in_words_and_kinds(english: Booklet, make: Make) -> None:
    runs = (Run("old", "en", frozenset({"deleted"})), Run("new", "en", frozenset({"inserted", "strong"})))
    page = _pages(make(_with_chapter(english, Paragraph(runs))))[-1]
    assert [each.text for each in page.iter(f"{XHTML}del")] == ["old"]
    assert page.find(f".//{XHTML}strong/{XHTML}ins") is not None


def test_a_table_is_a_table(every: tuple[Booklet, ...], make: Make) -> None:
    count = 0
    for booklet in every:
        tables = [block for chapter in booklet.chapters for block in chapter.blocks if isinstance(block, Table)]
        found = [table for page in _pages(make(booklet)) for table in page.iter(f"{XHTML}table")]
        for table, block in zip(found, tables, strict=True):
            assert "".join(table[0].itertext()) == _text(block.caption)
            assert [cell.get("scope") for cell in table[1][0]] == ["col"] * len(block.columns)
            for element, row in zip(table[2], block.rows, strict=True):
                head, *cells = element
                assert head.get("scope") == "row"
                assert [cell.get("data-label") for cell in cells] == [_text(cell.header) for cell in row.cells]
                count += 1
    assert count > 500


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def test_a_drawing_is_named_by_its_sentence(every: tuple[Booklet, ...], make: Make) -> None:
    count = 0
    for booklet in every:
        figures = [block for chapter in booklet.chapters for block in chapter.blocks if isinstance(block, Figure)]
        found = [figure for page in _pages(make(booklet)) for figure in page.iter(f"{XHTML}figure")]
        for figure, block in zip(found, figures, strict=True):
            drawing, sentence = figure
            assert drawing.tag == f"{SVG}svg"
            assert drawing.get("role") == "img"
            assert drawing.get("aria-hidden") is None
            assert drawing.get("aria-label") == "".join(sentence.itertext()) == _text(block.sentence)
            count += 1
    assert count > 100


def test_the_contents_list_chapters_and_their_parts(every: tuple[Booklet, ...], make: Make) -> None:
    count = 0
    for booklet in every:
        toc, landmarks = _read(make(booklet))["contents.xhtml"].iter(f"{XHTML}nav")
        wanted = [
            block.runs
            for chapter in booklet.chapters
            for block in chapter.blocks
            if isinstance(block, Heading) and block.level <= 3
        ]
        links = list(toc.iter(f"{XHTML}a"))
        for link, runs in zip(links, wanted, strict=True):
            said = ((run.language, run.text) for run in runs)
            assert _merged(_said(link, booklet.language.code)) == _merged(said)
        count += len(wanted)
        kinds = [each.get(EPUB_TYPE) for each in landmarks.iter(f"{XHTML}a")]
        assert kinds == ["toc", "bodymatter", "glossary"]
    assert count > 500


def test_chapters_say_what_they_are(english: Booklet, make: Make) -> None:
    roles = [page.find(f"{XHTML}body/{XHTML}section") for page in _pages(make(english))]
    kinds = [(each.get("role"), each.get(EPUB_TYPE)) for each in roles if each is not None]
    assert kinds == [
        ("doc-introduction", "introduction"),
        *[("doc-chapter", "chapter")] * 13,
        ("doc-glossary", "glossary"),
    ]


def test_a_book_states_facts_and_claims_nothing(every: tuple[Booklet, ...], make: Make) -> None:
    for booklet in every:
        book = make(booklet)
        package = _read(book)["package.opf"]
        stated = {
            tag: [each.text for each in package.iter(f"{DC}{tag}")] for tag in ("title", "creator", "language", "date")
        }
        assert stated == {
            "title": [f"{_text(booklet.title)} ({booklet.edition})"],
            "creator": [_text(booklet.publisher)],
            "language": [booklet.language.code],
            "date": [booklet.published] if booklet.published else [],
        }
        assert _metadata(book, "dcterms:modified") == [f"{booklet.dated}T00:00:00Z"]
        assert _metadata(book, "schema:accessMode") == ["textual", "visual"]
        assert _metadata(book, "schema:accessModeSufficient") == ["textual"]
        assert _metadata(book, "schema:accessibilityHazard") == ["none"]
        assert "alternativeText" in _metadata(book, "schema:accessibilityFeature")
        assert not _metadata(book, "dcterms:conformsTo") + _metadata(book, "a11y:certifiedBy")


def test_what_the_site_claims_is_said(english: Booklet, make: Make) -> None:
    book = make(english, replace(SILENT, epub_conforms_to="EPUB Accessibility 1.1", epub_certified_by="Ann Example"))
    assert _metadata(book, "dcterms:conformsTo") == ["EPUB Accessibility 1.1"]
    assert _metadata(book, "a11y:certifiedBy") == ["Ann Example"]


def test_the_summary_is_in_the_language_of_the_book_or_says_which(every: tuple[Booklet, ...], make: Make) -> None:
    for booklet in every:
        said = booklet.word(ACCESSIBLE)
        found = [
            each
            for each in _read(make(booklet))["package.opf"].iter(f"{OPF}meta")
            if each.get("property") == "schema:accessibilitySummary"
        ]
        assert [(each.get(LANG), each.text) for each in found] == [(said.language, said.text)]


def test_a_title_in_two_languages_is_in_that_of_the_book(booklets: dict[str, Booklet], make: Make) -> None:
    booklet = replace(booklets["ur"], title=(Run("Safer Town ", "en"), *booklets["ur"].title))
    files = _read(make(booklet))
    assert [each.get(LANG) for each in files["package.opf"].iter(f"{DC}title")] == ["ur"]
    runs = (*booklet.title, *booklet.period, *booklet.publisher)
    assert _merged(_said(files["cover.xhtml"])) == _merged((run.language, run.text) for run in runs)


def test_books_have_names_of_their_own(every: tuple[Booklet, ...], make: Make) -> None:
    names = [_read(make(each))["package.opf"].findtext(f".//{DC}identifier") for each in every]
    assert len(set(names)) == len(every)
    assert all(str(name).startswith("urn:uuid:") for name in names)


def test_the_books_of_two_editions_can_be_told_apart_by_their_titles(
    exampleton: dict[str, Booklet], make: Make
) -> None:
    newest = exampleton["en"]
    books = [_read(make(each))["package.opf"] for each in (newest, replace(newest, edition="2025"))]
    assert [book.findtext(f".//{DC}title") for book in books] == [
        "A Safer Exampleton (2026)",
        "A Safer Exampleton (2025)",
    ]


def test_urdu_is_turned_from_left_to_right(booklets: dict[str, Booklet], make: Make) -> None:
    for code, direction in (("ur", "rtl"), ("en", "ltr")):
        files = _read(make(booklets[code]))
        spine = files["package.opf"].find(f"{OPF}spine")
        assert spine is not None
        assert spine.get("page-progression-direction") == ("rtl" if direction == "rtl" else None)
        pages = [page for name, page in files.items() if name.endswith(".xhtml")]
        assert {page.get("dir") for page in pages} == {direction}
        for page in pages:
            for element in page.iter():
                language = element.get("lang")
                assert element.get(LANG) == language
                figure = direction if direction == "rtl" and element.tag == f"{XHTML}data" else None
                assert element.get("dir") in ((known_language(language).direction,) if language else (None, figure))


def test_percentages_in_urdu_keep_their_sign_behind_them(
    booklets: dict[str, Booklet], make: Make, tmp_path: Path, browser: Browser
) -> None:
    with zipfile.ZipFile(make(booklets["ur"])) as archive:
        archive.extractall(tmp_path)
    chapter = next(file for file in tmp_path.glob("book/c*.xhtml") if ">21%<" in file.read_text("utf-8"))
    for mode in (BY_NAME["desktop"], BY_NAME["phone"]):  # a table, and its lists
        with opened(browser, mode) as page:
            page.goto(chapter.as_uri())
            assert CHECKS["rtl"](page, mode) == []


def test_letters_come_along_where_readers_may_have_none(every: tuple[Booklet, ...], make: Make) -> None:
    carried: dict[str, list[str]] = {}
    for booklet in every:
        with zipfile.ZipFile(make(booklet)) as archive:
            fonts = [Path(name).name for name in archive.namelist() if "fonts/" in name]
            style = archive.read("book/style.css").decode()
        assert all(f'"fonts/{font}"' in style for font in fonts)
        carried |= {booklet.language.code: fonts} if fonts else {}
    assert carried == {"bn": ["bengali.woff2", "bengali-bold.woff2"], "ur": ["nastaliq.woff2"]}


def test_a_book_begins_with_its_kind(english: Booklet, make: Make) -> None:
    content = make(english).read_bytes()
    assert content[30:58] == b"mimetypeapplication/epub+zip"


def test_sound_is_laid_on_each_piece_of_text_in_order(exampleton: dict[str, Booklet], make: Make) -> None:
    book = make(exampleton["cy"], SOUND)
    files = _read(book)
    count = total = 0
    for number, page in enumerate(_pages(book)):
        there = [element.get("id") for element in page.iter() if element.get("id")]
        pairs = list(files[f"c{number:02}.smil"].iter(f"{SMIL}par"))
        places = [str(pair[0].get("src")).partition("#")[2] for pair in pairs]
        assert places == sorted(places, key=there.index)
        times = [(float(str(pair[1].get("clipBegin"))[:-1]), float(str(pair[1].get("clipEnd"))[:-1])) for pair in pairs]
        assert times[0][0] == 0
        assert all(one[1] == other[0] for one, other in pairwise(times))
        total += round(1000 * times[-1][1])
        count += len(pairs)
    stated = _metadata(book, "media:duration")
    assert stated[0] == f"{total // 1000}.{total % 1000:03}s"
    assert round(1000 * sum(float(each[:-1]) for each in stated[1:])) == total
    assert count > 200
    assert _metadata(book, "media:narrator") == [exampleton["cy"].word("A computer voice").text, "Ann Example"]
    assert "auditory" in _metadata(book, "schema:accessModeSufficient")
    assert "synchronizedAudioText" in _metadata(book, "schema:accessibilityFeature")


def test_a_chapter_that_no_voice_can_say_has_no_sound(
    english: Booklet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(epub, "narrate", lambda source: narrated(source.booklet, tmp_path, silent=1))
    book = epub.make(Source(english, SOUND, ROOT, Cache(tmp_path)))[0]
    assert "c01.smil" not in _read(book.file)
    assert "c02.smil" in _read(book.file)
    assert not epubcheck_faults(book.file)
    assert book.seconds > 0


def test_a_chapter_may_hold_nothing_or_very_much(english: Booklet, make: Make) -> None:
    signs = (Run("<&>\"' \u2067\U0001f600\ue000 " + "x" * 400, "en"),)
    rows = tuple(Row((Run(str(number), "en"),), (Cell(signs, ()),)) for number in range(200))
    nested = List(ordered=True, entries=(Entry((List(False, (Entry((Paragraph(signs),), "in"),)),), "out"),))  # noqa: FBT003
    for blocks in ((), (Table(signs, (signs, ()), rows), Figure((), ""), nested, Heading(6, signs))):
        book = make(_with_chapter(english, *blocks))
        assert not epubcheck_faults(book)
        assert all("".join(signs[0].text.split()) in text for _, text in _merged(_said(_pages(book)[-1])) if blocks)


def test_no_page_needs_sideways_scrolling_on_a_phone(
    booklets: dict[str, Booklet], exampleton: dict[str, Booklet], make: Make, tmp_path: Path, browser: Browser
) -> None:
    count = 0
    with browser.new_page(viewport={"width": 320, "height": 640}) as page:
        for booklet in (booklets["ur"], booklets["pl"], exampleton["en"]):
            folder = tmp_path / booklet.name
            with zipfile.ZipFile(make(booklet)) as archive:
                archive.extractall(folder)
            for file in sorted(folder.glob("book/*.xhtml")):
                page.goto(file.as_uri())
                assert page.evaluate("document.documentElement.scrollWidth") <= 320, file
                count += 1
    assert count > 45


_ELSEWHERE = """
import hashlib, sys
from pathlib import Path
from generator import build
from generator.formats.books import epub
from generator.formats.cache import Cache
from generator.formats.source import Source
from generator.languages import known_language
from generator.site import Formats
for booklet in build.booklets(build.check(Path(sys.argv[1]))):
    file = epub.make(Source(booklet, Formats(), Path(sys.argv[1]), Cache(Path(sys.argv[2]))))[0].file
    print(booklet.name, hashlib.sha256(file.read_bytes()).hexdigest())
"""


def test_the_same_plan_gives_the_same_bytes_in_another_process(
    booklets: dict[str, Booklet], make: Make, tmp_path: Path
) -> None:
    here = [f"{each.name} {hashlib.sha256(make(each).read_bytes()).hexdigest()}" for each in booklets.values()]
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    command = [sys.executable, "-c", _ELSEWHERE, str(ROOT), str(tmp_path / "there")]
    there = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, cwd=ROOT)
    assert there.stdout.splitlines() == here
    assert len(here) == 8


def test_a_book_is_made_anew_when_what_it_depends_on_changes(english: Booklet, make: Make) -> None:
    changed = replace(english, chapters=english.chapters[:-1])
    books = [make(english), make(changed), make(english, SOUND), make(english, replace(SOUND, epub_certified_by="A"))]
    assert len(set(books)) == 4
    assert make(english) == books[0]


def test_a_book_is_packed_again_where_another_module_changes_its_words(
    exampleton: dict[str, Booklet], make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = make(exampleton["cy"])
    monkeypatch.setattr("generator.formats.books.xhtml.escape", str.upper)
    assert make(exampleton["cy"]) != before


def test_a_book_that_cannot_read_itself_aloud_says_what_to_install(
    english: Booklet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.formats.sound.narration.installed", lambda: False)
    with pytest.raises(PlanError, match="epub_with_sound"):
        epub.make(Source(english, SOUND, ROOT, Cache(tmp_path)))


def test_the_command_line_knows_the_format(english: Booklet) -> None:
    maker = next(maker for maker in MAKERS if maker.name == "epub")
    assert maker.missing() is None
    made = maker.make(Source(english, SILENT, ROOT, Cache(ROOT / CACHE_FOLDER)))
    assert [file.path for file in made] == ["plans/kettering-csp/2008/formats/kettering-csp-2008-en-book.epub"]

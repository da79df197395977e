"""Large print and clear print: judged by veraPDF, read back word for word, and looked at."""

import hashlib
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest
import typst

from generator import build
from generator.blocks import Cell, Entry, Figure, Heading, List, Paragraph, Row, Run, Table, lines
from generator.booklet import Booklet, Chapter
from generator.formats.cache import Cache
from generator.formats.makers import CACHE_FOLDER
from generator.formats.paper import pdf
from generator.formats.paper.printed import Print, printed, tied
from generator.formats.source import Source
from generator.made import Kind, MadeFile
from generator.problems import PlanError
from generator.site import Formats
from tests.formats.pdf_reading import (
    PARTED,
    PROFILES,
    RIGHT_TO_LEFT,
    WORD,
    bookmarks,
    elements,
    extracted,
    letters,
    promised,
    scope,
    told,
    tool,
    unheard,
    verdicts,
)

pytestmark = pytest.mark.xdist_group("formats pdf")

ROOT = Path(__file__).parents[2]
KEPT = Cache(ROOT / CACHE_FOLDER)
LARGE = "Large print, {size} point"
MARGIN, WIDTH = 56, 595
FULL_WIDTH, HALF = re.compile("[\u3001-\u301f\uff00-\uff65]"), 10


def report(*said: object) -> None:
    """Say what was looked at (`pytest -s`, or where a test fails)."""
    sys.stdout.write(" ".join(map(str, said)) + "\n")


def _made(booklet: Booklet, cache: Cache = KEPT, large: int = 18) -> tuple[MadeFile, ...]:
    return pdf.make(Source(booklet, Formats(large_print=Decimal(large)), ROOT, cache))


@pytest.fixture(scope="module")
def example() -> Mapping[str, Booklet]:
    """The fictional plan, which has charts of results, in English and Welsh."""
    found = build.booklets(build.check(ROOT / "examples/exampleton"))
    return {each.language.code: each for each in found if each.edition == "2026"}


@pytest.fixture(scope="module")
def prints(booklets: Mapping[str, Booklet], example: Mapping[str, Booklet]) -> list[tuple[Booklet, MadeFile]]:
    """All files of the real plan, and those of the fictional one."""
    return [(each, file) for each in (*booklets.values(), *example.values()) for file in _made(each)]


def _one(booklet: Booklet, *blocks: object) -> Booklet:
    """A booklet with these blocks in its second chapter, and no others."""
    heading = Heading(2, (Run("A chapter", "en"),))
    first, *_ = booklet.chapters
    return replace(booklet, chapters=(first, Chapter("", heading.runs, (heading, *blocks))))  # type: ignore[arg-type]


def _drawing(booklet: Booklet) -> Figure:
    """The first drawing of a booklet."""
    return next(block for chapter in booklet.chapters for block in chapter.blocks if isinstance(block, Figure))


def _furthest(file: Path) -> tuple[int, float, float]:
    """How many words a PDF has, where the leftmost begins, and where the rightmost ends.

    A full-width sign of Chinese may lose its empty half at either end of a line; pdftotext counts it nevertheless.
    """
    command = [tool("pdftotext"), "-bbox", str(file), "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    places = re.findall(r'xMin="(\S+)" .*?xMax="(\S+)".*?>([^<]*)<', said)
    halves = [HALF if FULL_WIDTH.search(word) else 0 for _, _, word in places]
    begins = min(float(left) + half for (left, _, _), half in zip(places, halves, strict=True))
    ends = max(float(right) - half for (_, right, _), half in zip(places, halves, strict=True))
    return len(places), begins, ends


def _printed(booklet: Booklet, tmp_path: Path, large: int = 18) -> tuple[Path, Path]:
    """Large print and clear print, made afresh."""
    large_print, clear_print = _made(booklet, Cache(tmp_path / "cache"), large)
    return large_print.file, clear_print.file


# ------------------------------------------------------------------------------------------------------------ veraPDF


@pytest.mark.parametrize("profile", PROFILES)
def test_every_file_is_accessible_and_can_be_kept(prints: list[tuple[Booklet, MadeFile]], profile: str) -> None:
    files = [file.file for booklet, file in prints if booklet.language.code != "cy"]
    judged = verdicts(files, profile, KEPT)
    rules, looked = judged[0][2], sum(int(verdict[3]) for verdict in judged)
    failed = [f"{verdict[1]}: {verdict[4]}" for verdict in judged if verdict[0] != "PASS"]
    report(f"veraPDF {profile}: {len(judged)} files, {rules} rules, {looked} checks, {len(failed)} files fail")
    assert len(judged) == 18
    assert int(rules) > 100
    assert looked > 1_000_000
    assert not failed


def test_verapdf_finds_what_is_wrong(tmp_path: Path) -> None:
    plain, source = tmp_path / "plain.pdf", tmp_path / "plain.typ"
    source.write_text("= No title, no language\n", "utf-8")
    typst.compile(source, output=plain)
    for profile in PROFILES:
        ((verdict, _, _, _, failures),) = verdicts([plain], profile, KEPT)
        assert verdict == "FAIL"
        assert failures


# -------------------------------------------------------------------------------------------------------------- words


def test_every_word_of_every_booklet_is_in_both_files(prints: list[tuple[Booklet, MadeFile]]) -> None:
    counts: Counter[str] = Counter()
    lost = []
    for booklet, file in prints:
        text = extracted(file.file)
        flat, at = "".join(text.split()), 0
        turned: Counter[str] = Counter()
        for line in promised(booklet, large=file.kind is Kind.LARGE_PRINT):
            words = WORD.findall(line)
            counts["words"] += len(words)
            if RIGHT_TO_LEFT.search(line):  # pdftotext guesses the order of such lines: so they are counted by words
                turned.update(letters(WORD.findall(PARTED.sub("", line))))
                counts["words not counted"] += len(PARTED.findall(line))
                continue
            counts["lines in order"] += 1
            found = flat.find("".join(line.split()), at)
            if found < 0:
                lost.append(f"{file.path}: {line}")
            at = max(at, found)
        lost += [f"{file.path}: {word}" for word in unheard(turned, file.file)]
        counts["words of Urdu"] += turned.total()
        counts["files"] += 1
    report(dict(counts), len(lost), "lost")
    assert counts["files"] == 20
    assert counts["words"] > 100_000
    assert counts["words of Urdu"] > 10_000
    assert counts["words not counted"] < 100
    assert not lost, lost[:10]


def test_no_word_runs_out_of_the_page(prints: list[tuple[Booklet, MadeFile]]) -> None:
    boxes = 0
    for _, file in prints:
        words, left, right = _furthest(file.file)
        boxes += words
        assert left >= MARGIN - 1, file.path
        assert right <= WIDTH - MARGIN + 2, file.path
    report(boxes, "words looked at")
    assert boxes > 100_000


# ---------------------------------------------------------------------------------------------------------- structure


def test_each_file_says_what_it_is(prints: list[tuple[Booklet, MadeFile]]) -> None:
    for booklet, file in prints:
        with pikepdf.open(file.file) as read:
            title = told("".join(run.text for run in booklet.chapters[0].title))
            meta = read.open_metadata()
            assert told(str(read.docinfo["/Title"])) == title == told(str(meta["dc:title"]))
            assert told(str(read.docinfo["/Author"])) == told("".join(run.text for run in booklet.publisher))
            assert str(read.Root.Lang).split("-")[0] == booklet.language.code.split("-")[0]
            assert bool(read.Root.ViewerPreferences.DisplayDocTitle)
            assert len(read.pages) == file.pages > 10
            assert {tuple(round(float(side)) for side in page.mediabox) for page in read.pages} == {(0, 0, 595, 842)}
            day = str(meta.get("xmp:CreateDate", ""))
            assert day.partition("T")[0] == booklet.published
            assert "1970" not in read.Root.Metadata.read_bytes().decode()
            assert read.docinfo.get("/CreationDate") is None or booklet.published


def test_bookmarks_are_the_headings(prints: list[tuple[Booklet, MadeFile]]) -> None:
    found = 0
    for booklet, file in prints:
        headings = [
            (block.level, told("".join(run.text for run in block.runs)))
            for chapter in booklet.chapters
            for block in chapter.blocks
            if isinstance(block, Heading)
        ]
        with pikepdf.open(file.file) as read:
            marked = bookmarks(read)
            tagged = [str(each.S) for each in elements(read) if re.fullmatch("/H[1-6]", str(each.S))]
        contents = (2, booklet.word("Contents").text)
        assert marked == [headings[0], contents, *headings[1:]], file.path
        assert tagged == [f"/H{level}" for level, _ in marked]
        found += len(marked)
    report(found, "bookmarks")
    assert found > 2000


def test_tables_have_headers_of_columns_and_rows(prints: list[tuple[Booklet, MadeFile]]) -> None:
    counts: Counter[str] = Counter()
    for booklet, file in prints:
        tables = [block for chapter in booklet.chapters for block in chapter.blocks if isinstance(block, Table)]
        with pikepdf.open(file.file) as read:
            tree = [*elements(read)]
            kinds = Counter(str(each.S) for each in tree)
            if file.kind is Kind.LARGE_PRINT:
                assert kinds["/Table"] == 0
                continue
            scopes = Counter(scope(each) for each in tree if each.S == "/TH")
            assert kinds["/Table"] == len(tables) <= kinds["/Caption"]
            assert scopes == {
                "/Column": sum(len(table.columns) for table in tables),
                "/Row": sum(len(table.rows) for table in tables),
            }
            assert kinds["/TD"] == sum(len(row.cells) for table in tables for row in table.rows)
            counts.update(kinds)
    report({kind: counts[kind] for kind in ("/Table", "/TH", "/TD")})
    assert counts["/Table"] > 150


def test_each_drawing_is_said_by_its_sentence(prints: list[tuple[Booklet, MadeFile]]) -> None:
    drawings = 0
    for booklet, file in prints:
        sentences = [
            told("".join(run.text for run in block.sentence))
            for chapter in booklet.chapters
            for block in chapter.blocks
            if isinstance(block, Figure)
        ]
        with pikepdf.open(file.file) as read:
            assert [told(str(each.Alt)) for each in elements(read) if each.S == "/Figure"] == sentences
        drawings += len(sentences)
    report(drawings, "drawings")
    assert drawings > 200


def test_parts_in_another_language_say_so(prints: list[tuple[Booklet, MadeFile]]) -> None:
    for booklet, file in prints:
        spoken = {run.language for text in booklet.chapters for block in text.blocks for run in _runs(block)}
        with pikepdf.open(file.file) as read:
            tagged = {str(each.Lang) for each in elements(read) if "/Lang" in each} | {str(read.Root.Lang)}
        assert {code.split("-")[0] for code in tagged} == {code.split("-")[0] for code in spoken}, file.path
        assert ("zh-CN" in tagged) == ("zh-Hans" in spoken)


def _runs(block: object) -> list[Run]:
    return [run for line in lines(block) for run in line if run.text.strip()]


@pytest.mark.parametrize("large", [16, 18, 28])
def test_no_letter_is_smaller_than_the_size_says(booklets: Mapping[str, Booklet], large: int) -> None:
    for code in ("en", "ur"):
        for made, size in zip(_made(booklets[code], large=large), (large, pdf.CLEAR_PRINT), strict=True):
            with pikepdf.open(made.file) as read:
                sizes = Counter(
                    float(each.operands[1])
                    for page in read.pages
                    for each in pikepdf.parse_content_stream(page)
                    if str(each.operator) == "Tf"
                )
            report(code, size, "points:", dict(sizes))
            assert min(sizes) >= size - 0.01
            assert sizes.most_common(1)[0][0] <= size * 1.11


def test_lines_have_no_more_letters_than_the_eye_can_follow(prints: list[tuple[Booklet, MadeFile]]) -> None:
    for booklet, file in prints:
        if booklet.language.code == "en" and file.kind is Kind.LARGE_PRINT:
            lengths = sorted(len(line) for line in extracted(file.file).splitlines() if ". . ." not in line)
            assert lengths[len(lengths) * 99 // 100] <= 70, lengths[-10:]


# -------------------------------------------------------------------------------------------------- again, and apart


def test_another_process_makes_the_same_bytes(booklets: Mapping[str, Booklet], tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from generator import build; from generator.formats.paper import pdf\n"
        "from generator.formats.cache import Cache; from generator.formats.source import Source\n"
        "from generator.site import Formats\n"
        "for each in build.booklets(build.check(Path('.'))):\n"
        "    if each.language.code == 'ur':\n"
        "        pdf.make(Source(each, Formats(), Path('.'), Cache(Path(sys.argv[1]))))\n"
    )
    there = tmp_path / "there"
    subprocess.run(
        [sys.executable, "-c", code, there], check=True, cwd=ROOT, env={"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    )
    _made(booklets["ur"], Cache(tmp_path / "here"))

    def sums(folder: Path) -> dict[str, str]:
        return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.rglob("*.pdf")}

    assert sums(there) == sums(tmp_path / "here")
    assert len(sums(there)) == 2


def test_print_is_made_again_where_another_module_changes_its_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tiny,) = build.booklets(build.check(ROOT / "tests" / "plans" / "tiny"))
    large, _ = _made(tiny, Cache(tmp_path))
    monkeypatch.setattr("generator.formats.paper.printed.typeset", lambda text, _language: text.replace(":", ";"))
    again, _ = _made(tiny, Cache(tmp_path))
    assert extracted(again.file).count(";") > extracted(large.file).count(";")


def test_a_smaller_size_is_another_file(booklets: Mapping[str, Booklet], tmp_path: Path) -> None:
    small, _ = _made(booklets["en"], Cache(tmp_path), 16)
    large, _ = _made(booklets["en"], Cache(tmp_path), 28)
    assert small.pages < 65
    assert large.pages > 100
    assert "Large print, 16 point" in extracted(small.file)
    assert "Large print, 28 point" in extracted(large.file)


# --------------------------------------------------------------------------------------------------------- bad input


def test_a_character_that_no_font_has_is_named(booklets: Mapping[str, Booklet], tmp_path: Path) -> None:
    booklet = _one(booklets["en"], Paragraph((Run("We ring the \u2713 bell and the \U0001f514 bell", "en"),)))
    with pytest.raises(PlanError) as caught:
        _printed(booklet, tmp_path)
    first, second = map(str, caught.value.problems)
    assert 'no "\U0001f514" (U+1F514, bell)' in second
    assert 'no "\u2713" (U+2713, check mark). It stands in "We ring the \u2713 bell' in first
    assert 'in the chapter "A chapter" of kettering-csp-2008-en [formats]' in first
    assert "--without pdf" in first


def test_a_word_longer_than_the_page_is_broken_and_still_found(booklets: Mapping[str, Booklet], tmp_path: Path) -> None:
    word = "abcdefghij" * 40
    run = (Run(word, "en"),)
    table = Table(run, (run, run), (Row(run, (Cell(run, run),)),))
    booklet = _one(booklets["en"], Heading(3, run), Paragraph(run), table)
    for file in _printed(booklet, tmp_path, 28):
        assert "".join(extracted(file).split()).count(word) >= 6
        said = subprocess.run(
            [tool("pdftotext"), "-bbox", file, "-"], check=True, capture_output=True, text=True
        ).stdout
        assert max(float(right) for right in re.findall(r'xMax="(\S+)"', said)) <= 595 - MARGIN + 2


@pytest.mark.parametrize("large", [16, 28])
def test_a_word_of_any_length_stays_on_the_page(booklets: Mapping[str, Booklet], tmp_path: Path, large: int) -> None:
    blocks = []
    for length in range(10, 61):
        run = (Run(("nonautomobilista" * 4)[:length], "en"),)
        blocks += [
            Heading(2, run),
            Heading(3, run),
            Paragraph(run),
            Table(run, (run, run, run), (Row(run, (Cell(run, run),) * 2),)),
        ]
    for file in _printed(_one(booklets["en"], *blocks), tmp_path, large):
        words, _, right = _furthest(file)
        assert words > 500
        assert right <= WIDTH - MARGIN + 2


def test_no_word_of_a_plan_is_split(booklets: Mapping[str, Booklet], example: Mapping[str, Booklet]) -> None:
    split = []
    for booklet in (*booklets.values(), *example.values()):
        for how in (Print(16, tables=False, name=LARGE), Print(28, tables=False, name=LARGE)):
            text = json.dumps(printed(booklet, how), ensure_ascii=False)
            split += re.findall(r"\w+\u200b\w+", text)  # behind a stroke or a dot, a long address may go on below
    assert split == []


def test_a_table_of_200_rows_flows_with_its_headers(booklets: Mapping[str, Booklet], tmp_path: Path) -> None:
    head = ((Run("Row", "en"),), (Run("Amount", "en"),))
    rows = tuple(
        Row((Run(f"Row {each}", "en"),), (Cell((Run(f"{each} crimes", "en"),), head[1]),)) for each in range(1, 201)
    )
    booklet = _one(booklets["en"], Table((Run("Many rows", "en"),), head, rows))
    large, clear = _printed(booklet, tmp_path)
    for file in (large, clear):
        flat = "".join(extracted(file).split())
        assert all(f"Row{each}" in flat for each in range(1, 201))
    with pikepdf.open(clear) as read:
        pages = len(read.pages)
        assert Counter(scope(each) for each in elements(read) if each.S == "/TH") == {"/Column": 2, "/Row": 200}
    assert extracted(clear).count("Row Amount") == pages - 2 >= 6


def test_a_chapter_with_nothing_in_it_is_a_heading(booklets: Mapping[str, Booklet], tmp_path: Path) -> None:
    assert all(
        "A chapter" in extracted(file)
        for file in _printed(_one(booklets["en"], List(ordered=False, entries=())), tmp_path)
    )


def test_a_drawing_without_a_sentence_is_refused(booklets: Mapping[str, Booklet], tmp_path: Path) -> None:
    drawing = next(
        block for chapter in booklets["en"].chapters for block in chapter.blocks if isinstance(block, Figure)
    )
    with pytest.raises(PlanError, match="A drawing in kettering-csp-2008-en has no sentence that says what it shows"):
        _printed(_one(booklets["en"], replace(drawing, sentence=())), tmp_path)


def test_a_drawing_has_no_labels_where_they_would_be_smaller_than_the_text(
    booklets: Mapping[str, Booklet], tmp_path: Path
) -> None:
    drawing = next(
        block for chapter in booklets["en"].chapters for block in chapter.blocks if isinstance(block, Figure)
    )
    assert "To reach 867" in extracted(_printed(_one(booklets["en"], drawing), tmp_path, 24)[0])
    assert "To reach 867" not in extracted(_printed(_one(booklets["en"], drawing), tmp_path, 25)[0])


def test_strong_labels_of_a_drawing_are_strong_in_chinese_too(booklets: Mapping[str, Booklet], tmp_path: Path) -> None:
    booklet = booklets["zh-Hans"]

    def outlined(*blocks: object) -> int:
        """How often words with a thicker outline begin: Chinese has one weight."""
        large, _ = _printed(_one(booklet, *blocks), tmp_path)
        with pikepdf.open(large) as read:
            marks = [each for each in pikepdf.parse_content_stream(read.pages[-1]) if str(each.operator) == "Tr"]
        return sum(int(each.operands[0]) == 2 for each in marks)

    assert outlined(_drawing(booklet)) >= outlined() + 2


def test_a_package_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert pdf.missing() is None
    monkeypatch.setattr(pdf, "find_spec", lambda name: None if name == "typst" else name)
    assert 'needs the Python package "typst"' in str(pdf.missing())
    assert "--without pdf" in str(pdf.missing())


def test_a_telephone_number_is_never_split(booklets: Mapping[str, Booklet], tmp_path: Path) -> None:
    number = Run("01632 960101", "en", frozenset({"telephone", "isolated"}))
    pushed = [Paragraph((Run("Ring " + "a" * letters + " ", "en"), number)) for letters in range(10, 60)]
    for file in _printed(_one(booklets["en"], *pushed), tmp_path):
        assert sum("01632 960101" in line for line in extracted(file).splitlines()) == len(pushed)


def test_a_number_stays_with_its_unit(booklets: Mapping[str, Booklet], tmp_path: Path) -> None:
    pushed = [Paragraph((Run("From " + "a" * letters + " to 1,639 crimes", "en"),)) for letters in range(10, 60)]
    for file in _printed(_one(booklets["en"], *pushed), tmp_path):
        assert sum("1,639 crimes" in " ".join(line.split()) for line in extracted(file).splitlines()) == len(pushed)


@pytest.mark.parametrize(
    ("language", "text", "made"),
    [
        ("en", "By March 2011 (867 crimes)", "By March 2011 (867\u00a0crimes)"),
        ("en", "5% less", "5%\u00a0less"),
        ("zh-Hans", "2011 \u5e74 3 \u6708", "2011\u00a0\u5e74 3\u00a0\u6708"),
        ("pl", "dzieci i m\u0142odzie\u017c w szkole", "dzieci i\u00a0m\u0142odzie\u017c w\u00a0szkole"),
        ("pl", "I o tym", "I\u00a0o\u00a0tym"),
        ("en", "what I saw", "what I saw"),
        ("ur", "\u0639\u062f\u062f 19.5%\u06d4", "\u0639\u062f\u062f \u206619.5%\u2069\u06d4"),
    ],
)
def test_what_is_read_together_is_on_one_line(language: str, text: str, made: str) -> None:
    assert tied(text, language) == made


def test_percent_is_on_the_same_side_of_every_number_in_urdu(booklets: Mapping[str, Booklet], tmp_path: Path) -> None:
    said = (Run("\u0639\u062f\u062f 21% ", "ur"), Run("21% \u0639\u062f\u062f", "ur"))
    for file in _printed(_one(booklets["ur"], *(Paragraph((run,)) for run in said)), tmp_path):
        assert extracted(file).count("21%") == len(said)


def test_figures_in_a_table_are_not_split_for_one_long_cell(booklets: Mapping[str, Booklet], tmp_path: Path) -> None:
    head = tuple((Run(name, "en"),) for name in ("Target", "Baseline", "By"))
    rows = tuple(
        Row((Run(f"Proportion of domestic burglaries that are repeats {at}", "en"),), (Cell(said, head[1]), by))
        for at, said in enumerate([(Run("awaited (expected: later during this year)", "en"),)] * 3)
        for by in [Cell((Run("in March", "en"),), head[2])]
    )
    _, clear = _printed(_one(booklets["en"], Table(head[0], head, rows)), tmp_path)
    assert extracted(clear, "-layout").count("in March") == len(rows)


def test_what_introduces_a_list_is_on_its_page(booklets: Mapping[str, Booklet], tmp_path: Path) -> None:
    short, entry = Paragraph((Run("Line", "en"),)), Entry((Paragraph((Run("The first entry", "en"),)),))
    introduced = Paragraph((Run("Initiatives included:-", "en"),)), List(ordered=False, entries=(entry,))
    for before in range(10, 26):
        for file in _printed(_one(booklets["en"], *[short] * before, *introduced), tmp_path):
            *_, at = (page for page in _pages(file) if "Initiatives" in page)
            assert "The first entry" in at


def _pages(file: Path) -> list[str]:
    command = [tool("pdftotext"), "-raw", str(file), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\f")[:-1]


def test_each_page_has_its_own_number(prints: list[tuple[Booklet, MadeFile]]) -> None:
    for booklet, file in prints:
        if booklet.language.code in ("en", "pl"):  # pdftotext takes Urdu lines apart
            feet = [re.findall(r"[0-9]+", page.splitlines()[-1]) for page in _pages(file.file)[1:]]
            assert feet == [[str(page), str(file.pages)] for page in range(2, file.pages + 1)], file.path


def test_a_cover_that_runs_over_leaves_no_page_almost_empty(booklets: Mapping[str, Booklet]) -> None:
    for large, runs_over in ((18, True), (28, False)):
        file = _made(booklets["ur"], large=large)[0].file
        second = _pages(file)[1]
        assert (booklets["ur"].word("Contents").text in told(second)) is runs_over


def test_a_telephone_number_runs_from_left_to_right_in_urdu(prints: list[tuple[Booklet, MadeFile]]) -> None:
    for booklet, file in prints:
        if booklet.language.code == "ur":
            command = [tool("pdftotext"), "-bbox", str(file.file), "-"]
            said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            found = re.findall(r'xMin="(\S+)" yMin="(\S+)" [^>]*>(01536|410333)<', said)[:2]
            (line, code), (same, number) = (
                (top, float(left)) for left, top, _ in sorted(found, key=lambda each: each[2])
            )
            assert line == same
            assert code < number


def test_words_that_differ_are_marked_by_signs(booklets: Mapping[str, Booklet], tmp_path: Path) -> None:
    runs = (Run("1,300", "en", frozenset({"deleted"})), Run(" ", "en"), Run("1,500", "en", frozenset({"inserted"})))
    for file in _printed(_one(booklets["en"], Paragraph(runs)), tmp_path):
        assert "[\u2212 1,300] [+ 1,500]" in extracted(file)


def test_a_link_prints_its_address_once(booklets: Mapping[str, Booklet], tmp_path: Path) -> None:
    runs = (
        Run("The method", "en", link="https://exampleton.example/method.html"),
        Run("; https://exampleton.example", "en", link="https://exampleton.example"),
        Run("; write to us", "en", link="mailto:team@exampleton.example"),
        Run("; ring ", "en"),
        Run("01632 960101", "en", frozenset({"telephone", "isolated"}), link="tel:01632960101"),
    )
    for file in _printed(_one(booklets["en"], Paragraph(runs)), tmp_path):
        said = "".join(extracted(file).split())  # an address may go on in the next line
        assert (
            "Themethod(https://exampleton.example/method.html);https://exampleton.example;"
            "writetous(team@exampleton.example);ring01632960101" in said
        )
        with pikepdf.open(file) as read:
            notes = [note for page in read.pages for note in page.get("/Annots", ())]
            assert {str(note.A.URI) for note in notes if "/A" in note and "/URI" in note.A} == {
                run.link for run in runs if run.link
            }


def test_settings_of_print_are_what_the_template_gets() -> None:
    assert Print(14, tables=True, name="").size == pdf.CLEAR_PRINT

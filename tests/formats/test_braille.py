"""Every booklet's Braille, read back from its files: what it says, where it stands, and that nothing is missing."""

import difflib
import hashlib
import os
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from generator import build
from generator.blocks import (
    Cell,
    Definition,
    Definitions,
    Entry,
    Figure,
    Heading,
    List,
    Paragraph,
    Row,
    Run,
    Table,
    words,
)
from generator.booklet import WORDS, Booklet, Chapter
from generator.formats.braille import liblouis, volume
from generator.formats.braille.codes import Braille, every_table
from generator.formats.braille.pages import wrapped
from generator.formats.braille.volume import preview
from generator.formats.cache import Cache
from generator.formats.makers import CACHE_FOLDER
from generator.formats.source import Source
from generator.languages import known_language
from generator.made import Felt, Kind
from generator.problems import PlanError
from generator.site import EnglishBraille, Formats
from tests.formats.brf_pages import BLANK, Page, pages_of_brf, pages_of_pef, pef_faults

pytestmark = pytest.mark.xdist_group("formats braille")

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SETTINGS = Formats()
BOXES = {"\u2836" * 40, "\u281b" * 40}
WRITE = os.environ.get("GOLDEN") == "write"

Files = dict[str, dict[Kind, bytes]]
Previews = dict[str, tuple[Felt, ...]]


@pytest.fixture(scope="module", autouse=True)
def _tools() -> None:
    assert volume.missing() is None, f"{volume.missing()}: or run scripts/test-tools"


@pytest.fixture(scope="module")
def every(booklets: dict[str, Booklet]) -> dict[str, Booklet]:
    """The booklets of the real plan and of Exampleton, by name."""
    examples = build.booklets(build.check(ROOT / "examples" / "exampleton"))
    return {each.name: each for each in (*booklets.values(), *examples)}


@pytest.fixture(scope="module")
def files(every: dict[str, Booklet]) -> Files:
    return {name: _made(booklet, SETTINGS) for name, booklet in every.items()}


@pytest.fixture(scope="module")
def previews(every: dict[str, Booklet]) -> dict[str, tuple[Felt, ...]]:
    return {name: preview(booklet, SETTINGS) for name, booklet in every.items()}


def _made(booklet: Booklet, settings: Formats) -> dict[Kind, bytes]:
    source = Source(booklet, settings, ROOT, Cache(ROOT / CACHE_FOLDER))
    return {each.kind: each.file.read_bytes() for each in volume.make(source)}


def _pages(files: Files) -> dict[str, tuple[Page, ...]]:
    return {name: pages_of_brf(each[Kind.BRF]) for name, each in files.items()}


# --------------------------------------------------------------------------------------------------------- the files


def test_every_line_and_page_fits_and_the_two_files_have_the_same_cells(files: Files) -> None:
    counts = []
    for name, made in files.items():
        pages = pages_of_brf(made[Kind.BRF])
        assert pages == pages_of_pef(made[Kind.PEF]), name
        assert all(len(page) <= 25 and all(len(line) <= 40 for line in page) for page in pages), name
        assert all(not line.endswith(BLANK) for page in pages for line in page), name
        counts.append(len(pages))
    sys.stdout.write(f"{len(files)} booklets, {sum(counts)} pages of Braille\n")
    assert len(counts) == 14
    assert min(counts) > 40


def test_what_is_made_says_how_many_pages_it_has(every: dict[str, Booklet], files: Files) -> None:
    for name, booklet in every.items():
        made = volume.make(Source(booklet, SETTINGS, ROOT, Cache(ROOT / CACHE_FOLDER)))
        assert [each.kind for each in made] == [Kind.BRF, Kind.PEF]
        assert {each.pages for each in made} == {len(pages_of_brf(files[name][Kind.BRF]))}


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b'version="2008-1"', b'version="1.0"'),
        (b"application/x-pef+xml", b"text/xml"),
        (b'rows="25"', b'rows="9"'),
        (b'cols="40"', b'cols="39"'),
        (b' rowgap="0"', b""),
        (b"<row>", b"<line>"),
        ("<row>\u2800".encode(), b"<row>x"),
        (b"<section>", b"<part>"),
        (b"dc:identifier", b"dc:relation"),
        ("\u2801".encode(), "\u2880".encode()),
    ],
)
def test_the_reader_of_pef_finds_faults(files: Files, right: bytes, wrong: bytes) -> None:
    good = files["kettering-csp-2008-en"][Kind.PEF]
    assert not pef_faults(good)
    bad = good.replace(right, wrong).replace(right.replace(b"<", b"</"), wrong.replace(b"<", b"</"))
    assert bad != good
    assert pef_faults(bad)


def test_pef_says_what_it_is_of(files: Files) -> None:
    text = files["exampleton-safer-town-2026-cy"][Kind.PEF].decode()
    for fact in (
        "<dc:title>Exampleton Fwy Diogel</dc:title>",
        "<dc:language>cy</dc:language>",
        "<dc:date>2026-05-19</dc:date>",
        "<dc:identifier>https://safer.exampleton.example/cy/plans/exampleton-safer-town/2026/index.html</dc:identifier>",
    ):
        assert fact in text
    assert "dc:date" not in files["kettering-csp-2008-en"][Kind.PEF].decode()  # it is not stated


def test_two_processes_make_the_same_bytes(files: Files) -> None:
    made = dict(line.split() for line in _run(_ANEW, {"PYTHONHASHSEED": "7"}).splitlines())
    here = {
        f"{name}-{kind.value}": hashlib.sha256(content).hexdigest()
        for name, each in files.items()
        for kind, content in each.items()
        if name.startswith("kettering")
    }
    assert made == here
    assert len(here) == 16


_ANEW = """
import hashlib, pathlib, tempfile
from generator import build
from generator.formats.braille import volume
from generator.formats.braille.pages import wrapped
from generator.formats.cache import Cache
from generator.formats.source import Source
from generator.site import Formats
here = pathlib.Path()
with tempfile.TemporaryDirectory() as folder:
    for booklet in build.booklets(build.check(here)):
        for made in volume.make(Source(booklet, Formats(), here, Cache(pathlib.Path(folder)))):
            print(f"{booklet.name}-{made.kind.value}", hashlib.sha256(made.file.read_bytes()).hexdigest())
"""


# --------------------------------------------------------------------------------------------------- nothing is lost


def test_what_is_said_are_the_words_of_the_booklet_in_order(every: dict[str, Booklet], previews: Previews) -> None:
    count = 0
    for name, booklet in every.items():
        word = r"\w" if name.endswith("zh-Hans") else r"[^\s:;]+"
        printed = re.findall(word, " ".join(words(chapter.blocks) for chapter in booklet.chapters))
        said = (" ".join("".join(run.text for run in line.printed) for line in previews[name])).split()
        rest = iter(re.findall(word, " ".join(said)))
        for each in printed:
            assert each in rest, (name, each)
        count += len(printed)
    sys.stdout.write(f"{count} words of print, all said\n")
    assert count > 90_000


def test_every_word_of_cells_is_in_the_file_in_order(files: Files, previews: Previews) -> None:
    count = 0
    for name, pages in _pages(files).items():
        expected = "".join(line.cells for line in previews[name]).replace(" ", "").replace(BLANK, "")
        assert _flowing(pages).replace(BLANK, "") == expected, name
        count += len(expected)
    sys.stdout.write(f"{count} cells, all in the files\n")
    assert count > 400_000


def _flowing(pages: tuple[Page, ...]) -> str:
    """The cells of the text, without title page, contents, box lines and the lines at the foot."""
    return BLANK.join(line for page in _text_pages(pages) for line in page[:-1] if line not in BOXES)


def _text_pages(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    contents = [number for number, page in enumerate(pages) if any("\u2810\u2810" in line for line in page)]
    return pages[_contents_end(pages, contents[0]) :]


def _contents_end(pages: tuple[Page, ...], first: int) -> int:
    """The text begins on the page that the first entry of the contents names."""
    line = next(line for line in pages[first] if "\u2810\u2810" in line)
    return _number(line) - 1


def _number(line: str) -> int:
    digits = dict(zip("⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚", "1234567890", strict=True))
    sign, number = line.rpartition("\u283c")[1:]
    assert sign, line
    return int("".join(digits[cell] for cell in number))


# ------------------------------------------------------------------------------------------------ what the cells say


def _plain_words(text: str) -> list[str]:
    """Words without punctuation, capitals and directions of writing, and with the digits 0 to 9."""
    text = re.sub(r"\\\d+/", "", unicodedata.normalize("NFC", text))  # cells that the table does not know
    text = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
    kept = (sign if unicodedata.category(sign)[0] in "LNM" else " " * sign.isspace() for sign in text)
    return "".join(kept).casefold().split()


def _back(previews: Previews, name: str, tables: str) -> tuple[list[str], list[str]]:
    """The words of print and those read back from the cells, of each line that is in the booklet's language alone."""
    language = name.removeprefix("kettering-csp-2008-").removeprefix("exampleton-safer-town-2026-")
    shown = [line for line in previews[name] if {run.language for run in line.printed} == {language}]
    printed = [word for line in shown for word in _plain_words("".join(run.text for run in line.printed))]
    cells = [line.cells.replace(" ", BLANK) for line in shown]
    if language == "es":  # its table takes the figures after a decimal comma for letters
        cells = [re.sub("(\u283c[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚]+⠂)(?=[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚])", "\\1\u283c", line) for line in cells]
    back = [liblouis.back(tables, line) for line in cells]
    if language in MISREAD:
        wrong, right = MISREAD[language]
        back = [re.sub(wrong, right, text) for text in back]
    return printed, [word for text in back for word in _plain_words(text)]


MISREAD: dict[str, tuple[str, str]] = {
    "es": (r"(?<=[^\W\d])[235](?!\w)|(?<!\w)5(?=[^\W\d])", ""),
    "ur": ("\xab|\xbb", "\u06be"),
}
"""Spanish colons, semicolons and question marks come back as figures; of Urdu, the letter he as a quotation mark."""


ENGLISH_BACK = {"be": "", "p": "people"}
"""Where liblouis reads its own cells wrongly: a semicolon after a bracket, and the word "people" before one."""


def test_the_whole_english_booklet_reads_back_word_for_word(previews: Previews) -> None:
    for name, at_least in (("kettering-csp-2008-en", 5900), ("exampleton-safer-town-2026-en", 5500)):
        printed, read = _back(previews, name, "en-ueb-g2.ctb")
        wrong = []
        for action, a, b, c, d in difflib.SequenceMatcher(None, printed, read, autojunk=False).get_opcodes():
            one, other = " ".join(printed[a:b]), " ".join(read[c:d])
            if action != "equal" and not _misread(one, other):
                wrong.append((one, other))
        sys.stdout.write(f"{name}: {len(printed)} words read back, {len(wrong)} differ\n")
        assert len(printed) > at_least
        assert not wrong


def _misread(one: str, other: str) -> bool:
    """Whether two texts differ only where liblouis reads back wrongly. Colons in addresses are read as cc."""
    if "https" in one:
        return one.replace(" ", "") == other.replace("cc", "").replace(" ", "")
    return one == " ".join(ENGLISH_BACK.get(word, word.removesuffix("be")) for word in other.split()).strip()


SHARES = {"es": 0.99, "pt": 0.95, "pl": 0.99, "ur": 0.96}
"""How much reads back at least: liblouis takes some capitals, colons and figures for letters, and loses ss."""
TABLES = {"es": "es.tbl", "pt": "pt-pt-g1.utb", "pl": "pl.tbl", "ur": "ur-pk-g1.utb", "bn": "bn.tbl"}


@pytest.mark.parametrize("language", SHARES)
def test_the_whole_booklet_reads_back_as_far_as_its_table_can(previews: Previews, language: str) -> None:
    printed, read = _back(previews, f"kettering-csp-2008-{language}", TABLES[language])
    share = _share(printed, read)
    sys.stdout.write(f"{language}: {len(printed)} words, {share:.4f} of them read back\n")
    assert len(printed) > 5500
    assert share > SHARES[language]


def test_bengali_reads_back_where_vowel_signs_count_as_vowels(previews: Previews) -> None:
    vowels = dict(zip("\u09be\u09bf\u09c0\u09c1\u09c2\u09c3\u09c7\u09c8\u09cb\u09cc", "আইঈউঊঋএঐওঔ", strict=True))

    def same(words: list[str]) -> list[str]:
        whole = (unicodedata.normalize("NFC", word).replace("\u09bc", "") for word in words)
        return ["".join(vowels.get(sign, sign) for sign in word) for word in whole]

    printed, read = _back(previews, "kettering-csp-2008-bn", TABLES["bn"])
    share = _share(same(printed), same(read))
    sys.stdout.write(f"bn: {len(printed)} words, {share:.4f} of them read back\n")
    assert len(printed) > 4000
    assert share > 0.93


def _share(printed: list[str], read: list[str]) -> float:
    blocks = difflib.SequenceMatcher(None, printed, read, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(printed)


_BASIC = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        "\u2801\u2803\u2809\u2819\u2811\u280b\u281b\u2813\u280a\u281a\u2805\u2807\u280d\u281d\u2815\u280f\u281f\u2817\u280e\u281e\u2825\u2827\u283a\u282d\u283d\u2835",
        strict=True,
    )
)
ALPHABETS = {
    "es": "á⠷ é⠮ í⠌ ó⠬ ú⠾ ñ⠻ ü⠳",
    "it": "à⠷ è⠮ é⠿ ì⠌ ò⠬ ù⠾",
    "pt": "á⠷ à⠫ â⠡ ã⠜ ç⠯ é⠿ ê⠣ í⠌ ó⠬ ô⠹ õ⠪ ú⠾",
    "pl": "ą⠡ ć⠩ ę⠱ ł⠣ ń⠹ ó⠬ ś⠪ ź⠮ ż⠯",
}
"""The letters with accents of the national alphabets, as World Braille Usage has them."""


@pytest.mark.parametrize("language", ALPHABETS)
def test_each_word_in_small_letters_is_spelled_with_the_letters_of_its_alphabet(
    previews: Previews, language: str
) -> None:
    letters = _BASIC | {pair[0]: pair[1] for pair in ALPHABETS[language].split()}
    count = 0
    for line in previews[f"kettering-csp-2008-{language}"]:
        text = "".join(run.text for run in line.printed)
        if {run.language for run in line.printed} == {language} and text.isprintable():
            cells = line.cells.split()
            for word in re.findall(r"(?<!\S)[^\W\d_]+(?!\S)", text):
                if word.islower():
                    assert "".join(letters[letter] for letter in word) in cells, (word, line.cells)
                    count += 1
    sys.stdout.write(f"{language}: {count} words spelled out\n")
    assert count > 3500


def test_no_cell_stands_for_a_sign_that_a_table_lacks() -> None:
    """Two of the tables write the code of a sign in six dots: only a second translation tells."""
    for tables in every_table():
        with pytest.raises(liblouis.UnknownSignError) as caught:
            liblouis.translate(tables, "a\u0416b")
        assert caught.value.sign in "a\u0416b"
        assert not liblouis.knows(tables, "\u0416")


def _words(text: str, language: str = "en", around: str = "", **settings: object) -> str:
    booklet = replace(_booklet(Paragraph((Run(text, language),))), language=known_language(around or language))
    return preview(booklet, replace(SETTINGS, **settings))[-1].cells  # type: ignore[arg-type]


def test_english_is_contracted_or_not_as_the_site_says() -> None:
    assert _words("and the for of with") == "⠯ ⠮ ⠿ ⠷ ⠾"
    assert _words("and the", english_braille=EnglishBraille.UNCONTRACTED) == "⠁⠝⠙ ⠞⠓⠑"


def test_figures_have_a_number_sign_and_their_own_digits() -> None:
    assert _words("2008", "bn") == _words("২০০৮", "bn") == "⠼⠃⠚⠚⠓"
    assert _words("2008", "ur") == _words("۲۰۰۸", "ur") == "⠼⠃⠚⠚⠓"
    assert _words("1\u00a0726", "pl") == "⠼⠁⠛⠃⠋"
    assert _words("in 2025 60 wardens").split()[1:3] == ["⠼⠃⠚⠃⠑", "⠼⠋⠚"]  # not one number


def test_a_letter_after_a_figure_is_not_read_as_one_more_figure() -> None:
    assert _words("12জন", "bn") == "⠼⠁⠃ ⠚⠝"
    assert _words("12টি", "bn") == "⠼⠁⠃⠾⠊"
    assert _words("5b", "es") == "⠼⠑ ⠃"
    assert _words("5b") == "⠼⠑⠰⠃"  # with the grade 1 indicator


def test_bengali_letters_with_a_dot_and_the_full_stop_are_known() -> None:
    assert _words("\u09af\u09bc\u0964", "bn") == "⠢⠲"
    assert _words("\u09df\u0964", "bn") == "⠢⠲"


def test_chinese_words_are_parted() -> None:
    assert _words("我们希望。更多信息\uff08联系\uff09请", "zh-Hans") == "⠕⠍⠴ ⠓⠊⠁⠶⠐⠆ ⠛⠼⠁ ⠙⠕⠁ ⠓⠣⠓⠊⠁⠰⠄⠇⠩⠂⠓⠊⠠⠆ ⠅⠡⠄"


def test_signs_that_steer_a_screen_are_not_written() -> None:
    assert _words("a\u00adn\u2066d\u2069 it\u200bem") == _words("and item")


def test_italian_hyphens_and_apostrophes_are_known() -> None:
    assert _words("2008-2011", "it") == "⠼⠃⠚⠚⠓⠤⠼⠃⠚⠁⠁"
    assert _words("dell\u2019età", "it") == "⠙⠑⠇⠇⠄⠑⠞⠷"


def test_quotation_marks_open_and_close_as_one_kind() -> None:
    assert _words('"60" and "so".') == "⠦⠼⠋⠚⠴ ⠯ ⠦⠎⠴⠲"
    assert _words("'design out' children's") == "⠠⠦⠙⠑⠎⠊⠛⠝ ⠳⠠⠴ ⠡⠝⠄⠎"
    assert _words("dogs' bones") == "⠙⠕⠛⠎⠄ ⠃⠐⠕⠎"


def test_brackets_open_and_close_as_one_kind_beside_figures_and_at_other_scripts() -> None:
    assert _words("(abril de 2011) (867 a)", "pt").split()[2:] == ["⠼⠃⠚⠁⠁⠠⠜", "⠣⠄⠼⠓⠋⠛", "⠁⠠⠜"]
    assert _words("\uff082008年\uff08我\uff09", "zh-Hans") == "⠰⠄⠼⠃⠚⠚⠓ ⠝⠩⠰⠄⠕⠠⠆"
    line = (Run("\u0995 (", "bn"), Run("Kettering", "en"), Run(")", "bn"))
    assert Braille("bn", EnglishBraille.CONTRACTED).words(line)[1] == "⠶⠠⠅⠑⠞⠞⠑⠗⠊⠝⠛⠶"


def test_a_chinese_colon_is_the_same_before_figures() -> None:
    assert _words("\u7535\u8bdd\uff1a2008", "zh-Hans").split()[0].endswith("\u2824")


def test_letters_after_a_hyphen_are_no_figures_in_bengali() -> None:
    assert _words("২০১১-এর", "bn") == "⠼⠃⠚⠁⠁⠤⠑⠗"
    assert _words("২০০৮-২০১১", "bn") == "⠼⠃⠚⠚⠓⠤⠼⠃⠚⠁⠁"


@pytest.mark.parametrize("language", ["es", "it", "pl", "pt"])
def test_a_figure_with_a_decimal_comma_is_one_number(language: str) -> None:
    assert _words("3,3 19,5", language) == "⠼⠉⠂⠉ ⠼⠁⠊⠂⠑"


@pytest.mark.parametrize("language", ["cy", "es", "zh-Hans"])
def test_per_cent_stays_with_its_number(language: str) -> None:
    (word,) = Braille(language, EnglishBraille.CONTRACTED).words(
        (Run("5\u00a0%" if language == "es" else "5%", language),)
    )
    assert word.startswith("⠼⠑⠀")


def test_chinese_words_and_sentences_are_parted_between_words_and_a_link() -> None:
    words = (Run("仇恨犯罪", "zh-Hans"), Run("的举报。", "zh-Hans"), Run("请", "zh-Hans"))
    whole = Run("仇恨犯罪的举报。请", "zh-Hans")
    braille = Braille("zh-Hans", EnglishBraille.CONTRACTED)
    assert braille.words(words) == braille.words((whole,))


def test_a_postal_address_is_a_name_however_long() -> None:
    address = "Town Hall, Bowling Green Road, Kettering, NN15 7QX, England"
    line = (Run(address, "en", frozenset({"isolated"})),)
    assert Braille("es", EnglishBraille.CONTRACTED).words(line)[0] == "⠨⠞⠕⠺⠝"


def test_urdu_takes_what_its_table_lacks_from_english() -> None:
    assert _words("CCTV (5%)", "ur") == "⠠⠠⠉⠉⠞⠧ ⠐⠣⠼⠑⠨⠴⠐⠜"


def test_a_passage_in_another_language_has_its_own_letters_and_a_name_those_around_it() -> None:
    name = "Cyngor Tref Brynand"  # with the contraction for "and"
    assert _words(name, "cy", "en") == _words(name, "en", english_braille=EnglishBraille.UNCONTRACTED)
    assert _words("Kettering", "en", "ur") == "⠠⠅⠑⠞⠞⠑⠗⠊⠝⠛"
    passage = "El ñandú de la pampa está en el campo"
    assert _words(passage, "es", "en") == _words(passage, "es")
    assert _words(passage.removesuffix("el campo"), "es", "en") != _words(passage.removesuffix("el campo"), "es")


def test_addresses_have_no_contractions() -> None:
    assert _words("https://www.other.example") == _words(
        "https://www.other.example", english_braille=EnglishBraille.UNCONTRACTED
    )
    assert _words("me@other.example").endswith("⠕⠞⠓⠑⠗⠲⠑⠭⠁⠍⠏⠇⠑")


@pytest.mark.parametrize("language", ["bn", "cy", "en", "es", "it", "pl", "pt", "ur", "zh-Hans"])
@pytest.mark.parametrize("address", ["me@other.example.org", "https://other.example/a_b?c=1", "www.other.example"])
def test_an_address_can_be_written_in_every_language(language: str, address: str) -> None:
    (first, *words) = Braille(language, EnglishBraille.CONTRACTED).words((Run(f"1: {address}", language),))
    assert first.startswith("\u283c")
    assert len("".join(words)) >= len(address) - 2
    assert len(words) == 1


@pytest.mark.parametrize("language", ["bn", "cy", "zh-Hans"])
@pytest.mark.parametrize("address", ["me@other.example.org", "https://other.example/a"])
def test_an_address_is_as_in_english_where_the_table_has_another_code_for_it(language: str, address: str) -> None:
    assert _words(address, language) == _words(address, english_braille=EnglishBraille.UNCONTRACTED)


# --------------------------------------------------------------------------------------------------- where it stands


def test_the_contents_name_the_pages_on_which_chapters_begin(every: dict[str, Booklet], files: Files) -> None:
    count = 0
    for name, pages in _pages(files).items():
        entries = [line for page in pages for line in page if re.search("\u2810{2,}\u2800\u283c.{1,3}$", line)]
        assert len(entries) == len(every[name].chapters), name
        levels = [line for line in preview(every[name], SETTINGS) if line.level in (1, 2)]
        for entry, heading in zip(entries, levels, strict=True):
            page = pages[_number(entry) - 1]
            assert heading.cells.split()[0] in {line.strip(BLANK).split(BLANK)[0] for line in page}, (name, heading)
            assert BLANK.join(heading.cells.split()) in _joined(page), (name, heading)
            count += 1
    sys.stdout.write(f"{count} entries of contents lead to their chapters\n")
    assert count > 190


def _joined(page: Page) -> str:
    return BLANK.join(line.strip(BLANK) for line in page if line)


def test_each_page_after_the_title_ends_with_its_number(files: Files) -> None:
    for name, pages in _pages(files).items():
        numbered = [(_number(page[-1]), len(page), len(page[-1])) for page in pages[1:]]
        assert numbered == [(number, 25, 40) for number in range(2, len(pages) + 1)], name


@pytest.mark.parametrize(("cells", "lines"), [(40, 25), (30, 16), (32, 29), (48, 40)])
def test_no_page_ends_with_a_heading_and_none_begins_with_a_blank_line(
    every: dict[str, Booklet], cells: int, lines: int
) -> None:
    settings = replace(SETTINGS, braille_cells=Decimal(cells), braille_lines=Decimal(lines))
    count = 0
    for name in ("kettering-csp-2008-en", "kettering-csp-2008-pl", "exampleton-safer-town-2026-cy"):
        pages = pages_of_brf(_made(every[name], settings)[Kind.BRF])
        heads = [_heading(line, cells) for line in preview(every[name], settings) if line.level]
        assert all(len(page) <= lines and all(len(line) <= cells for line in page) for page in pages)
        for page in _text_pages(pages):
            text = [line for line in page[:-1] if line]
            count += 1
            assert page[0], (name, page)
            for head in heads:  # neither a heading nor its first lines
                assert not any(tuple(text[-size:]) == head[:size] for size in range(1, len(head) + 1)), (name, page)
    sys.stdout.write(f"{count} pages of {cells} by {lines}, {len(heads)} headings\n")
    assert count > 100
    assert len(heads) > 50


def _heading(line: Felt, cells: int) -> tuple[str, ...]:
    """The lines of a heading as the rules of docs/braille.md set it."""
    words = line.cells.split(" ")
    if line.level <= 2:
        return tuple(BLANK * ((cells - len(each)) // 2) + each for each in wrapped(words, cells - 6, 0, 0))
    indent = 4 if line.level == 3 else 6
    return wrapped(words, cells, indent, indent)


def test_telephone_numbers_are_never_divided(every: dict[str, Booklet], files: Files) -> None:
    count = 0
    pages = _pages(files)
    for name, booklet in every.items():
        text = "\n".join(line for page in pages[name] for line in page)
        for line in preview(booklet, SETTINGS):
            for run in line.printed:
                if "telephone" in run.marks:
                    number = preview(_booklet(Paragraph((run,)), language=booklet.language.code), SETTINGS)[-1].cells
                    assert number.replace(" ", BLANK) in text, (name, run.text)
                    count += 1
    sys.stdout.write(f"{count} telephone numbers, each on one line\n")
    assert count > 100


def test_a_telephone_number_goes_to_the_next_line_whole() -> None:
    number = Run("01536 410333", "es", frozenset({"telephone"}))
    for length in range(1, 40):
        lines = _lines(Paragraph((Run(f"{'a' * length} ", "es"), number)), language="es")
        assert any("⠼⠚⠁⠑⠉⠋⠀⠼⠙⠁⠚⠉⠉⠉" in line for line in lines), length


def test_the_title_page_says_what_it_is(files: Files) -> None:
    (title, contents, *rest) = _pages(files)["kettering-csp-2008-en"]
    text = [liblouis.back("en-ueb-g2.ctb", line.strip(BLANK)) for line in title if line]
    assert text == [
        "Community Safety Partnership Three",
        "Year Plan",
        "2008 to 2011",
        "Kettering Borough Council",
        "Published: not stated in the plan",
        "A computer made this from the data of the",
        "plan. Nobody has proof-read it.",
        f"Pages: {len(rest) + 2}",
    ]
    assert liblouis.back("en-ueb-g2.ctb", contents[0].strip(BLANK)) == "Contents"
    assert all(len(line) - len(line.lstrip(BLANK)) >= 3 for line in title if line)  # centred


@pytest.mark.parametrize(("language", "chapters"), [("it", (1, 2, 3)), ("zh-Hans", (1, 2, 3))])
def test_chapters_that_nobody_can_read_back_are_as_they_were(
    every: dict[str, Booklet], language: str, chapters: tuple[int, ...]
) -> None:
    booklet = every[f"kettering-csp-2008-{language}"]
    only = replace(booklet, chapters=tuple(booklet.chapters[number] for number in chapters))
    lines = [f"{''.join(run.text for run in line.printed)}\n  {line.cells}\n" for line in preview(only, SETTINGS)]
    path = HERE / "braille" / f"{language}.txt"
    text = f"liblouis {liblouis.version()}\n\n" + "".join(lines)
    if WRITE:
        path.write_text(text, "utf-8")
    assert path.read_text("utf-8") == text, (
        "liblouis or the text has changed: if the new cells are right, run GOLDEN=write pytest tests/formats"
    )


# --------------------------------------------------------------------------------------------------------- bad input


def _booklet(*blocks: object, language: str = "en") -> Booklet:
    title = (Run("A plan", "en"),)
    chapter = Chapter("", title, (Heading(1, title), *blocks))  # type: ignore[arg-type]
    words = {each: Run(each, "en") for each in WORDS}
    return Booklet("p", "2026", known_language(language), title, title, title, "", "", "", (chapter,), words)


def test_a_sign_that_no_table_knows_is_named_with_the_words_around_it() -> None:
    with pytest.raises(PlanError) as caught:
        preview(_booklet(Paragraph((Run("Winters are cold here \u2603 and snowy", "en"),))), SETTINGS)
    (problem,) = caught.value.problems
    assert problem.check == "formats"
    assert problem.message == (
        'p-2026-en: Braille has no cells for the sign "\u2603" (U+2603) in "nters are cold here \u2603 and snowy", '
        'chapter "A plan"'
    )
    assert problem.hint.startswith("Write it in other words or signs")


def test_a_language_without_a_table_is_named() -> None:
    with pytest.raises(PlanError) as caught:
        preview(_booklet(language="fi"), SETTINGS)
    (problem,) = caught.value.problems
    assert problem.message == "p-2026-fi: Braille is not made in Suomi (fi): no table is known for it"


def test_words_in_a_language_without_a_table_are_written_as_the_text_around_them() -> None:
    assert _words("Hyvää huomenta", "fi", "en").startswith("⠠⠓⠽⠧⠘⠒⠁")


def test_a_word_longer_than_a_line_is_cut_at_its_end() -> None:
    lines = _lines(Paragraph((Run("ab" + "x" * 400, "en"),)))
    assert [len(line) for line in lines] == [40] * 10 + [4]
    assert lines[0].startswith(BLANK * 2)


def test_a_long_table_is_set_row_by_row() -> None:
    header = (Run("Year", "en"),), (Run("Count", "en"),)
    rows = tuple(Row((Run(f"{year}", "en"),), (Cell((Run("7", "en"),), header[1]),)) for year in range(1000, 1200))
    lines = _lines(Table((Run("Numbers", "en"),), header, rows))
    assert len([line for line in lines if line]) == 2 + 2 * 200
    assert lines[2:4] == ["⠼⠁⠚⠚⠚", f"{BLANK * 2}⠠⠉⠨⠞⠒{BLANK}⠼⠛"]


def test_no_semicolon_follows_a_sentence_in_a_table() -> None:
    header = (Run("Year", "en"),), (Run("Note", "en"),), (Run("By", "en"),)
    cells = Cell((Run("So.", "en"),), header[1]), Cell((Run("May", "en"),), header[2])
    lines = _lines(Table((), header, (Row((Run("1", "en"),), cells),)))
    assert liblouis.back("en-ueb-g2.ctb", lines[-1].strip(BLANK)) == "Note: So. By: May"


def test_an_entry_does_not_stand_at_the_foot_without_what_is_said_of_it() -> None:
    said = Definitions((Definition((Run("Ends", "en"),), ((Run("May", "en"),),)),))
    entry = Entry((Paragraph((Run("Gates", "en"),)), said))
    for before in range(12, 24):
        filled = tuple(Paragraph((Run(f"{number}", "en"),)) for number in range(before))
        pages = volume.transcribed(_booklet(*filled, List(ordered=True, entries=(entry,))), SETTINGS).pages
        assert not any(
            [line for line in page[:-1] if line][-1].endswith("\u281b\u2801\u281e\u2811\u280e") for page in pages[1:]
        )


def test_an_empty_chapter_and_a_figure_without_words_take_no_room() -> None:
    heading = Heading(2, (Run("Empty", "en"),))
    booklet = replace(_booklet(Figure((), "<svg/>")), language=known_language("en"))
    booklet = replace(booklet, chapters=(*booklet.chapters, Chapter("e", heading.runs, (heading,)), *booklet.chapters))
    pages = volume.transcribed(booklet, SETTINGS)
    assert pages.chapters == (3, 3, 3)
    assert len(pages.pages) == 3


def test_a_table_without_rows_and_a_list_without_entries_do_no_harm() -> None:
    assert _lines(Table((), (), ()), List(ordered=False, entries=())) == []


def _lines(*blocks: object, language: str = "en") -> list[str]:
    """The lines of a text, without its heading and the lines at the foot."""
    pages = volume.transcribed(_booklet(*blocks, language=language), SETTINGS).pages[2:]
    return [line for page in pages for line in page[:-1] if line][1:]


def test_a_library_that_is_not_there_is_named_with_its_cure() -> None:
    told = _told({"PLANPRESS_LIBLOUIS": "/nowhere/liblouis.so"})
    assert "Braille needs liblouis, but /nowhere/liblouis.so cannot be opened" in told
    assert "--without braille" in told


def test_tables_that_are_not_there_are_named_with_their_cure(tmp_path: Path) -> None:
    told = _told({"LOUIS_TABLEPATH": str(tmp_path)})
    assert "has no table bn.tbl" in told
    assert "liblouis-data" in told


def _told(environment: dict[str, str]) -> str:
    return _run("from generator.formats.braille import volume; print(volume.missing())", environment)


def _run(code: str, environment: dict[str, str]) -> str:
    """What another process says."""
    command, around = [sys.executable, "-c", code], os.environ | environment
    return subprocess.run(command, cwd=ROOT, env=around, capture_output=True, check=True, text=True).stdout

"""What a listener hears: Orca reads pages of the built site, in English and in Urdu.

Run it with `pytest -m audit -s tests/listen` to see what was said. Each check is shown a page that breaks its rule, in
`defects/`.
"""

import functools
import http.server
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.listen.orca import Cell, Listener, Phrase, listening

pytestmark = [pytest.mark.audit, pytest.mark.xdist_group("listen")]

HERE = Path(__file__).parent
KETTERING = "plans/kettering-csp/2008"
PAGES = (
    "en: index.html",
    f"en: {KETTERING}/items/environment.html",
    f"en: {KETTERING}/targets.html",
    f"en: {KETTERING}/targets/vehicle-crime.html",
    f"en: {KETTERING}/formats.html",
    "ur: index.html",
    f"ur: {KETTERING}/items/environment.html",
    f"ur: {KETTERING}/targets.html",
    f"ur: {KETTERING}/targets/vehicle-crime.html",
)
CONTROLS = {"link", "visited link", "push button", "entry", "check box", "radio button", "combo box"}
LETTERS = {"ur": set("ابپتٹجچدڈرڑزسشعغفقکگلمنںوہھیے"), "pl": set("ąćęłńśźż")}  # of these languages alone, here


class Reading(NamedTuple):
    """A page, and what Orca read from it."""

    address: str
    said: list[Phrase]


def before_heading(said: list[Phrase]) -> list[str]:
    """What is said before the page's main heading: its words come just before its role."""
    texts = [phrase.text for phrase in said]
    return texts[: texts.index("heading level 1") - 1]


def unnamed(said: list[Phrase]) -> list[str]:
    """The controls for which Orca finds no words in the page. It says the address of such a link, or nothing."""
    return [phrase.text for phrase in said if phrase.text in CONTROLS and phrase.language == "und"]


def marks(said: list[Phrase]) -> list[str]:
    """The phrases that say the mark of a paragraph, as links on headings do."""
    return [phrase.text for phrase in said if "¶" in phrase.text or "paragraph marker" in phrase.text]


def mistaken(said: list[Phrase]) -> list[Phrase]:
    """The phrases with letters of one language that are given to the voice of another. Orca's labels have none."""
    return [
        phrase
        for phrase in said
        for language, own in LETTERS.items()
        if own & set(phrase.text.lower()) and phrase.language not in (language, "")
    ]


def letters(text: str) -> str:
    """The letters and digits of a text: Orca adds pauses."""
    return "".join(filter(str.isalnum, text))


def headless(cells: list[Cell]) -> list[Cell]:
    """The figures that are said without the header of their row, or of their column."""
    return [
        cell
        for cell in cells
        for header, said in ((cell.row, cell.along_column), (cell.column, cell.along_row))
        if letters(header) not in letters(said) or letters(cell.text) not in letters(said)
    ]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a folder, on this machine only."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    with listening() as listener:
        yield listener


@pytest.fixture(scope="module")
def defects() -> Iterator[str]:
    with serving(HERE / "defects") as address:
        yield address


@pytest.fixture(scope="module")
def sites(built: Path) -> Iterator[dict[str, str]]:
    with serving(built) as address:
        yield {"en": address, "ur": f"{address}ur/"}


@pytest.fixture(scope="module", params=PAGES)
def reading(listener: Listener, sites: dict[str, str], request: pytest.FixtureRequest) -> Reading:
    language, path = request.param.split(": ")
    address = sites[language] + path
    said = listener.read(address)
    ((title,),) = listener.ask("[[document.title]]")
    lines = [
        f"\n\n{title}",
        f"{request.param}: {len(said)} phrases, {len(before_heading(said))} of them before its heading\n",
        *(f"  {text}{f'  [{spoken}]' * (spoken not in ('', language))}" for text, spoken, _ in said),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return Reading(address, said)


def test_at_most_fifteen_phrases_come_before_the_main_heading(reading: Reading) -> None:
    assert len(before_heading(reading.said)) <= 15, before_heading(reading.said)


def test_no_control_is_said_without_a_name(reading: Reading) -> None:
    assert any(phrase.text in CONTROLS for phrase in reading.said)
    assert not unnamed(reading.said)


def test_no_paragraph_mark_is_said(reading: Reading) -> None:
    assert not marks(reading.said)


def test_each_phrase_is_given_to_the_voice_of_its_language(reading: Reading) -> None:
    assert not mistaken(reading.said)


def test_the_skip_link_comes_first_and_leads_to_the_text(reading: Reading, listener: Listener) -> None:
    listener.read(reading.address)
    first = "[...document.querySelectorAll('main p, main h2')].find(one => one.checkVisibility()).firstChild"
    ((skip, text),) = listener.ask(f"[[document.querySelector('.skip').innerText, {first}.textContent.trim()]]")
    assert listener.press("ctrl+Home", skip).startswith(skip)
    assert text in listener.press("Return", text)


def test_parts_in_other_languages_are_read_in_them(listener: Listener, sites: dict[str, str]) -> None:
    said = listener.read(f"{sites['en']}{KETTERING}/formats.html")
    heard = {phrase.language for phrase in said}
    assert heard - {""} == {"en", "es", "it", "pt", "bn", "zh-Hans", "ur", "pl"}
    parts = "[...document.querySelectorAll('main [lang]')].map(one => [one.lang, one.innerText])"
    for language, text in listener.ask(parts):
        assert text.strip() in " ".join(phrase.text for phrase in said if phrase.language == language)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", [f"en: {KETTERING}/targets.html", f"ur: {KETTERING}/targets.html"])
def test_each_figure_is_said_with_its_row_and_its_column(
    listener: Listener, sites: dict[str, str], path: str, width: int
) -> None:
    language, page = path.split(": ")
    listener.read(sites[language] + page, width)
    cells = listener.table()
    assert cells
    assert not headless(cells)


def test_unnamed_controls_are_found(listener: Listener, defects: str) -> None:
    assert unnamed(listener.read(f"{defects}unnamed-button.html")) == ["push button", "link"]


def test_figures_without_a_row_header_are_found(listener: Listener, defects: str) -> None:
    listener.read(f"{defects}table-without-row-headers.html")
    cells = listener.table()
    assert headless(cells) == cells
    assert all(cell.column in cell.along_row for cell in cells)


def test_a_part_in_another_language_that_is_not_marked_is_found(listener: Listener, defects: str) -> None:
    (phrase,) = mistaken(listener.read(f"{defects}urdu-without-language.html"))
    assert phrase.language == "en"


def test_phrases_before_the_main_heading_are_counted(listener: Listener, defects: str) -> None:
    assert len(before_heading(listener.read(f"{defects}twenty-phrases-first.html"))) >= 20


def test_paragraph_marks_are_found(listener: Listener, defects: str) -> None:
    assert marks(listener.read(f"{defects}paragraph-mark.html"))

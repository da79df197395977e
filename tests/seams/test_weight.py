"""Pages stay small: they are read on old phones and dear connections."""

import json
import re
from pathlib import Path

import brotli
import pytest

from generator import build

FIRST_VISIT = 14_000
"""Bytes: what a server can send in the first round trip (ten TCP segments, RFC 6928)."""

SECOND_PAGE = 5_000
LONG = {"whole-plan", "repairs", "achievements"}
"""Pages that are long by their nature."""


def _sent(path: Path) -> int:
    """The size of a file as a server sends it: compressed (Brotli, RFC 7932)."""
    return len(brotli.compress(path.read_bytes()))


def _asked(path: Path) -> list[Path]:
    """The files that a page asks for, but for pictures and the fonts of a script."""
    links = set(re.findall(r'<link rel="(?:icon|stylesheet)" href="([^"]+)"', path.read_text("utf-8")))
    return [(path.parent / link).resolve() for link in links if not link.startswith("/")]


def test_a_first_visit_fits_one_round_trip_and_asks_for_few_files(website: build.Website, built: Path) -> None:
    for page in website.pages:
        if page.page.template not in LONG:
            path = built / page.address
            assert len(_asked(path)) <= 3
            assert _sent(path) + sum(map(_sent, _asked(path))) <= FIRST_VISIT, page.address


def test_large_print_brings_two_fonts_more_and_nothing_else(built: Path) -> None:
    fonts = sorted((built / "assets" / "fonts").glob("hyperlegible*.woff2"))
    assert len(fonts) == 2
    assert sum(path.stat().st_size for path in fonts) <= 30_000


def test_a_second_page_is_small(website: build.Website, built: Path) -> None:
    heavy = {page.page.template for page in website.pages if _sent(built / page.address) > SECOND_PAGE}
    assert heavy == LONG


@pytest.mark.parametrize(("name", "most"), [("whole-plan", 25_000), ("repairs", 20_000), ("achievements", 6_000)])
def test_a_long_page_is_still_a_fraction_of_a_picture_in_every_language(built: Path, name: str, most: int) -> None:
    sizes = {path: _sent(path) for path in built.rglob(f"kettering-csp/2008/{name}.html")}
    assert len(sizes) == 16
    assert {path: size for path, size in sizes.items() if size > most} == {}


def test_nothing_but_the_page_its_style_and_its_icon_is_asked_for(built: Path) -> None:
    for path in built.rglob("*.html"):
        text = path.read_text("utf-8")
        more = re.findall(
            r"<(?:script(?! type=\"application/ld)|img|iframe|video|audio|object|embed)\b|@import|url\(", text
        )
        assert more == (["<script"] if path.name == "search.html" else []), path


def test_a_first_search_asks_for_less_than_a_photograph(built: Path) -> None:
    """The script of the page, Pagefind and its index of one language; pages on which nobody searches ask for none."""
    entry = json.loads((built / "pagefind/pagefind-entry.json").read_text("utf-8"))
    assert len(entry["languages"]) == 8
    for code, index in entry["languages"].items():
        wasm = built / f"pagefind/wasm.{index['wasm'] or 'unknown'}.pagefind"
        asked = [wasm, built / f"pagefind/pagefind.{index['hash']}.pf_meta", built / "assets/search.js"]
        words = sum(path.stat().st_size for path in (built / "pagefind/index").glob(f"{code}_*"))
        assert sum(map(_sent, asked)) + _sent(built / "pagefind/pagefind.js") + words <= 150_000, code

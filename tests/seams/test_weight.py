"""Pages stay small: they are read on old phones and dear connections."""

import re
import zlib
from pathlib import Path

from generator import build

FIRST_VISIT = 14_000
"""Bytes: what a server can send in the first round trip (ten TCP segments, RFC 6928)."""


def _sent(path: Path) -> int:
    """The size of a file as a server sends it: compressed."""
    return len(zlib.compress(path.read_bytes(), 9))


def test_a_first_visit_fits_one_round_trip_and_asks_for_few_files(website: build.Website, built: Path) -> None:
    for page in website.pages:
        path = built / page.address
        text = path.read_text("utf-8")
        asked = set(re.findall(r'<link rel="(?:icon|stylesheet)" href="([^"]+)"', text))
        files = [path, *((path.parent / name).resolve() for name in asked if not name.startswith("/"))]
        assert len(asked) == 2
        assert sum(map(_sent, files)) <= FIRST_VISIT, page.address


def test_a_second_page_is_at_most_five_kilobytes_but_for_the_list_of_repairs(
    website: build.Website, built: Path
) -> None:
    heavy = [page.address for page in website.pages if _sent(built / page.address) > 5_000]
    assert heavy == ["plans/kettering-csp/2008/repairs.html"]

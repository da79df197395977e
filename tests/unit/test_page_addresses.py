"""Which pages exist, and at which address."""

from pathlib import Path

import pytest

from generator import build, pages
from generator.pages import NOT_FOUND, Addresses

ADDRESSES = Addresses("en", frozenset({("en", "a/b.html"), ("ur", "a/b.html")}), "/plans/")


def test_the_sites_own_language_has_no_prefix() -> None:
    assert (ADDRESSES.of("en", "a/b.html"), ADDRESSES.of("ur", "a/b.html")) == ("a/b.html", "ur/a/b.html")


@pytest.mark.parametrize(
    ("start", "end", "link"),
    [
        (("en", "a/b.html"), ("en", "a/c.html"), "c.html"),
        (("en", "a/b.html"), ("ur", "a/b.html"), "../ur/a/b.html"),
        (("ur", "a/b.html"), ("en", "index.html"), "../../index.html"),
        (("en", "index.html"), ("en", "a/b.html"), "a/b.html"),
    ],
)
def test_links_are_relative_so_that_a_site_opens_from_a_folder(
    start: tuple[str, str], end: tuple[str, str], link: str
) -> None:
    assert ADDRESSES.link(*start, *end) == link


def test_a_page_that_is_shown_anywhere_links_from_the_root() -> None:
    assert ADDRESSES.link("en", NOT_FOUND, "ur", "a/b.html") == "/plans/ur/a/b.html"


def test_the_current_edition_is_also_at_the_root_and_cites_its_own_address(website: build.Website) -> None:
    home = "plans/kettering-csp/2008/index.html"
    shown = [page for page in website.pages if page.page.citable == home and page.meta["lang"] == "en"]
    addresses = [home, "plans/kettering-csp/index.html", "index.html"]
    assert [page.address for page in shown if not page.meta["large"]] == addresses
    assert [page.address for page in shown if page.meta["large"]] == [f"large-print/{each}" for each in addresses]


def test_every_kind_of_page_has_its_address(website: build.Website) -> None:
    root = "plans/kettering-csp/2008"
    expected = {
        "index",
        "summary",
        "whole-plan",
        "targets",
        "achievements",
        "organisations",
        "formats",
        "data",
        "repairs",
    }
    addresses = {page.address for page in website.pages}
    assert {f"{root}/{name}.html" for name in expected} <= addresses
    assert {"about.html", "help.html", "accessibility.html", "404.html"} <= addresses
    assert sum(address.startswith(f"{root}/items/") for address in addresses) == 5
    assert sum(address.startswith(f"{root}/targets/") for address in addresses) == 15


def test_the_pages_of_an_edition_are_worked_out_once_not_once_a_page(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []
    work_out = pages.pages_of_edition

    def counted(*arguments: object) -> object:
        calls.append(arguments)
        return work_out(*arguments)  # type: ignore[arg-type]  # handed through

    monkeypatch.setattr(pages, "pages_of_edition", counted)
    build.website(root / "tests" / "plans" / "tiny")
    assert len(calls) == 1

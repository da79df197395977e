"""What a search engine shows for a page."""

import pytest

from generator import build
from generator.describe import LONGEST, description


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("<h1>T</h1><p>One.</p><p>Two.</p>", "One."),
        ('<h1>T</h1><section class="band"><p>Past.</p></section><p>One.</p>', "One."),
        ('<p lang="en" dir="ltr">Other.</p><section><p>One <a href="a.html">two</a>.</p></section>', "One two."),
        ("<h1>T</h1>", ""),
        (
            f"<p>First sentence of some length, that is long enough to stand alone here. {'word ' * 40}</p>",
            "First sentence of some length, that is long enough to stand alone here.",
        ),
    ],
)
def test_the_first_words_describe_a_page(fragment: str, expected: str) -> None:
    assert description(fragment) == expected


def test_a_long_text_without_sentences_is_cut_behind_a_word() -> None:
    cut = description(f"<p>{'word ' * 60}</p>")
    assert len(cut) <= LONGEST
    assert cut.endswith("word \N{HORIZONTAL ELLIPSIS}")


def test_pages_are_described_in_their_own_words(website: build.Website) -> None:
    pages = [page for page in website.pages if not page.meta["large"]]
    described = {page.address: page.meta["description"] for page in pages}
    assert max(map(len, described.values())) <= LONGEST
    assert {page.page.template for page in pages if not page.meta["description"]} == {"organisations"}  # lists alone
    assert described["pl/index.html"] != described["index.html"]

import re
from pathlib import Path

import pytest

from generator import build
from generator.blocks import read_blocks, words
from generator.explain import explained
from generator.glossary import forms_of

TERMS = {
    "cctv": ("CCTV",),
    "crime": ("crime", "crimes"),
    "hate-crime": ("hate crime",),
    "zh": ("基线",),
    "bn": ("কাজ",),
    "de": ("Straße",),
}


@pytest.mark.parametrize("word", ["x|", "|x", "x | y", " | "])
def test_forms_of_a_word_are_never_empty(word: str) -> None:
    assert all(form.strip() or word == " | " for form in forms_of(word))
    explained("<p>x</p>", {"id": forms_of(word)}, prefix="_")


def _explained(fragment: str) -> tuple[str, tuple[str, ...]]:
    return explained(fragment, TERMS, prefix="_word-")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>CCTV and CCTV</p>", '<p><a href="#_word-cctv">CCTV</a> and CCTV</p>'),
        ("<p>cctv, Crimes</p>", '<p><a href="#_word-cctv">cctv</a>, <a href="#_word-crime">Crimes</a></p>'),
        ("<p>a hate crime</p>", '<p>a <a href="#_word-hate-crime">hate crime</a></p>'),
        (
            "<p>a hate crime, a crime</p>",
            '<p>a <a href="#_word-hate-crime">hate crime</a>, a <a href="#_word-crime">crime</a></p>',
        ),
        (
            "<p>ein <strong>CCTV</strong> a crime</p>",
            '<p>ein <strong><a href="#_word-cctv">CCTV</a></strong> a <a href="#_word-crime">crime</a></p>',
        ),
        ("<p>Die Straße</p>", '<p>Die <a href="#_word-de">Straße</a></p>'),
        ("<p>a hate\n crime</p>", '<p>a <a href="#_word-hate-crime">hate\n crime</a></p>'),
        ("<p>的基线是</p>", '<p>的<a href="#_word-zh">基线</a>是</p>'),
    ],
)
def test_the_first_use_of_a_word_leads_to_its_meaning(before: str, after: str) -> None:
    assert _explained(before)[0] == after


@pytest.mark.parametrize(
    "fragment",
    [
        "<p>crimen CCTVs discrimes</p>",
        "<h2>CCTV</h2>",
        "<p>কাজের</p>",
        "<p><bdi>1 CCTV Road</bdi></p>",
        '<p><data value="2">2 CCTV</data></p>',
        '<p><span class="code">CCTV</span></p>',
        '<p class="answer">CCTV</p>',
        "<figure><svg><text>CCTV</text></svg><figcaption>Words</figcaption></figure>",
        '<p><a href="a.html">CCTV</a></p>',
        '<p lang="pl" dir="ltr">CCTV</p>',
        "<table><caption>CCTV</caption></table>",
    ],
)
def test_other_words_headings_links_and_other_languages_are_left_alone(fragment: str) -> None:
    assert _explained(fragment) == (fragment, ())


def test_on_a_translated_page_only_the_translated_word_is_looked_for(root: Path) -> None:
    pages = build.website(root / "tests" / "plans" / "welsh").pages
    links = {
        (page.meta["lang"], link)
        for page in pages
        for link in re.findall('"#_word-goleuadau">(.*?)</a>', page.fragment)
    }
    assert links == {("cy", "oleuadau"), ("ur", "بتیاں")}


def test_the_words_come_in_the_order_of_their_use() -> None:
    assert _explained("<p>crime</p><p>CCTV</p>")[1] == ("crime", "cctv")


def test_no_page_says_anything_else_for_its_links(website: build.Website) -> None:
    pages = [page for page in website.pages if "_word-" in page.fragment]
    assert len(pages) > 20
    for page in pages:
        text, _, meanings = page.fragment.partition('<section id="_words">')
        linked = re.findall(r'<a href="#_word-([a-z-]+)">', text)
        assert re.findall(r'<dt id="_word-([a-z-]+)">', meanings) == linked
        assert len(linked) == len(set(linked))
        plain = re.sub(r'<a href="#_word-[a-z-]+">(.*?)</a>', r"\1", text)
        assert words(read_blocks(plain, "en")) == words(read_blocks(text, "en"))

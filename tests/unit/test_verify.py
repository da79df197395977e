"""What a built site may not have: each fault is seeded once, and must be seen."""

from pathlib import Path

import pytest

from generator.verify import verify

GOOD = """<!DOCTYPE html>
<html lang="en" dir="ltr"><body id="top"><main><h1>Plan</h1><h2 id="a">Aims</h2>
<p><a href="#a">a</a> <a href="other.html">b</a> <a href="https://example.org">c</a></p></main></body></html>
"""
OTHER = GOOD.replace("other.html", "index.html#a")


def _messages(folder: Path, page: str) -> list[str]:
    (folder / "index.html").write_text(page, "utf-8")
    (folder / "other.html").write_text(OTHER, "utf-8")
    return [problem.message for problem in verify(folder, frozenset({"index.html", "other.html"}))]


def test_a_good_site_has_no_faults(tmp_path: Path) -> None:
    assert _messages(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("other.html", "lost.html", 'The link "lost.html" leads to no page'),
        ("#a", "#b", 'The link "#b" leads to no place on that page'),
        ("other.html", "other.html#nowhere", 'The link "other.html#nowhere" leads to no place on that page'),
        ('id="top"', 'id="a"', 'The id "a" is given twice'),
        ("<h1>Plan</h1>", "<p>Plan</p>", "The page has 0 main headings, not one"),
        ("<p>", "<h1>Again</h1><p>", "The page has 2 main headings, not one"),
        ('<h2 id="a">Aims</h2>', '<h3 id="a">Aims</h3>', "A heading of level 3 follows one of level 1"),
        (' lang="en" dir="ltr"', "", "The page does not say its language and direction"),
        (' dir="ltr"', "", "The page does not say its language and direction"),
        ("<p>", '<p style="color:red">', "The element <p> has an inline style or script"),
        ("<p>", "<script>x</script><p>", "The element <script> has an inline style or script"),
        ("<p>", '<script type="module">x</script><p>', "The element <script> has an inline style or script"),
        ("</p>", "", "The page is not well-formed"),
    ],
)
def test_a_fault_is_seen(tmp_path: Path, before: str, after: str, message: str) -> None:
    assert before in GOOD
    found = _messages(tmp_path, GOOD.replace(before, after, 1))
    assert any(each.startswith(message) for each in found)


def test_a_block_of_data_is_no_script(tmp_path: Path) -> None:
    block = '<script type="application/ld+json">{"name":"a"}</script>'
    assert _messages(tmp_path, GOOD.replace("<p>", f"{block}<p>", 1)) == _messages(tmp_path, GOOD)


def test_a_missing_page_is_seen(tmp_path: Path) -> None:
    (problem,) = verify(tmp_path, frozenset({"index.html"}))
    assert problem.message == "The page or file was not made"


def test_a_page_that_nobody_asked_for_is_seen(tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text(GOOD, "utf-8")
    assert "This file was not asked for" in [problem.message for problem in verify(tmp_path, frozenset())]

"""Hand-written pages are found by language and name, and others are refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator import build
from generator.content import load_content
from generator.fields import Text
from generator.pages import ProsePage
from generator.problems import Place

Lay = Callable[[str, str | bytes], None]


def _messages(tiny: Path) -> list[str]:
    return [problem.message for problem in load_content(tiny)[1]]


def test_a_page_has_its_name_language_and_title(tiny: Path) -> None:
    (page,) = load_content(tiny)[0]
    assert (page.name, page.language, page.title) == ("about", "en", "About this website")


def test_a_page_begins_with_its_title(tiny: Path) -> None:
    (page,) = load_content(tiny)[0]
    assert page.fragment.startswith("<h1>About this website</h1>\n")


def test_a_page_may_stand_in_another_language(tiny: Path, lay: Lay) -> None:
    lay("content/ur/about.md", "# یہ\n")
    assert load_content(tiny)[0][1] == ProsePage(
        "about", "ur", "یہ", "<h1>یہ</h1>", parts=(Text("# یہ", "content.about", "ur", rich=True),)
    )


def test_a_site_may_have_no_hand_written_pages(tmp_path: Path) -> None:
    assert load_content(tmp_path) == ((), ())


def test_a_page_without_a_title_is_refused(tiny: Path, lay: Lay) -> None:
    lay("content/en/about.md", "Text\n")
    assert _messages(tiny) == ["A page starts with its title, and has only one"]


def test_a_page_whose_title_stands_below_text_is_refused(tiny: Path, lay: Lay) -> None:
    lay("content/en/about.md", "Text\n\n# About\n")
    assert _messages(tiny) == ["A page starts with its title, and has only one"]


def test_a_page_with_nothing_in_it_is_refused(tiny: Path, lay: Lay) -> None:
    lay("content/en/about.md", "")
    assert _messages(tiny) == ["A page starts with its title, and has only one"]


def test_a_page_that_is_not_utf_8_is_refused_at_its_line(tiny: Path, lay: Lay) -> None:
    lay("content/en/about.md", b"# About\n\n\xa35\n")
    assert [problem.place for problem in load_content(tiny)[1]] == [Place("content/en/about.md", 3)]


def test_a_page_that_is_a_link_is_not_followed(tiny: Path) -> None:
    (tiny / "content/en/more.md").symlink_to(tiny / "content/en/about.md")
    assert _messages(tiny) == ["This is a link to another file"]


def test_a_folder_of_pages_that_is_a_link_is_not_followed(tiny: Path) -> None:
    (tiny / "content/ur").symlink_to(tiny / "content/en", target_is_directory=True)
    assert _messages(tiny) == ["This file is not a page"]


def test_a_page_that_is_refused_does_not_hide_the_others(tiny: Path, lay: Lay) -> None:
    lay("content/en/more.md", "Text\n")
    assert [page.name for page in load_content(tiny)[0]] == ["about"]


def test_all_faults_of_all_pages_are_told(tiny: Path, lay: Lay) -> None:
    lay("content/en/about.md", "# A\n\n<b>\n\n`c`\n")
    lay("content/en/more.md", "Text\n")
    assert [problem.place for problem in load_content(tiny)[1]] == [
        Place("content/en/about.md", 3),
        Place("content/en/about.md", 5),
        Place("content/en/more.md"),
    ]


@pytest.mark.parametrize("name", ["index", "404", "accessibility", "search"])
def test_a_page_cannot_take_the_place_of_one_that_is_made(tiny: Path, lay: Lay, name: str) -> None:
    lay(f"content/en/{name}.md", "# A\n")
    assert _messages(tiny) == [f'Planpress itself makes a page named "{name}"']


@pytest.mark.parametrize("name", ["About", "about us", "about_us", "-about", "über", "a" * 61])
def test_the_name_of_a_page_is_part_of_its_address(tiny: Path, lay: Lay, name: str) -> None:
    lay(f"content/en/{name}.md", "# A\n")
    assert _messages(tiny) == [f'A page cannot be named "{name}"']


def test_a_hand_written_page_cannot_take_the_name_of_a_made_one(website: build.Website, tmp_path: Path) -> None:
    made = {page.page.path for page in website.pages if page.page.plan is None and page.page.template != "prose"}
    assert {"help.html", "accessibility.html", "404.html"} <= made
    for path in made:
        page = tmp_path / "content" / "en" / path.replace(".html", ".md")
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("# Mine\n", encoding="utf-8")
    assert load_content(tmp_path)[0] == ()

from generator.blocks import Heading, lines, words
from generator.booklet import Booklet, chapters


def _said(booklet: Booklet) -> str:
    return " ".join(words(chapter.blocks) for chapter in booklet.chapters)


def test_each_chapter_begins_with_its_heading_and_only_the_first_has_the_title() -> None:
    found = chapters(
        "<h1>Plan</h1><p>a</p><section id='x'><h2>X</h2><h3>Y</h3></section><h2 id='z'>Z</h2>", "en", "a", ""
    )
    assert [[each.level for each in chapter.blocks if isinstance(each, Heading)] for chapter in found] == [
        [1],
        [2, 3],
        [2],
    ]
    assert [chapter.id for chapter in found] == ["", "x", "z"]


def test_a_link_leads_to_its_place_in_the_booklet_to_the_site_or_nowhere() -> None:
    linked = "<a href='#x'>a</a> <a href='../b.html'>b</a> <a href='tel:1'>c</a> <a href='#no'>d</a>"
    page = f"<h1>P</h1><p>{linked}</p><p>x</p><h2 id='x'>X</h2>"
    for site, other in (("", ""), ("https://plan.example/site", "https://plan.example/site/plans/b.html")):
        (first, _) = chapters(page, "en", "plans/p/a.html", site)
        links = [run.link for line in lines(first.blocks) for run in line if run.text.strip()]
        assert links == ["", "#x", other, "tel:1", "", ""]


def test_a_paragraph_that_only_leads_elsewhere_is_left_out_where_nobody_can_follow() -> None:
    page = "<h1>P</h1><p><a href='../b.html'>How it is done</a></p><p>Read <a href='../b.html'>more</a></p>"
    for site, said in (("", "P Read more"), ("https://plan.example", "P How it is done Read more")):
        (chapter,) = chapters(page, "en", "plans/p/a.html", site)
        assert words(chapter.blocks) == said


def test_a_booklet_has_the_hand_written_pages_after_the_plan_and_the_words_explained_last(
    booklets: dict[str, Booklet],
) -> None:
    for booklet in booklets.values():
        assert [chapter.id for chapter in booklet.chapters][-3:] == ["_statements", "_about", "_words"]


def test_every_language_has_a_booklet_with_the_same_chapters(booklets: dict[str, Booklet]) -> None:
    assert set(booklets) == {"en", "es", "it", "pt", "bn", "zh-Hans", "ur", "pl"}
    (ids,) = {tuple(chapter.id for chapter in booklet.chapters) for booklet in booklets.values()}
    assert ids.count("_targets") == 1
    assert "913" in _said(booklets["en"])

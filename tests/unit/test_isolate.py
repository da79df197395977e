import pytest

from generator.isolate import isolated


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>فون 01632 960001 پر</p>", '<p>فون <bdi class="tel">01632 960001</bdi> پر</p>'),
        ("<p>+44 (0)1632 960001</p>", '<p><bdi class="tel">+44 (0)1632 960001</bdi></p>'),
        ("<p>فون <em>یہ</em> 01632-960001</p>", '<p>فون <em>یہ</em> <bdi class="tel">01632-960001</bdi></p>'),
        (
            "<p>01632 960001، 01632 960002</p>",
            '<p><bdi class="tel">01632 960001</bdi>، <bdi class="tel">01632 960002</bdi></p>',
        ),
    ],
)
def test_a_telephone_number_keeps_its_order_in_right_to_left_text(before: str, after: str) -> None:
    assert isolated(before, "rtl") == after
    assert isolated(after, "rtl") == after


@pytest.mark.parametrize(
    "fragment",
    [
        "<p>2008-2011</p>",
        "<p>913 جرائم، 867</p>",
        "<p>2007/2008</p>",
        '<p lang="en" dir="ltr">01632 960001</p>',
        "<p>A0123 45678</p>",
        "<p>01/04/2008</p>",
        "<p>05.5 - 07.25</p>",
        '<p><span class="code">01632 960001</span></p>',
    ],
)
def test_other_numbers_and_other_parts_are_left_alone(fragment: str) -> None:
    assert isolated(fragment, "rtl") == fragment


def test_a_part_in_urdu_on_an_english_page_is_looked_at_too() -> None:
    part = '<p>01632 960001</p><p lang="ur" dir="rtl">{}</p>'
    assert isolated(part.format("01632 960001"), "ltr") == part.format('<bdi class="tel">01632 960001</bdi>')

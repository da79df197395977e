"""Colons and spaces as a script has them."""

import pytest

from generator.typeset import typeset, typeset_fragment


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>地址: 凯特林</p>", "<p>地址\N{FULLWIDTH COLON}凯特林</p>"),
        ("<p>一。 二。 <a>三</a></p>", "<p>一。二。<a>三</a></p>"),
        ("<p><strong>一。</strong> 二</p>", "<p><strong>一。</strong>二</p>"),
        (
            "<dt>基准值\N{FULLWIDTH COMMA}2007/2008: 说明</dt>",
            "<dt>基准值\N{FULLWIDTH COMMA}2007/2008\N{FULLWIDTH COLON}说明</dt>",
        ),
        ("<p>15 项指标</p>", "<p>15 项指标</p>"),
        (
            '<p><span lang="en" dir="ltr">Note: one. two</span> 三</p>',
            '<p><span lang="en" dir="ltr">Note: one. two</span> 三</p>',
        ),
    ],
)
def test_chinese_has_full_width_colons_and_no_space_after_a_full_width_sign(before: str, after: str) -> None:
    assert typeset_fragment(before, "zh-Hans") == after


def test_a_bengali_classifier_joins_its_number() -> None:
    assert typeset_fragment('<p><data value="913">৯১৩ টি অপরাধ</data></p>', "bn") == (
        '<p><data value="913">৯১৩টি অপরাধ</data></p>'
    )
    assert typeset("৯১৩ টিকিট", "bn") == "৯১৩ টিকিট"


def test_other_languages_are_left_alone() -> None:
    assert typeset_fragment("<p>a: b</p>", "pl") == "<p>a: b</p>"

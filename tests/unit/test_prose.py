"""Short Markdown is written as its reader expects, or refused at its line."""

import pytest

from generator import prose


@pytest.mark.parametrize(
    ("markdown", "fragment"),
    [
        ("Fit gates.", "<p>Fit gates.</p>"),
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("*Fit* **gates**", "<p><em>Fit</em> <strong>gates</strong></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("[us](https://example.org)", '<p><a href="https://example.org">us</a></p>'),
        ("Boots & Sons", "<p>Boots &amp; Sons</p>"),
        ("fewer than < 5", "<p>fewer than &lt; 5</p>"),
        ("\\<b>", "<p>&lt;b&gt;</p>"),
        ("snake_case_words", "<p>snake_case_words</p>"),
        ("“quoted” -- 5%", "<p>“quoted” -- 5%</p>"),
    ],
)
def test_a_text_reads_as_it_was_meant(markdown: str, fragment: str) -> None:
    assert prose.faults(markdown) == []
    assert prose.blocks(markdown) == fragment


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=c&d#e",
        "http://example.org",
        "mailto:plan@example.org",
        "tel:+441632960001",
        "HTTPS://EXAMPLE.ORG",
    ],
)
def test_a_link_may_lead_there(address: str) -> None:
    assert prose.faults(f"[more]({address})") == []


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "&#106;avascript:alert(1)",
        "java&Tab;script:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.org",
        "//example.org",
        "/\\example.org",
        "\\\\example.org",
        "",
    ],
)
def test_a_link_may_not_lead_there(address: str) -> None:
    assert [message[:18] for _, message, _ in prose.faults(f"[more](<{address}>)")] == ["This link goes to "]


def test_an_address_in_angle_brackets_is_a_link() -> None:
    assert prose.blocks("<https://example.org>") == '<p><a href="https://example.org">https://example.org</a></p>'


def test_a_bad_address_in_angle_brackets_is_refused() -> None:
    assert len(prose.faults("<javascript:alert(1)>")) == 1


def test_a_line_that_looks_like_a_reference_stays_in_the_text() -> None:
    assert prose.faults("[Note]: this") == []
    assert prose.blocks("[Note]: this") == "<p>[Note]: this</p>"


@pytest.mark.parametrize(
    ("markdown", "name"),
    [
        ("<script>x</script>", "HTML"),
        ("a <b>c", "HTML"),
        ("<!-- c -->", "HTML"),
        ("![a](b.png)", "A picture"),
        ("`rm`", "Code"),
        ("```\nrm\n```", "Code"),
        ("    rm", "Code"),
        ("# Why", "A heading"),
        ("Why\n===", "A heading"),
        ("***", "A line"),
        ("> said", "A quotation"),
        ("|a|\n|-|", "A table"),
    ],
)
def test_a_short_text_cannot_hold_that(markdown: str, name: str) -> None:
    assert f"{name} cannot be used in this text" in [message for _, message, _ in prose.faults(markdown)]


def test_a_table_in_a_short_text_is_one_fault() -> None:
    assert len({message for _, message, _ in prose.faults("|a|\n|-|\n|b|")}) == 1


def test_a_fault_stands_on_its_line() -> None:
    assert {line for line, _, _ in prose.faults("One.\n\nTwo.\n\n# Three")} == {4}


def test_a_fault_within_a_paragraph_stands_on_its_line() -> None:
    assert [line for line, _, _ in prose.faults("One\ntwo\n`three`")] == [2]


def test_a_forced_line_break_stands_on_the_line_that_it_ends() -> None:
    found = [(line, message) for line, message, _ in prose.faults("One\\\ntwo")]
    assert found == [(0, "The end of this line forces a break")]


def test_all_faults_of_a_text_are_found() -> None:
    assert {line for line, _, _ in prose.faults("# One\n\n`two`\n\n![three](3.png)")} == {0, 2, 4}


@pytest.mark.parametrize(
    "markdown", ["# A\n\n## Part", "> said", "[a](accessibility.html)", "[a](../x.html#part)", "[a](#part)"]
)
def test_a_page_may_hold_that(markdown: str) -> None:
    assert prose.faults(markdown, page=True) == []


@pytest.mark.parametrize("markdown", ["<b>", "![a](b.png)", "`rm`", "***"])
def test_a_page_may_not_hold_that(markdown: str) -> None:
    assert len(prose.faults(markdown, page=True)) == 1


def test_the_title_of_a_page_is_its_first_heading() -> None:
    assert prose.page("# About *us*\n\nText")[0] == "About us"


def test_the_headings_of_a_page_can_be_linked_to() -> None:
    assert '<h2 id="who-made-it">Who made it?</h2>' in prose.page("# A\n\n## Who made it?")[1]


def test_two_equal_headings_get_two_ids() -> None:
    fragment = prose.page("# A\n\n## Part\n\n## Part")[1]
    assert ['id="part"' in fragment, 'id="part-2"' in fragment] == [True, True]


def test_a_heading_without_latin_letters_gets_an_id() -> None:
    assert '<h2 id="part">یہ</h2>' in prose.page("# A\n\n## یہ")[1]


def test_a_table_is_told_of_once() -> None:
    assert [message for _, message, _ in prose.faults("|a|b|\n|-|-|\n|c|d|", page=True)] == [
        "A table cannot be used here"
    ]


@pytest.mark.parametrize("markdown", ["2. Two", "##### Deep", "[a](about)", "[a](//example.org)", "[a](/about.html)"])
def test_a_page_cannot_hold_what_the_vocabulary_does_not_have(markdown: str) -> None:
    assert prose.faults(markdown, page=True)


def test_an_empty_page_has_no_title() -> None:
    assert prose.page("") == ("", "")

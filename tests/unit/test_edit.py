"""Edits to the text of a YAML file: what they write, and that they leave the rest alone."""

import pytest

from generator.edit import FIRST, Edit, edited
from generator.problems import PlanError

FILE = """\
# The targets of the plan.

published: 2026   # as printed
themes: # in their order
  - burglary
  - 'streets'

languages: [en, "ur"]  # all of them
text: | # from the cover
  One
  two

# What is promised:
targets:
  - id: burglaries   # never changes
    # counted by the police
    value: 480
    note: on two
      lines

  - id: bins
    value: 60
# The end.
"""


def _changed(*edits: Edit) -> str:
    """The lines that went (-) and came (+)."""
    old, new = FILE.split("\n"), edited(FILE, edits).split("\n")
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return "".join([f"-{line}\n" for line in old] + [f"+{line}\n" for line in new])


def test_no_edit_changes_nothing() -> None:
    assert edited(FILE, ()) == FILE


def test_a_value_is_replaced_and_its_comment_stays() -> None:
    assert _changed(Edit(("published",), "2027")) == (
        "-published: 2026   # as printed\n+published: 2027   # as printed\n"
    )


def test_an_edit_that_says_what_is_there_leaves_even_the_quotes() -> None:
    assert edited(FILE, [Edit(("themes", 1), "streets"), Edit(("languages",), ["en", "ur"])]) == FILE


def test_a_value_on_two_lines_is_replaced_whole() -> None:
    assert _changed(Edit(("targets", 0, "note"), "on one")) == "-    note: on two\n-      lines\n+    note: on one\n"


def test_a_block_becomes_a_line_and_keeps_its_comment() -> None:
    assert _changed(Edit(("text",), "One: two")) == (
        '-text: | # from the cover\n-  One\n-  two\n+text: "One: two" # from the cover\n'
    )


def test_several_lines_become_a_block_and_the_comment_goes_to_its_head() -> None:
    assert _changed(Edit(("published",), "One\n\ntwo")) == (
        "-published: 2026   # as printed\n+published: |-   # as printed\n+  One\n+\n+  two\n"
    )


def test_a_long_text_is_folded_at_spaces() -> None:
    text = " ".join(["word"] * 40)
    changed = _changed(Edit(("targets", 1, "note"), text))
    assert changed.startswith("+    note: >-\n+      word word")
    assert max(len(line) for line in changed.splitlines()) <= 121


def test_a_new_field_stands_at_the_end_of_its_mapping() -> None:
    assert _changed(Edit(("targets", 0, "margin"), "5")) == "+    margin: 5\n"
    assert edited(FILE, [Edit(("targets", 0, "margin"), "5")]).index("margin: 5\n\n  - id: bins") > 0


def test_a_new_field_may_stand_behind_a_neighbour() -> None:
    assert "    value: 480\n    margin: 5\n    note:" in edited(FILE, [Edit(("targets", 0, "margin"), "5", "value")])


def test_a_new_field_may_stand_first_below_the_comments_at_the_top() -> None:
    assert edited(FILE, [Edit(("draft",), "yes", FIRST)]).startswith(
        "# The targets of the plan.\n\ndraft: yes\npublished: 2026"
    )
    assert "  - code: 7\n    id: burglaries   # never" in edited(FILE, [Edit(("targets", 0, "code"), "7", FIRST)])


def test_a_new_list_is_indented_under_its_field() -> None:
    values = Edit(("targets", 1, "values", 0), {"period": "2026", "notes": ["a", "b"]})
    assert _changed(values) == "+    values:\n+      - period: 2026\n+        notes:\n+          - a\n+          - b\n"


def test_entries_are_appended_one_after_the_other() -> None:
    assert _changed(Edit(("themes", 2), "drugs"), Edit(("themes", 3), "- fear")) == '+  - drugs\n+  - "- fear"\n'


def test_an_entry_is_set_apart_as_its_neighbours_are() -> None:
    assert _changed(Edit(("targets", 2), {"id": "rank"})) == "+\n+  - id: rank\n"


def test_a_list_in_one_line_stays_in_one_line() -> None:
    assert 'languages: [en, "ur", pl]  # all of them' in edited(FILE, [Edit(("languages", 2), "pl")])
    assert 'languages: ["ur"]  # all of them' in edited(FILE, [Edit(("languages", 0), None)])
    assert "languages: [en]  # all of them" in edited(FILE, [Edit(("languages", 1), None)])
    assert 'languages: ["a, b", c]  # all of them' in edited(FILE, [Edit(("languages",), ["a, b", "c"])])


def test_a_field_is_taken_out_with_its_lines() -> None:
    assert _changed(Edit(("published",), None)) == "-published: 2026   # as printed\n"
    assert _changed(Edit(("targets", 0, "note"), None)) == "-    note: on two\n-      lines\n"


def test_an_entry_is_taken_out_with_its_lines() -> None:
    assert _changed(Edit(("targets", 1), None)) == "-  - id: bins\n-    value: 60\n"


def test_the_first_field_of_an_entry_leaves_its_dash_and_the_comments_below_it() -> None:
    assert "\n  - value: 60\n" in edited(FILE, [Edit(("targets", 1, "id"), None)])
    assert "# counted by the police\n    value: 480" in edited(FILE, [Edit(("targets", 0, "id"), None)])


def test_a_list_that_lost_its_last_entry_is_empty() -> None:
    edits = [Edit(("themes", 0), None), Edit(("themes", 0), None)]
    assert "themes: # in their order\n  []\n" in edited(FILE, edits)
    assert "themes: # in their order\n  - new\n" in edited(FILE, [*edits, Edit(("themes", 0), "new")])


def test_an_empty_field_is_filled() -> None:
    assert edited("note:\nid: a\n", [Edit(("note",), "b")]) == "note: b\nid: a\n"


def test_line_ends_of_windows_and_the_byte_order_mark_stay() -> None:
    windows = "\ufeff" + FILE.replace("\n", "\r\n")
    edits = [Edit(("draft",), "yes", FIRST), Edit(("text",), "a\nb"), Edit(("targets", 2), {"id": "rank"})]
    assert edited(windows, edits) == "\ufeff" + edited(FILE, edits).replace("\n", "\r\n")


def test_a_file_without_a_last_line_end_can_be_added_to() -> None:
    assert edited("a: 1\nb: 2", [Edit(("c",), "3")]) == "a: 1\nb: 2\nc: 3"
    assert edited("a: 1\r\nb: 2", [Edit(("b",), None)]) == "a: 1"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Locks", "Locks"),
        ("no", "no"),
        ("01604", "01604"),
        ("-5", "-5"),
        ("Fear, and drugs", "Fear, and drugs"),
        ("یہ منصوبہ", "یہ منصوبہ"),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("# a", '"# a"'),
        ("@home", '"@home"'),
        ("- a", '"- a"'),
        ('"Trickster" shows', "'\"Trickster\" shows'"),
        ("'tis", '"\'tis"'),
        ("C:\\", "C:\\"),
        ("", '""'),
        (" a ", '" a "'),
        ("a\tb", "a\tb"),
        ("a\n\tb", '"a\\n\\tb"'),
        ("a\r\nb", '"a\\r\\nb"'),
    ],
)  # fmt: skip
def test_a_text_is_written_as_people_write_it(text: str, written: str) -> None:
    assert edited("a: 1\n", [Edit(("a",), text)]) == f"a: {written}\n"


@pytest.mark.parametrize("text", ["\u202e", "a\x00b", "\ufeff"])
def test_a_text_that_hides_something_is_refused(text: str) -> None:
    with pytest.raises(PlanError, match="cannot be written"):
        edited(FILE, [Edit(("text",), text)])


def test_a_file_that_cannot_be_read_is_not_changed() -> None:
    with pytest.raises(PlanError, match=r"plan\.yaml:2:1: error: The field \"a\" is given twice"):
        edited("a: 1\na: 2\n", [Edit(("b",), "3")], "plan.yaml")


@pytest.mark.parametrize("path", [("nothing", "here"), ("themes", 5), ("themes", "a"), ("published", "a"), (0,)])
def test_a_path_that_leads_nowhere_is_a_fault_of_the_caller(path: tuple[str | int, ...]) -> None:
    with pytest.raises(LookupError):
        edited(FILE, [Edit(path, "a")])


def test_nothing_can_be_taken_out_that_is_not_there() -> None:
    with pytest.raises(LookupError):
        edited(FILE, [Edit(("draft",), None)])

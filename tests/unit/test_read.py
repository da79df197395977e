"""What is written in a YAML file is read as it was written, or refused at its line."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.problems import Place, Problem
from generator.read import MAX_BYTES, Mapping, Scalar, Sequence, read


def _read(folder: Path, content: str | bytes) -> Mapping | list[Problem]:
    path = folder / "file.yaml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    value = read(path, folder)
    assert isinstance(value, Mapping | list)
    return value


def _field(folder: Path, written: str) -> str:
    """The text of a field that is written so."""
    value = _read(folder, f"field: {written}\n")
    assert isinstance(value, Mapping)
    scalar = value.get("field")
    assert isinstance(scalar, Scalar)
    return scalar.text


def _refused(folder: Path, content: str | bytes) -> Problem:
    """The only problem of a file."""
    problems = _read(folder, content)
    assert isinstance(problems, list)
    assert len(problems) == 1
    return problems[0]


# ------------------------------------------------------------------------------------------------ what is kept


@pytest.mark.parametrize(
    "written", ["no", "yes", "null", "~", "2.10", "01604", "12:30", "2011-03-31", "0x10", "1e5", "+44 1604", "1_000"]
)
def test_a_value_stays_the_text_that_was_written(tmp_path: Path, written: str) -> None:
    assert _field(tmp_path, written) == written


def test_a_quoted_value_is_read_without_its_quotes(tmp_path: Path) -> None:
    assert _field(tmp_path, '"Burglary: homes"') == "Burglary: homes"


def test_a_long_text_may_be_folded_over_lines(tmp_path: Path) -> None:
    assert _field(tmp_path, ">-\n  Fit alley\n  gates") == "Fit alley gates"


def test_a_block_keeps_its_line_ends(tmp_path: Path) -> None:
    assert _field(tmp_path, "|-\n  Fit\n  gates") == "Fit\ngates"


def test_other_scripts_are_kept_letter_for_letter(tmp_path: Path) -> None:
    assert _field(tmp_path, "یہ منصوبہ 安全") == "یہ منصوبہ 安全"


def test_joiners_that_urdu_and_bengali_need_are_kept(tmp_path: Path) -> None:
    assert _field(tmp_path, "a\u200cb\u200dc") == "a\u200cb\u200dc"


def test_direction_marks_and_isolates_are_kept(tmp_path: Path) -> None:
    assert _field(tmp_path, "a\u200fb\u2066c\u2069d") == "a\u200fb\u2066c\u2069d"


def test_fields_keep_the_order_in_which_they_were_written(tmp_path: Path) -> None:
    value = _read(tmp_path, "b: 1\na: 2\n")
    assert isinstance(value, Mapping)
    assert [key.text for key, _ in value.entries] == ["b", "a"]


def test_a_list_keeps_its_order(tmp_path: Path) -> None:
    value = _read(tmp_path, "field:\n  - b\n  - a\n")
    assert isinstance(value, Mapping)
    entries = value.get("field")
    assert isinstance(entries, Sequence)
    assert entries.items == (Scalar("b", Place("file.yaml")), Scalar("a", Place("file.yaml")))


def test_a_value_remembers_its_file_line_and_column(tmp_path: Path) -> None:
    value = _read(tmp_path, "a: 1\nfield: text\n")
    assert isinstance(value, Mapping)
    assert value.entries[1][1].place == Place("file.yaml", 2, 8)


def test_a_field_remembers_its_file_line_and_column(tmp_path: Path) -> None:
    value = _read(tmp_path, "a: 1\nfield: text\n")
    assert isinstance(value, Mapping)
    assert value.entries[1][0].place == Place("file.yaml", 2, 1)


def test_values_are_compared_without_their_places(tmp_path: Path) -> None:
    assert _read(tmp_path, "a: 1\n") == _read(tmp_path, "# comment\na: 1\n")


def test_a_field_that_is_not_there_is_nothing(tmp_path: Path) -> None:
    value = _read(tmp_path, "a: 1\n")
    assert isinstance(value, Mapping)
    assert value.get("b") is None


def test_a_place_names_the_file_from_the_folder_of_the_site(tmp_path: Path) -> None:
    folder = tmp_path / "plan_data"
    folder.mkdir()
    (folder / "site.yaml").write_text("a: 1\n", encoding="utf-8")
    assert read(folder / "site.yaml", tmp_path).place.file == "plan_data/site.yaml"  # type: ignore[union-attr]  # it is no list, or the test fails


def test_a_byte_order_mark_at_the_start_is_left_out(tmp_path: Path) -> None:
    value = _read(tmp_path, b"\xef\xbb\xbffield: text\n")
    assert isinstance(value, Mapping)
    assert value.entries[0][0] == Scalar("field", Place("file.yaml"))


def test_windows_line_ends_are_read_like_others(tmp_path: Path) -> None:
    assert _read(tmp_path, "a: 1\r\nb: 2\r\n") == _read(tmp_path, "a: 1\nb: 2\n")


def test_a_tab_within_a_text_is_kept(tmp_path: Path) -> None:
    assert _field(tmp_path, "a\tb") == "a\tb"


def test_a_file_may_start_with_the_line_that_starts_a_document(tmp_path: Path) -> None:
    assert _read(tmp_path, "---\na: 1\n") == _read(tmp_path, "a: 1\n")


# --------------------------------------------------------------------------------------------- what is refused


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert read(tmp_path / "file.yaml", tmp_path) == [
        Problem(
            "This file is missing",
            "files",
            "Is this the right folder? If it is, create the file; docs/new-site.md shows what it holds.",
            Place("file.yaml"),
        )
    ]


def test_a_file_with_nothing_in_it_is_empty(tmp_path: Path) -> None:
    assert _refused(tmp_path, "").message == "The file is empty"


def test_a_file_that_is_not_utf_8_is_refused_at_its_line(tmp_path: Path) -> None:
    problem = _refused(tmp_path, "a: 1\nb: £5\n".encode("latin-1"))
    assert (problem.message, problem.place) == ("The file is not UTF-8 text", Place("file.yaml", 2))


def test_a_file_in_utf_16_is_not_utf_8_text(tmp_path: Path) -> None:
    assert _refused(tmp_path, "a: 1\n".encode("utf-16")).message == "The file is not UTF-8 text"


def test_a_link_to_another_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "file.yaml").symlink_to(tmp_path / "secret.yaml")
    problems = read(tmp_path / "file.yaml", tmp_path)
    assert problems == [
        Problem("This is a link to another file", "files", "Put the file itself here.", Place("file.yaml"))
    ]


def test_a_folder_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    outside, site = tmp_path / "outside", tmp_path / "site"
    outside.mkdir()
    site.mkdir()
    (outside / "file.yaml").write_text("a: 1\n", encoding="utf-8")
    (site / "folder").symlink_to(outside, target_is_directory=True)
    problems = read(site / "folder" / "file.yaml", site)
    assert isinstance(problems, list)
    assert [problem.message for problem in problems] == ["This is a link to another file"]


def test_the_folder_of_the_site_may_itself_be_a_link(tmp_path: Path) -> None:
    site, link = tmp_path / "site", tmp_path / "link"
    site.mkdir()
    (site / "file.yaml").write_text("a: 1\n", encoding="utf-8")
    link.symlink_to(site, target_is_directory=True)
    assert isinstance(read(link / "file.yaml", link), Mapping)


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    problem = _refused(tmp_path, b"#" * (MAX_BYTES + 1))
    assert (problem.message, problem.check) == ("The file is larger than 2,000,000 bytes", "files")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_entries_that_are_nested_too_deeply_are_refused(tmp_path: Path, opening: str) -> None:
    closing = {"[": "]", "{a: ": "}"}.get(opening, "")
    problems = _read(tmp_path, f"{opening * 100}x{closing * 100}\n")
    assert isinstance(problems, list)
    assert {problem.message for problem in problems} == {"Entries are nested too deeply"}


def test_no_depth_of_brackets_ends_the_program(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_text("[" * 100_000 + "]" * 100_000, encoding="utf-8")
    code = "import sys, pathlib; from generator.read import read; p = pathlib.Path(sys.argv[1]); read(p, p.parent)"
    assert subprocess.run([sys.executable, "-c", code, path], check=False, capture_output=True).returncode == 0


def test_a_bomb_of_aliases_is_refused_fast(tmp_path: Path) -> None:
    lines = ["k0: &a0 [lol]"] + [f"k{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    start = time.perf_counter()
    problems = _read(tmp_path, "\n".join(lines) + "\n")
    assert isinstance(problems, list)
    assert time.perf_counter() - start < 1


def test_an_alias_is_refused_where_it_stands(tmp_path: Path) -> None:
    assert _refused(tmp_path, "a: x\nb: *name\n").place == Place("file.yaml", 2, 4)


def test_an_anchor_is_refused_because_its_name_would_be_lost(tmp_path: Path) -> None:
    assert _refused(tmp_path, "title: &Burglary and theft\n").place == Place("file.yaml", 1, 8)


def test_an_entry_within_itself_is_refused(tmp_path: Path) -> None:
    assert isinstance(_read(tmp_path, "a: &a\n  b: *a\n"), list)


def test_a_merged_entry_is_refused(tmp_path: Path) -> None:
    assert isinstance(_read(tmp_path, "a: &a\n  x: 1\nb:\n  <<: *a\n"), list)


@pytest.mark.parametrize("tag", ["!shout", "!!int", "!!binary", "!!python/name:os.system"])
def test_a_tag_is_refused(tmp_path: Path, tag: str) -> None:
    assert _refused(tmp_path, f"a: {tag} 5\n").message.startswith('A text cannot start with "!"')


def test_two_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    problems = _read(tmp_path, "a: !x 1\nb: !y 2\n")
    assert isinstance(problems, list)
    assert [problem.place for problem in problems] == [Place("file.yaml", 1, 4), Place("file.yaml", 2, 4)]


@pytest.mark.parametrize(
    "hidden", ["\0", "\x07", "\x1b", "\x7f", "\x9f", "\u202a", "\u202e", "\ufeff", "\ufffd", "\ufffe", "\uffff"]
)
def test_a_hidden_character_is_refused_where_it_stands(tmp_path: Path, hidden: str) -> None:
    problem = _refused(tmp_path, f"a: 1\nfield: a{hidden}b\n")
    assert (problem.check, problem.place) == ("files", Place("file.yaml", 2, 9))


@pytest.mark.parametrize("escape", [r"\0", r"\a", r"\e", r"\u202e", r"\ufeff", r"\uffff"])
def test_a_hidden_character_is_refused_when_it_is_written_as_an_escape(tmp_path: Path, escape: str) -> None:
    place = _refused(tmp_path, f'a: 1\nfield: "a{escape}b"\n').place
    assert place is not None
    assert place.line == 2


def test_half_a_character_written_as_an_escape_is_refused(tmp_path: Path) -> None:
    assert _refused(tmp_path, 'field: "a\\ud800b"\n').check == "yaml"


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
def test_a_fault_below_a_rare_line_separator_is_placed_on_a_line_that_an_editor_shows(
    tmp_path: Path, separator: str
) -> None:
    place = _refused(tmp_path, f"a: b{separator} c{separator} d\n@: 1\n").place
    assert place is not None
    assert place.line <= 2


def test_a_problem_is_placed_in_a_file_below_the_folder_with_forward_slashes(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.yaml"
    problems = read(path, tmp_path)
    assert isinstance(problems, list)
    assert str(problems[0].place) == "a/b.yaml:1:1"

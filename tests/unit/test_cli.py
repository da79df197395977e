"""The command line: what a newcomer reads, exit codes, and that nothing is changed by a command that fails."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

WELSH = Path(__file__).parent.parent / "plans" / "welsh"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WELSH, tmp_path / "site"))


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_help_names_every_command_in_a_sentence() -> None:
    said = _run("--help").output
    for command in ("check", "build", "serve", "changes", "schema", "pages"):
        assert command in said
    assert "Publish a public plan as a website" in said


@pytest.mark.parametrize("command", ["check", "build", "serve", "changes", "schema", "pages"])
def test_each_command_explains_itself(command: str) -> None:
    result = _run(command, "--help")
    assert result.exit_code == 0
    assert "FOLDER" in result.output


def test_check_says_what_is_there(site: Path) -> None:
    result = _run("check", site)
    assert result.exit_code == 0
    assert "cynllun: 2 editions (current: 2026), 5 items, 1 target." in result.output


def test_build_ends_with_where_to_look(site: Path) -> None:
    result = _run("build", site)
    assert result.exit_code == 0
    assert result.output.splitlines()[-1].endswith("site/index.html in a browser.")
    assert (site / "site" / "index.html").is_file()


def test_build_is_quiet_when_piped(site: Path) -> None:
    lines = _run("build", site).output.splitlines()
    assert [line for line in lines[:-1] if "warning:" not in line and not line.startswith("  hint:")] == []


def test_a_plan_with_errors_gives_exit_code_1_and_leaves_the_site_as_it_was(site: Path) -> None:
    _run("build", site)
    before = {path: path.read_bytes() for path in (site / "site").rglob("*") if path.is_file()}
    (site / "plan_data" / "cynllun" / "plan.yaml").write_text("title:\t x\n", "utf-8")
    result = _run("build", site)
    assert result.exit_code == 1
    assert "Nothing was changed." in result.output
    assert "Traceback" not in result.output
    assert {path: path.read_bytes() for path in (site / "site").rglob("*") if path.is_file()} == before


def test_a_wrong_command_gives_exit_code_2() -> None:
    assert _run("biuld").exit_code == 2
    assert _run("build", "/no/such/folder").exit_code == 2
    assert _run("build", "--as-of", "soon", ".").exit_code == 2


def test_a_folder_without_a_plan_says_what_to_do(tmp_path: Path) -> None:
    result = _run("build", tmp_path)
    assert result.exit_code == 1
    assert "plan_data/site.yaml:1:1: error: This file is missing" in result.output


def test_the_day_can_be_given(site: Path) -> None:
    _run("build", site, "--as-of", "2029-01-01")
    page = (site / "site" / "index.html").read_text("utf-8")
    assert "Information as of 1 January 2029." in page
    assert "This is a plan from the past." in page


def test_schema_writes_a_schema_for_each_file(site: Path) -> None:
    result = _run("schema", site)
    assert result.exit_code == 0
    assert (site / "plan_data" / "cynllun" / "schema" / "item.json").is_file()


def test_pages_are_written_with_front_matter(site: Path, tmp_path: Path) -> None:
    result = _run("pages", site, "--into", tmp_path / "out")
    assert result.exit_code == 0
    page = (tmp_path / "out" / "docs" / "ur" / "plans" / "cynllun" / "2026" / "items" / "strydoedd.md").read_text(
        "utf-8"
    )
    assert page.startswith("---\ntitle: ")
    assert "lang: ur\ndir: rtl\n" in page


def test_pages_are_never_written_over_other_files(site: Path) -> None:
    result = _run("pages", site, "--into", site / "plan_data")
    assert result.exit_code == 1
    assert "holds files that Planpress did not make" in result.output


def test_changes_tells_each_change_in_a_sentence() -> None:
    said = _run("changes", WELSH.parent / "two-editions").output.splitlines()
    assert said[0].startswith("two, from 2025 to 2026: ")
    assert '- Action "Fit 200 alley gates": under way, now done.' in said


def test_changes_can_be_told_backwards() -> None:
    said = _run("changes", WELSH.parent / "two-editions", "--from", "2026", "--to", "2025").output
    assert '- Action "Fit 200 alley gates": done, now under way.' in said


def test_changes_of_a_plan_with_one_edition_are_none() -> None:
    assert "There is only one edition" in _run("changes", WELSH.parent / "tiny").output


@pytest.mark.parametrize(("option", "name"), [("--from", "2052"), ("--to", "2052"), ("--plan", "tow")])
def test_changes_of_what_is_not_there_say_what_is(option: str, name: str) -> None:
    result = _run("changes", WELSH.parent / "two-editions", option, name)
    assert result.exit_code == 1
    assert f'"{name}"' in result.output
    assert "hint: Did you mean" in result.output

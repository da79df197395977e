"""The command line: what a newcomer reads, exit codes, and that nothing is changed by a command that fails."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.formats.makers import NAMES

WELSH = Path(__file__).parent.parent / "plans" / "welsh"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WELSH, tmp_path / "site"))


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def _built(site: Path, *arguments: object) -> Result:
    """The website alone: its formats take longer."""
    return _run("build", site, "--without", ",".join(NAMES), *arguments)


def test_help_names_every_command_in_a_sentence() -> None:
    said = _run("--help").output
    for command in ("check", "build", "serve", "status", "changes", "schema", "pages", "formats", "edition", "sheet"):
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
    lines = _built(site).output.splitlines()
    assert [line for line in lines[:-1] if "warning:" not in line and not line.startswith("  hint:")] == []


def test_a_plan_with_errors_gives_exit_code_1_and_leaves_the_site_as_it_was(site: Path) -> None:
    _built(site)
    before = {path: path.read_bytes() for path in (site / "site").rglob("*") if path.is_file()}
    (site / "plan_data" / "cynllun" / "plan.yaml").write_text("title:\t x\n", "utf-8")
    result = _built(site)
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


def test_an_edition_goes_from_draft_to_correction(site: Path) -> None:
    said = [
        _run("edition", "start", "2027", site),
        _run("edition", "publish", "2027", site, "--on", "2027-05-01", "--note", "Un nod\n newydd"),
        _run("edition", "list", site),
    ]
    assert [result.exit_code for result in said] == [0, 0, 0]
    assert said[0].output == "Started plan_data/cynllun/2027/ as a draft. The website does not show it yet.\n"
    assert said[1].output.splitlines() == [
        "The website speaks from 2027-05-01 now (`as_of` in plan_data/site.yaml).",
        "Published 2027. Build the website to show it: planpress build",
    ]
    assert said[2].output.splitlines()[-1] == "cynllun 2027: published on 2027-05-01"
    path = site / "plan_data" / "cynllun" / "2027" / "edition.yaml"
    assert "note: Un nod newydd\n" in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8") + "# ...\n", "utf-8")
    corrected = _run("edition", "correct", "2027", site, "--on", "2027-06-01", "--minor")
    assert corrected.output.splitlines() == [
        "The website speaks from 2027-06-01 now (`as_of` in plan_data/site.yaml).",
        "Entered a correction of 2027: edition.yaml.",
    ]


def test_what_is_refused_changes_nothing_and_gives_exit_code_1(site: Path) -> None:
    result = _run("edition", "start", "2026", site)
    assert result.exit_code == 1
    assert "There is an edition 2026 already" in result.output
    assert "Nothing was changed." in result.output


@pytest.mark.parametrize(
    "options",
    [
        ("correct", "2026", "--on", "2027-06-01"),
        ("correct", "2026", "--note", "a"),
        ("correct", "2026", "--on", "2027-06-01", "--note", "a", "--minor"),
        ("publish", "2026", "--note", "a", "--minor"),
        ("publish", "2026", "--on", "2027-06"),
        ("start",),
        ("begin",),
    ],
)
def test_an_edition_command_that_is_not_clear_gives_exit_code_2(site: Path, options: tuple[str, ...]) -> None:
    command, *rest = options
    assert _run("edition", command, *rest[:1], *([site] if rest else []), *rest[1:]).exit_code == 2


@pytest.mark.parametrize("command", ["start", "publish", "correct", "list"])
def test_each_edition_command_explains_itself(command: str) -> None:
    result = _run("edition", command, "--help")
    assert result.exit_code == 0
    assert "[FOLDER]" in result.output


def test_check_and_build_say_which_editions_are_drafts(site: Path) -> None:
    _run("edition", "start", "2027", site)
    assert "cynllun: 3 editions (current: 2026, draft: 2027), 5 items" in _run("check", site).output
    left_out = "Left out, not published yet: cynllun 2027. To look at drafts, add --drafts.\n"
    assert left_out in _built(site).output
    assert not (site / "site" / "plans" / "cynllun" / "2027").exists()
    assert left_out not in _built(site, "--drafts").output
    assert (site / "site" / "plans" / "cynllun" / "2027" / "index.html").is_file()


def test_check_speaks_to_github(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.parent)
    (site / "plan_data" / "cynllun" / "plan.yaml").write_text("title: a\n", "utf-8")
    result = _run("check", "site", "--format", "github")
    assert result.exit_code == 1
    assert "::error file=site/plan_data/cynllun/plan.yaml,line=1,col=1,title=known-fields::" in result.stdout
    assert "hint:" not in result.output


@pytest.mark.parametrize(("fault", "code"), [("", 0), ("titel: a\n", 1)])
def test_check_speaks_to_programs(site: Path, fault: str, code: int) -> None:
    with (site / "plan_data" / "cynllun" / "plan.yaml").open("a", encoding="utf-8") as file:
        file.write(fault)
    result = _run("check", site, "--format", "json")
    assert result.exit_code == code
    said = json.loads(result.output)
    assert said["errors"] == code
    assert said["errors"] + said["warnings"] == len(said["problems"])


def test_the_day_can_be_given(site: Path) -> None:
    _built(site, "--as-of", "2029-01-01")
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


def test_formats_tells_what_there_is_and_copies_it(site: Path, tmp_path: Path) -> None:
    result = _run("formats", site, "--without", "audio,daisy", "--into", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert "  To listen to: on request" in result.output
    assert "cynllun-2026-cy-large-print.pdf: " in result.output
    assert sorted(path.name.rpartition("-")[2] for path in (tmp_path / "out").iterdir()) == sorted(
        ["print.pdf", "print.pdf", "braille.brf", "braille.pef", "book.epub"] * 2
    )


def test_a_folder_that_cannot_be_written_is_told(site: Path) -> None:
    result = _run("formats", site, "--without", ",".join(NAMES), "--into", site / "mkdocs.yml" / "out")
    assert result.exit_code == 1
    assert "error: The files could not be copied: " in result.output


def test_a_folder_of_somebody_else_is_told_before_formats_are_made(site: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("x", "utf-8")
    result = _run("build", site, "--without", "pdf,braille,audio,daisy", "--into", tmp_path)
    assert result.exit_code == 1
    assert "holds files that Planpress did not make" in result.output
    assert not (site / ".planpress").exists()


def test_a_format_that_cannot_be_made_is_left_out_and_the_website_is_built(site: Path, tmp_path: Path) -> None:
    # A process of its own: this one may have found liblouis already.
    command = [sys.executable, "-m", "generator", "build", str(site), "--without", "pdf,audio,daisy"]
    environment = os.environ | {"PLANPRESS_LIBLOUIS": str(tmp_path / "none.so")}
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "error: Braille needs liblouis, but " in result.stderr
    assert "The website was built without them." in result.stderr
    assert (site / "site/plans/cynllun/2026/formats/cynllun-2026-cy-book.epub").is_file()
    assert not list((site / "site").rglob("*.brf"))
    page = (site / "site/plans/cynllun/2026/formats.html").read_text("utf-8")
    assert "There is none in this language." in page


def test_formats_ends_by_saying_that_some_could_not_be_made(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.formats.sound.audio.installed", lambda: False)
    result = _run("formats", site, "--without", "pdf,braille,epub,daisy")
    assert result.exit_code == 1
    assert "error: Sound needs espeak-ng" in result.stderr
    assert result.output.splitlines()[-1] == "Some formats could not be made, as said above."


def test_a_format_that_does_not_exist_is_a_wrong_command(site: Path) -> None:
    result = _run("build", site, "--without", "brail")
    assert result.exit_code == 2
    assert 'There is no format "brail"; there are pdf, braille, audio, epub, daisy' in result.output


def test_the_names_of_chapters_can_be_asked_for(site: Path) -> None:
    result = _run("formats", site, "--chapters")
    assert "cynllun-2026-cy: title, " in result.output

"""Each file in tests/broken/ has one fault, and says below its last `---` what the officer is told.

`GOLDEN=write pytest tests/unit/test_broken.py` rewrites what must be said; read the difference as an officer would.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import build, checks
from generator.cli import main
from generator.problems import PlanError, Problem, Severity

BROKEN = sorted((Path(__file__).parent.parent / "broken").glob("*.yaml"))
TINY = Path(__file__).parent.parent / "plans" / "tiny"


def _parts(broken: Path) -> tuple[str, str, str]:
    """The file that is laid over, its content, and what must be said."""
    content, separator, expected = broken.read_bytes().decode().rpartition("\n---\n")
    assert separator, f'{broken.name} has no line "---"'
    content += "\n"
    return content.partition("\n")[0].removeprefix("# in: "), content, expected


def _spoilt(broken: Path, site: Path) -> str:
    file, content, _ = _parts(broken)
    path = site / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode())
    return file


def _problems(site: Path) -> tuple[Problem, ...]:
    try:
        return build.check(site).warnings
    except PlanError as error:
        return error.problems


def _as_told(problem: Problem, file: str) -> str:
    where = "" if problem.place is None else f"{problem.place} "
    where = where.removeprefix(f"{file}:")
    return f"{where}{problem.severity} {problem.check}\n  {problem.message}\n  hint: {problem.hint}\n"


def _command(name: str, site: Path) -> Result:
    return CliRunner().invoke(main, [name, str(site)])


@pytest.mark.parametrize("broken", BROKEN, ids=lambda path: path.stem)
def test_a_broken_file_is_told_in_these_words(broken: Path, tiny: Path) -> None:
    file = _spoilt(broken, tiny)
    told = "".join(_as_told(problem, file) for problem in _problems(tiny))
    if os.environ.get("GOLDEN") == "write":
        broken.write_bytes((_parts(broken)[1] + "---\n" + told).encode())
    assert told == _parts(broken)[2], 'if the new words are right, run "GOLDEN=write pytest tests/unit/test_broken.py"'


def test_nothing_is_wrong_with_the_tiny_site(said: Callable[[], tuple[Problem, ...]]) -> None:
    assert said() == ()


def test_each_check_has_a_broken_file() -> None:
    lists = (checks.EDITION_CHECKS, checks.PLAN_CHECKS, checks.SITE_CHECKS, checks.PROSE_CHECKS)
    modules = [check.__module__ for each in lists for check in each]
    modules.remove("generator.checks.edition_names")  # it takes a second edition: tests/seams/test_odd_plans.py
    modules.remove("generator.checks.status_notes")  # the same: tests/seams/test_two_editions.py
    names = {module.rpartition(".")[2].replace("_", "-") for module in modules}
    assert names - {broken.name.partition(".")[0] for broken in BROKEN} == set()


@pytest.mark.parametrize("broken", BROKEN, ids=lambda path: path.stem)
def test_a_broken_file_is_named_for_the_check_that_finds_it(broken: Path) -> None:
    told = _parts(broken)[2].splitlines()
    found = {line.split()[-1] for line in told if not line.startswith(" ")}
    assert found == {broken.name.partition(".")[0]}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Result]:
    """What `planpress check` does with each broken file."""
    made = {}
    for broken in BROKEN:
        site = tmp_path_factory.mktemp("broken") / "site"
        shutil.copytree(TINY, site)
        _spoilt(broken, site)
        made[broken] = _command("check", site)
    return made


def test_an_error_ends_the_command_with_exit_code_1_and_a_warning_with_0(results: dict[Path, Result]) -> None:
    expected = {broken: 1 if f" {Severity.ERROR} " in _parts(broken)[2] else 0 for broken in BROKEN}
    assert {broken: result.exit_code for broken, result in results.items()} == expected


def test_no_broken_file_shows_a_traceback(results: dict[Path, Result]) -> None:
    crashed = [
        broken.name
        for broken, result in results.items()
        if not isinstance(result.exception, SystemExit | None) or "Traceback" in result.output
    ]
    assert crashed == []


def test_a_plan_with_errors_leaves_the_last_good_site_as_it_was(tiny: Path) -> None:
    def published() -> dict[str, bytes]:
        files = (path for path in (tiny / "site").rglob("*") if path.is_file())
        return {path.relative_to(tiny).as_posix(): path.read_bytes() for path in files}

    assert _command("build", tiny).exit_code == 0
    before = published()
    (tiny / "plan_data/tiny/2026/items/burglary.yaml").write_text("id: burglary\n", encoding="utf-8")
    assert _command("build", tiny).exit_code == 1
    assert before
    assert published() == before

"""docs/yearly-update.md, done word by word: its commands are run, and what it says to type is typed in LibreOffice."""

import re
import shlex
from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from tests.formats.office import Office

GUIDE = Path(__file__).parents[2] / "docs" / "yearly-update.md"
_PART = re.compile(r"```console\n((?:.*\n)*?)```|\| Cell \|.*\n\|[-|]+\n((?:\|.*\n)+)", re.MULTILINE)
_CELL = re.compile(r"\| `(\w+![A-Z]+[0-9]+)` \| (?:`([^`]*)`)? *\|")


def walked(guide: str, office: Office, workbook: Path, until: str = "") -> str:
    """The guide as it reads after its steps were done in the current folder; `until` a command, which is not run."""

    stopped = False

    def done(part: re.Match[str]) -> str:
        nonlocal stopped
        commands, cells = part.groups()
        stopped = stopped or bool(until and commands and until in commands)
        if stopped:
            return part[0]
        if cells:
            office.type_in(workbook, workbook, dict(_CELL.findall(cells)))
            return part[0]
        asked = [line for line in commands.splitlines() if line.startswith("$ ")]
        return "```console\n" + "".join(f"{line}\n{_said(line)}" for line in asked) + "```"

    return _PART.sub(done, guide)


def _said(line: str) -> str:
    program, *arguments = shlex.split(line.removeprefix("$ "))
    assert program == "planpress"
    return CliRunner().invoke(main, arguments).output

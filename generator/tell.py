"""Problems, as other programs read them: workflow commands for GitHub, or one JSON document.

Takes Problems; gives text. Knows nothing of plans, or of where the text goes.
"""

import json
from collections.abc import Iterable
from posixpath import join, normpath

from generator.problems import Problem, Severity


def as_github(problem: Problem, folder: str = "") -> str:
    """A line that GitHub shows beside the line of the file, in a pull request. `folder` leads to the site.

    The format: docs.github.com, "Workflow commands for GitHub Actions", "Setting an error message".
    """
    about = {"title": problem.check}
    if problem.place is not None:
        file = normpath(join(folder, problem.place.file))
        about = {"file": file, "line": str(problem.place.line), "col": str(problem.place.column)} | about
    named = ",".join(f"{name}={_escaped(value, within_a_list=True)}" for name, value in about.items())
    words = _escaped(f"{problem.message}\n{problem.hint}")
    return f"::{problem.severity} {named}::{words}"


def as_json(problems: Iterable[Problem]) -> str:
    """All problems in one document. docs/check-for-programs.md says what its fields are."""
    entries = [
        {
            "file": problem.place.file if problem.place else None,
            "line": problem.place.line if problem.place else None,
            "column": problem.place.column if problem.place else None,
            "severity": problem.severity.value,
            "check": problem.check,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    counts = {f"{each}s": sum(entry["severity"] == each for entry in entries) for each in Severity}
    return json.dumps(counts | {"problems": entries}, ensure_ascii=False, indent=1)


def _escaped(text: str, *, within_a_list: bool = False) -> str:
    signs = "%\r\n:," if within_a_list else "%\r\n"
    return "".join(f"%{ord(sign):02X}" if sign in signs else sign for sign in text)

"""What is wrong, where, and what to do about it.

Takes nothing; gives Place, Problem and PlanError, which every step uses.
Knows nothing of YAML, plans or pages.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

_RECOGNISED = 40


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file: path relative to the site's folder, line and column counted from 1.

    In a workbook, it is a cell of a `sheet`. Line 0 means the file as a whole.
    """

    file: str
    line: int = 1
    column: int = 1
    sheet: str = ""

    def __str__(self) -> str:
        if self.sheet:
            return f"{self.file}: {self.sheet}!{letters(self.column)}{self.line}"
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Severity(StrEnum):
    """An error stops the build; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Problem:
    """One fault, told to the officer who edits the plan: place, fault, cure.

    `sign` is a character that could not be written: whoever has the files can then tell where it stands.
    """

    message: str
    check: str
    hint: str
    place: Place | None = None
    severity: Severity = Severity.ERROR
    sign: str = ""

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.severity}: {self.message} [{self.check}]\n  hint: {self.hint}"


class PlanError(Exception):
    """The plan cannot be published as it is. Carries every Problem found, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = by_place(problems)
        super().__init__("\n".join(map(str, self.problems)))


def by_place(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in reading order: those without a place first, then by file, sheet, line and column; each once."""

    def order(problem: Problem) -> tuple[str, str, Place, str, str]:
        place = problem.place or Place("", 0, 0)
        return place.file, place.sheet, place, problem.check, problem.message

    return tuple(sorted(dict.fromkeys(problems), key=order))


def letters(column: int) -> str:
    """The letters by which workbooks call a column, counted from 1: A to Z, then AA."""
    name = ""
    while column:
        column, last = divmod(column - 1, 26)
        name = chr(ord("A") + last) + name
    return name


def shortened(text: str) -> str:
    """Enough of the first line of a text to recognise it by, within a message."""
    line = text.strip().partition("\n")[0]
    return line if len(line) <= _RECOGNISED else line[:_RECOGNISED] + "..."


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Only the problems that stop a build."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)

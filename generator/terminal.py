"""What all commands share: folders, days, and how problems are told.

Takes words and problems; prints them. Exit codes: 0 done, 1 the plan has errors, 2 wrong command.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

import click

from generator import tell
from generator.periods import Period, PeriodForm
from generator.problems import PlanError, Problem, errors

FOLDER = click.argument(
    "folder", default=".", type=click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path)
)


class Day(click.ParamType[Period]):
    """A day, as the plan's files write it."""

    name = "day"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Period:
        """The day that was typed. A wrong command if it is none."""
        period = Period.parse(value)
        if period is None or period.form is not PeriodForm.DAY:
            self.fail(f'"{value}" is not a day; write it as 2026-04-01', param, ctx)
        return period


AS_OF = click.option("--as-of", type=Day(), help="Speak from this day (2026-04-01), not the one in site.yaml.")


class Format(StrEnum):
    """How problems are told."""

    TEXT = "text"
    GITHUB = "github"
    JSON = "json"


class Telling:
    """Turns PlanError into messages and exit code 1. Everything else is a bug and keeps its traceback."""

    def __init__(self, form: Format = Format.TEXT, folder: Path = Path()) -> None:
        self.form, self.folder = form, folder

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, PlanError):
            told(error.problems, self.form, self.folder)
            click.echo(f"{counted(len(errors(error.problems)), 'error')}. Nothing was changed.", err=True)
            sys.exit(1)


def told(problems: tuple[Problem, ...], form: Format = Format.TEXT, folder: Path = Path()) -> None:
    """Tell problems, each as the format wants it."""
    for problem in problems:
        if form is Format.GITHUB:
            click.echo(tell.as_github(problem, folder.as_posix()))
        else:
            click.echo(str(problem), err=True)


def shortest(folder: Path) -> Path:
    """The folder as a person would type it from here."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder


def counted(count: int, word: str) -> str:
    """A number of things: 1 plan, 2 plans."""
    return f"{count} {word}{'' if count == 1 else 's'}"


@contextmanager
def bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """Shows how much of a long piece of work is done to a person who watches, and nothing to a program."""
    with ExitStack() as stack:
        shown: list[Any] = []

        def show(done: int, of: int) -> None:
            if not shown and sys.stderr.isatty():
                shown.append(stack.enter_context(click.progressbar(length=of, label=label, file=sys.stderr)))
            for each in shown:
                each.update(done - each.pos)

        yield show


def progress(words: str) -> None:
    """Say what is being done, to a person who watches."""
    if sys.stderr.isatty():
        click.echo(words, err=True)

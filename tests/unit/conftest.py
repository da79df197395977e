"""A copy of the tiny site for each test that spoils one."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import build
from generator.model import Edition
from generator.problems import PlanError, Problem

TINY = Path(__file__).parent.parent / "plans" / "tiny"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny site, in which nothing is wrong."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


@pytest.fixture
def lay(tiny: Path) -> Callable[[str, str | bytes], None]:
    """Lays a file over the tiny site."""

    def lay_over(file: str, content: str | bytes) -> None:
        path = tiny / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    return lay_over


@pytest.fixture
def said(tiny: Path) -> Callable[[], tuple[Problem, ...]]:
    """Everything that is said about the tiny site, errors and warnings."""

    def all_problems() -> tuple[Problem, ...]:
        try:
            return build.check(tiny).warnings
        except PlanError as error:
            return error.problems

    return all_problems


@pytest.fixture
def edition(tiny: Path) -> Callable[[], Edition]:
    """The edition of the tiny site, as it stands now."""

    def only_edition() -> Edition:
        return build.check(tiny).plans[0].current

    return only_edition

"""A freshly built folder -> the published one, swapped in whole.

Takes the folder that is published; gives a staging folder to fill. If filling it fails, nothing changes.
Knows nothing of what is in the folders, except the mark that says that Planpress made them.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.problems import PlanError, Problem

MARK = ".planpress"
MARK_TEXT = b"Made by Planpress. This folder is replaced whole at each build.\n"
"""The file that says a folder was made by Planpress, and may be replaced by it."""


@contextmanager
def staging(into: Path) -> Iterator[Path]:
    """A new folder beside `into`; when the block ends well, it takes the place of `into`.

    Raises PlanError if `into` holds something that Planpress did not make.
    """
    into = Path(os.path.abspath(into))  # noqa: PTH100 - resolve() would follow a link out of the folder
    refuse_foreign(into)
    try:
        into.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        hint = "Choose another folder with --into."
        raise PlanError([Problem(f"The folder cannot be made: {error}", "release", hint)]) from error
    _recover(into)
    fresh = Path(tempfile.mkdtemp(prefix=f".{into.name}.new-", dir=into.parent))
    try:
        content = fresh / "content"
        content.mkdir()
        yield content
        (content / MARK).write_bytes(MARK_TEXT)
        _swap(content, into)
    except OSError as error:
        hint = "Close programs that have files of it open, look for free space, and build again."
        raise PlanError([Problem(f"The folder could not be written: {error}", "release", hint)]) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def refuse_foreign(into: Path) -> None:
    """Raises PlanError if `into` holds something that Planpress did not make."""
    if into.is_symlink():
        problem = "is a link to another folder"
    elif into.exists() and not into.is_dir():
        problem = "is a file"
    elif into.is_dir() and any(into.iterdir()) and not (into / MARK).is_file():
        problem = "holds files that Planpress did not make"
    else:
        return
    hint = "Choose another folder with --into, or move these files away."
    raise PlanError([Problem(f'The folder "{into.name}" {problem}, so it was not replaced', "release", hint)])


def _kept(into: Path) -> Path:
    return into.parent / f".{into.name}.old"


def _recover(into: Path) -> None:
    """Put the last good folder back if an earlier run was cut off between its two renames, and clear what it left."""
    kept = _kept(into)
    if (kept / MARK).is_file():
        if into.exists():
            shutil.rmtree(kept, ignore_errors=True)
        else:
            kept.rename(into)
    elif kept.exists():
        hint = "Move it away: Planpress needs this name while it replaces a folder."
        raise PlanError([Problem(f'The folder "{kept.name}" is not one that Planpress made', "release", hint)])


def _swap(content: Path, into: Path) -> None:
    kept = _kept(into)
    existed = into.exists()
    if existed:
        (into / MARK).write_bytes(MARK_TEXT)  # an empty folder has none yet
        into.rename(kept)
    try:
        content.rename(into)
    except OSError:
        if existed:
            kept.rename(into)
        raise
    shutil.rmtree(kept, ignore_errors=True)

"""Files that are written together: all of them, or none.

Takes texts by path; writes them. Raises PlanError if one cannot be written, and then all are as they were. Each file is
replaced by renaming a finished one, so that nobody ever reads half of it. Knows nothing of what is in them.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.problems import Place, PlanError, Problem


def write(texts: Mapping[Path, str], site: Path) -> None:
    """Write files of a site, in their order. A crash can only come between two of them."""
    _refuse_links(texts, site)
    with _fresh(site) as fresh:
        moves = []
        for number, (path, text) in enumerate(texts.items()):
            old, new = fresh / f"{number}.old", fresh / f"{number}.new"
            new.write_bytes(text.encode())
            if path.is_file():
                shutil.copy2(path, old)
                shutil.copymode(path, new)
            moves.append((path, old, new))
        try:
            for path, _, new in moves:
                new.replace(path)
        except BaseException:
            for path, old, new in moves:
                if new.exists():
                    continue  # not replaced yet
                if old.exists():
                    old.replace(path)
                else:
                    path.unlink(missing_ok=True)
            raise


def write_folder(into: Path, texts: Mapping[str, str], site: Path) -> None:
    """Write a new folder of a site, by the names of its files. It appears when it is complete."""
    _refuse_links([into], site)
    with _fresh(site) as fresh:
        content = fresh / "content"
        for name, text in texts.items():
            path = content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        content.rename(into)


@contextmanager
def _fresh(site: Path) -> Iterator[Path]:
    """A folder for unfinished files, on the disk that the site is on. It is gone afterwards."""
    try:
        fresh = Path(tempfile.mkdtemp(prefix=".planpress-", dir=site))
        try:
            yield fresh
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    except OSError as error:
        hint = "Close programs that have the file open, look for free space, and try again."
        raise PlanError([Problem(f"This cannot be written: {error}", "files", hint)]) from error


def _refuse_links(paths: Iterable[Path], site: Path) -> None:
    for path in paths:
        for part in (path, *path.parents):
            if part != site and part.is_relative_to(site) and part.is_symlink():
                place = Place(part.relative_to(site).as_posix())
                hint = "Put the file or folder itself here."
                raise PlanError([Problem("This is a link to another place", "files", hint, place)])

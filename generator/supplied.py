"""What people supplied -> the files to copy into the site.

Takes the settings of a site and its folder; gives paths in the site and the files, and Problems. Knows nothing of what
is in the files.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from generator.fields import NotStated
from generator.problems import Problem
from generator.site import Supplied, SuppliedFile

SUPPLIED_FOLDER = "supplied"


def leads_out(file: str) -> bool:
    """Whether a path does not stay in the folder `supplied/`."""
    path = PurePosixPath(file)
    return path.is_absolute() or ".." in path.parts or "\\" in file or ":" in file


def published_path(supplied: SuppliedFile) -> str:
    """Where a file that people supplied is in the site."""
    return str(PurePosixPath("plans", supplied.plan, supplied.edition, SUPPLIED_FOLDER, str(supplied.file)))


def copies(supplied: Iterable[SuppliedFile], folder: Path) -> Iterator[tuple[str, Path]]:
    """The files to copy: where to, and from where. Recordings are part of the sound, and no file of their own."""
    for each in supplied:
        if not isinstance(each.file, NotStated) and each.kind is not Supplied.RECORDING:
            yield published_path(each), folder / SUPPLIED_FOLDER / each.file


def lost(supplied: Iterable[SuppliedFile], folder: Path) -> Iterator[Problem]:
    """A problem for each file that is not there, or is a link that could lead out of the folder."""
    for each in supplied:
        if isinstance(each.file, NotStated) or leads_out(each.file) or not isinstance(each.address, NotStated):
            continue  # a check tells of the last two
        path = folder / SUPPLIED_FOLDER / each.file
        parts = [part for part in (path, *path.parents) if part.is_relative_to(folder) and part != folder]
        if any(part.is_symlink() for part in parts) or not path.is_file():
            twice = each.file.startswith(f"{SUPPLIED_FOLDER}/")
            hint = f"Leave out {SUPPLIED_FOLDER}/." if twice else "Put the file there, or correct its name."
            where = f"{SUPPLIED_FOLDER}/{each.file}"
            yield Problem(f'The file "{where}" is not there', "supplied", hint, each.places["file"])

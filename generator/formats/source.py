"""What a format is made from, and what it gives.

Takes nothing; gives Source and Maker, which every format uses; finds where a sign of a Source is written. Knows nothing
of any format.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.booklet import Booklet
from generator.catalogs import TRANSLATIONS_FOLDER
from generator.content import CONTENT_FOLDER
from generator.formats.cache import Cache
from generator.load import PLAN_FILE, PLANS_FOLDER, SITE_FILE
from generator.made import MadeFile, Proof
from generator.problems import Place, Problem
from generator.site import Formats


@dataclass(frozen=True)
class Source:
    """What a format is made from: one booklet, the settings, the folder of the site, and where to keep files."""

    booklet: Booklet
    settings: Formats
    folder: Path
    cache: Cache


@dataclass(frozen=True)
class Maker:
    """A format, or several made together. `name` is what `--without` calls it.

    `missing` gives a Problem where something it needs is not installed. `make` raises PlanError. `proof` gives what the
    site shows of it beside its print.
    """

    name: str
    missing: Callable[[], Problem | None]
    make: Callable[[Source], tuple[MadeFile, ...]]
    proof: Callable[[Source], Proof] = lambda _source: Proof()


_NOT_SHOWN = ("#", "as_printed:")
"""How lines begin that no booklet shows."""


def place_of(sign: str, source: Source) -> Place | None:
    """Where a sign stands first in the files that a booklet is made from; None where Planpress itself wrote it."""
    for file in _files(source):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            if sign in line and not line.lstrip().startswith(_NOT_SHOWN):
                return Place(file.relative_to(source.folder).as_posix(), number, line.index(sign) + 1)
    return None


def _files(source: Source) -> Iterator[Path]:
    """The plan's own files, then those of the booklet's language."""
    booklet = source.booklet
    plan = source.folder / PLANS_FOLDER / booklet.plan
    yield from (path for path in (plan / PLAN_FILE, source.folder / PLANS_FOLDER / SITE_FILE) if path.is_file())
    yield from sorted((plan / booklet.edition).rglob("*.yaml"))
    for folder, ending in ((TRANSLATIONS_FOLDER, "po"), (CONTENT_FOLDER, "md")):
        yield from sorted((source.folder / folder / booklet.language.code).rglob(f"*.{ending}"))

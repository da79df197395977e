"""What a format is made from, and what it gives.

Takes nothing; gives Source and Maker, which every format uses. Knows nothing of any format.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.booklet import Booklet
from generator.formats.cache import Cache
from generator.made import MadeFile, Proof
from generator.problems import Problem
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

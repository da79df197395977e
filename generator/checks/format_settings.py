"""Large print, Braille and speech are set to what people can read, emboss and follow.

Takes a Site and its plans, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: large print starts at 16 point (UKAAF G003), and beyond 28 a line holds too few words. Embossers take 20 to 48
cells and 10 to 40 lines. Speech slower than 80 or faster than 300 words a minute cannot be followed.
Wrong: `large_print: 12`. Right: `large_print: 20`.
"""

from collections.abc import Iterator

from generator.model import PlanEditions
from generator.problems import Problem
from generator.site import Site

_RANGES = {
    "large_print": (16, 28, "Letters of large print have 16 to 28 point"),
    "braille_cells": (20, 48, "A line of Braille has 20 to 48 cells"),
    "braille_lines": (10, 40, "A page of Braille has 10 to 40 lines"),
    "speech": (80, 300, "The voice speaks 80 to 300 words a minute"),
}


def check(site: Site, plans: tuple[PlanEditions, ...]) -> Iterator[Problem]:  # noqa: ARG001 - every site check takes both
    """Yield a problem for each setting that is out of its range, or no whole number."""
    for name, (least, most, rule) in _RANGES.items():
        value = getattr(site.formats, name)
        if not least <= value <= most or value != int(value):
            hint = f"Give a whole number from {least} to {most}."
            yield Problem(f"{rule}, not {value}", "format-settings", hint, site.formats.places[name])

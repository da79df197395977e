"""The words of a site -> the one font that is too large to be published whole: Chinese, with the characters it uses.

Takes texts; gives the bytes of a WOFF2 file. The same texts give the same bytes. The other fonts are published as they
are: their scripts have few letters.
"""

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from pathlib import Path

from generator.problems import PlanError, Problem

WHOLE = Path(__file__).parents[2] / "fonts" / "han.ttf"
"""The characters of GB/T 2312-1980; scripts/fonts.py makes it."""

PUBLISHED = "assets/fonts/han.woff2"
_SIGNS = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0xC0), *range(0x2010, 0x2040), *range(0x3000, 0x3020))))


def han(texts: Iterable[str]) -> bytes | None:
    """The font for the Chinese characters in some texts; None where there are none. Raises PlanError if it was lost."""
    used = {sign for sign in set().union(*texts) if "\u3000" <= sign <= "\u9fff" or "\uff00" <= sign <= "\uffef"}
    return _subset("".join(sorted(used))) if any(sign >= "\u3400" for sign in used) else None


@cache
def _subset(characters: str) -> bytes:
    if not WHOLE.is_file():
        message = f"Chinese pages need a font that came with Planpress and is not there: {WHOLE.name}"
        raise PlanError([Problem(message, "formats", "Install Planpress again, which brings it back.")])
    from fontTools import subset  # noqa: PLC0415 - it takes 0.3 s to import: only a site with Chinese words pays
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - as above

    font = TTFont(WHOLE, recalcTimestamp=False)
    subsetter = subset.Subsetter(subset.Options(layout_features=["*"], name_IDs=["*"], hinting=False))
    subsetter.populate(text=characters + _SIGNS)
    subsetter.subset(font)
    font.flavor = "woff2"
    made = BytesIO()
    font.save(made)
    return made.getvalue()

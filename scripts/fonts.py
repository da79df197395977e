"""Makes the fonts of the website and of print: the letters that a plan may need, and no others.

Takes a folder with the unpacked sources, gives generator/overrides/assets/fonts/*.woff2 and generator/fonts/*.ttf: from
the same sources and the same versions of `fonttools` and `brotli` (constraints.txt), the same bytes each time. Knows
nothing of pages.

    python scripts/fonts.py FOLDER

The sources, each under the licence in OFL.txt beside the fonts:

- npm `@expo-google-fonts/noto-nastaliq-urdu` 0.4.2: Noto Nastaliq Urdu 3.007. Only regular: a browser thickens it for
  headings, and a second file would weigh as much as the first.
- npm `@expo-google-fonts/noto-sans-bengali` 0.4.4: Noto Sans Bengali 3.011, regular and bold.
- npm `@expo-google-fonts/noto-sans-sc` 0.4.3: Noto Sans SC 2.004. Only regular, as for Urdu.
- npm `@expo-google-fonts/atkinson-hyperlegible-next` 0.4.1: Atkinson Hyperlegible Next 2.001, regular and bold, for
  pages in large print. The first Atkinson Hyperlegible lacks letters of Welsh.
- Debian `fonts-noto-core` 20201225: Noto Naskh Arabic 2.004 and Noto Sans Bengali 2.001, regular and bold, for print.
  Later versions build many letters from several glyphs, and Nastaliq always does: a PDF then says them twice.
"""
# ruff: noqa: INP001 - scripts are no package

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "generator/overrides/assets/fonts"
WHOLE = Path(__file__).parents[1] / "generator/fonts"
"""Where fonts stand that are not published as they are: those of print, and the Chinese one, cut down for each site."""


def _span(first: int, last: int) -> str:
    return "".join(map(chr, range(first, last + 1)))


# Digits, punctuation, joiners and marks of direction: so a line does not change its font in mid-phrase.
SIGNS = _span(0x20, 0x40) + _span(0x5B, 0x60) + _span(0x7B, 0x7E) + _span(0xA0, 0xBF) + _span(0x200C, 0x206F)

# The letters of Urdu, those of Arabic that are typed in their place, vowel signs, honorifics, digits and punctuation.
URDU = (
    "ءآأؤإئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھۂۃیےۓ"
    "ةكهىي"
    + _span(0x0600, 0x0603)
    + _span(0x060C, 0x0615)
    + "؛؞؟ٰ"
    + _span(0x064B, 0x0658)
    + _span(0x0660, 0x066D)
    + _span(0x06D4, 0x06D4)
    + _span(0x06F0, 0x06F9)
)
BENGALI = _span(0x0964, 0x0965) + _span(0x0980, 0x09FF) + "\u25cc"
# The characters of GB/T 2312-1980, which mainland China's schools and papers stay within, and full-width signs. A site
# gets those of them that it uses: generator/formats/web/fonts.py.
HAN = (
    "".join(
        bytes((row, cell)).decode("gb2312", "ignore")
        for row in (*range(0xA1, 0xAA), *range(0xB0, 0xF8))
        for cell in range(0xA1, 0xFF)
    )
    + _span(0x3000, 0x303F)
    + _span(0xFF01, 0xFF5E)
)
LATIN = _span(0x20, 0x17F) + "ȘșȚțẀẁẂẃẄẅỲỳ" + _span(0x2010, 0x203A) + "€™\u2212"

SYMBOLS = _span(0x2070, 0x209F) + _span(0x20A0, 0x20BF) + _span(0x2100, 0x22FF) + "\u25cf\ufb01\ufb02"

MADE_FROM = {
    "han.ttf": ("NotoSansSC_400Regular.ttf", HAN + SIGNS),
    "nastaliq.woff2": ("NotoNastaliqUrdu_400Regular.ttf", URDU + SIGNS),
    "bengali.woff2": ("NotoSansBengali_400Regular.ttf", BENGALI + SIGNS),
    "bengali-bold.woff2": ("NotoSansBengali_700Bold.ttf", BENGALI + SIGNS),
    "hyperlegible.woff2": ("AtkinsonHyperlegibleNext_400Regular.ttf", LATIN),
    "hyperlegible-bold.woff2": ("AtkinsonHyperlegibleNext_700Bold.ttf", LATIN),
    "bengali.ttf": ("NotoSansBengali-Regular.ttf", BENGALI + SIGNS),
    "bengali-bold.ttf": ("NotoSansBengali-Bold.ttf", BENGALI + SIGNS),
    "hyperlegible.ttf": ("AtkinsonHyperlegibleNext_400Regular.ttf", LATIN + SYMBOLS),
    "hyperlegible-bold.ttf": ("AtkinsonHyperlegibleNext_700Bold.ttf", LATIN + SYMBOLS),
    "naskh.ttf": ("NotoNaskhArabic-Regular.ttf", URDU + SIGNS),
    "naskh-bold.ttf": ("NotoNaskhArabic-Bold.ttf", URDU + SIGNS),
}


def make(source: Path, characters: str, to: Path) -> None:
    """Write the font with these characters only, and with everything that shapes them."""
    font = TTFont(source, recalcTimestamp=False)  # the day of the source, not of today
    options = subset.Options(layout_features=["*"], name_IDs=["*"], hinting=False)
    options.drop_tables += ["meta"]  # names of scripts, for catalogues of fonts
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(font)
    font.flavor = "woff2" if to.suffix == ".woff2" else None
    font.save(to)


if __name__ == "__main__":
    for made, (name, kept) in MADE_FROM.items():
        (found,) = Path(sys.argv[1]).rglob(name)
        make(found, kept, (FONTS if made.endswith(".woff2") else WHOLE) / made)

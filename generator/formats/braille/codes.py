"""Words in languages -> words in Braille: which language is written with which tables.

Takes runs, and the language of the text they stand in; gives words of cells. Knows nothing of lines or of pages.

A passage in another language than the text around it is written as that language writes it; so is every part in another
script. A shorter part, such as a name, is written as the text around it. Neither has contractions.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from generator.blocks import Run, Runs
from generator.formats.braille import liblouis
from generator.languages import known_language
from generator.site import EnglishBraille

PASSAGE = 8
"""From how many words on a part in another language is a passage, not a name."""


@dataclass(frozen=True)
class Code:
    """How a language is written: liblouis' tables, those without contractions, and what its texts need first.

    `addresses` are the tables for addresses of the web and of email; empty for those without contractions.
    """

    tables: str
    plain: str
    prepare: Callable[[str], str] = str
    addresses: str = ""

    def uncontracted(self) -> "Code":
        """The same without contractions."""
        return replace(self, tables=self.plain)


class NoCodeError(Exception):
    """No tables are known for a language."""


_CUT = "\u2060"
"""Where a text is translated in two pieces: the table would write a sign otherwise for what stands beside it."""


def _english(text: str) -> str:
    """Quotation marks with a direction. The table closes "60" otherwise than it opens it, and 'so' with apostrophes."""
    text = re.sub(r"(?<!\w)'(\w[^']*(?:\w'\w[^']*)*)'(?!\w)", "\u2018\\1\u2019", text)
    return re.sub(r'(?<![^\s(\[\u2018-])"(?=\S)', "\u201c", text).replace('"', "\u201d")


def _bengali(text: str) -> str:
    """Letters with a dot in one piece, as the table has them (NFC parts them); the danda is a full stop.

    Brackets are the same everywhere. A number has its sign after a hyphen or stroke too, so that letters there are
    letters: 2011-\u098f\u09b0 would be read as 2011-5\u09b0.
    """
    whole = {"\u09a1\u09bc": "\u09dc", "\u09a2\u09bc": "\u09dd", "\u09af\u09bc": "\u09df", "\u0964": "."}
    text = re.sub("|".join(whole), lambda found: whole[found[0]], text)
    return re.sub(r"(?<=\d)([-/])(?=\d)", f"\\1{_CUT}", text.translate(dict.fromkeys(map(ord, "()"), "\u2836")))


def _portuguese(text: str) -> str:
    """The table has other brackets beside figures, so that one might open as one kind, and close as the other."""
    return re.sub(r"(?<=\d)(?=[)\]])|(?<=[(\[])(?=\d)", _CUT, text)


def _italian(text: str) -> str:
    """The table has one apostrophe and no dash; its hyphen is missing too (3.24), and comes from English: dots 36."""
    return text.translate({ord("\u2013"): "-", ord("\u2019"): "'"})


_HAN = "[\u3400-\u9fff]"
_CLOSING = "[\u3002\uff01\uff1f\uff09\u300b\u201d]"
_CHINESE_SPACE = re.compile(f"{_HAN}{_HAN}|{_CLOSING}\\w")
"""Between two parts of a line, such as words and a link, Chinese Braille has a space here, as within a part."""


def _chinese(text: str) -> str:
    """Chinese Braille has a space after each word and after each mark that closes; Chinese print has none.

    The table has another colon and other brackets beside figures, so that one might open as one kind, and close as the
    other: there they are cut off.
    """
    text = re.sub(f"{_HAN}+", lambda found: " ".join(_chinese_words(found[0])), text)
    text = re.sub(f"(?<={_CLOSING})(?=\\w)", " ", text)
    return re.sub(r"(?<=[\uff08\uff1a])(?=\d)|(?<=\d)(?=[\uff09\uff1a])", _CUT, text)


@cache
def _chinese_words(text: str) -> tuple[str, ...]:
    import rjieba  # noqa: PLC0415 - its dictionary takes 0.1 s to load: only who writes Chinese pays

    return tuple(rjieba.cut(text))


_UNCONTRACTED_ENGLISH = "en-ueb-g1.ctb"
_CODES: Mapping[str, Code] = {
    "bn": Code("bn.tbl", "bn.tbl", _bengali, _UNCONTRACTED_ENGLISH),
    "cy": Code("cy-cy-g2.ctb", "cy-cy-g1.utb", addresses=_UNCONTRACTED_ENGLISH),
    "en": Code("en-ueb-g2.ctb", _UNCONTRACTED_ENGLISH, _english),
    "es": Code("es.tbl", "es.tbl"),
    "it": Code("it.tbl", "it.tbl", _italian),
    "pl": Code("pl.tbl", "pl.tbl"),
    "pt": Code("pt-pt-g1.utb", "pt-pt-g1.utb", _portuguese),
    "ur": Code("ur-pk-g1.utb", "ur-pk-g1.utb"),
    "zh-Hans": Code("zhcn-cbs.ctb", "zhcn-cbs.ctb", _chinese, _UNCONTRACTED_ENGLISH),
}
"""A language that is not here is not made in Braille. docs/braille.md says why each table was chosen."""

_DROPPED = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Signs that only steer a screen: soft hyphens, joiners, directions of writing."""
_ADDRESS = re.compile(r"://|@|^www\.")
_DIGITS = frozenset("\u2801\u2803\u2809\u2819\u2811\u280b\u281b\u2813\u280a\u281a")
"""The cells of the figures, which are those of letters too."""
_TWO_NUMBERS = re.compile(r"(?<=\d) (?=\d)")
"""A space between two numbers. Left to itself, the table of English makes one number of them."""
_THOUSANDS = re.compile(r"(?<=\d)\u00a0(?=\d{3}(?!\d))")
_NOT_KEPT = re.compile("\u00a0(?!%)")
"""A no-break space where a line may end. A sign of per cent belongs to its number; other words stand by themselves."""
_NUMBER_SIGN = "\u283c"
_DECIMAL = re.compile(r"\d,$")


def every_table() -> tuple[str, ...]:
    """All tables that may be asked for."""
    return tuple(sorted({name for code in _CODES.values() for name in (code.tables, code.plain)}))


@dataclass(frozen=True)
class Braille:
    """The Braille of one text: its language, and how English is written in it."""

    language: str
    english: EnglishBraille

    def words(self, runs: Runs) -> tuple[str, ...]:
        """The words of a line, as cells. A telephone number is one word, with blank cells within.

        Raises NoCodeError, or UnknownSignError for a sign that no table knows.
        """
        line = "".join(self._part(tables, text) for tables, text in self._parts(runs))
        return tuple(word.replace("_", liblouis.BLANK) for word in line.split())

    def _part(self, tables: str, text: str) -> str:
        """Cells, with a space where a line may end and an underscore for a blank that stays within it."""
        apart = _TWO_NUMBERS.split(text)
        if len(apart) > 1:
            return " ".join(self._part(tables, each) for each in apart)
        if _CUT in text:
            return "".join(self._part(tables, each) for each in text.split(_CUT))
        cells, places = liblouis.translate(tables, text.replace("\u00a0", " "))
        made, before = "", ""
        for cell, place in zip(cells, places, strict=True):
            sign = text[place]
            if before.isdecimal() and sign.isalpha() and cell in _DIGITS:
                made += " "  # most tables leave 12a as it is, and 121 would be read
            if cell == _NUMBER_SIGN and sign.isdecimal() and _DECIMAL.search(text[:place]):
                continue  # 3,3 is one number; some tables make two of it
            made += ("_" if sign in "\u00a0%" else " ") if cell == liblouis.BLANK else cell
            before = sign
        return made

    def _parts(self, runs: Runs) -> Iterator[tuple[str, str]]:
        """Stretches of text with the tables that write each."""
        signs: list[tuple[str, str]] = []
        for run, code in self._coded(runs):
            made = list(_split(_text(run, code.prepare), code, run))
            if signs and made and _CHINESE_SPACE.fullmatch(signs[-1][1][-1] + made[0][1][0]):
                signs.append((signs[-1][0], " "))
            signs += made
        for tables, found in groupby(signs, key=lambda part: part[0]):
            yield tables, "".join(text for _, text in found)

    def _coded(self, runs: Runs) -> Iterator[tuple[Run, Code]]:
        """Each run with the code that writes it."""
        for language, found in groupby(runs, key=lambda run: run.language):
            group = tuple(found)
            code = self._own() if language == self.language else self._foreign(language, group)
            yield from ((run, code) for run in group)

    def _own(self) -> Code:
        code = _CODES.get(self.language)
        if code is None:
            raise NoCodeError(self.language)
        if self.language == "en" and self.english is EnglishBraille.UNCONTRACTED:
            return code.uncontracted()
        return code

    def _foreign(self, language: str, group: Sequence[Run]) -> Code:
        """The code of a part in another language: its own, or for a short one that of the text around it."""
        code = _CODES.get(language)
        said = "".join(run.text for run in group if "isolated" not in run.marks)  # a postal address is a name
        long = len(said.split()) >= PASSAGE
        if code and (long or known_language(language).script != known_language(self.language).script):
            return code.uncontracted()
        return self._own().uncontracted()


def _text(run: Run, prepare: Callable[[str], str]) -> str:
    """The words of a run for liblouis. A space that may not end a line is a no-break space.

    Digits are 0 to 9: the table of Bengali writes its own digits as letters. Thousands are not parted by spaces: two
    numbers would be read.
    """
    text = _DROPPED.sub("", unicodedata.normalize("NFC", run.text)).replace("\u202f", "\u00a0")
    text = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
    if "telephone" in run.marks:
        return text.replace(" ", "\u00a0")
    return prepare(_NOT_KEPT.sub(" ", _THOUSANDS.sub("", text)))


def _split(text: str, code: Code, run: Run) -> Iterator[tuple[str, str]]:
    """A text cut where other tables must help out: for a whole word of which the first know no letter, else for a sign.

    Those of the run's own language help first, then those of English, which have nearly every punctuation mark.
    Addresses on the web and of email have no contractions: a reader may type them. Where the table goes over to another
    code for them, as those of Bengali and Welsh do, or has no sign for them, they are written as in English.
    """
    own = _CODES[run.language].plain if run.language in _CODES else code.plain
    for word in re.findall(r"\s+|\S+", text):
        first = code.tables
        if _ADDRESS.search(word):
            own_address = code.addresses or code.plain
            first = own_address if liblouis.writes(own_address, word) else _UNCONTRACTED_ENGLISH
        able = (first, own, _UNCONTRACTED_ENGLISH)
        known = [sign for sign in word if liblouis.knows(able[0], sign)]
        whole = _first_that_knows(able, word)
        if whole and (whole == able[0] or not any(sign.isalpha() for sign in known)):
            yield whole, word
        else:
            yield from ((_first_that_knows(able, sign) or able[0], sign) for sign in word)


def _first_that_knows(able: tuple[str, ...], text: str) -> str:
    return next((tables for tables in able if all(liblouis.knows(tables, sign) for sign in text if sign != _CUT)), "")

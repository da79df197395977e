"""Two wordings of a text -> which words differ.

Takes both wordings and their language; gives the lines of each with the words that differ marked, and what became of
what. Knows nothing of plans or HTML.

Words are what stands between spaces, without the quotation marks and full stops around them. Chinese, Japanese, Thai,
Lao, Khmer and Burmese put no spaces between words: there, letters are compared. A number is never cut, nor a letter
from the signs that belong to it (Unicode Standard Annex #29, extended grapheme clusters, as far as these texts need).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_WITHOUT_SPACES = frozenset({"zh", "ja", "th", "lo", "km", "my"})
_MOSTLY_NEW = 0.4
"""Where fewer of the words are the same, the marks would be more than the text."""
_FEW = 8
"""So few words are told word by word, however many of them are new."""
_NUMBER = r"\d(?:[\d.,:/\u066b\u066c]*\d)?(?:[ \u00a0\u202f]\d+)*"
_CHUNK = re.compile(rf"\n|[^\S\n]+|[^\s\d]*{_NUMBER}\S*|\S+")
_LETTER = re.compile(rf"\n|[^\S\n]+|{_NUMBER}%?|[A-Za-z]+|.", re.DOTALL)
_JOINER = "\u200d"
_SPACING_VOWELS = "\u0e33\u0eb3"
"""Thai and Lao vowels that are letters to Unicode, but belong to the letter before them."""
_KEPT = "%\u2030#&@*/\\"
"""Signs that belong to their word, though Unicode counts them as punctuation."""


@dataclass(frozen=True)
class Piece:
    """Some words of a wording, and whether the other wording has others there."""

    text: str
    differs: bool


Line = tuple[Piece, ...]


@dataclass(frozen=True)
class Step:
    """Words that became others. Nothing before them: they were added. Nothing after: they were taken out."""

    before: str
    after: str


@dataclass(frozen=True)
class Difference:
    """The lines of two wordings, and the steps between them: none if all words are the same, or most are new."""

    before: tuple[Line, ...]
    after: tuple[Line, ...]
    steps: tuple[Step, ...]
    mostly_new: bool


def difference(before: str, after: str, language: str) -> Difference:
    """What differs between two wordings in one language."""
    old, new = _tokens(before, language), _tokens(after, language)
    # White space is carried along, never compared: a line that was filled anew has the same words.
    old_words, new_words = _words(old), _words(new)
    said, says = [old[at] for at in old_words], [new[at] for at in new_words]
    matcher = SequenceMatcher(None, said, says, autojunk=False)
    if max(len(said), len(says)) > _FEW and matcher.ratio() < _MOSTLY_NEW:
        return Difference(_lines(old, set()), _lines(new, set()), (), mostly_new=True)
    steps, in_old, in_new = [], set[int](), set[int]()
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag != "equal":
            gone, come = _between(old_words[old_from:old_to]), _between(new_words[new_from:new_to])
            in_old |= set(gone)
            in_new |= set(come)
            steps.append(Step(*(_joined(each, at) for each, at in ((old, gone), (new, come)))))
    return Difference(_lines(old, in_old), _lines(new, in_new), tuple(steps), mostly_new=False)


def _words(tokens: list[str]) -> list[int]:
    """Where the words stand, among the white space."""
    return [at for at, token in enumerate(tokens) if token.strip()]


def _between(words: list[int]) -> range:
    """From the first of some words to the last, with the white space between them."""
    return range(words[0], words[-1] + 1) if words else range(0)


def _joined(tokens: list[str], at: range) -> str:
    return " ".join("".join(tokens[each] for each in at).split())


def _lines(tokens: list[str], differs: set[int]) -> tuple[Line, ...]:
    lines: list[list[Piece]] = [[]]
    for at, said in enumerate(tokens):
        last = lines[-1]
        if said == "\n":
            lines.append([])
        elif last and last[-1].differs == (at in differs):
            last[-1] = Piece(last[-1].text + said, at in differs)
        else:
            last.append(Piece(said, at in differs))
    return tuple(tuple(line) for line in lines if line)


def _tokens(text: str, language: str) -> list[str]:
    if language.partition("-")[0] in _WITHOUT_SPACES:
        return _clusters(_LETTER.findall(text))
    return [token for chunk in _CHUNK.findall(text) for token in _peeled(chunk)]


def _clusters(units: list[str]) -> list[str]:
    """Letters with the signs that belong to them."""
    joined: list[str] = []
    for unit in units:
        belongs = unicodedata.category(unit[0]).startswith("M") or unit in (_JOINER, *_SPACING_VOWELS)
        if joined and not joined[-1].isspace() and (belongs or joined[-1].endswith(_JOINER)):
            joined[-1] += unit
        else:
            joined.append(unit)
    return joined


def _peeled(chunk: str) -> Iterator[str]:
    """A word, and each sign before and after it, one by one."""
    solid = [at for at, sign in enumerate(chunk) if not _loose(sign)] or [0]
    start, end = solid[0], solid[-1] + 1
    yield from (*chunk[:start], chunk[start:end], *chunk[end:])


def _loose(sign: str) -> bool:
    return unicodedata.category(sign) in ("Ps", "Pe", "Pi", "Pf", "Po") and sign not in _KEPT

"""Printed words -> the words to say: figures, years, telephone numbers, addresses and signs, in each language.

Takes Runs; gives pieces of text, each with the language of the voice that says it. Knows nothing of blocks or sound.

Why: a computer voice reads signs by their names ("slash"), drops the minus and sometimes the decimal point, and says
"01632 960001" as a number in the thousands. All digits are kept; `2007/08` becomes `2007 to 2008`.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from generator.blocks import Run, Runs
from generator.formats.sound.signs import Signs, signs
from generator.languages import INTERFACE_LANGUAGE, known_language

_UNHEARD = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Soft hyphens, and what tells a screen which way to write."""
_JOINERS = "\u200c\u200d"
_DASH = "\u2013"
_ENDS = ".;:!?\u060c\u061b\u061f\u06d4\u0964\u3002\uff0c\u3001\uff1b\uff1a\uff1f\uff01"
"""What makes a pause in a sentence or ends it, the comma apart: Latin, Arabic, Bengali, Chinese."""
_STOPS = ".!?\u061f\u06d4\u0964\u3002\uff1f\uff01"
"""What ends a sentence."""
_QUOTES = '"\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a\u300c\u300d\u300a\u300b'
_BRACKETS = re.escape("()[]{}\uff08\uff09\u3010\u3011")
_SAID = "'-,@%+\u00a3\u20ac\u00bf\u00a1" + _ENDS
"""Signs that the voices understand; the others are not said."""

_NUMBER = r"\d+(?:[.,]\d+)*"
_TELEPHONE = re.compile(r"(?<![\w+.,/])(?:\+|\(?0)\d[\d ()-]{5,}\d(?![\w/])")
_POSTCODE = re.compile(r"\b([A-Z]{1,2})(\d[\dA-Z]?) ?(\d)([A-Z]{2})\b")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ADDRESS = re.compile(
    rf"(?:https?://|\bwww\.)[^\s<>(){_QUOTES}]*[\w/]"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:uk|org|com|net|eu|wales)\b(?:/[\w/.-]*\w)?"
)
_YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(rf"(?<![\d/.,-])({_YEAR}) ?[/{_DASH}-] ?((?:19|20)?\d\d)(?![\d/.,-]?\d)")
_HOUR = " ?[ap]m"
_RANGE = re.compile(rf"(?<![\w/.,-])({_NUMBER}(?:{_HOUR})?) ?[{_DASH}-] ?({_NUMBER})(?![\d/-])")
_DATES = re.compile(rf"({_YEAR}) [{_DASH}-] (?=[^\s,;]+ (?:[^\s,;]+ )?{_YEAR})")
_CAPITALS = re.compile(r"(?<![\w.])[A-Z]{2,5}(?![\w.]\w|\w)")
_CONSONANT = "[B-DF-HJ-NP-TV-Z]"
_WORD_OF_CAPITALS = re.compile(rf"(?=.{{4}}){_CONSONANT}?[AEIOU](?:{_CONSONANT}{{1,2}}[AEIOU])*{_CONSONANT}?")
_NAME_WITH_CAPITALS = re.compile(r"\b[A-Z][a-z]+(?:[A-Z]+[a-z]+)+[A-Z]+\b")
_ROMAN = re.compile("[IVX]+")
_NUMBERED = re.compile(r"(?<!\w)(?:\u2116|[Nn]\.?[\u00ba\u00b0]|Nos?\.|[Nn]r\.?|n\.) ?(?=\d)")
_EXTENSION = re.compile(r"(?<=\d) ?(?:ext|x)\.? ?(?=\d)")
_MANY = {"k": "thousand", "m": "million", "bn": "billion"}
"""What English writes behind a sum of money."""
_LONGEST_GROUP = 5

_LANGUAGE_OF_SCRIPT = {
    "LATIN": INTERFACE_LANGUAGE,
    "CJK": "zh-Hans",
    "BENGALI": "bn",
    "ARABIC": "ur",
    "CYRILLIC": "ru",
    "GREEK": "el",
    "DEVANAGARI": "hi",
    "GURMUKHI": "pa",
    "GUJARATI": "gu",
    "TAMIL": "ta",
}
"""Who says words whose letters are not those of their language, such as "CCTV" within Bengali. The scripts are named
as the names of their letters begin in Unicode."""
_SCRIPTS = {"Arab": "ARABIC", "Beng": "BENGALI", "Cyrl": "CYRILLIC", "Deva": "DEVANAGARI", "Grek": "GREEK"}
_SCRIPTS |= {"Gujr": "GUJARATI", "Guru": "GURMUKHI", "Hans": "CJK", "Hant": "CJK", "Latn": "LATIN", "Taml": "TAMIL"}
"""The same by ISO 15924."""


def spoken(runs: Runs) -> tuple[tuple[str, str], ...]:
    """What to say, in pieces: a language, and words that its voice says."""
    said: list[tuple[str, str]] = []
    pause = ""
    for language, together in groupby(runs, key=lambda run: run.language):
        text = _said("".join(map(_marked, together)), language)
        for voice, words in _by_script(text, language):
            tidy = _tidy(words)
            pause = pause or _pause_before(words)
            if not any(character.isalnum() for character in tidy):
                continue  # a full stop, in another language than the words before it
            if said and pause:  # it stands behind the words before it, and so does its silence
                said.append((said[-1][0], _tidy(said.pop()[1] + pause)))
            pause = ""
            if said and said[-1][0] == voice:
                tidy = f"{said.pop()[1]} {tidy}"
            said.append((voice, tidy))
    return tuple((voice, words.rstrip(",") if at == len(said) else words) for at, (voice, words) in enumerate(said, 1))


def ends_a_sentence(words: str) -> bool:
    """Whether a longer silence follows words than between those of a sentence."""
    return words.endswith(tuple(_STOPS))


def _pause_before(words: str) -> str:
    """The sign that words begin with, as any voice understands it: a full stop, a comma, or none."""
    first = words.lstrip()[:1]
    return "." if first and first in _STOPS else "," if first and first in f",{_ENDS}" else ""


def _marked(run: Run) -> str:
    if "telephone" not in run.marks:
        return run.text
    return f" {f' {signs(run.language).extension} '.join(map(_digits, _EXTENSION.split(run.text)))} "


def _said(text: str, language: str) -> str:
    words = signs(language)
    text = _UNHEARD.sub("", unicodedata.normalize("NFC", text)).replace("\u2212", "-").replace("\u2019", "'")
    text = _grouped(_plain_digits(text), language)
    text = re.sub(r"\s+", " ", text).replace("\u2014", _DASH)
    text = _EMAIL.sub(lambda found: _address(found.group(), words), text)
    text = _ADDRESS.sub(lambda found: _address(found.group(), words), text)
    text = _POSTCODE.sub(_postcode, text)
    text = _TELEPHONE.sub(lambda found: _digits(found.group()), text)
    text = _NUMBERED.sub(f"{words.number} ", text)
    text = _times(text, words)
    text = _figures(text, words)
    if language.startswith("zh"):
        text = _chinese(text)
    if " " not in text.strip() or not all(map(str.isupper, filter(str.isalpha, text))):  # no heading in capitals
        text = _CAPITALS.sub(lambda found: _capitals(found.group()), text)
    text = _NAME_WITH_CAPITALS.sub(lambda found: found.group().capitalize(), text)  # or ComPaSS is Com, Pa, S, S
    return _without_signs(text, words)


# ------------------------------------------------------------------------------------------------------- figures


def _plain_digits(text: str) -> str:
    """A text with the digits 0 to 9, whatever digits its script has."""
    return "".join(str(unicodedata.decimal(each)) if each.isdecimal() else each for each in text)


def _grouped(text: str, language: str) -> str:
    """A text whose numbers have no separators of thousands, and the decimal sign of their language."""
    symbols = known_language(language).locale.number_symbols["latn"]
    group, comma = str(symbols["group"]), symbols["decimal"] == ","
    between = "[\u00a0\u202f,]" if group == "," else "[\u00a0\u202f.]" if group == "." else "[\u00a0\u202f]"
    text = re.sub(
        rf"(?<![\d.,])\d{{1,3}}(?:{between}\d{{2,3}})*{between}\d{{3}}(?!{'[.]' if comma else ','}\d|\d)",
        lambda found: re.sub(r"\D", "", found.group()),
        text,
    )
    return re.sub(r"(?<![\d.,])(\d+)\.(\d{1,2})(?![\d.])", r"\1,\2", text) if comma else text


def _digits(printed: str) -> str:
    """A telephone number digit by digit, with a pause after each group of three to five."""
    groups = re.findall(r"\d+", _plain_digits(_UNHEARD.sub("", printed)))
    short = [part for group in groups for part in _threes(group)]
    return ("+" if "+" in printed else "") + ", ".join(" ".join(group) for group in short)


def _threes(group: str) -> list[str]:
    return [group] if len(group) <= _LONGEST_GROUP else [group[at : at + 3] for at in range(0, len(group), 3)]


def _postcode(found: re.Match[str]) -> str:
    area, district, sector, unit = found.groups()
    return f"{'.'.join(area)} {' '.join(district)}, {sector} {'.'.join(unit)}"


def _times(text: str, words: Signs) -> str:
    """A text whose spans of years, dates and figures are said with `to`."""
    text = _DATES.sub(rf"\1 {words.to} ", text)
    text = _YEARS.sub(lambda found: _years(found, words), text)
    text = re.sub(rf"(\d {words.to} {_YEAR}) (?={words.to} )", r"\1, ", text)  # from 913 in 2007/2008 to 867
    return _RANGE.sub(rf"\1 {words.to} \2", text)


def _years(found: re.Match[str], words: Signs) -> str:
    """`2007/08` as 2007 to 2008; what is no span of years stays as it is."""
    first, last = found.groups()
    last = first[: 4 - len(last)] + last
    return f"{first} {words.to} {last}" if last > first else found.group()


def _figures(text: str, words: Signs) -> str:
    many = rf"(?: ?({'|'.join(_MANY)})\b| (million|billion|thousand)\b)?"
    text = re.sub(rf"\u00a3 ?({_NUMBER}){many}", lambda found: _money(found, words.pounds), text)
    text = re.sub(rf"\u20ac ?({_NUMBER})", rf"\1 {words.euros}", text)
    text = re.sub(rf"({_NUMBER}) ?\u20ac", rf"\1 {words.euros}", text)
    text = re.sub(rf"({_NUMBER}) ?%", lambda found: words.percent.format(found.group(1)), text)
    text = text.replace("%", words.percent.format("").strip())
    text = re.sub(r"(?<![\w.,)-])-(?=\d)", f"{words.minus} ", text)
    text = re.sub(r"\+ ?(?=\d)", f" {words.plus} ", text)
    text = re.sub("(?<=\\d) ?[\u00d7x] ?(?=\\d)", f" {words.times} ", text)
    return re.sub(r"(?<=\d):(?=\d\d)|(?<=\d)/(?=\d)", " ", text)


def _money(found: re.Match[str], unit: str) -> str:
    """`£1.5m` as 1.5 million pounds."""
    figure, short, long = found.groups()
    return " ".join(filter(None, (figure, _MANY.get(short, long), unit)))


def _chinese(text: str) -> str:
    """Years digit by digit, as Chinese says them; numbers apart from letters, or the voice drops decimal points."""
    year, to = "\u5e74", "\u81f3"
    text = re.sub(rf"(?<!\d){_YEAR}(?= ?(?:{year}|{to} ?{_YEAR}))", lambda found: " ".join(found.group()), text)
    text = re.sub(rf"(?<={to} ){_YEAR}(?!\d)", lambda found: " ".join(found.group()), text)
    text = text.replace("\u5bf9\u513f", "\u5bf9\uff0c\u513f")  # or the voice says "D U I forty-five": its own fault
    return re.sub("(?<=[\u3400-\u9fff])(?=\\d)|(?<=\\d)(?=[\u3400-\u9fff])", " ", text)


# ------------------------------------------------------------------------------------------------ letters and signs


def _address(printed: str, words: Signs) -> str:
    """An e-mail or web address, said slowly."""
    names = {"@": words.at, ".": words.dot, "/": words.slash, "-": words.hyphen, "_": words.underscore}
    bare = re.sub("^https?://", "", printed).rstrip("/")
    slow = re.sub("[@./_-]", lambda found: f", {names[found.group()]}, ", bare)
    return re.sub(r"\bwww\b", "W.W.W", slow)


def _capitals(letters: str) -> str:
    """Letters to say one by one, as CSP; or a word in capitals that can be said, as ROSE and ASBO."""
    if _ROMAN.fullmatch(letters) or _WORD_OF_CAPITALS.fullmatch(letters):
        return letters
    return ".".join(letters)


def _without_signs(text: str, words: Signs) -> str:
    """A text in which no sign is left but those of a sentence. What stands in quotes or brackets has pauses around."""
    text = re.sub(r"\bA ?& ?(?=[A-Z]\b)", f"A- {words.and_} ", text)  # A&E: the letter, not the word "a"
    text = re.sub(" ?& ?", f" {words.and_} ", text)
    text = re.sub(r"(?<=[^\W\d])\((\w{1,3})\)", r"\1", text)  # member(s)
    text = re.sub("[\u2192\u21d2] ?", f" {words.to} ", text)
    text = re.sub(":-(?= |$)", ":", text)
    text = re.sub("(?<=\\d) ?[)\uff09][,\u060c\uff0c\u3001] ?(?=\\d)", "; ", text)  # 3 (2025), 4 (2026)
    text = re.sub(r"(?<!\w)'(?=\w)|(?<=\w)'(?=[\s.,;:]|$)", '"', text)  # single quotes, but no apostrophe
    text = re.sub(rf"[{_BRACKETS}{_QUOTES}]-?| [{_DASH}-] |{_DASH}|(?<=\w)/(?=\w)|\u2026", ", ", text)
    return "".join(each if each in _SAID or unicodedata.category(each)[0] not in "PSC" else " " for each in text)


def _tidy(text: str) -> str:
    """A text without pauses at its beginning, and with one sign where several follow each other."""
    text = re.sub(r"\s+", " ", text)
    text = re.sub(rf"\s+(?=[,{_ENDS}])", "", text)
    text = re.sub(rf",+(?=[,{_ENDS}])|(?<=[{_ENDS}]),+", "", text)
    return re.sub(rf"^[\s,{_ENDS}]+", "", text).strip()


def _by_script(text: str, language: str) -> Iterator[tuple[str, str]]:
    """A text in pieces, each with the language of its voice: that of its letters, where the text's own has others."""
    own = _SCRIPTS.get(known_language(language).script, "")
    voices = [_voice(character, own, language) for character in text]
    last = language
    for at, voice in enumerate(voices):
        if voice:
            last = voice
        elif _belongs_to_a_letter(text[at]) or (last != language and _goes_on(text[at:], voices[at:], last)):
            voices[at] = last
    for spoken_by, characters in groupby(zip(voices, text, strict=True), key=lambda pair: pair[0] or language):
        yield spoken_by, "".join(character for _, character in characters)


def _belongs_to_a_letter(character: str) -> bool:
    """Whether it is a vowel sign, an accent or a joiner."""
    return character in _JOINERS or unicodedata.category(character)[0] == "M"


def _voice(character: str, own: str, language: str) -> str:
    """The language that says a letter, or "" for what any of them may."""
    if not character.isalpha():
        return ""
    script = unicodedata.name(character, "").partition(" ")[0]
    return language if script == own or not own else _LANGUAGE_OF_SCRIPT.get(script, language)


def _goes_on(text: str, voices: list[str], last: str) -> bool:
    """Whether words of the same other language follow, with no digit between."""
    for character, voice in zip(text, voices, strict=True):
        if voice or character.isdigit():
            return voice == last
    return False

"""Printed words -> the words to say: figures, years, telephone numbers, addresses and signs, in each language.

Takes Runs; gives pieces of text, each with the language of the voice that says it. Knows nothing of blocks or sound.

Why: a computer voice reads signs by their names ("slash"), drops the minus and sometimes the decimal point, and says
"01632 960001" as a number in the thousands. All digits are kept; `2007/08` becomes `2007 to 2008`.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.blocks import Run, Runs
from generator.languages import known_language


@dataclass(frozen=True)
class Signs:
    """How a language says what is written with signs. `{}` in `percent` is the figure."""

    to: str
    percent: str
    minus: str
    plus: str
    times: str
    and_: str
    at: str
    dot: str
    slash: str
    hyphen: str
    underscore: str
    pounds: str
    euros: str


_SIGNS = {
    "bn": Signs(
        *("থেকে", "{} শতাংশ", "মাইনাস", "যোগ", "গুণ", "এবং", "অ্যাট", "ডট", "স্ল্যাশ"),
        *("হাইফেন", "আন্ডারস্কোর", "পাউন্ড", "ইউরো"),
    ),
    "cy": Signs(
        *("i", "{} y cant", "minws", "plws", "lluosi", "a", "at", "dot", "slaes"),
        *("cysylltnod", "tanlinell", "punnoedd", "ewro"),
    ),
    "en": Signs(
        *("to", "{} per cent", "minus", "plus", "times", "and", "at", "dot", "slash"),
        *("hyphen", "underscore", "pounds", "euros"),
    ),
    "es": Signs(
        *("a", "{} por ciento", "menos", "más", "por", "y", "arroba", "punto", "barra"),
        *("guion", "guion bajo", "libras", "euros"),
    ),
    "it": Signs(
        *("a", "{} per cento", "meno", "più", "per", "e", "chiocciola", "punto", "barra"),
        *("trattino", "trattino basso", "sterline", "euro"),
    ),
    "pl": Signs(
        *("do", "{} procent", "minus", "plus", "razy", "i", "małpa", "kropka", "ukośnik"),
        *("łącznik", "podkreślnik", "funtów", "euro"),
    ),
    "pt": Signs(
        *("a", "{} por cento", "menos", "mais", "vezes", "e", "arroba", "ponto", "barra"),
        *("hífen", "traço inferior", "libras", "euros"),
    ),
    "ur": Signs(
        *("تا", "{} فیصد", "منفی", "جمع", "ضرب", "اور", "ایٹ", "ڈاٹ", "سلیش"),
        *("ہائفن", "انڈر اسکور", "پاؤنڈ", "یورو"),
    ),
    "zh": Signs(
        *("至", "百分之 {}", "负", "加", "乘", "和", "艾特", "点", "斜杠"),
        *("连字符", "下划线", "英镑", "欧元"),
    ),
}
"""By the first part of a language's tag. Other languages make a pause where a sign stands."""
_PAUSES = Signs(",", "{}%", "-", "+", ",", ",", "@", ",", ",", ",", ",", "£", "€")

_LANGUAGE_OF_SCRIPT = {
    "LATIN": "en",
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
"""Who says words whose letters are not those of their language, such as "CCTV" within Bengali."""

_SCRIPT = {"Arab": "ARABIC", "Beng": "BENGALI", "Cyrl": "CYRILLIC", "Grek": "GREEK", "Hans": "CJK", "Hant": "CJK"}
"""The beginning of the names of a script's letters in Unicode, by ISO 15924; Latin for those not listed here."""

_UNHEARD = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_NUMBER = r"\d+(?:[.,]\d+)*"
_TELEPHONE = re.compile(r"(?<![\w+.,/])(?:\+|\(?0)\d[\d ()-]{5,}\d(?![\w/])")
_POSTCODE = re.compile(r"\b([A-Z]{1,2})(\d[\dA-Z]?) ?(\d)([A-Z]{2})\b")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ADDRESS = re.compile(
    r"(?:https?://|\bwww\.)[^\s<>()“”\"]*[\w/]|\b[\w-]+(?:\.[\w-]+)*\.(?:uk|org|com|net|eu|wales)\b(?:/[\w/.-]*\w)?"
)
_YEARS = re.compile(r"(?<![\d/.,-])((?:19|20)\d\d) ?[/–-] ?((?:19|20)?\d\d)(?![\d/.,-]?\d)")
_RANGE = re.compile(rf"(?<![\w/.,-])({_NUMBER}) ?[–-] ?({_NUMBER})(?![\d/-])")
_DATES = re.compile(r"((?:19|20)\d\d) [–-] (?=\w+ (?:\w+ )?(?:19|20)\d\d)")
_CAPITALS = re.compile(r"(?<![\w.])[A-Z]{2,5}(?![\w.]\w|\w)")
_WORD_OF_CAPITALS = re.compile(r"(?=.{4})[AEIOU]?(?:[B-DF-HJ-NP-TV-Z][AEIOU])*[B-DF-HJ-NP-TV-Z]?")
_ROMAN = re.compile(r"[IVX]+")


def spoken(runs: Runs) -> tuple[tuple[str, str], ...]:
    """What to say, in pieces: a language, and words that its voice says."""
    said: list[tuple[str, str]] = []
    for language, together in groupby(runs, key=lambda run: run.language):
        text = _said("".join(_marked(run) for run in together), language)
        for voice, words in _by_script(text, language):
            tidy = _tidy(words)
            if any(character.isalnum() for character in tidy):
                said.append((voice, tidy))
            elif said and (mark := tidy.strip()[:1]):  # a full stop in another language than the words before it
                said[-1] = (said[-1][0], said[-1][1].rstrip(" .,;:") + mark)
    return tuple(said)


def _marked(run: Run) -> str:
    return f" {_digits(run.text)} " if "telephone" in run.marks else run.text


def _said(text: str, language: str) -> str:
    signs = _SIGNS.get(language.partition("-")[0], _PAUSES)
    text = unicodedata.normalize("NFC", _UNHEARD.sub("", text))
    text = _grouped(_plain_digits(text), language)
    text = re.sub(r"\s+", " ", text).replace("−", "-").replace("—", "–").replace("’", "'")
    text = _EMAIL.sub(lambda found: _address(found.group(), signs), text)
    text = _ADDRESS.sub(lambda found: _address(found.group(), signs), text)
    text = _POSTCODE.sub(lambda found: ", ".join(_postcode(found)), text)
    text = _TELEPHONE.sub(lambda found: _digits(found.group()), text)
    text = _DATES.sub(rf"\1 {signs.to} ", text)
    text = _YEARS.sub(lambda found: _years(found, signs), text)
    text = _RANGE.sub(rf"\1 {signs.to} \2", text)
    text = _figures(text, signs)
    if language.startswith("zh"):
        text = _chinese(text)
    if re.search("[a-z]", text) or not re.search("[A-Z]", text.replace(" ", "")[5:]):
        text = _CAPITALS.sub(lambda found: _capitals(found.group()), text)
    return _without_signs(text, signs)


# ------------------------------------------------------------------------------------------------------- figures


def _plain_digits(text: str) -> str:
    """A text with the digits 0 to 9, whatever digits its script has."""
    return "".join(str(unicodedata.decimal(each)) if each.isdecimal() else each for each in text)


def _grouped(text: str, language: str) -> str:
    """A text whose numbers have no separators of thousands, and the decimal sign of their language."""
    symbols = known_language(language).locale.number_symbols["latn"]
    group, decimal = str(symbols["group"]), str(symbols["decimal"])
    between = "[,]" if group == "," else "[\u00a0\u202f.]" if group == "." else "[\u00a0\u202f]"
    text = re.sub(rf"(?<![\d.,])\d{{1,3}}(?:{between}\d{{2,3}})*{between}\d{{3}}(?![\d.]\d|\d)", _joined, text)
    if decimal == ",":
        text = re.sub(r"(?<![\d.,])(\d+)\.(\d{1,2})(?![\d.])", r"\1,\2", text)
    return text


def _joined(found: re.Match[str]) -> str:
    return re.sub(r"\D", "", found.group())


def _digits(printed: str) -> str:
    """A telephone number digit by digit, with a pause after each group of three to five."""
    groups = re.findall(r"\d+", _plain_digits(_UNHEARD.sub("", printed)))
    short = [part for group in groups for part in _thirds(group)]
    return ("+" if "+" in printed else "") + ", ".join(" ".join(group) for group in short)


def _thirds(group: str) -> list[str]:
    return [group] if len(group) <= 5 else [group[i : i + 3] for i in range(0, len(group), 3)]  # noqa: PLR2004 - area codes


def _postcode(found: re.Match[str]) -> tuple[str, str]:
    area, district, sector, unit = found.groups()
    return f"{'.'.join(area)} {' '.join(district)}", f"{sector} {'.'.join(unit)}"


def _years(found: re.Match[str], signs: Signs) -> str:
    """`2007/08` as 2007 to 2008; what is no span of years stays as it is."""
    first, last = found.groups()
    last = last if len(last) > 2 else first[:2] + last  # noqa: PLR2004 - two digits of a year
    return f"{first} {signs.to} {last}" if int(last) > int(first) else found.group()


def _figures(text: str, signs: Signs) -> str:
    text = re.sub(rf"£ ?({_NUMBER})", rf"\1 {signs.pounds}", text)
    text = re.sub(rf"€ ?({_NUMBER})|({_NUMBER}) ?€", lambda f: f"{f.group(1) or f.group(2)} {signs.euros}", text)
    text = re.sub(rf"({_NUMBER}) ?%", lambda found: signs.percent.format(found.group(1)), text)
    text = re.sub(r"(?<![\w.,)-])-(?=\d)", f"{signs.minus} ", text)
    text = re.sub(r"\+ ?(?=\d)", f" {signs.plus} ", text)
    text = re.sub(r"(?<=\d) ?[×x] ?(?=\d)", f" {signs.times} ", text)
    text = re.sub(r"(?<=\d):(?=\d\d)", " ", text)
    return re.sub(r"(?<=\d)/(?=\d)", " ", text)


def _chinese(text: str) -> str:
    """Years digit by digit, as Chinese says them; numbers apart from letters, or the voice drops decimal points."""
    text = re.sub(r"(?<!\d)(?:19|20)\d\d(?= ?(?:年|至 ?(?:19|20)\d\d))", lambda f: " ".join(f.group()), text)
    text = re.sub(r"(?<=至)( ?)((?:19|20)\d\d)(?!\d)", lambda f: f.group(1) + " ".join(f.group(2)), text)
    return re.sub(r"(?<=[\u3400-\u9fff])(?=\d)|(?<=\d)(?=[\u3400-\u9fff])", " ", text)


# ------------------------------------------------------------------------------------------------ letters and signs


def _address(printed: str, signs: Signs) -> str:
    """An e-mail or web address, said slowly."""
    named = {"@": signs.at, ".": signs.dot, "/": signs.slash, "-": signs.hyphen, "_": signs.underscore}
    bare = re.sub("^https?://", "", printed).rstrip("/")
    slow = re.sub(r"[@./_-]", lambda found: f", {named[found.group()]}, ", bare)
    return re.sub(r"\bwww\b", "W.W.W", slow)


def _capitals(letters: str) -> str:
    """Letters to say one by one, as CSP; or a word in capitals, as ROSE, in which vowels and consonants take turns."""
    if _ROMAN.fullmatch(letters) or _WORD_OF_CAPITALS.fullmatch(letters):
        return letters
    return ".".join(letters)


def _without_signs(text: str, signs: Signs) -> str:
    """A text in which no sign is left but those of a sentence."""
    text = re.sub(r" ?& ?", f" {signs.and_} ", text)
    text = re.sub(r"(?<=[^\W\d])\((\w{1,3})\)", r"\1", text)  # member(s)
    text = re.sub(r"[→⇒] ?", f" {signs.to} ", text)
    text = re.sub(r":-(?= |$)", ":", text)
    text = re.sub(r"[()\[\]{}（）【】]-?| [–-] |–|(?<=\w)/(?=\w)|…", ", ", text)
    text = re.sub(r"(?<!\w)'|'(?!\w)", "", text)
    kept = "'-.,;:!?@%+£€।۔،؛؟。，、；：？！¿¡·"
    return "".join(each if each in kept or unicodedata.category(each)[0] not in "PSC" else " " for each in text)


def _tidy(text: str) -> str:
    """A text without pauses at its beginning, and with one sign where several follow each other."""
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s+(?=[,.;:!?،؛؟۔।。，、；：？！])", "", text)
    text = re.sub(r",+(?=[,.;:!?،؛؟۔।。，、；：？！])", "", text)
    text = re.sub(r"(?<=[.;:!?،؛؟۔।。，、；：？！]),+", "", text)
    return re.sub(r"^[\s,.;:،]+", "", text).strip()


def _by_script(text: str, language: str) -> Iterator[tuple[str, str]]:
    """A text in pieces, each with the language of its voice: that of its letters, where the text's own has others."""
    own = _SCRIPT.get(known_language(language).script, "LATIN")
    voices = [_voice(character, own, language) for character in text]
    last = ""  # the voice of the last letter
    for at, voice in enumerate(voices):
        if voice:
            last = voice
        elif last != language and _goes_on(text, voices, at, last):
            voices[at] = last
    for voice, characters in groupby(zip(voices, text, strict=True), key=lambda pair: pair[0] or language):
        yield voice, "".join(character for _, character in characters)


def _voice(character: str, own: str, language: str) -> str:
    """The language that says a letter, or "" for what any of them may."""
    if not character.isalpha():
        return ""
    script = unicodedata.name(character, "").partition(" ")[0]
    return language if script == own else _LANGUAGE_OF_SCRIPT.get(script, language)


def _goes_on(text: str, voices: list[str], at: int, last: str) -> bool:
    """Whether words of the same other language follow, with no digit between."""
    for character, voice in zip(text[at:], voices[at:], strict=True):
        if voice or character.isdigit():
            return voice == last
    return False

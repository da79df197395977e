"""How each language says what is written with signs: %, @, 2007/2008.

Takes the tag of a language; gives its Signs. Knows nothing of texts.

No native speaker has checked these words yet. A language that is not here makes pauses in place of signs.
"""

from dataclasses import dataclass


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
    number: str
    extension: str


_SIGNS = {
    "bn": Signs(
        *("থেকে", "{} শতাংশ", "মাইনাস", "যোগ", "গুণ", "এবং", "অ্যাট", "ডট", "স্ল্যাশ"),
        *("হাইফেন", "আন্ডারস্কোর", "পাউন্ড", "ইউরো", "নম্বর", "এক্সটেনশন"),
    ),
    "cy": Signs(
        *("i", "{} y cant", "minws", "plws", "lluosi", "a", "at", "dot", "slaes"),
        *("cysylltnod", "tanlinell", "punnoedd", "ewro", "rhif", "estyniad"),
    ),
    "en": Signs(
        *("to", "{} per cent", "minus", "plus", "times", "and", "at", "dot", "slash"),
        *("hyphen", "underscore", "pounds", "euros", "number", "extension"),
    ),
    "es": Signs(
        *("a", "{} por ciento", "menos", "más", "por", "y", "arroba", "punto", "barra"),
        *("guion", "guion bajo", "libras", "euros", "número", "extensión"),
    ),
    "it": Signs(
        *("a", "{} per cento", "meno", "più", "per", "e", "chiocciola", "punto", "barra"),
        *("trattino", "trattino basso", "sterline", "euro", "numero", "interno"),
    ),
    "pl": Signs(
        *("do", "{} procent", "minus", "plus", "razy", "i", "małpa", "kropka", "ukośnik"),
        *("łącznik", "podkreślnik", "funtów", "euro", "numer", "wewnętrzny"),
    ),
    "pt": Signs(
        *("a", "{} por cento", "menos", "mais", "vezes", "e", "arroba", "ponto", "barra"),
        *("hífen", "traço inferior", "libras", "euros", "número", "extensão"),
    ),
    "ur": Signs(
        *("تا", "{} فیصد", "منفی", "جمع", "ضرب", "اور", "ایٹ", "ڈاٹ", "سلیش"),
        *("ہائفن", "انڈر اسکور", "پاؤنڈ", "یورو", "نمبر", "ایکسٹینشن"),
    ),
    "zh": Signs(
        *("至", "百分之 {}", "负", "加", "乘", "和", "艾特", "点", "斜杠"),
        *("连字符", "下划线", "英镑", "欧元", "编号", "分机"),
    ),
}
"""By the first part of a language's tag. Other languages make a pause where a sign stands."""
_PAUSES = Signs(",", "{}%", "-", "+", ",", ",", "@", ",", ",", ",", ",", "£", "€", ",", ",")


def signs(language: str) -> Signs:
    """How a language says signs."""
    return _SIGNS.get(language.partition("-")[0], _PAUSES)

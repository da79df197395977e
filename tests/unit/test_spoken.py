"""What is said for what is printed."""

import pytest

from generator.blocks import Run
from generator.formats.sound.signs import signs
from generator.formats.sound.spoken import spoken

ENGLISH = {
    "1,726 crimes": "1726 crimes",
    "3.3%": "3.3 per cent",
    "% agree": "per cent agree",
    "-2.5%": "minus 2.5 per cent",
    "\u22122": "minus 2",
    "+3": "plus 3",
    "2007/08": "2007 to 2008",
    "the 2005/2008 strategy": "the 2005 to 2008 strategy",
    "2008-2011": "2008 to 2011",
    "2008\u20132011": "2008 to 2011",
    "(April 2008 - March 2011)": "April 2008 to March 2011",
    "From 913 in 2007/2008 to 867": "From 913 in 2007 to 2008, to 867",
    "16-18 year olds": "16 to 18 year olds",
    "2011/08": "2011 08",
    "24/7": "24 7",
    "14:30": "14 30",
    "2026-04-01": "2026-04-01",
    "priorities/aims and/or more": "priorities, aims and, or more",
    "levels 1 & 2": "levels 1 and 2",
    "3 x 4, 3\u00d74": "3 times 4, 3 times 4",
    "A \u2192 B": "A to B",
    "\u00a31,200": "1200 pounds",
    "\u00a31,200.50": "1200.50 pounds",
    "\u00a31.5m, \u00a35k and \u00a32 million": "1.5 million pounds, 5 thousand pounds and 2 million pounds",
    "5 \u20ac and \u20ac6": "5 euros and 6 euros",
    "No. 5, \u2116 6 and Nos. 7 and 8": "number 5, number 6 and number 7 and 8",
    "9am-5pm and 9.30am \u2013 5.30pm": "9am to 5pm and 9.30am to 5.30pm",
    "A&E, R&D": "A- and E, R and D",
    "the ComPaSS Unit of McDonald": "the Compass Unit of McDonald",
    "an ASBO, the MAPPA, a PCSO": "an ASBO, the MAPPA, a P.C.S.O",
    "366 crimes (2024/25), 318 crimes (2025/26)": "366 crimes, 2024 to 2025; 318 crimes, 2025 to 2026",
    "01536 410333": "0 1 5 3 6, 4 1 0, 3 3 3",
    "+44 1632 960001": "plus 4 4, 1 6 3 2, 9 6 0, 0 0 1",
    "Kettering, NN15 7QX": "Kettering, N.N 1 5, 7 Q.X",
    "safety-team@plan_a.example": "safety, hyphen, team, at, plan, underscore, a, dot, example",
    "https://www.plan.gov.uk/a.html.": "W.W.W, dot, plan, dot, gov, dot, uk, slash, a, dot, html.",
    "see kettering.gov.uk for more": "see kettering, dot, gov, dot, uk for more",
    "CSP, CDRP, KGH, TV and LGUSS": "C.S.P, C.D.R.P, K.G.H, T.V and L.G.U.S.S",
    "the ROSE project": "the ROSE project",
    "Part II": "Part II",
    "CRIME AND DISORDER": "CRIME AND DISORDER",
    "[first words lost] anti-social": "first words lost, anti-social",
    "themes:-": "themes:",
    "the member(s)": "the members",
    'Some "No calling" schemes': "Some, No calling, schemes",
    "to 'design out' crime, member's children's'": "to, design out, crime, member's children's",
    "a \u2013 b": "a, b",
    "under the plan (867)": "under the plan, 867",
    "Com\u00admu\u00adnity\u00a0safety \u20662008\u2069": "Community safety 2008",
    "wait\u2026 * # ^ ~ |": "wait",
    "\U0001f600 ok": "ok",
    "\u2713": "",
}


@pytest.mark.parametrize(("printed", "said"), ENGLISH.items())
def test_what_is_said_in_english(printed: str, said: str) -> None:
    assert spoken((Run(printed, "en"),)) == ((("en", said),) if said else ())


OTHERS = [
    ("es", "20,4 % de 12\u00a0345", "20,4 por ciento de 12345"),
    ("it", "dell\u20199% (1.726)", "dell'9 per cento, 1726"),
    ("it", "aprile 2008 \u2013 marzo 2011", "aprile 2008 a marzo 2011"),
    ("pt", "20.4%", "20,4 por cento"),
    ("pl", "2007/2008: 3,3%", "2007 do 2008: 3,3 procent"),
    ("pl", "-5", "minus 5"),
    ("cy", "3.5%", "3.5 y cant"),
    ("ur", "\u2066-5\u2069", "منفی 5"),
    ("bn", "১,২০০.৫০", "1200.50"),
    ("ur", "1,200.50", "1200.50"),
    ("es", "1.200,50", "1200,50"),
    ("es", "12.05.2008", "12.05.2008"),
    ("es", "De 913 delitos (2007/08), a 867", "De 913 delitos, 2007 a 2008, a 867"),
    ("es", "n.\u00ba 5", "número 5"),
    ("it", "n. 5", "numero 5"),
    ("pl", "nr 5", "numer 5"),
    ("bn", "১,৭২৬টি, ৩.৩%", "1726টি, 3.3 শতাংশ"),
    ("bn", "এপ্রিল ২০০৮ \u2013 মার্চ ২০১১", "এপ্রিল 2008 থেকে মার্চ 2011"),
    ("zh-Hans", "变为3.3%\uff082007/2008年度\uff09", "变为百分之 3.3, 2 0 0 7 至 2 0 0 8 年度"),
    ("zh-Hans", "2008年4月1,726 起", "2 0 0 8 年 4 月 1726 起"),
    ("de", "5%, 2007/08", "5%, 2007, 2008"),
]


@pytest.mark.parametrize(("language", "printed", "said"), OTHERS)
def test_what_is_said_in_other_languages(language: str, printed: str, said: str) -> None:
    assert spoken((Run(printed, language),)) == ((language, said),)


def test_a_number_marked_as_a_telephone_number_is_said_digit_by_digit_however_short() -> None:
    assert spoken((Run("Ring ", "en"), Run("101", "en", frozenset({"telephone"})))) == (("en", "Ring 1 0 1"),)


def test_the_extension_of_a_telephone_number_is_not_lost() -> None:
    for printed in ("01536 410333 ext. 12", "01536 410333 x12"):
        (said,) = spoken((Run(printed, "en", frozenset({"telephone"})),))
        assert said == ("en", "0 1 5 3 6, 4 1 0, 3 3 3 extension 1 2")


def test_the_pause_between_two_voices_belongs_to_the_words_before_it() -> None:
    bracket = (Run("ROSE Project", "en"), Run("\uff08ROSE 项目\uff09。", "zh-Hans"))
    assert spoken(bracket) == (("en", "ROSE Project, ROSE"), ("zh-Hans", "项目。"))
    sentence = (Run("Trust", "en"), Run("。", "zh-Hans"), Run(" 1", "zh-Hans"))
    assert spoken(sentence) == (("en", "Trust."), ("zh-Hans", "1"))


def test_words_in_other_letters_are_said_by_the_voice_that_reads_them() -> None:
    said = spoken((Run("কেটারিং Kettering Borough, CCTV ২ক", "bn"),))
    assert said == (("bn", "কেটারিং"), ("en", "Kettering Borough, C.C.T.V"), ("bn", "2ক"))
    assert spoken((Run("see বাংলা and 中文", "en"),)) == (
        *(("en", "see"), ("bn", "বাংলা"), ("en", "and")),
        ("zh-Hans", "中文"),
    )


def test_abbreviations_are_spelled_among_letters_that_have_no_capitals() -> None:
    assert spoken((Run("LGUSS کے", "ur"),)) == (("en", "L.G.U.S.S"), ("ur", "کے"))
    assert spoken((Run("2006 এর ", "bn"), Run("LGUSS", "en"))) == (("bn", "2006 এর"), ("en", "L.G.U.S.S"))


def test_runs_of_one_language_are_said_in_one_breath() -> None:
    runs = (Run("From ", "en"), Run("913", "en", value="913"), Run(" to 867", "en"), Run(".", "pl"))
    assert spoken(runs) == (("en", "From 913 to 867"),)


def test_a_language_has_a_word_for_every_sign() -> None:
    for code in ("bn", "cy", "en", "es", "it", "pl", "pt", "ur", "zh-Hans"):
        words = vars(signs(code)).values()
        assert all(words)
        assert not set(words) & set(",@"), code
        assert signs(code) == signs(f"{code}-XX")


def test_a_word_of_400_letters_is_said_whole() -> None:
    assert spoken((Run("a" * 400, "en"),)) == (("en", "a" * 400),)

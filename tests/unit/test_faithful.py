"""What a machine can see of a translation: lost placeholders, other figures, other links, markup, damaged letters."""

import pytest

from generator.faithful import unfaithful

BRACES = "The translation does not have the same words in braces as the original"
NUMBERS = "The translation does not have the same numbers as the original"
MARKUP = "The translation has HTML, a picture or a link that the original does not have"
SHAPE = "The translation does not have the same headings, lists, emphasis and links as the original"
DAMAGED = "The letters of the translation were damaged when it was saved"
BACKWARDS = "The translation is written backwards"


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("From {low} to {high}", "{high} سے {low} تک"),
        ("913 crimes by March 2011", "913 delitos hasta marzo de 2011"),
        ("1,726 crimes", "1726 przestępstw"),
        ("1,726 crimes", "১,৭২৬টি অপরাধ"),
        ("a 12.4% reduction", "o 12,4% mniej"),
        ("April 2008 to March 2011", "2008年4月至2011年3月"),
        ("on 31 March 2011", "2011年3月31日"),
        ("10,500 homes", "10\N{NARROW NO-BREAK SPACE}500 mieszkań"),
        ("Don't; e.g. this", "No; p. ej., esto"),
        ("Safer", "\N{RIGHT-TO-LEFT ISOLATE}محفوظ\N{POP DIRECTIONAL ISOLATE}"),
        ("... and more", "... i więcej"),
        ("café", "café «à côté»"),
        ("A < B", "A < B"),
        ("at 18:30", "alle 18.30"),
        ("12,345", "12 345"),
        ("01/04/2008", "01.04.2008"),
        ("1,234,567", "12,34,567"),
        ("Street", "„Fuß“"),
        ("See https://example.org.", "请见 https://example.org。"),
    ],
)
def test_a_faithful_translation_is_left_alone(original: str, translation: str) -> None:
    assert unfaithful([original], [translation]) == ""


@pytest.mark.parametrize(
    ("original", "translation", "message"),
    [
        ("From {low} to {high}", "da {low} a {low}", BRACES),
        ("{low}", "{low} {low}", BRACES),
        ("913 crimes by 2011", "931 delitos en 2011", NUMBERS),
        ("913 crimes", "delitos", NUMBERS),
        ("crimes", "3 delitos", NUMBERS),
        ("a 12.4% reduction", "un 124% menos", NUMBERS),
        ("1,726", "1.72", NUMBERS),
        ("5 teams, 5 homes", "5 equipos, casas", NUMBERS),
        ("in March", "3", NUMBERS),
        ("Safer", "<i>Seguro</i>", MARKUP),
        ("Safer", "</script>", MARKUP),
        ("Safer", "![x](y.png)", MARKUP),
        ("Safer", "https://example.org", MARKUP),
        ("Write to mailto:a@b.example", "mailto:c@b.example", MARKUP),
        ("Safer", "MÃ¡s seguro", DAMAGED),
        ("Safer", "M\N{REPLACEMENT CHARACTER}s", DAMAGED),
        ("Safer streets.", "\N{ARABIC FULL STOP}سڑکیں", BACKWARDS),
        ("Safer streets.", ".sarugeS", BACKWARDS),
        ("Safer", "\ufe8e\ufee1", BACKWARDS),
        ("Safer", "\u09bfক", "A sign of the translation stands without its letter"),
        (
            "Safer",
            "\N{LEFT-TO-RIGHT ISOLATE}x",
            "The translation turns the direction of the text and does not turn it back",
        ),
        ("Safer", "  ", "A form of the translation is empty"),
    ],
)
def test_an_unfaithful_translation_is_told_in_words(original: str, translation: str, message: str) -> None:
    assert unfaithful([original], [translation]) == message


@pytest.mark.parametrize(
    ("original", "translation", "message"),
    [
        ("One.\n\nTwo.", "Uno.\n\nDos.", ""),
        ("One.\n\nTwo.", "Uno. Dos.", SHAPE),
        ("- one\n- two", "- uno\n- dos", ""),
        ("- one\n- two", "- uno", SHAPE),
        ("A **word**", "Una palabra", SHAPE),
        ("[Plan](https://a.example)", "[Plan](https://b.example)", MARKUP),
        ("[About](about.html)", "[Acerca](abuot.html)", MARKUP),
        ("Text", "# Title", MARKUP),
        ("Text", "`code`", MARKUP),
    ],
)
def test_short_markdown_keeps_its_shape(original: str, translation: str, message: str) -> None:
    assert unfaithful([original], [translation], rich="text") == message


def test_a_part_of_a_page_may_be_a_heading_if_its_original_is() -> None:
    assert unfaithful(["## One"], ["## Uno"], rich="page") == ""
    assert unfaithful(["## One"], ["### Uno"], rich="page") == SHAPE
    assert unfaithful(["## One"], ["## <b>Uno</b>"], rich="page") == MARKUP


def test_a_plural_form_may_leave_the_number_out_but_bring_in_no_other_name() -> None:
    originals = ["{count} target", "{count} targets"]
    assert unfaithful(originals, ["un objetivo", "{count} objetivos"], plural=True) == ""
    assert unfaithful(originals, ["un objetivo", "{sum} objetivos"], plural=True) == BRACES
    assert unfaithful(originals, ["un objetivo", ""], plural=True) == "A form of the translation is empty"

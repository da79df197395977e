"""An original and its translation -> what the translation may not do, in words, or nothing.

Takes texts; gives a message. Knows nothing of catalogs or pages.

No tool here judges meaning. These are the faults that a machine can see with certainty: a lost placeholder, another
figure, a link that leads elsewhere, markup that the original does not have, letters that were damaged on the way.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator import prose

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
"""A name in a message that is filled in."""

_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
_NUMBER = re.compile("\\d+(?:[.,\u066b\u066c\u2019'\u00a0\u202f]\\d+)*")
_DAY_OR_MONTH = re.compile(r"\d{1,2}(?=\s*[月日])")
"""Chinese writes months as numbers: March is 3月."""
_MARKUP = re.compile(r"<[/!a-z]|\]\(|javascript:", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?:|mailto:|tel:)[\x21-\x28\x2a-\x5c\x5e-\x7e]+", re.IGNORECASE)
_GROUP = 3
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]{2,}")
_SHAPES = re.compile("[\ufb50-\ufdcf\ufe70-\ufefc]")
"""Letters of Arabic in one shape only: text that was copied from a PDF has them, often backwards."""
_CLOSING = ".,;:!?)]\u060c\u061b\u061f\u06d4\u0964\u3002\uff0c\u3001\uff1b\uff1a\uff01\uff1f\uff09\u300b"
"""What ends or parts a sentence, in the scripts that we know: no text begins with it."""
_ISOLATES = "\u2066\u2067\u2068"
_END_OF_ISOLATE = "\u2069"


def unfaithful(
    originals: Sequence[str], forms: Sequence[str], *, plural: bool = False, rich: str = "", numbers: bool = True
) -> str:
    """What is wrong with a translation, or "".

    `rich` is "text" for short Markdown, "page" for a part of a page. `numbers` says whether to compare them.
    """
    if not all(form.strip() for form in forms):
        return "A form of the translation is empty"
    if _other_braces(originals, forms, plural=plural):
        return "The translation does not have the same words in braces as the original"
    if any(_markup(originals[-1], form, rich) for form in forms):
        return "The translation has HTML, a picture or a link that the original does not have"
    if numbers and not plural and any(_figures(form, of=originals[0]) for form in forms):
        return "The translation does not have the same numbers as the original"
    if rich and not plural and _shape(originals[0]) != _shape(forms[0]):
        return "The translation does not have the same headings, lists, emphasis and links as the original"
    return next((message for message, damaged in _DAMAGE if any(damaged(originals[-1], form) for form in forms)), "")


def _other_braces(originals: Sequence[str], forms: Sequence[str], *, plural: bool) -> bool:
    wanted = Counter(_BRACES.findall(originals[-1]))
    given = [Counter(_BRACES.findall(form)) for form in forms]
    # A plural form may leave the number out ("no targets"); nothing may bring in another name.
    return any(not each <= wanted or (not plural and each != wanted) for each in given)


def same_figures(original: str, translation: str) -> bool:
    """Whether a translation has the numbers of its original."""
    return not _figures(translation, of=original)


def _figures(form: str, of: str) -> bool:
    """Whether a translation has other numbers than its original.

    Languages group and part numbers differently: 1,726 is 1.726 and 12.4 is 12,4. A number that only stands in other
    pieces, such as 18:30 for 18.30, is the same.
    """
    wanted, given = _numbers(of), _numbers(form)
    for number in tuple(wanted):
        same = next((each for each in given if number.may_be & each.may_be), None)
        if same is not None:
            wanted.remove(number)
            given.remove(same)
    named = {_plain(each) for each in _DAY_OR_MONTH.findall(form)}
    if not wanted:
        return any(not each.may_be & named for each in given)
    return len(wanted) == len(given) or _digits(wanted) != _digits(given)


@dataclass(frozen=True)
class _Number:
    """A number as it is written, and all that it may mean."""

    digits: str
    may_be: frozenset[str]


def _digits(numbers: list[_Number]) -> list[str]:
    return sorted("".join(each.digits for each in numbers))


def _numbers(text: str) -> list[_Number]:
    """The numbers of a text."""
    found: list[_Number] = []
    for match in _NUMBER.findall(text):
        groups = [_plain(each) for each in re.split(r"\D", match)]
        may_be = frozenset(_meanings(groups))
        parts = [_Number(each, frozenset({each.lstrip("0") or "0"})) for each in groups]
        found += [_Number("".join(groups), may_be)] if may_be else parts
    return found


def _meanings(groups: list[str]) -> Iterator[str]:
    """What groups of digits with signs between them may mean: one whole number, or one with a fraction."""
    inner = all(len(each) in (2, _GROUP) for each in groups[1:-1])  # Indian usage: 12,34,567
    if len(groups) == 1 or (inner and len(groups[-1]) == _GROUP):
        yield "".join(groups).lstrip("0") or "0"
    if len(groups) == 2 or (inner and len(groups) > 2 and len(groups[-1]) != _GROUP):  # noqa: PLR2004 - before and after
        whole = "".join(groups[:-1]).lstrip("0") or "0"
        yield f"{whole}.{groups[-1].rstrip('0')}".rstrip(".")


def _plain(number: str) -> str:
    """A number in the digits 0 to 9."""
    return "".join(str(unicodedata.digit(sign)) for sign in number)


def _markup(original: str, form: str, rich: str) -> bool:
    if _addresses(original) != _addresses(form):
        return True
    if rich:
        if sorted(link for _, link in prose.links(original)) != sorted(link for _, link in prose.links(form)):
            return True
        page = rich == "page"
        known = {message for _, message, _ in prose.faults(original, page=page)}
        return any(message not in known for _, message, _ in prose.faults(form, page=page))
    return bool(_MARKUP.search(form)) and not _MARKUP.search(original)


def _addresses(text: str) -> list[str]:
    """The addresses in a text, without the signs that end a sentence behind them."""
    return sorted(each.rstrip(_CLOSING + "'\"") for each in _ADDRESS.findall(text))


def _shape(markdown: str) -> Counter[str]:
    """How many headings, entries, paragraphs, links and emphases a text has."""
    return Counter(prose.kinds(markdown))


def _mojibake(_original: str, form: str) -> bool:
    """Whether UTF-8 was read as Windows-1252 somewhere on the way: "Ã©" for "é"."""
    return "\ufffd" in form or any(_read_wrongly(run) for run in _BEYOND_ASCII.findall(form))


def _read_wrongly(run: str) -> bool:
    try:
        meant = run.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return False
    # One sign alone may be a sharp s and a quotation mark by chance, unless it is a usual one.
    return len(meant) > 1 or meant < "\u0250" or "\u2010" <= meant <= "\u203a"


def _backwards(original: str, form: str) -> bool:
    starts = form.lstrip()[:1]
    return bool(_SHAPES.search(form)) or (starts in _CLOSING and original.lstrip()[:1] not in _CLOSING)


def _loose_sign(_original: str, form: str) -> bool:
    """Whether a vowel sign or accent stands where no letter is before it."""
    return any(
        unicodedata.category(sign)[0] == "M" and (before.isspace() or not before)
        for before, sign in zip(("", *form), form, strict=False)
    )


def _open_isolate(_original: str, form: str) -> bool:
    return sum(form.count(each) for each in _ISOLATES) != form.count(_END_OF_ISOLATE)


_DAMAGE: tuple[tuple[str, Callable[[str, str], bool]], ...] = (
    ("The letters of the translation were damaged when it was saved", _mojibake),
    ("The translation is written backwards", _backwards),
    ("A sign of the translation stands without its letter", _loose_sign),
    ("The translation turns the direction of the text and does not turn it back", _open_isolate),
)

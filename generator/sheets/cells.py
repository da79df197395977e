"""A cell that was read -> the value as a plan's file has it, or what is wrong with the cell.

Takes a Cell and what it is to hold; gives a Reading or a Fault. A doubtful cell is asked about, never guessed. Knows
nothing of sheets, or of where the cell stands.
"""

import calendar
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches

from generator.periods import Period
from generator.problems import shortened
from generator.read import hidden_in
from generator.workbook.book import Cell, Kind, plain


@dataclass(frozen=True)
class Reading:
    """What a cell means. `note` says so in words where that is not what it shows."""

    value: str = ""
    note: str = ""


@dataclass(frozen=True)
class Fault:
    """Why a cell cannot be read, and what to do."""

    message: str
    hint: str


_STATES = 'If there is no figure, leave the cell empty and choose why under "State": awaited, missing or suppressed.'
_DIGITS = f"Write it in digits, such as 1234.5. {_STATES}"
_UNSEEN = re.compile("[\ufeff\u200b\u2060\u00ad]")
"""Characters that nobody sees and that change no word. Others, such as joiners, are letters to some languages."""
_JOINERS = re.compile("[\u200c-\u200f\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile(r"\s+")
_NO_FIGURE = frozenset(
    {"-", "--", "\u2013", "\u2014", ".", "..", "...", "/", "?", "x", "n/a", "na", "n.a.", "nil", "none", "tbc", "tba"}
)
_NUMBER = re.compile(r"[+-]?\d{1,15}(?:\.\d{1,9})?", re.ASCII)
_DOUBTFUL = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_CLEAR = tuple(
    (re.compile(pattern, re.ASCII), thousands)
    for pattern, thousands in (
        (r"\d+(?:[.,]\d+)?", ""),
        (r"\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?", " '"),
        (r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}", ","),
        (r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}", "."),
        (r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?", ","),  # 12,34,567: lakhs, as in Bengali and Urdu
    )
)
"""How numbers are written that can mean only one, and what stands between thousands in them."""
_NAMED = 9
"""How many choices a hint names: as many as fit a line."""
_DAY_OR_MONTH_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def text(cell: Cell) -> Reading | Fault:
    """A text. Numbers are taken as they are shown."""
    if (fault := unreadable(cell)) is not None:
        return fault
    words = _UNSEEN.sub("", cell.text).replace("\r\n", "\n").replace("\r", "\n").strip()
    if (code := hidden_in(words)) is not None:
        return Fault(f"There is a hidden control character here ({code})", "Delete it and type the text again.")
    return Reading(f"{plain(Decimal(words) * 100)}%" if cell.kind is Kind.PERCENT else words)


def name(cell: Cell) -> str:
    """A text that holds no more than a name: without unseen characters, spaces in one size."""
    return _bare(cell.text)


def _bare(words: str) -> str:
    return _SPACES.sub(" ", _JOINERS.sub("", _UNSEEN.sub("", words))).strip()


def number(cell: Cell, *, percent: bool) -> Reading | Fault:
    """A figure. With `percent`, it counts percent, and 12% is 12."""
    if (fault := unreadable(cell)) is not None:
        return fault
    written = name(cell)
    if cell.kind is Kind.PERCENT:
        return _percent(plain(Decimal(cell.text) * 100), percent=percent)
    if cell.kind is Kind.DAY:
        return Fault(
            f"There is a date here ({written}), not a figure", "Type the figure, and format the cell as a number."
        )
    if cell.kind is Kind.YES_NO:
        return Fault(f"There is {written} here, not a figure", _DIGITS)
    if cell.kind is Kind.NUMBER or not written:
        return _bounded(written)
    if written.endswith("%"):
        inner = number(Cell(Kind.TEXT, written[:-1]), percent=percent)
        return inner if isinstance(inner, Fault) else _percent(inner.value, percent=percent)
    return _number_in_text(written)


def _percent(figure: str, *, percent: bool) -> Reading | Fault:
    if not percent:
        return Fault(
            f"There is a percentage here ({figure}%), but this does not count percent", "Write the figure itself."
        )
    read = _bounded(figure)
    return read if isinstance(read, Fault) else Reading(figure, f"{figure}% is read as {figure}")


def _bounded(figure: str) -> Reading | Fault:
    if not figure or _NUMBER.fullmatch(figure):
        return Reading(figure)
    return Fault(
        f"The figure has too many digits ({figure[:24]})", "Round it to as many decimals as are meant, at most 9."
    )


def _number_in_text(written: str) -> Reading | Fault:
    """A number that is stored as text, if it can mean only one."""
    digits = "".join(map(_ascii, written))
    sign = "-" if digits.startswith("-") else ""
    body = digits.removeprefix("-").removeprefix("+").strip()
    if _DOUBTFUL.fullmatch(body):
        whole, part = sign + re.sub("[.,]", "", body), sign + body.replace(",", ".")
        return Fault(f'"{written}" can mean {whole} or {part}', f"Write {whole}, or {part}0, whichever is meant.")
    for pattern, thousands in _CLEAR:
        if pattern.fullmatch(body):
            figure = re.sub(f"[{thousands}]", "", body) if thousands else body
            return _bounded(sign + plain(Decimal(figure.replace(",", "."))))
    return _no_number(written)


def _ascii(sign: str) -> str:
    """A digit of any script as 0 to 9, and the signs around it as ours."""
    known = {"\u2212": "-", "\u066b": ".", "\u066c": "'", "\u2019": "'"}
    return str(unicodedata.decimal(sign, known.get(sign, sign)))


def _no_number(written: str) -> Fault:
    said = f'("{shortened(written)}")'
    if written.casefold() in _NO_FIGURE:
        return Fault(f'"{written}" is no figure', _STATES)
    if not any(letter.isdigit() for letter in written):
        return Fault(f"The value is in words {said}", _DIGITS)
    return Fault(
        f"The value is not a plain number {said}", 'Write the digits alone. What else is to be said goes under "Note".'
    )


def period(cell: Cell) -> Reading | Fault:
    """A day, month, year or longer time."""
    if (fault := unreadable(cell)) is not None:
        return fault
    written = name(cell)
    if not written or Period.parse(written) is not None:
        return Reading(written, f"the date is read as {written}" if cell.kind is Kind.DAY else "")
    hint = "Write it as 2026, 2026-05, 2026-05-31, 2026/2027, 2026-04 to 2029-03, by 2026-05 or 12 months to 2026-02."
    if (match := _DAY_OR_MONTH_FIRST.fullmatch(written)) is not None:
        first, second, year = map(int, match.groups())
        readings = {f"{year}-{month:02}-{day:02}": (day, month) for day, month in ((first, second), (second, first))}
        days = {iso: parts for iso, parts in readings.items() if Period.parse(iso) is not None}
        if len(days) == 1:
            return Reading(next(iter(days)), f"{written} is read as {next(iter(days))}")
        if days:
            meant = " or ".join(f"{iso} ({day} {calendar.month_name[month]})" for iso, (day, month) in days.items())
            return Fault(f'"{written}" can mean two days', f"Write {meant}.")
    if cell.kind is not Kind.TEXT:
        return Fault(f"There is a number here ({written}), not a time", hint)
    return Fault(f'The time cannot be read ("{shortened(written)}")', hint)


def choice(cell: Cell, header: str, options: Mapping[str, str]) -> Reading | Fault:
    """One of several words; `options` says how the plan itself calls each."""
    if (fault := unreadable(cell)) is not None:
        return fault
    return _chosen(name(cell), header, options)


def several(cell: Cell, header: str, options: Mapping[str, str]) -> Reading | Fault:
    """Ids with commas between them."""
    if (fault := unreadable(cell)) is not None:
        return fault
    whole = (
        [name(cell)] if name(cell).casefold() in map(str.casefold, options.values()) else None
    )  # a name with a comma
    parts = whole or [each.strip() for each in re.split("[,;\n]", name(cell)) if each.strip()]
    read = [_chosen(each, header, options) for each in parts]
    for each in read:
        if isinstance(each, Fault):
            return each
    values = [each.value for each in read if isinstance(each, Reading)]
    if len(set(values)) < len(values):
        return Fault(f'An entry stands twice in "{name(cell)}"', "Keep it once.")
    return Reading(", ".join(values))


def _chosen(written: str, header: str, options: Mapping[str, str]) -> Reading | Fault:
    meant = [option for option, words in options.items() if words and _bare(words).casefold() == written.casefold()]
    if len(meant) > 1:
        hint = f"Write the id that you mean: {' or '.join(meant)}."
        return Fault(f'"{header}" can mean several ("{shortened(written)}")', hint)
    spelled = {_bare(words).casefold(): option for option, words in options.items() if words}
    spelled |= {option.casefold(): option for option in options}
    if not written or written.casefold() in spelled:
        return Reading(spelled[written.casefold()] if written else "")
    close = get_close_matches(written.casefold(), list(spelled), n=1)
    known = f"Use one of: {', '.join(list(options)[:_NAMED])}{' ...' if len(options) > _NAMED else ''}"
    hint = f'Did you mean "{spelled[close[0]]}"?' if close else known
    return Fault(f'"{header}" cannot be "{shortened(written)}"', hint)


def unreadable(cell: Cell) -> Fault | None:
    """Why nothing can be read from a cell."""
    if cell.kind is Kind.FAULT:
        return Fault(f"The formula here ends in an error ({cell.text})", "Mend the formula, or type the value itself.")
    if cell.kind is Kind.NO_RESULT:
        hint = "Open the workbook in Excel or LibreOffice and save it, or type the value itself."
        return Fault(f"The formula here has no result ({shortened(cell.text)})", hint)
    return None

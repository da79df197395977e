"""Catalogs -> a Translator: words and the language they are in, plurals, dates and numbers.

Takes a language and gettext catalogs; gives Words. Knows nothing of pages or HTML.

A text without a translation comes back in its original language, and says so: the caller marks it with that language.
Numbers, dates and plural forms follow CLDR (through Babel). Entries flagged `fuzzy` are never used.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from gettext import c2py
from pathlib import Path

from babel.dates import format_date, format_skeleton
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal, format_percent

from generator import prose
from generator.fields import NotStated, Text
from generator.languages import INTERFACE_LANGUAGE, Language, known_language
from generator.periods import Period, PeriodForm
from generator.problems import Place, Problem, Severity
from generator.read import FORBIDDEN
from generator.targets import PERCENT, Measure, Unit

_PLACEHOLDER = re.compile(r"\{[a-z]+\}")

INTERFACE = "planpress"
"""The name of the catalog with Planpress' own words."""


@dataclass(frozen=True)
class Words:
    """Words and the BCP 47 tag of the language they are in."""

    text: str
    language: str


@dataclass(frozen=True)
class Translator:
    """Speaks one language, from the catalogs it is given; the first that knows a text wins."""

    language: Language
    catalogs: tuple[Catalog, ...] = ()

    # ------------------------------------------------------------------ words

    def text(self, text: Text) -> Words:
        """A text of the plan: translated, or as it is."""
        if text.language != self.language.code:
            for catalog in self.catalogs:
                message = catalog.get(text.wording, context=text.path)
                if message is not None and message.string and not message.fuzzy and isinstance(message.string, str):
                    return Words(message.string, self.language.code)
        return Words(text.wording, text.language)

    def has(self, text: Text) -> bool:
        """Whether a text can be read in this language."""
        return self.text(text).language == self.language.code

    def word(self, message: str, context: str | None = None) -> Words:
        """Words of Planpress itself."""
        if self.language.code != INTERFACE_LANGUAGE:
            for catalog in self.catalogs:
                found = catalog.get(message, context=context)
                if found is not None and found.string and not found.fuzzy and isinstance(found.string, str):
                    return Words(found.string, self.language.code)
        return Words(message, INTERFACE_LANGUAGE)

    def plural(self, one: str, many: str, count: int) -> Words:
        """Words of Planpress itself that depend on a count."""
        found = self._plural(one, many, count, None)
        return found or Words(one if count == 1 else many, INTERFACE_LANGUAGE)

    def unit(self, unit: Unit, count: Decimal, original: Language) -> Words:
        """A unit in the form that goes with a count: 1 crime, 2 crimes."""
        if original.code != self.language.code and not isinstance(unit.one, NotStated):
            found = self._plural(unit.one, unit.other, count, f"targets.units.{unit.id}")
            if found is not None:
                return found
        form = getattr(unit, original.locale.plural_form(count), unit.other)
        return Words(unit.other if isinstance(form, NotStated) else form, original.code)

    def _plural(self, one: str, many: str, count: Decimal | int, context: str | None) -> Words | None:
        for catalog in self.catalogs:
            found = catalog.get((one, many), context=context)
            if found is None or found.fuzzy or not isinstance(found.string, tuple) or not all(found.string):
                continue
            choose: Callable[[int], int] = c2py(catalog.plural_expr)
            # A fraction has no gettext form of its own: it takes the one of large numbers.
            whole = int(count) if count == int(count) else 1_000_000
            return Words(found.string[choose(abs(whole))], self.language.code)
        return None

    # ------------------------------------------------------------------ figures and dates

    def number(self, number: Decimal | int) -> str:
        """A number with this language's digits, grouping and decimal sign; decimals as given."""
        return format_decimal(number, locale=self.language.locale, decimal_quantization=False)

    def percent(self, number: Decimal) -> str:
        """A number of percent (5 is 5%)."""
        return format_percent(number / 100, locale=self.language.locale, decimal_quantization=False)

    def day(self, day: date) -> str:
        """A day in full: 31 March 2011."""
        return format_date(day, format="long", locale=self.language.locale)

    def month(self, day: date) -> str:
        """The month of a day: March 2011."""
        return format_skeleton("yMMMM", day, locale=self.language.locale)

    def period(self, period: Period) -> Words:
        """A period in words: March 2011, 12 months to February 2008."""
        own = self.language.code
        match period.form:
            case PeriodForm.DAY:
                return Words(self.day(period.first), own)
            case PeriodForm.MONTH:
                return Words(self.month(period.first), own)
            case PeriodForm.YEAR | PeriodForm.YEARS:
                return Words(period.written, own)
            case PeriodForm.SPAN:
                return self.filled("{start} to {end}", start=period.parts[0], end=period.parts[1])
            case PeriodForm.MONTHS_TO:
                words = self.plural("{number} month to {end}", "{number} months to {end}", period.months)
                speaker = self._speaker(words)
                end = speaker.period(period.parts[0]).text
                return Words(words.text.format(number=speaker.number(period.months), end=end), words.language)
            case PeriodForm.BY:
                return self.filled("by {end}", end=period.parts[0])
            case PeriodForm.LATER_DURING:
                return self.filled("later during {year}", year=period.parts[0])

    def filled(self, message: str, **periods: Period) -> Words:
        """Words of Planpress itself with periods in them, each worded in the language of the words."""
        words = self.word(message)
        speaker = self._speaker(words)
        filled = {name: speaker.period(period).text for name, period in periods.items()}
        return Words(words.text.format(**filled), words.language)

    def _speaker(self, words: Words) -> "Translator":
        """Who words the figures and dates within words: one who speaks their language."""
        return self if words.language == self.language.code else Translator(known_language(words.language))


def is_percent(measure: Measure) -> bool:
    """Whether a measure is a share in percent."""
    return measure.unit == PERCENT


def read_catalogs(folders: Iterable[Path], names: Iterable[str], language: Language, site: Path) -> "Catalogs":
    """The catalogs of a language: each name in each folder, where it exists. The first folder wins."""
    catalogs: list[Catalog] = []
    problems: list[Problem] = []
    wanted = tuple(names)
    for folder in folders:
        for name in wanted:
            path = folder / language.folder / "LC_MESSAGES" / f"{name}.po"
            if not path.is_file():
                continue
            shown = path.relative_to(site).as_posix() if path.is_relative_to(site) else path.name
            try:
                with path.open("rb") as file:
                    catalog = read_po(file, locale=str(language.locale), abort_invalid=True)
                problems += _drop_faulty(catalog, shown)
                catalogs.append(catalog)
            except (PoFileError, ValueError, LookupError) as error:
                line = getattr(error, "lineno", 0) + 1  # Babel counts from 0
                hint = "Open it in a translation editor such as Poedit, which shows and mends the fault."
                problems.append(Problem("This catalog cannot be read", "catalogs", hint, Place(shown, line)))
    return Catalogs(tuple(catalogs), tuple(problems))


def _drop_faulty(catalog: Catalog, file: str) -> Iterator[Problem]:
    """Take out translations that would break a page or say something else; pages then show the original."""
    for message in list(catalog):
        if not message.id or not message.string or message.fuzzy:
            continue
        plural = isinstance(message.id, tuple)
        originals = [str(each) for each in (message.id if plural else (message.id,))]
        said = [str(each) for each in ((message.string,) if isinstance(message.string, str) else message.string)]
        wanted = set(_PLACEHOLDER.findall(" ".join(originals)))
        given = [set(_PLACEHOLDER.findall(each)) for each in said]
        fault = ""
        # A plural form may leave the number out ("no targets"); nothing may bring in another name.
        if any(not each <= wanted or (not plural and each != wanted) for each in given):
            fault = f"The translation does not have the same words in braces as the original: {originals[-1]}"
        elif not any(map(prose.faults, originals)) and any(map(prose.faults, said)):
            fault = f"The translation has HTML, a picture or a link that the original does not have: {originals[-1]}"
        elif any(map(FORBIDDEN.search, said)):
            fault = f"The translation has a hidden control character: {originals[-1]}"
        if fault:
            catalog.delete(message.id, message.context)
            hint = "Correct it in a translation editor such as Poedit. Until then, pages show the original."
            line = message.lineno or 1
            yield Problem(fault, "catalogs", hint, Place(file, line), Severity.WARNING)


@dataclass(frozen=True)
class Catalogs:
    """The catalogs of one language that could be read, and what is wrong with the others."""

    catalogs: tuple[Catalog, ...]
    problems: tuple[Problem, ...]

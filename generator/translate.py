"""Catalogs -> a Translator: words and the language they are in, plurals, dates and numbers.

Takes a language and gettext catalogs; gives Words. Knows nothing of pages or HTML.

A text without a translation comes back in its original language, and says so: the caller marks it with that language.
Numbers, dates and plural forms follow CLDR (through Babel). Entries flagged `fuzzy` are never used.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import reduce
from gettext import c2py

from babel.dates import format_date, format_skeleton
from babel.messages.catalog import Catalog
from babel.numbers import format_decimal, format_percent

from generator.catalogs import PLACEHOLDER
from generator.fields import NotStated, Text
from generator.languages import INTERFACE_LANGUAGE, Language, known_language
from generator.periods import Period, PeriodForm
from generator.targets import PERCENT, Measure, Unit


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
                return Words(fill(words.text, {"number": speaker.number(period.months), "end": end}), words.language)
            case PeriodForm.BY:
                return self.filled("by {end}", end=period.parts[0])
            case PeriodForm.LATER_DURING:
                return self.filled("later during {year}", year=period.parts[0])

    def filled(self, message: str, **periods: Period) -> Words:
        """Words of Planpress itself with periods in them, each worded in the language of the words."""
        words = self.word(message)
        speaker = self._speaker(words)
        filled = {name: speaker.period(period).text for name, period in periods.items()}
        return Words(fill(words.text, filled), words.language)

    def _speaker(self, words: Words) -> "Translator":
        """Who words the figures and dates within words: one who speaks their language."""
        return self if words.language == self.language.code else Translator(known_language(words.language))


def fill(message: str, values: Mapping[str, str]) -> str:
    """A message with its {names} filled in. Names it is not given stay as they are: nothing else is evaluated."""
    return PLACEHOLDER.sub(lambda match: values.get(match.group(1), match.group()), message)


def listed(parts: Iterable[str], language: Language) -> str:
    """Parts as a list within a sentence, parted as a language does it (CLDR list patterns, without its "and")."""
    pattern = str(language.locale.list_patterns["standard"]["middle"])
    return reduce(pattern.format, parts)


def is_percent(measure: Measure) -> bool:
    """Whether a measure is a share in percent."""
    return measure.unit == PERCENT

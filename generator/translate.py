"""Catalogs -> a Translator: words and the language they are in, plurals, dates and numbers.

Takes a language and gettext catalogs; gives Words. Knows nothing of pages or HTML.

A text without a translation comes back in its original language, and says so: the caller marks it with that language.
Numbers, dates and plural forms follow CLDR (through Babel). Entries flagged `fuzzy` are never used.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import reduce

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, format_percent

from generator.catalogs import INTERFACE, SITE_CATALOG, Catalog, State, Translation
from generator.faithful import PLACEHOLDER, same_figures
from generator.fields import NotStated, Text
from generator.languages import INTERFACE_LANGUAGE, Language, known_language
from generator.periods import Period, PeriodForm
from generator.site import WhenOutdated
from generator.targets import PERCENT, Measure, Unit

_FOUR_TOGETHER = frozenset({"es", "it", "pl", "pt-PT"})
"""Who writes 1726 without a sign and 12.345 with one (CLDR 48, minimumGroupingDigits, which Babel does not read)."""
_GROUPED_FROM = 10_000
_ZERO = {"arab": "\u0660", "arabext": "\u06f0", "beng": "\u09e6", "deva": "\u0966"}
"""The digit 0 of numbering systems other than `latn`, by CLDR's name: Babel formats with the digits 0 to 9 only."""


@dataclass(frozen=True)
class Words:
    """Words and the BCP 47 tag of the language they are in."""

    text: str
    language: str


@dataclass
class Heard:
    """What has been said so far, and who stands for it: kept for the notice at the head of a page."""

    states: set[State] = field(default_factory=set)
    """Of the words of Planpress too."""
    original: set[str] = field(default_factory=set)
    """The languages of texts that are not translated, and came in the original."""
    outdated_since: date | None = None

    def translated(self, translation: Translation, since: date | None = None) -> None:
        """Note a translation that was said; `since` when its original reads otherwise, if it does."""
        self.states.add(translation.state)
        if since is not None:
            self.outdated_since = min(since, self.outdated_since or since)


@dataclass(frozen=True)
class Translator:
    """Speaks one language, from the catalogs it is given; the first that knows a text wins.

    `heard`, where it is given, learns of all that is said.
    """

    language: Language
    catalogs: tuple[Catalog, ...] = ()
    outdated: WhenOutdated = WhenOutdated.NOTICE
    heard: Heard | None = field(default=None, compare=False)

    def of_plan(self, plan: str) -> "Translator":
        """The same translator, who knows of no other plan: two plans may have the same ids."""
        own = (INTERFACE, SITE_CATALOG, plan)
        return replace(self, catalogs=tuple(each for each in self.catalogs if each.name in own))

    def listened_to(self) -> "Translator":
        """The same translator, who keeps account of what is said from here on."""
        return replace(self, heard=Heard())

    # ------------------------------------------------------------------ words

    def text(self, text: Text) -> Words:
        """A text of the plan: translated, or as it is."""
        if text.language == self.language.code:
            return Words(text.wording, text.language)
        found = self.find(text.path, text.wording)
        if found is None and self.outdated is WhenOutdated.NOTICE:
            older = self.older(text.path, text.wording)
            if older is not None:
                self._note(*older)
                return Words(older[0].forms[0], self.language.code)
        return self._said(found, text.wording, text.language)

    def both(self, before: Text, after: Text) -> tuple[Words, Words]:
        """Two wordings of a text in one language, so that they can be compared: translated if both are."""
        texts = (before, after)
        if all(self.find(each.path, each.wording) for each in texts):
            return self.text(before), self.text(after)
        return self._said(None, before.wording, before.language), self._said(None, after.wording, after.language)

    def has(self, text: Text) -> bool:
        """Whether a text can be read in this language, so that a page which needs it may be offered."""
        if text.language == self.language.code or self.find(text.path, text.wording) is not None:
            return True
        return self.outdated is not WhenOutdated.HIDE and self.older(text.path, text.wording) is not None

    def older(self, context: str, wording: str) -> tuple[Translation, date] | None:
        """The translation of the wording that this one replaced, and since when it is outdated."""
        found = next((found for each in self.catalogs if (found := each.older(context, wording))), None)
        if found is not None and same_figures(wording, found[0].forms[0]):
            return found
        return None  # words may be old, figures may not

    def word(self, message: str) -> Words:
        """Words of Planpress itself."""
        if self.language.code == INTERFACE_LANGUAGE:
            return Words(message, INTERFACE_LANGUAGE)
        return self._said(self.find("", message), message, INTERFACE_LANGUAGE)

    def plural(self, one: str, many: str, count: int) -> Words:
        """Words of Planpress itself that depend on a count."""
        found = None if self.language.code == INTERFACE_LANGUAGE else self._plural(many, count, "")
        return found or self._said(None, one if count == 1 else many, INTERFACE_LANGUAGE)

    def unit(self, unit: Unit, count: Decimal, original: Language) -> Words:
        """A unit in the form that goes with a count: 1 crime, 2 crimes."""
        if original.code != self.language.code:
            found = self._plural(unit.other, count, f"targets.units.{unit.id}")
            if found is not None:
                return found
            older = self.older(f"targets.units.{unit.id}", unit.other)
            if older is not None and self.outdated is WhenOutdated.NOTICE:
                self._note(*older)
                return Words(self._form(older[0], count), self.language.code)
        form = getattr(unit, original.locale.plural_form(count), unit.other)
        return self._said(None, unit.other if isinstance(form, NotStated) else form, original.code)

    def find(self, context: str, wording: str) -> Translation | None:
        """The translation of exactly this wording; of a counted text, of its plural."""
        return next((found for each in self.catalogs if (found := each.find(context, wording))), None)

    def _plural(self, many: str, count: Decimal | int, context: str) -> Words | None:
        for catalog in self.catalogs:
            found = catalog.find(context, many)
            if found is not None:
                self._note(found)
                return Words(self._form(found, count), self.language.code)
        return None

    def _form(self, translation: Translation, count: Decimal | int) -> str:
        """The form of a translation that goes with a count."""
        # A fraction has no gettext form of its own: it takes the one of large numbers.
        whole = int(count) if count == int(count) else 1_000_000
        return translation.forms[translation.plural(abs(whole)) if len(translation.forms) > 1 else 0]

    def _said(self, found: Translation | None, original: str, language: str) -> Words:
        """The translation that was found, or the original; and an entry in the account."""
        if found is not None:
            self._note(found)
            return Words(found.forms[0], self.language.code)
        if self.heard is not None and language != self.language.code:
            self.heard.original.add(language)
        return Words(original, language)

    def _note(self, translation: Translation, since: date | None = None) -> None:
        if self.heard is not None:
            self.heard.translated(translation, since)

    # ------------------------------------------------------------------ figures and dates

    def number(self, number: Decimal | int) -> str:
        """A number with this language's digits, grouping and decimal sign; decimals as given."""
        locale, few = self.language.locale, abs(Decimal(number)) < _GROUPED_FROM
        grouped = not (few and self.language.locale_tag in _FOUR_TOGETHER)
        return self.digits(format_decimal(number, locale=locale, decimal_quantization=False, group_separator=grouped))

    def percent(self, number: Decimal) -> str:
        """A number of percent (5 is 5%)."""
        return self.digits(format_percent(number / 100, locale=self.language.locale, decimal_quantization=False))

    def day(self, day: date) -> str:
        """A day in full: 31 March 2011."""
        return self.digits(format_date(day, format="long", locale=self.language.locale))

    def month(self, day: date) -> str:
        """The month of a day: March 2011."""
        return self.digits(format_skeleton("yMMMM", day, locale=self.language.locale))

    def digits(self, written: str) -> str:
        """What is written in the digits 0 to 9, in this language's own digits (CLDR, default numbering system)."""
        zero = _ZERO.get(self.language.locale.default_numbering_system)
        return written.translate({48 + each: ord(zero) + each for each in range(10)}) if zero else written

    def period(self, period: Period) -> Words:
        """A period in words: March 2011, 12 months to February 2008."""
        own = self.language.code
        match period.form:
            case PeriodForm.DAY:
                return Words(self.day(period.first), own)
            case PeriodForm.MONTH:
                return Words(self.month(period.first), own)
            case PeriodForm.YEAR:
                return Words(self.digits(format_skeleton("y", period.first, locale=self.language.locale)), own)
            case PeriodForm.YEARS:
                return Words(self.digits(period.written), own)
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
    return reduce(pattern.format, parts) if (parts := list(parts)) else ""


def is_percent(measure: Measure) -> bool:
    """Whether a measure is a share in percent."""
    return measure.unit == PERCENT

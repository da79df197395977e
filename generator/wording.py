"""Words, figures, dates and numbers to ring as HTML, in one language, for one page.

Takes the Whole site, a Page and a Translator; gives marked-up words. Knows nothing of links between pages.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from babel.lists import format_list
from markupsafe import Markup, escape

from generator import prose
from generator.fields import NotStated, Text, remarks
from generator.foreign import Names, names
from generator.glossary import Term, forms_of
from generator.languages import INTERFACE_LANGUAGE, known_language
from generator.model import TranscriptionNote, place_of
from generator.pages import Page, is_over
from generator.periods import Period, PeriodForm
from generator.site import CONFORMANCE_WORDS, Conformance
from generator.status import STATUS_WORDS, Status
from generator.targets import OUTCOME_WORDS, STATE_WORDS, Measure, OutcomeKind, State
from generator.translate import Translator, Words, fill, listed
from generator.whole import Whole

_MB = 1_000_000
"""The bytes of a megabyte (IEC 80000-13)."""


@dataclass(frozen=True)
class Wording:
    """What can be said in one language, for one page."""

    site: Whole
    page: Page
    translator: Translator

    @property
    def code(self) -> str:
        """The tag of the language that is written."""
        return self.translator.language.code

    # ------------------------------------------------------------------ words

    def marked(self, words: Words) -> Markup:
        """Words as HTML, marked with their language where it is not the page's."""
        if words.language == self.code:
            return escape(words.text)
        return Markup("<span{}>{}</span>").format(self.lang_of(words.language), words.text)

    def word(self, message: str, /, **values: object) -> Markup:
        """Words of Planpress itself, with what is filled in."""
        return self._filled(self.translator.word(message), values)

    def plural(self, one: str, many: str, number: int, /, **values: object) -> Markup:
        """Words of Planpress itself that depend on a count."""
        return self._filled(self.translator.plural(one, many, number), {"count": self.count(number)} | values)

    def _filled(self, words: Words, values: Mapping[str, object]) -> Markup:
        marked = self.marked(words)
        if not values:
            return marked
        if words.language != self.code:  # what is filled in is in the page's own language: say so within the other
            here = Markup(' lang="{}" dir="{}"').format(self.code, self.translator.language.direction)
            values = {name: Markup("<span{}>{}</span>").format(here, value) for name, value in values.items()}
        return Markup(fill(str(marked), {name: str(escape(value)) for name, value in values.items()}))  # noqa: S704 - each part is escaped

    def plain(self, message: str) -> str:
        """Words for an attribute, where a language cannot be marked."""
        return self.translator.word(message).text

    def t(self, text: Text) -> Markup:
        """A text of the plan."""
        return self.marked(self.translator.text(text))

    @property
    def foreign_names(self) -> Names | None:
        """What stays in the original's language on translated pages: the names of organisations."""
        plan = self.page.plan or (self.site.plans[0] if len(self.site.plans) == 1 else None)
        edition = self.page.edition or (plan.current if plan else None)
        if self.code == self.original:
            return names(self.code, INTERFACE_LANGUAGE, ())  # Planpress itself has names too, of laws and standards
        known = () if edition is None else tuple(each.name.wording for each in edition.organisations.organisations)
        return names(self.code, self.original, known)

    @property
    def original(self) -> str:
        """The language of the original: of the plan, or on pages of the site, of the site."""
        return self.page.plan.plan.language if self.page.plan else self.site.site.language

    def own(self, words: str) -> Markup:
        """Words that stay in the plan's own language, such as an address."""
        return self.marked(Words(words, self.original))

    def untranslated(self, words: str) -> Markup:
        """Words in the plan's own language for which there is no translation; the page's notice says so."""
        if self.translator.heard is not None and self.original != self.code:
            self.translator.heard.original.add(self.original)
        return self.own(words)

    def as_written(self, text: Text) -> Markup:
        """A text in its own language on every page: beside its source, it is to be compared letter by letter."""
        return self.marked(Words(text.wording, text.language))

    def remark(self, text: Text, name: str) -> Markup:
        """What the repair of a text says to readers (`uncertain`, `checked`)."""
        return self.t(remarks(text, self.original)[name])

    def place_of(self, note: TranscriptionNote) -> Markup:
        """The part of the plan that a note on the transcription is about."""
        return self.t(place_of(note, self.original))

    def named(self, term: Term) -> Markup:
        """The word that a term explains, in its first form."""
        words = self.translator.text(term.word)
        return self.marked(Words(forms_of(words.text)[0], words.language))

    def reason(self, words: str, quoted: str) -> Markup:
        """Words in the plan's own language, in which those in quotes are in another."""
        parts = words.split('"')
        if quoted == self.original or len(parts) % 2 == 0:
            return self.untranslated(words)
        marked = [Markup('"{}"').format(self.marked(Words(part, quoted))) for part in parts[1::2]]
        plain = [self.untranslated(part) for part in parts[0::2]]
        return Markup("").join(each for pair in zip(plain, [*marked, Markup("")], strict=True) for each in pair)

    def rich(self, text: Text) -> Markup:
        """A text of the plan with its paragraphs, lists and links."""
        words = self.translator.text(text)
        blocks = Markup(prose.blocks(words.text))  # noqa: S704 - prose makes the closed vocabulary, from text without faults
        if words.language == self.code:
            return blocks
        return Markup("<div{}>{}</div>").format(self.lang_of(words.language), blocks)

    def heading(self, text: Text) -> Markup:
        """A level's word at the start of a heading."""
        words = self.translator.text(text)
        return self.marked(Words(words.text[:1].upper() + words.text[1:], words.language))

    def spoken(self, text: Text) -> bool:
        """Whether a text is in the language of the page."""
        return self.translator.text(text).language == self.code

    # ------------------------------------------------------------------ figures, dates, numbers to ring

    def count(self, number: Decimal | int) -> str:
        """A number as this language writes it."""
        return self.translator.number(number)

    def percent(self, number: Decimal) -> str:
        """A share as this language writes it."""
        return self.translator.percent(number)

    def change(self, percent: Decimal) -> Markup:
        """A change in words: 5% less."""
        amount = Markup('<data value="{}">{}</data>').format(percent, self.percent(abs(percent)))
        if percent < 0:
            return self.word("{amount} less", amount=amount)
        return self.word("{amount} more", amount=amount)

    def unit(self, measure: Measure, number: Decimal) -> Markup:
        """The unit that goes with a number; nothing where none is stated."""
        edition, plan = self.page.edition, self.page.plan
        if edition is None or plan is None:
            return Markup("")
        older = plan.before(edition)  # what changed since may have had a unit that is no longer there
        unit = edition.unit(measure) or (older.unit(measure) if older else None)
        if unit is None:
            return Markup("")
        return self.marked(self.translator.unit(unit, number, known_language(edition.plan.language)))

    def period(self, period: Period) -> Markup:
        """A period in words, with the day or month it means."""
        words = self.marked(self.translator.period(period))
        if period.form in (PeriodForm.DAY, PeriodForm.MONTH, PeriodForm.YEAR):
            return Markup('<data class="date" value="{}">{}</data>').format(period.written, words)
        return Markup("<bdi>{}</bdi>").format(words)

    def due_date(self, period: Period) -> Markup:
        """The time by which something is due, without the word "by", which the sentence or column has."""
        return self.period(period.parts[0] if period.form is PeriodForm.BY else period)

    def day(self, day: date) -> Markup:
        """A day in full."""
        return Markup('<data class="date" value="{}">{}</data>').format(day.isoformat(), self.translator.day(day))

    def state(self, state: State) -> Markup:
        """A state in words."""
        return self.word(STATE_WORDS[state])

    def outcome_word(self, kind: OutcomeKind) -> Markup:
        """What is concluded of a target, in words."""
        return self.word(OUTCOME_WORDS[kind])

    def outcome_label(self, kind: OutcomeKind) -> Markup:
        """The same, as a label."""
        words = self.translator.word(OUTCOME_WORDS[kind])
        return self.marked(Words(words.text[:1].upper() + words.text[1:], words.language))

    def status_label(self, status: Status | NotStated) -> Markup:
        """How far an item has come, as a label."""
        words = str(self.status(status))
        return Markup(words[:1].upper() + words[1:])  # noqa: S704 - escaped already

    def status(self, status: Status | NotStated) -> Markup:
        """How far an item has come, in the plan's own word where it has one."""
        if isinstance(status, NotStated):
            return self.word("not stated")
        plan = self.page.plan
        own = {each.status: each.word for each in plan.plan.status_words} if plan else {}
        return self.t(own[status]) if status in own else self.word(STATUS_WORDS[status])

    def conformance(self, how_far: Conformance) -> Markup:
        """How far the site meets WCAG, in words."""
        return self.word(CONFORMANCE_WORDS[how_far])

    def size(self, count: int) -> Markup:
        """The size of a file in words."""
        if count >= _MB:
            return self.word("{number} MB", number=self.count(Decimal(count / _MB).quantize(Decimal("0.1"))))
        return self.word("{number} KB", number=self.count(max(1, round(count / 1000))))

    def clock(self, seconds: int) -> Markup:
        """A time since the beginning, as players show it: 1:02:03."""
        hours, minutes = divmod(seconds // 60, 60)
        said = f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"
        return Markup("<bdi>{}</bdi>").format(self.translator.digits(said))

    def telephone(self, number: str) -> Markup:
        """A number to read; to dial as well while the plan runs. A historic number is never a link."""
        if self.page.plan is None or is_over(self.page.plan, self.site.site):
            return self.number_only(number)
        return self.telephone_link(number)

    def number_only(self, number: str) -> Markup:
        """A number to read, never to dial."""
        return Markup('<bdi class="tel">{}</bdi>').format(number)

    def own_lines(self, lines: Iterable[str]) -> Markup:
        """The lines of an address on one line, in the plan's own language."""
        return Markup("<bdi>{}</bdi>").format(self.own(listed(lines, known_language(self.original))))

    def listed(self, parts: Iterable[Markup]) -> Markup:
        """Parts as a list within a sentence, parted as this language does it."""
        return Markup(listed(map(str, parts), self.translator.language))  # noqa: S704 - each part is escaped

    def telephone_link(self, number: str) -> Markup:
        """A number to read and to dial."""
        # RFC 3966: an extension is no part of the number; the (0) in +44 (0) is only dialled at home.
        main = re.split(r"ext|x", number.replace("(0)", "") if number.startswith("+") else number)[0]
        digits = "".join(sign for sign in main if sign.isdigit() or sign == "+")
        return Markup('<a href="tel:{}"><bdi class="tel">{}</bdi></a>').format(digits, number)

    def email(self, address: str) -> Markup:
        """An email address to write to."""
        return Markup('<a href="mailto:{}"><bdi>{}</bdi></a>').format(address, address)

    def website(self, address: str) -> Markup:
        """A web address to open."""
        return Markup('<a href="{}"><bdi>{}</bdi></a>').format(address, address)

    def isolated(self, address: str) -> Markup:
        """A web address to read, kept in its own order in any script."""
        return Markup("<bdi>{}</bdi>").format(address)

    # ------------------------------------------------------------------ languages

    def lang_of(self, code: str) -> Markup:
        """The attributes that mark a part in a language; none where it is the page's own."""
        if code == self.code:
            return Markup("")
        return Markup(' lang="{}" dir="{}"').format(code, known_language(code).direction)

    def language_name(self, code: str) -> str:
        """The name of a language in that language."""
        return known_language(code).name

    def names_here(self, codes: Iterable[str]) -> str:
        """The names of languages in the language of this page, as a list."""
        return format_list(sorted(map(self.language_name_here, codes)), locale=self.translator.language.locale)

    def language_name_here(self, code: str) -> str:
        """The name of a language in the language of this page."""
        names = self.translator.language.locale.languages
        return str(names.get(code.replace("-", "_")) or names.get(code.partition("-")[0]) or known_language(code).name)

"""What a template may say: words, figures, dates and links, in one language, for one page.

Takes the Whole site, a Page and a Translator; gives the names that templates use. Knows nothing of templates' contents.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from markupsafe import Markup, escape

from generator import prose
from generator.fields import NOT_STATED, Text
from generator.languages import known_language
from generator.model import Edition, Item, Organisation, PlanEditions
from generator.pages import TITLES, Page, is_over, repaired_texts
from generator.periods import Period, PeriodForm
from generator.site import CONFORMANCE_WORDS, Conformance
from generator.targets import STATE_WORDS, Kind, Measure, State
from generator.translate import Translator, Words, fill, is_percent, listed
from generator.whole import Whole

_NAMES = (
    "plain", "own", "reason", "rich", "count", "percent", "change", "due_date", "period", "day", "unit", "state",
    "href", "heading", "size", "telephone", "isolated", "email", "website", "lang_of", "language_name",
    "language_name_here", "site_href", "file_href", "text_place", "spoken", "item_href", "number_only", "own_lines",
    "conformance", "listed",
)  # fmt: skip
"""The methods of a Writer that templates may call by name."""


@dataclass(frozen=True)
class Writer:
    """What a template may say, in one language, for one page."""

    site: Whole
    page: Page
    translator: Translator

    @property
    def code(self) -> str:
        """The tag of the language that is written."""
        return self.translator.language.code

    def context(self) -> dict[str, Any]:
        """The names a template can use."""
        page = self.page
        names: dict[str, Any] = {name: getattr(self, name) for name in _NAMES}
        names |= {"_": self.word, "n_": self.plural, "t": self.t, "is_percent": is_percent, "site": self.site.site}
        names |= {"plans": self.site.plans, "plan_href": self.plan_href, "operator_telephone": self.telephone_link}
        operator = self.site.site.operator
        names["operator_contact"] = any(
            value and value is not NOT_STATED
            for value in (operator.email, operator.telephone, operator.address, operator.website)
        )
        if page.plan is not None and page.edition is not None:
            names |= self._plan_context(page.plan, page.edition)
        return names

    def _plan_context(self, plan: PlanEditions, edition: Edition) -> dict[str, Any]:
        newer = plan.current if plan.current is not edition else None
        return {
            "plan": plan.plan,
            "plan_editions": plan,
            "edition": edition,
            "publisher": edition.organisation(plan.plan.publisher),
            "item": self.page.item,
            "target": self.page.target,
            "is_over": is_over(plan, self.site.site),
            "newer": newer,
            "newer_href": self.twin(newer) if newer else "",
            "withdrawn": newer is not None and not self.has_twin(newer),
            "edition_href": self.edition_href,
            "with_results": sum(1 for target in edition.targets.targets if target.has_results),
            "without_figure": sum(1 for target in edition.targets.targets if target.kind is Kind.NOT_YET_SET),
            "notes_on": edition.notes_on,
            "guests": edition.guests,
            "anchor": _anchor,
            "data_files": self.site.data_files.get((plan.plan.id, edition.id), ()),
            "repaired_texts": lambda: repaired_texts(plan, edition),
            "organisations_without_listed_contacts": _unlisted(edition),
        }

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

    def own(self, words: str) -> Markup:
        """Words that stay in the plan's own language, such as the reason of a repair."""
        own = self.page.plan.plan.language if self.page.plan else self.site.site.language
        return self.marked(Words(words, own))

    def reason(self, words: str, quoted: str) -> Markup:
        """Words in the plan's own language, in which those in quotes are in another."""
        parts = words.split('"')
        if self.page.plan is None or quoted == self.page.plan.plan.language or len(parts) % 2 == 0:
            return self.own(words)
        marked = [Markup('"{}"').format(self.marked(Words(part, quoted))) for part in parts[1::2]]
        plain = [self.own(part) for part in parts[0::2]]
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

    def text_place(self, text: Text) -> Markup:
        """Where a text stands, for a reader: the page, and what it is there; with a link."""
        edition = self.page.edition
        if edition is None:
            return escape(text.path)
        first, *rest = text.path.split(".")
        pages = {"targets": "targets", "achievements": "achievements", "roles": "organisations"}
        if first in edition.items_by_path:
            item = edition.items_by_path[text.path.rpartition(".")[0]]
            words = Markup("{}: {}").format(self.t(edition.items_by_path[first].title), self.t(item.level.one))
            if "." not in item.path:
                return Markup('<a href="{}">{}</a>').format(self.href(f"items/{first}"), self.heading(item.level.one))
            return Markup('<a href="{}#{}">{}</a>').format(self.href(f"items/{first}"), _anchor(item), words)
        if first == "statements":
            return Markup('<a href="{}#{}">{}</a>').format(
                self.href("formats"), rest[0], self.word("The offer in {name}", name=self.language_name_here(rest[0]))
            )
        page = pages.get(first, "organisations" if first == "organisations" else "index")
        template = "home" if page == "index" else page
        if not self.site.addresses.exists(edition.plan.language, f"plans/{edition.plan.id}/{edition.id}/{page}.html"):
            return self.word(TITLES[template])
        return Markup('<a href="{}">{}</a>').format(self.href(page), self.word(TITLES[template]))

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
        edition = self.page.edition
        unit = edition.unit(measure) if edition else None
        if unit is None or edition is None:
            return Markup("")
        return self.marked(self.translator.unit(unit, number, known_language(edition.plan.language)))

    def period(self, period: Period) -> Markup:
        """A period in words, with the day or month it means."""
        words = self.marked(self.translator.period(period))
        if period.form in (PeriodForm.DAY, PeriodForm.MONTH, PeriodForm.YEAR):
            return Markup('<time datetime="{}">{}</time>').format(period.written, words)
        return Markup("<bdi>{}</bdi>").format(words)

    def due_date(self, period: Period) -> Markup:
        """The time by which something is due, without the word "by", which the sentence or column has."""
        return self.period(period.parts[0] if period.form is PeriodForm.BY else period)

    def day(self, day: date) -> Markup:
        """A day in full."""
        return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), self.translator.day(day))

    def state(self, state: State) -> Markup:
        """A state in words."""
        return self.word(STATE_WORDS[state])

    def conformance(self, how_far: Conformance) -> Markup:
        """How far the site meets WCAG, in words."""
        return self.word(CONFORMANCE_WORDS[how_far])

    def size(self, count: int) -> Markup:
        """The size of a file in words."""
        return self.word("{number} KB", number=self.count(max(1, round(count / 1000))))

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
        own = self.page.plan.plan.language if self.page.plan else self.site.site.language
        return Markup("<bdi>{}</bdi>").format(self.own(listed(lines, known_language(own))))

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

    def language_name_here(self, code: str) -> str:
        """The name of a language in the language of this page."""
        return str(self.translator.language.locale.languages.get(code.partition("-")[0], known_language(code).name))

    # ------------------------------------------------------------------ links

    def link(self, path: str, original: str = "") -> str:
        """A relative address of a path: in this language where it exists, else in its plan's or the site's."""
        own = self.page.plan.plan.language if self.page.plan else self.site.site.language
        original = original or own
        for code in (self.code, original, self.site.site.language):
            if self.site.addresses.exists(code, path):
                return self.site.addresses.link(self.code, self.page.path, code, path)
        return self.site.addresses.link(self.code, self.page.path, original, path)

    def href(self, name: str) -> str:
        """The address of a page of the same edition, by its name."""
        if self.page.plan is None or self.page.edition is None:
            raise LookupError(name)
        return self.link(f"plans/{self.page.plan.plan.id}/{self.page.edition.id}/{name}.html")

    def item_href(self, item: Item) -> str:
        """The address of an item: the page of its first-level item, and its place there."""
        page = self.href(f"items/{item.path.partition('.')[0]}")
        return page if "." not in item.path else f"{page}#{_anchor(item)}"

    def site_href(self, path: str) -> str:
        """The address of a page by its path from the root."""
        return self.link(path)

    def file_href(self, path: str) -> str:
        """The address of a file, which has no language."""
        return self.site.addresses.link(self.code, self.page.path, self.site.site.language, path)

    def plan_href(self, plan: PlanEditions, name: str = "") -> str:
        """The address of a plan, or of a page of its current edition by its name."""
        page = f"{plan.current.id}/{name}" if name else "index"
        return self.link(f"plans/{plan.plan.id}/{page}.html", plan.plan.language)

    def edition_href(self, edition: Edition) -> str:
        """The address of the home of an edition."""
        return self.link(f"plans/{edition.plan.id}/{edition.id}/index.html")

    def twin(self, edition: Edition) -> str:
        """The address of this page in another edition, or of that edition's home if the page is not in it."""
        return self.link(self._twin_path(edition)) if self.has_twin(edition) else self.edition_href(edition)

    def has_twin(self, edition: Edition) -> bool:
        """Whether this page is in another edition too."""
        return self.site.addresses.exists(edition.plan.language, self._twin_path(edition))

    def _twin_path(self, edition: Edition) -> str:
        here = f"plans/{edition.plan.id}/{self.page.edition.id if self.page.edition else ''}/"
        return f"plans/{edition.plan.id}/{edition.id}/{self.page.citable.removeprefix(here)}"


def _anchor(item: Item) -> str:
    """The id of an item on its page: its id path below the first level."""
    return item.path.partition(".")[2] or item.path


def _unlisted(edition: Edition) -> tuple[Organisation, ...]:
    """Organisations that no role's list shows with all they have: no role, or contacts where others have none."""
    shown: set[str] = set()
    for role in edition.organisations.roles:
        members = edition.with_role(role.id)
        everyone = all(each.reachable for each in members)
        shown |= {each.id for each in members if everyone or not each.reachable}
    return tuple(each for each in edition.organisations.organisations if each.id not in shown)

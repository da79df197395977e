"""Pages, Translator -> Booklets: every page in one language, as a semantic HTML fragment with its facts (meta).

Takes a Site, its plans, hand-written pages and a Translator; gives Rendered pages. Knows nothing of MkDocs or files.

A fragment is the one script of a page (docs/fragment.md): large print, PDF, Braille and audio read it too. `meta` is
all that the page around it needs; both together make the complete page in complete_page(), a pure function.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator import prose
from generator.languages import Language, language
from generator.load import PlanEditions
from generator.model import (
    NOT_STATED,
    Edition,
    Item,
    Level,
    Measure,
    NotStated,
    Organisation,
    Period,
    PeriodForm,
    Role,
    Site,
    State,
    Text,
    texts_in,
)
from generator.pages import NOT_FOUND, Addresses, Page, ProsePage, base_path, pages_of_edition, pages_of_site
from generator.problems import Problem
from generator.translate import Translator, Words, is_percent

TEMPLATES = Path(__file__).parent / "templates"
OVERRIDES = Path(__file__).parent / "overrides"
STYLE = "assets/plan.css"
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'"
)


@dataclass(frozen=True)
class DataFile:
    """A file offered for download: path within the site, what is in it, and its bytes."""

    path: str
    holds: str
    content: bytes


@dataclass(frozen=True)
class Rendered:
    """A page in one language: its address in the site, its fragment, and what the page around it needs."""

    address: str
    fragment: str
    meta: Mapping[str, Any]
    page: Page | None = None

    def without_policy(self) -> "Rendered":
        """The same page without its Content-Security-Policy, for a preview server that adds scripts of its own."""
        return replace(self, meta={**self.meta, "policy": ""})


@dataclass(frozen=True)
class Website:
    """Everything that is published: pages to be completed by base.html, and files as they are."""

    pages: tuple[Rendered, ...]
    files: Mapping[str, bytes]
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Whole:
    """The whole site as it is about to be rendered: what every page may refer to."""

    site: Site
    plans: tuple[PlanEditions, ...]
    pages: tuple[Page, ...]
    prose: tuple[ProsePage, ...]
    translators: Mapping[str, Translator]
    addresses: Addresses
    data_files: Mapping[tuple[str, str], tuple[DataFile, ...]] = field(default_factory=dict)


def whole(
    site: Site,
    plans: tuple[PlanEditions, ...],
    prose_pages: tuple[ProsePage, ...],
    translators: Mapping[str, Translator],
    data_files: Mapping[tuple[str, str], tuple[DataFile, ...]],
) -> Whole:
    """Decide which page exists in which language. A page exists in a language when its summary texts do."""
    pages = tuple(pages_of_site(site, plans))
    existing = {(each.language, f"{each.name}.html") for each in prose_pages}
    for page in pages:
        offered = set(page.plan.plan.languages) if page.plan else set(translators)
        for code in offered & set(translators):
            if all(translators[code].has(text) for text in page.needs):
                existing.add((code, page.path))
    addresses = Addresses(site.language, frozenset(existing), base_path(site))
    return Whole(site, plans, pages, prose_pages, translators, addresses, data_files)


def render(site: Whole) -> Iterator[Rendered]:
    """Every page in every language in which it exists, language by language."""
    for code, translator in site.translators.items():
        for page in site.pages:
            if site.addresses.exists(code, page.path):
                yield _rendered(site, page, translator)
        for each in site.prose:
            if each.language == code:
                yield _prose(site, each, translator)


def complete_page(fragment: str, meta: Mapping[str, Any]) -> str:
    """The complete page. A pure function: the same fragment and meta give the same page, whoever asks."""
    return _shell().render(content=fragment, meta=meta)


# --------------------------------------------------------------------------------------------------------- one page


def _rendered(site: Whole, page: Page, translator: Translator) -> Rendered:
    writer = _Writer(site, page, translator)
    fragment = _template(page.template).render(writer.context()).strip() + "\n"
    fragment = "\n".join(line for line in fragment.splitlines() if line.strip()) + "\n"
    return Rendered(
        site.addresses.of(translator.language.code, page.path), fragment, _meta(site, page, writer), page
    )


def _prose(site: Whole, written: ProsePage, translator: Translator) -> Rendered:
    page = Page(f"{written.name}.html", "prose", ())
    meta = _meta(site, page, _Writer(site, page, translator), title=written.title)
    return Rendered(site.addresses.of(written.language, page.path), written.fragment + "\n", meta)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["stated"] = lambda value: value is not NOT_STATED
    return environment


def _template(name: str) -> Any:  # noqa: ANN401 - jinja2.Template, whose type is not exported usefully
    return _environment().get_template(f"{name}.html.jinja")


@cache
def _shell() -> Any:  # noqa: ANN401 - as above
    # MkDocs renders the same file in an environment with Jinja's own settings: so does this one.
    return Environment(loader=FileSystemLoader(OVERRIDES), undefined=StrictUndefined, autoescape=False).get_template(  # noqa: S701 - base.html switches autoescape on by itself, in any environment
        "base.html"
    )


@cache
def _language(code: str) -> Language:
    found = language(code)
    if found is None:
        raise LookupError(code)  # codes come from the model, which knows them
    return found


STATES = {
    State.STATED: "stated",
    State.AWAITED: "awaited",
    State.MISSING: "missing",
    State.SUPPRESSED: "withheld",
    State.PROVISIONAL: "provisional",
    State.ESTIMATED: "estimated",
    State.REVISED: "revised",
    State.NOT_COMPARABLE: "not comparable",
    State.NOT_APPLICABLE: "not applicable",
}
"""The reader's word for each state of a value."""

TITLES = {
    "home": "Home",
    "summary": "Summary",
    "targets": "Targets",
    "achievements": "What was achieved before",
    "organisations": "Organisations and contacts",
    "formats": "Other languages and formats",
    "data": "Data and downloads",
    "repairs": "How the text was repaired",
    "editions": "Editions of this plan",
    "accessibility": "Accessibility statement",
    "not-found": "This page was not found",
    "plans": "Plans",
}
"""Titles of pages, in the words of the interface."""


@dataclass(frozen=True)
class _Writer:
    """What a template may say, in one language, for one page."""

    site: Whole
    page: Page
    translator: Translator

    @property
    def code(self) -> str:
        return self.translator.language.code

    def context(self) -> dict[str, Any]:
        """The names a template can use."""
        page = self.page
        names: dict[str, Any] = {
            name: getattr(self, name)
            for name in (
                "plain own rich count percent change period day unit state href heading size telephone isolated email "
                "website lang_of language_name language_name_here site_href file_href text_place"
            ).split()
        }
        names |= {"_": self.word, "n_": self.plural, "t": self.t, "is_percent": is_percent, "site": self.site.site}
        names |= {"plans": self.site.plans, "plan_href": self.plan_href, "operator_telephone": self.telephone_link}
        operator = self.site.site.operator
        names["operator_contact"] = any(
            value and value is not NOT_STATED
            for value in (operator.email, operator.telephone, operator.address, operator.website)
        )
        names["few_languages"] = len({code for code, _ in self.site.addresses.existing}) == 1
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
            "edition_href": self.edition_href,
            "has_results": any(target.values for target in edition.targets.targets),
            "role": lambda role: _role(edition, role),
            "guests": lambda parent, level: _guests(edition, parent, level),
            "anchor": _anchor,
            "data_files": self.site.data_files.get((plan.plan.id, edition.id), ()),
            "repaired_texts": tuple(t for t in texts_in((plan.plan, edition)) if t.repair is not None),
            "organisations_without_listed_contacts": _unlisted(edition),
        }

    # ------------------------------------------------------------------ words

    def marked(self, words: Words) -> Markup:
        """Words as HTML, marked with their language where it is not the page's."""
        if words.language == self.code:
            return escape(words.text)
        return Markup("<span{}>{}</span>").format(self.lang_of(words.language), words.text)

    def word(self, message: str, /, **values: object) -> Markup:
        return self._filled(self.translator.word(message), values)

    def plural(self, one: str, many: str, number: int, /, **values: object) -> Markup:
        return self._filled(self.translator.plural(one, many, number), {"count": self.count(number)} | values)

    def _filled(self, words: Words, values: Mapping[str, object]) -> Markup:
        marked = self.marked(words)
        return marked.format(**values) if values else marked

    def plain(self, message: str) -> str:
        """Words for an attribute, where a language cannot be marked."""
        return self.translator.word(message).text

    def t(self, text: Text) -> Markup:
        return self.marked(self.translator.text(text))

    def own(self, words: str) -> Markup:
        """Words that stay in the plan's own language, such as the reason of a repair."""
        own = self.page.plan.plan.language if self.page.plan else self.site.site.language
        return self.marked(Words(words, own))

    def rich(self, text: Text) -> Markup:
        words = self.translator.text(text)
        blocks = Markup(prose.blocks(words.text))  # noqa: S704 - prose makes the closed vocabulary, from text without faults
        if words.language == self.code:
            return blocks
        return Markup("<div{}>{}</div>").format(self.lang_of(words.language), blocks)

    def heading(self, text: Text) -> Markup:
        """A level's word at the start of a heading."""
        words = self.translator.text(text)
        return self.marked(Words(words.text[:1].upper() + words.text[1:], words.language))

    def text_place(self, text: Text) -> Markup:
        """Where a text stands, for a reader: its id path in words."""
        return Markup('<span class="code">{}</span>').format(text.path)

    # ------------------------------------------------------------------ figures, dates, numbers to ring

    def count(self, number: Decimal | int) -> str:
        return self.translator.number(number)

    def percent(self, number: Decimal) -> str:
        return self.translator.percent(number)

    def change(self, percent: Decimal) -> Markup:
        """A change in words: 5% less."""
        amount = Markup('<data value="{}">{}</data>').format(percent, self.percent(abs(percent)))
        if percent < 0:
            return self.word("{amount} less", amount=amount)
        return self.word("{amount} more", amount=amount)

    def unit(self, measure: Measure, number: Decimal) -> Markup:
        edition = self.page.edition
        unit = edition.unit(measure) if edition else None
        if unit is None or edition is None:
            return Markup("")
        return self.marked(self.translator.unit(unit, number, _language(edition.plan.language)))

    def period(self, period: Period) -> Markup:
        words = self.marked(self.translator.period(period))
        if period.form in (PeriodForm.DAY, PeriodForm.MONTH, PeriodForm.YEAR):
            return Markup('<time datetime="{}">{}</time>').format(period.written, words)
        return Markup("<bdi>{}</bdi>").format(words)

    def day(self, day: Any) -> Markup:  # noqa: ANN401 - datetime.date, handed through by a template
        return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), self.translator.day(day))

    def state(self, state: State) -> Markup:
        return self.word(STATES[state])

    def size(self, count: int) -> Markup:
        """The size of a file in words."""
        return self.word("{number} KB", number=self.count(max(1, round(count / 1000))))

    def telephone(self, number: str) -> Markup:
        """A number to read; to dial as well while the plan runs. A historic number is never a link."""
        if self.page.plan is None or is_over(self.page.plan, self.site.site):
            return Markup('<bdi class="tel">{}</bdi>').format(number)
        return self.telephone_link(number)

    def telephone_link(self, number: str) -> Markup:
        digits = "".join(sign for sign in number if sign.isdigit() or sign == "+")
        return Markup('<a href="tel:{}"><bdi class="tel">{}</bdi></a>').format(digits, number)

    def email(self, address: str) -> Markup:
        return Markup('<a href="mailto:{}"><bdi>{}</bdi></a>').format(address, address)

    def website(self, address: str) -> Markup:
        return Markup('<a href="{}"><bdi>{}</bdi></a>').format(address, address)

    def isolated(self, lines: Iterable[str]) -> Markup:
        """Lines of an address on one line, kept in their own order in any script."""
        return Markup("<bdi>{}</bdi>").format(", ".join(lines))

    # ------------------------------------------------------------------ languages

    def lang_of(self, code: str) -> Markup:
        """The attributes that mark a part in a language; none where it is the page's own."""
        if code == self.code:
            return Markup("")
        return Markup(' lang="{}" dir="{}"').format(code, _language(code).direction)

    def language_name(self, code: str) -> str:
        return _language(code).name

    def language_name_here(self, code: str) -> str:
        """The name of a language in the language of this page."""
        return self.translator.language.locale.languages.get(code.split("-")[0], _language(code).name)

    # ------------------------------------------------------------------ links

    def _link(self, path: str) -> str:
        """A relative address of a path, in this language where it exists, else in the plan's or the site's."""
        origin = self.page.plan.plan.language if self.page.plan else self.site.site.language
        for code in (self.code, origin, self.site.site.language):
            if self.site.addresses.exists(code, path):
                return self.site.addresses.link(self.code, self.page.path, code, path)
        return self.site.addresses.link(self.code, self.page.path, origin, path)

    def href(self, name: str) -> str:
        """The address of a page of the same edition, by its name."""
        if self.page.plan is None or self.page.edition is None:
            raise LookupError(name)
        return self._link(f"plans/{self.page.plan.plan.id}/{self.page.edition.id}/{name}.html")

    def site_href(self, path: str) -> str:
        return self._link(path)

    def file_href(self, path: str) -> str:
        """The address of a file, which has no language."""
        return self.site.addresses.link(self.code, self.page.path, self.site.site.language, path)

    def plan_href(self, plan: PlanEditions) -> str:
        return self._link(f"plans/{plan.plan.id}/index.html")

    def edition_href(self, edition: Edition) -> str:
        return self._link(f"plans/{edition.plan.id}/{edition.id}/index.html")

    def twin(self, edition: Edition) -> str:
        """The address of this page in another edition, or of that edition's home if the page is not in it."""
        here = f"plans/{edition.plan.id}/{self.page.edition.id if self.page.edition else ''}/"
        name = self.page.citable.removeprefix(here)
        path = f"plans/{edition.plan.id}/{edition.id}/{name}"
        known = {path for _, path in self.site.addresses.existing}
        return self._link(path) if path in known else self.edition_href(edition)


def is_over(plan: PlanEditions, site: Site) -> bool:
    """Whether a plan is history on the day the site speaks from: its period has ended, or its bodies have."""
    closed = plan.plan.closed
    return plan.plan.period.last < site.as_of.first or (
        not isinstance(closed, NotStated) and closed.since.first <= site.as_of.first
    )


def _role(edition: Edition, id_: str) -> Role:
    return next(role for role in edition.organisations.roles if role.id == id_)


def _guests(edition: Edition, parent: Item, level: Level) -> tuple[Item, ...]:
    """Items of a level that stand elsewhere but also serve this parent."""
    return tuple(
        item for item in edition.all_items() if parent.path in item.serves and item.level.rank == level.rank
    )


def _anchor(item: Item) -> str:
    """The id of an item on its page: its id path below the first level."""
    return item.path.partition(".")[2] or item.path


def _unlisted(edition: Edition) -> tuple[Organisation, ...]:
    """Organisations that no role's list shows with all they have: no role, or contacts where others have none."""
    shown: set[str] = set()
    for role in edition.organisations.roles:
        members = edition.with_role(role.id)
        if all(each.contacts for each in members):
            shown |= {each.id for each in members}
        else:
            shown |= {each.id for each in members if not each.contacts}
    return tuple(each for each in edition.organisations.organisations if each.id not in shown)


# -------------------------------------------------------------------------------------- what the page around it needs


def _meta(site: Whole, page: Page, writer: _Writer, title: str = "") -> dict[str, Any]:
    """The facts of a page for the page around it: plain values, so that they can stand in front matter."""
    code, link = writer.code, site.addresses.link
    addresses = site.addresses
    heading = title or _title(page, writer).text
    name = writer.translator.text(site.site.name)
    shown_name = writer.translator.text(page.plan.plan.title) if page.plan else name
    codes = tuple(site.translators)
    own_address = addresses.of(code, page.citable)
    root = "" if isinstance(site.site.address, NotStated) else site.site.address.rstrip("/") + "/"
    alternates = [
        {
            "lang": each,
            "dir": _language(each).direction,
            "name": _language(each).name,
            "href": link(code, page.path, each, page.path),
            "absolute": root + addresses.of(each, page.citable) if root else "",
            "current": each == code,
        }
        for each in addresses.languages(page.path, codes)
    ]
    return {
        "title": heading if heading == shown_name.text else f"{heading} - {shown_name.text}",
        "lang": code,
        "dir": _language(code).direction,
        "style": link(code, page.path, site.site.language, STYLE),
        "home": writer.site_href("index.html"),
        "canonical": root + own_address if root and page.path != NOT_FOUND else "",
        "policy": CONTENT_SECURITY_POLICY,
        "brand": _brand(site, page, writer),
        "languages": alternates if len(alternates) > 1 else [],
        "statements": _statements(page, writer) if len(alternates) == 1 else [],
        "contents": _contents(page, writer),
        "steps": _steps(page, writer),
        "footer": _footer(site, page, writer),
        "updated": _said(writer, "This website speaks from {day}.", day=writer.translator.period(site.site.as_of).text),
        "index": page.path != NOT_FOUND,
        "words": {
            "skip": _said(writer, "Skip to main content"),
            "languages": _said(writer, "Languages"),
            "contents": _said(writer, "Contents of this plan"),
            "steps": _said(writer, "Next pages"),
            "about": _said(writer, "About this website"),
            "top": _said(writer, "Back to top"),
            "statements": _said(writer, "More information in:"),
        },
    }


def _title(page: Page, writer: _Writer) -> Words:
    if page.item is not None:
        return writer.translator.text(page.item.title)
    if page.target is not None:
        return writer.translator.text(page.target.measure.title)
    if page.template == "home" and page.plan is not None:
        return writer.translator.text(page.plan.plan.title)
    return writer.translator.word(TITLES[page.template])


def _part(writer: _Writer, words: Words) -> dict[str, str]:
    """Words with the language they are in, for the base template."""
    direction = _language(words.language).direction
    same = words.language == writer.code
    return {"text": words.text, "lang": "" if same else words.language, "dir": "" if same else direction}


def _said(writer: _Writer, message: str, **values: str) -> dict[str, str]:
    words = writer.translator.word(message)
    return _part(writer, Words(words.text.format(**values) if values else words.text, words.language))


def _brand(site: Whole, page: Page, writer: _Writer) -> list[dict[str, str]]:
    """Publisher, plan and period: the line at the top of every page, which links home."""
    plan = page.plan or (site.plans[0] if len(site.plans) == 1 else None)
    if plan is None:
        return [_part(writer, writer.translator.text(site.site.name))]
    edition = page.edition or plan.current
    said = writer.translator.text
    period = plan.plan.period_printed
    return [
        _part(writer, said(edition.organisation(plan.plan.publisher).name)),
        _part(writer, said(plan.plan.title)),
        _part(
            writer, writer.translator.period(plan.plan.period) if isinstance(period, NotStated) else said(period)
        ),
    ]


def _statements(page: Page, writer: _Writer) -> list[dict[str, str]]:
    """The languages in which the plan prints its promise, where the page itself is in one language only."""
    if page.edition is None:
        return []
    return [
        {
            "lang": each.language,
            "dir": _language(each.language).direction,
            "name": _language(each.language).name,
            "href": f"{writer.href('formats')}#{each.language}",
        }
        for each in page.edition.facts.statements
        if each.language != writer.code
    ]


def _contents(page: Page, writer: _Writer) -> list[dict[str, Any]]:
    """The pages of the same edition: the list beside or below the page."""
    if page.plan is None or page.edition is None:
        return []
    entries: list[dict[str, Any]] = []
    for each in pages_of_edition(page.plan, page.edition):
        if each.target is not None:
            continue
        words = writer.translator.word("Home") if each.template == "home" else _title(each, writer)
        current = each.path == page.citable
        within = page.target is not None and each.template == "targets"
        entries.append(
            _part(writer, words)
            | {
                "href": writer._link(each.path),  # noqa: SLF001 - same module, same step
                "current": "page" if current else "true" if within else "",
                "indent": each.item is not None,
            }
        )
    return entries


def _steps(page: Page, writer: _Writer) -> list[dict[str, str]]:
    """The neighbours of a page among its kind: the theme or target before and after it."""
    if page.plan is None or page.edition is None or page.template not in ("item", "target"):
        return []
    kind = [each for each in pages_of_edition(page.plan, page.edition) if each.template == page.template]
    index = next(number for number, each in enumerate(kind) if each.path == page.path)
    steps = []
    for message, at in (("Previous: {title}", index - 1), ("Next: {title}", index + 1)):
        if 0 <= at < len(kind):
            title = _title(kind[at], writer)
            steps.append(
                _said(writer, message, title=title.text) | {"href": writer._link(kind[at].path)}  # noqa: SLF001 - same module, same step
            )
    return steps


def _footer(site: Whole, page: Page, writer: _Writer) -> list[dict[str, str]]:
    """The pages of the site as a whole."""
    entries = [_part(writer, Words(each.title, each.language)) | {"href": writer.site_href(f"{each.name}.html")}
               for each in site.prose if each.language == writer.code]  # fmt: skip
    accessibility = writer.translator.word(TITLES["accessibility"])
    return [*entries, _part(writer, accessibility) | {"href": writer.site_href("accessibility.html")}]



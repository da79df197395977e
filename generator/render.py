"""Pages, Translator -> every page in one language: a semantic HTML fragment with its facts (meta).

Takes a Site, its plans, hand-written pages and Translators; gives Rendered pages. Knows nothing of MkDocs or files.

A fragment is the one script of a page (docs/fragment.md): large print, PDF, Braille and audio read it too. `meta` is
all that the page around it needs; both together make the complete page in complete_page(), a pure function.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from posixpath import dirname
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator import foreign
from generator.binding import Part, bound
from generator.blocks import Paragraph, Run, Runs, read_blocks
from generator.booklet import WORDS, Booklet, chapters
from generator.describe import description
from generator.desk import Topic
from generator.explain import explained
from generator.fields import NOT_STATED, NotStated
from generator.frame import frame
from generator.glossary import Term, forms_of
from generator.isolate import isolated
from generator.languages import INTERFACE_LANGUAGE
from generator.large_print import PREFIX, large_print
from generator.model import PlanEditions
from generator.pages import NOT_FOUND, TITLES, Addresses, Page, ProsePage, base_path, pages_of_site, published
from generator.problems import Problem
from generator.site import Site
from generator.translate import Translator
from generator.typeset import typeset_fragment
from generator.whole import Whole
from generator.writer import Writer

BOUND = {"item": 1, "targets": 1, "target": 2, "achievements": 1, "organisations": 1}
"""The pages that stand in the whole plan, and how many levels their headings go down there."""

DESK = "desk.html"
"""The officer's page, which is in the preview only."""

TEMPLATES = Path(__file__).parent / "templates"
OVERRIDES = Path(__file__).parent / "overrides"


@dataclass(frozen=True)
class Rendered:
    """A page in one language: its address in the site, its fragment, and what the page around it needs."""

    address: str
    fragment: str
    meta: Mapping[str, Any]
    page: Page

    def without_policy(self) -> "Rendered":
        """The same page without its Content-Security-Policy, for a preview server that adds scripts of its own."""
        return replace(self, meta={**self.meta, "policy": ""})


@dataclass(frozen=True)
class Website:
    """Everything that is published: pages to be completed by base.html, files as they are, and copies of large files.

    `left_out` are editions that are not published yet; `failed` says which formats could not be made, and why.
    """

    pages: tuple[Rendered, ...]
    files: Mapping[str, bytes]
    warnings: tuple[Problem, ...] = ()
    left_out: tuple[str, ...] = ()
    copies: Mapping[str, Path] = field(default_factory=dict)
    failed: tuple[Problem, ...] = ()


def whole(
    site: Site,
    plans: tuple[PlanEditions, ...],
    prose_pages: tuple[ProsePage, ...],
    translators: Mapping[str, Translator],
) -> Whole:
    """Decide which page exists in which language. A page exists in a language when its summary texts do."""
    pages = tuple(pages_of_site(site, plans))
    existing = {(each.language, f"{each.name}.html") for each in prose_pages}
    for page in pages:
        offered = set(page.plan.plan.languages) if page.plan else set(translators)
        for code in offered & set(translators):
            translator = translators[code].of_plan(page.plan.plan.id) if page.plan else translators[code]
            title = translator.word(TITLES[page.template]) if page.template in TITLES else None
            original = code in (site.language, page.plan.plan.language if page.plan else site.language)
            spoken = original or title is None or title.language == code
            if spoken and all(translator.has(text) for text in page.needs):
                existing.add((code, page.path))
    addresses = Addresses(site.language, frozenset(existing), base_path(site))
    return Whole(site, plans, pages, prose_pages, translators, addresses)


def render(site: Whole) -> Iterator[Rendered]:
    """Every page in every language in which it exists, language by language."""
    for code, translator in site.translators.items():
        for page in site.pages:
            if site.addresses.exists(code, page.path):
                own = translator.of_plan(page.plan.plan.id) if page.plan else translator
                writer = Writer(site, page, own.listened_to())
                parts = _parts(writer) if page.template == "whole-plan" else ""
                yield from _views(writer, _fragment(writer, parts))
        for each in site.prose:
            if each.language == code:
                writer = Writer(site, Page(f"{each.name}.html", "prose", ()), translator.listened_to())
                for part in each.translated:
                    writer.translator.text(part)
                yield from _views(writer, each.fragment, each.title)


def booklets(site: Whole) -> Iterator[Booklet]:
    """Each edition in each language in which its whole plan can be read, followed by the hand-written pages."""
    for code, translator in site.translators.items():
        for page in site.pages:
            if page.template == "whole-plan" and site.addresses.exists(code, page.path):
                assert page.plan is not None  # noqa: S101 - a whole plan is that of an edition
                own = translator.of_plan(page.plan.plan.id).listened_to()
                yield _booklet(Writer(site, page, own))


def _booklet(writer: Writer) -> Booklet:
    plan, edition = writer.page.plan, writer.page.edition
    assert plan is not None  # noqa: S101 - a whole plan is that of an edition
    assert edition is not None  # noqa: S101 - as above
    root = "" if isinstance(writer.site.site.address, NotStated) else writer.site.site.address
    of = writer.site.addresses.of
    address = of(writer.code, writer.page.path)
    home = of(writer.code, f"plans/{plan.plan.id}/{edition.id}/index.html")
    fragment = _finished(writer, _fragment(writer, _parts(writer), _prose_parts(writer)))
    printed = plan.plan.period_printed
    period = writer.period(plan.plan.period) if isinstance(printed, NotStated) else writer.t(printed)
    day = published(edition)
    said = (writer.t(plan.plan.title), writer.t(edition.organisation(plan.plan.publisher).name), period)
    title, publisher, when = (_runs(each, writer.code) for each in said)
    words = {message: writer.translator.word(message) for message in WORDS}
    return Booklet(
        plan=str(plan.plan.id),
        edition=str(edition.id),
        language=writer.translator.language,
        title=title,
        publisher=publisher,
        period=when,
        published=day.isoformat() if day else "",
        dated=(day or writer.site.site.as_of.last).isoformat(),
        home=f"{root.rstrip('/')}/{home}" if root else "",
        chapters=chapters(fragment, writer.code, address, root),
        words={message: Run(each.text, each.language) for message, each in words.items()},
    )


def _runs(markup: str, language: str) -> Runs:
    (paragraph,) = read_blocks(f"<p>{markup}</p>", language)
    assert isinstance(paragraph, Paragraph)  # noqa: S101 - it is one
    return paragraph.runs


def desk_page(site: Whole, desks: Iterable[tuple[str, str, tuple[Topic, ...]]]) -> Rendered:
    """The officer's page, for the preview only: what is to be seen to in each plan (its name, edition and topics)."""
    page = Page(DESK, "desk", ())
    writer = Writer(site, page, next(iter(site.translators.values())))
    fragment = template("desk").render(desks=tuple(desks)).strip()
    return Rendered(DESK, fragment, frame(writer, "Your desk") | {"description": "", "languages": [], "view": {}}, page)


def complete_page(fragment: str, meta: Mapping[str, Any]) -> str:
    """The complete page. A pure function: the same fragment and meta give the same page, whoever asks."""
    return str(_shell().render(content=fragment, meta=meta))


def _fragment(writer: Writer, parts: str = "", last: str | None = None) -> str:
    """A page. A whole plan takes its `parts`, and as a booklet the parts that stand `last`."""
    # One block without blank lines, which Markdown leaves alone wherever the page is written for another builder.
    given = {"parts": Markup(parts), "booklet": last is not None, "last": Markup(last or "")}  # noqa: S704 - made from fragments
    lines = template(writer.page.template).render(writer.context(), **given).splitlines()
    return "\n".join(line for line in lines if line.strip())


def _parts(writer: Writer) -> str:
    """The pages that make up a whole plan, one after the other; a part that is not translated stands as it is."""
    site, page = writer.site, writer.page
    assert page.edition is not None  # noqa: S101 - a whole plan is that of an edition
    code, of = writer.code, site.addresses.of
    parts: list[Part] = []
    places: dict[str, str] = {}
    for each in site.pages_of(page.edition):
        if each.template in BOUND:
            id_ = "_" + each.path.removeprefix(f"{dirname(page.path)}/").removesuffix(".html").replace("/", ".")
            fragment = _fragment(Writer(site, each, writer.translator))
            parts.append(Part(id_, of(code, each.path), fragment, BOUND[each.template]))
            places |= {of(any_code, each.path): id_ for any_code in site.translators}
    return bound(of(code, page.path), tuple(parts), places)


def _prose_parts(writer: Writer) -> str:
    """The hand-written pages in the language of a writer, as the last parts of a booklet."""
    address = writer.site.addresses.of(writer.code, writer.page.path)
    parts = []
    for page in writer.site.prose:
        if page.language == writer.code:
            own = writer.site.addresses.of(writer.code, f"{page.name}.html")
            parts.append(Part("_" + page.name.replace("/", "."), own, page.fragment, 1))
            for part in page.translated:
                writer.translator.text(part)
    return bound(address, tuple(parts), {})


def _explained(writer: Writer, fragment: str) -> str:
    """A page of a plan with its rare words explained below it."""
    edition = writer.page.edition
    if edition is None or writer.page.template == "repairs" or isinstance(edition.facts.glossary, NotStated):
        return fragment
    terms: dict[str, Term] = {term.id: term for term in edition.facts.glossary.terms}
    # Links with the same words lead to the same place (WCAG 2.2, 2.4.4), and a title's words lead to its own page.
    named = (*(item.title for item in edition.items), *(each.measure.title for each in edition.targets.targets))
    titles = {writer.translator.text(title).text.casefold() for title in named}
    forms = {}
    for id_, term in terms.items():
        word = writer.translator.text(term.word)
        words = (*forms_of(word.text), *(term.also if word.language == term.word.language else ()))
        if word.language == writer.code:
            forms[id_] = tuple(each for each in words if each.casefold() not in titles)
    fragment, used = explained(fragment, forms, prefix="_word-")
    if not used:
        return fragment
    said = template("components/glossary").render(writer.context(), terms=[terms[id_] for id_ in used])
    return f"{fragment}\n{said.strip()}"


def _with_notice(writer: Writer, fragment: str) -> str:
    """A translated page with a notice below its title: who stands for its words, how it differs from its original."""
    heard, original = writer.translator.heard, writer.original
    if heard is None or writer.code == original or not (heard.states or heard.original):
        return fragment
    untranslated = heard.original & {original, INTERFACE_LANGUAGE}
    said = template("components/translation").render(
        writer.context(),
        heard=heard,
        original_href=writer.original_href,
        original_language=writer.language_name_here(original),
        untranslated=writer.names_here(untranslated),
    )
    title, mark, text = fragment.partition("</h1>")
    return f"{title}{mark}\n{said.strip()}{text}"


def _finished(writer: Writer, fragment: str) -> str:
    """A page with its rare words explained, its notice, its languages marked, its lines and numbers kept together."""
    fragment = foreign.marked(_with_notice(writer, _explained(writer, fragment)), writer.foreign_names)
    return isolated(typeset_fragment(fragment, writer.code), writer.translator.language.direction)


def _views(writer: Writer, fragment: str, title: str = "") -> Iterator[Rendered]:
    """A page as it is and in large print; a 404 page, which is shown anywhere, has no second address."""
    page, address = writer.page, writer.site.addresses.of(writer.code, writer.page.path)
    fragment = _finished(writer, fragment)
    about = {"description": description(fragment)}
    yield Rendered(address, fragment, frame(writer, title) | about, page)
    if page.path != NOT_FOUND:
        large = large_print(fragment, writer.code, address)
        yield Rendered(PREFIX + address, large, frame(writer, title, large=True) | about, page)


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


def template(name: str) -> Any:  # noqa: ANN401 - jinja2.Template, whose type is not exported usefully
    """The template of a page or a part of one, by its name."""
    return _environment().get_template(f"{name}.html.jinja")


@cache
def _shell() -> Any:  # noqa: ANN401 - as above
    # MkDocs renders the same file in an environment with Jinja's own settings: so does this one.
    return Environment(loader=FileSystemLoader(OVERRIDES), undefined=StrictUndefined, autoescape=False).get_template(  # noqa: S701 - base.html switches autoescape on by itself, in any environment
        "base.html"
    )

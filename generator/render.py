"""Pages, Translator -> every page in one language: a semantic HTML fragment with its facts (meta).

Takes a Site, its plans, hand-written pages and Translators; gives Rendered pages. Knows nothing of MkDocs or files.

A fragment is the one script of a page (docs/fragment.md): large print, PDF, Braille and audio read it too. `meta` is
all that the page around it needs; both together make the complete page in complete_page(), a pure function.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.fields import NOT_STATED
from generator.frame import frame
from generator.model import PlanEditions
from generator.pages import TITLES, Addresses, DataFile, Page, ProsePage, base_path, pages_of_site
from generator.problems import Problem
from generator.site import Site
from generator.translate import Translator
from generator.whole import Whole
from generator.writer import Writer

TEMPLATES = Path(__file__).parent / "templates"
OVERRIDES = Path(__file__).parent / "overrides"


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
            title = translators[code].word(TITLES[page.template]) if page.template in TITLES else None
            original = code in (site.language, page.plan.plan.language if page.plan else site.language)
            spoken = original or title is None or title.language == code
            if spoken and all(translators[code].has(text) for text in page.needs):
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
    return str(_shell().render(content=fragment, meta=meta))


def _rendered(site: Whole, page: Page, translator: Translator) -> Rendered:
    writer = Writer(site, page, translator)
    # One block without blank lines, which Markdown leaves alone wherever the page is written for another builder.
    lines = _template(page.template).render(writer.context()).splitlines()
    fragment = "\n".join(line for line in lines if line.strip())
    return Rendered(site.addresses.of(translator.language.code, page.path), fragment, frame(writer), page)


def _prose(site: Whole, written: ProsePage, translator: Translator) -> Rendered:
    page = Page(f"{written.name}.html", "prose", ())
    meta = frame(Writer(site, page, translator), title=written.title)
    return Rendered(site.addresses.of(written.language, page.path), written.fragment, meta)


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

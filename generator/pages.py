"""Which pages exist, and at which path: the same path in every language.

Takes a Site and its plans; gives Pages. Knows nothing of words, templates' contents or HTML.

The permanent address of a page of a plan is `plans/<plan>/<edition>/<page>.html`. The home of the current edition
is also shown at `plans/<plan>/index.html` and, where the site has one plan, at `index.html`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from posixpath import dirname, relpath
from urllib.parse import urlsplit

from generator.fields import NotStated, Text, texts_in
from generator.former import Former, formers
from generator.languages import message
from generator.model import Edition, Item, PlanEditions, Shown
from generator.periods import PeriodForm
from generator.progress import has_status
from generator.site import Site
from generator.targets import Target

NOT_FOUND = "404.html"
SEARCH = "search.html"


@dataclass(frozen=True)
class Page:
    """One page in all its languages.

    `template` is the step's word for its kind; `needs` are the texts without which it does not exist in a language;
    `permanent` is the path that is cited, where the page is shown at a second one.
    """

    path: str
    template: str
    needs: tuple[Text, ...]
    plan: PlanEditions | None = None
    edition: Edition | None = None
    item: Item | None = None
    target: Target | None = None
    former: Former | None = None
    permanent: str = ""

    @property
    def citable(self) -> str:
        """The path to cite."""
        return self.permanent or self.path


@dataclass(frozen=True)
class DataFile:
    """A file offered for download: path within the site, what is in it, its bytes, and what it is for.

    `media_type` is its kind on the web (RFC 2046). `whole` says that all of the plan is in it.
    """

    path: str
    holds: str
    content: bytes
    use: str = ""
    media_type: str = ""
    whole: bool = False


@dataclass(frozen=True)
class ProsePage:
    """A hand-written page in one language (`content/<language>/<name>.md`), converted.

    `parts` are its headings, paragraphs and lists as they are written: what translators translate. `translated` are the
    parts of the page that it is a translation of.
    """

    name: str
    language: str
    title: str
    fragment: str
    links: tuple[tuple[int, str], ...] = ()
    parts: tuple[Text, ...] = ()
    translated: tuple[Text, ...] = ()


def pages_of_edition(plan: PlanEditions, edition: Edition) -> Iterator[Page]:
    """The pages of an edition, in the order in which its navigation shows them."""
    root = f"plans/{plan.plan.id}/{edition.id}"
    always = _summary_texts(plan.plan)

    def page(name: str, template: str, *needs: Text, item: Item | None = None, target: Target | None = None) -> Page:
        return Page(f"{root}/{name}.html", template, (*always, *needs), plan, edition, item, target)

    aims = tuple(each.title for item in edition.items for each in (item, *_summary_children(item)))
    prose = _summary_texts(tuple(section for section in edition.facts.sections if section.shown is Shown.HOME))
    changes = _summary_texts(() if isinstance(edition.achievements, NotStated) else edition.achievements)
    everything = _summary_texts((edition.facts, edition.targets))
    older = plan.before(edition)
    yield page("index", "home", *prose, *aims, *changes)
    yield page("summary", "summary", *everything, *aims, *changes)
    yield page("whole-plan", "whole-plan", *everything, *aims, *changes)
    for item in edition.items:
        children = (each.title for each in _summary_children(item))
        yield page(f"items/{item.id}", "item", item.title, *children, item=item)
    if edition.targets.targets:
        yield page("targets", "targets", *_summary_texts(edition.targets))
        for target in edition.targets.targets:
            yield page(f"targets/{target.id}", "target", *_summary_texts(target), target=target)
    if has_status(edition):
        yield page("progress", "progress")
    if not isinstance(edition.achievements, NotStated):
        yield page("achievements", "achievements", *changes)
    if older:
        yield page("changes", "changes")
    yield page("organisations", "organisations", *_summary_texts(edition.organisations))
    yield page("formats", "formats")
    yield page("listen", "listen")
    yield page("braille", "braille")
    yield page("data", "data")
    if len(plan.plan.languages) > 1:
        yield page("translations", "translations")
    if not isinstance(edition.facts.transcription, NotStated) or repaired_texts(plan, edition):
        yield page("repairs", "repairs")
    if len(plan.editions) > 1:
        yield page("editions", "editions")
    for former in formers(plan, edition):
        path = f"{root}/{former.name}.html"
        yield Page(path, "former", (*always, former.title), plan, edition, former=former)


def repaired_texts(plan: PlanEditions, edition: Edition) -> tuple[Text, ...]:
    """Every text of an edition that differs from its source, in order."""
    return tuple(text for text in texts_in((plan.plan, edition)) if text.repair is not None)


def _summary_texts(part: object) -> tuple[Text, ...]:
    """The texts within a part of the plan that are translated first, as the model marks them."""
    return tuple(text for text in texts_in(part) if text.summary)


def _summary_children(item: Item) -> tuple[Item, ...]:
    """The second level belongs to the summary; what stands deeper does not."""
    return tuple(child for child in item.children if child.level.rank == item.level.rank + 1)


def pages_of_site(site: Site, plans: tuple[PlanEditions, ...]) -> Iterator[Page]:
    """Every page of the site but the hand-written ones."""
    for plan in plans:
        for edition in plan.editions:
            for page in pages_of_edition(plan, edition):
                yield page
                if page.template == "home" and edition is plan.current:
                    yield replace(page, path=f"plans/{plan.plan.id}/index.html", permanent=page.path)
                    if len(plans) == 1:
                        yield replace(page, path="index.html", permanent=page.path)
    if len(plans) > 1:
        yield Page("index.html", "plans", (site.name,))
    if any(edition.targets.targets for plan in plans for edition in plan.editions):
        yield Page("method.html", "method", (site.name,))
    yield Page("help.html", "help", (site.name,))
    yield Page(SEARCH, "search", (site.name,))
    yield Page("accessibility.html", "accessibility", (site.name,))
    yield Page(NOT_FOUND, "not-found", (site.name,))


@dataclass(frozen=True)
class Addresses:
    """Where each path is found in each language. `existing` holds (language, path) pairs."""

    default_language: str
    existing: frozenset[tuple[str, str]]
    base: str = "/"

    def of(self, language: str, path: str) -> str:
        """The address of a path in a language, from the site's root."""
        return path if language == self.default_language else f"{language}/{path}"

    def exists(self, language: str, path: str) -> bool:
        """Whether a page is there in a language."""
        return (language, path) in self.existing

    def link(self, from_language: str, from_path: str, to_language: str, to_path: str) -> str:
        """A relative address between two pages; from a 404 page, which is shown anywhere, one from the root."""
        target = self.of(to_language, to_path)
        if from_path == NOT_FOUND:
            return self.base + target
        return relpath(target, dirname(self.of(from_language, from_path)) or ".")

    def languages(self, path: str, among: Iterable[str]) -> tuple[str, ...]:
        """The languages, among some, in which a path exists."""
        return tuple(code for code in among if self.exists(code, path))


def base_path(site: Site) -> str:
    """The path of the site's root on its web server, with slashes around it."""
    path = "" if isinstance(site.address, NotStated) else urlsplit(site.address).path.strip("/")
    return f"/{path}/" if path else "/"


def has_feeds(site: Site, plan: PlanEditions) -> bool:
    """Whether a plan has feeds: they need the site's address, and an edition with a day or month."""
    return not isinstance(site.address, NotStated) and any(published(edition) for edition in plan.editions)


def published(edition: Edition) -> date | None:
    """The day of an edition, or the first of its month, if one is stated."""
    when = edition.facts.published
    return None if isinstance(when, NotStated) or when.form not in (PeriodForm.DAY, PeriodForm.MONTH) else when.first


def feed_path(plan: PlanEditions, item: str = "") -> str:
    """The path of the feed of a plan, or of an item of its first level."""
    return f"plans/{plan.plan.id}/feed{f'-{item}' if item else ''}.xml"


TITLES = {
    "home": message("Home"),
    "summary": message("Summary"),
    "whole-plan": message("The whole plan on one page"),
    "targets": message("Targets"),
    "progress": message("How far the plan has come"),
    "achievements": message("What was achieved before"),
    "changes": message("What changed since the last edition"),
    "organisations": message("Organisations and contacts"),
    "formats": message("Other languages and formats"),
    "listen": message("Listen to this plan"),
    "braille": message("This plan in Braille"),
    "data": message("Data and downloads"),
    "repairs": message("How the text was repaired"),
    "translations": message("How far the translations are"),
    "editions": message("Editions of this plan"),
    "method": message("How targets are judged"),
    "help": message("Help and contact"),
    "search": message("Search"),
    "accessibility": message("Accessibility statement"),
    "not-found": message("This page was not found"),
    "plans": message("Plans"),
}
"""Titles of pages, in the words of the interface."""


def judged_on(plan: PlanEditions, edition: Edition, site: Site) -> date:
    """The day on which the targets of an edition are judged.

    The newest published edition, and a draft of the next, are judged on the day the site speaks from. An older one is
    judged on the day it was published; where only its month or year is stated, or nothing, no later than the next.
    """
    newer = [each for each in plan.editions[plan.editions.index(edition) + 1 :] if not each.facts.draft]
    days = [each.facts.published for each in (edition, *newer[:1])] if newer else []
    return min([site.as_of.last, *(day.last for day in days if not isinstance(day, NotStated))])


def is_over(plan: PlanEditions, site: Site) -> bool:
    """Whether a plan is history on the day the site speaks from: its period has ended, or its bodies have."""
    closed = plan.plan.closed
    return plan.plan.period.last < site.as_of.first or (
        not isinstance(closed, NotStated) and closed.since.first <= site.as_of.first
    )

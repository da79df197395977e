"""What a template may say and refer to, in one language, for one page.

Takes the Whole site, a Page and a Translator; gives the names that templates use. Knows nothing of templates' contents.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from posixpath import dirname, relpath
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

from generator.assess import each_due, tally
from generator.blocks import Runs
from generator.changed import label_of, own_words, page_of
from generator.chart import Labels, chart
from generator.compare import Change
from generator.differing import differing
from generator.fields import NOT_STATED, NotStated, Record, Text
from generator.former import called_later
from generator.ledger import Coverage, coverage
from generator.listing import NAMES, Offer, offers
from generator.marked import marked
from generator.model import Edition, Item, Organisation, PlanEditions
from generator.originals import of_edition, of_site
from generator.pages import TITLES, feed_path, has_feeds, is_over, judged_on, repaired_texts
from generator.periods import Period
from generator.progress import has_status, headway
from generator.site import SuppliedFile
from generator.supplied import published_path
from generator.targets import Kind, Target
from generator.translate import is_percent
from generator.wording import Wording

_NAMES = (
    "plain", "own", "reason", "rich", "count", "percent", "change", "due_date", "period", "day", "unit", "state",
    "href", "heading", "size", "telephone", "isolated", "email", "website", "lang_of", "language_name",
    "language_name_here", "site_href", "file_href", "text_place", "spoken", "item_href", "number_only", "own_lines",
    "conformance", "listed", "named", "remark", "place_of", "untranslated", "as_written", "entry_link",
    "status", "status_label", "label_of", "value_of", "change_link", "outcome_word", "outcome_label", "supplied_href",
    "runs", "clock",
)  # fmt: skip
"""The methods of a Writer that templates may call by name."""
_LINK = Markup('<a href="{}">{}</a>')


@dataclass(frozen=True)
class Writer(Wording):
    """What a template may say and refer to, in one language, for one page."""

    def context(self) -> dict[str, Any]:
        """The names a template can use."""
        page = self.page
        names: dict[str, Any] = {name: getattr(self, name) for name in _NAMES}
        names |= {"_": self.word, "n_": self.plural, "t": self.t, "is_percent": is_percent, "site": self.site.site}
        names["differing"] = lambda before, after: differing(self, before, after)
        names |= {"format_names": NAMES}
        names |= {"plans": self.site.plans, "plan_href": self.plan_href, "operator_telephone": self.telephone_link}
        names["operator_contact"] = self.site.site.operator.reachable
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
            "former": self.page.former,
            "feed_href": self.file_href(self.feed_address(plan)) if has_feeds(self.site.site, plan) else "",
            "older": plan.before(edition),
            "turned": tuple(self.site.turned(older, edition)) if (older := plan.before(edition)) else (),
            "told": self.site.told.get((plan.plan.id, edition.id)),
            "edition_href": self.edition_href,
            "with_results": sum(1 for target in edition.targets.targets if target.has_results),
            "without_figure": sum(1 for target in edition.targets.targets if target.kind is Kind.NOT_YET_SET),
            "outcomes": self.site.outcomes[plan.plan.id, edition.id],
            "tally": tally(self.site.outcomes[plan.plan.id, edition.id].values()),
            "judged": any(
                target.has_results or target.published_outcome is not NOT_STATED for target in edition.targets.targets
            ),
            "each_due": lambda target: each_due(
                target, judged_on(plan, edition, self.site.site), plan.plan.period.first.month
            ),
            "headway": lambda: headway(edition),
            "has_status": has_status(edition),
            "chart": self._chart,
            "notes_on": edition.notes_on,
            "guests": edition.guests,
            "anchor": _anchor,
            "coverage": lambda: self._coverage(plan, edition),
            "podcast_href": self._file_here(self.site.podcast_path(plan, self.code)),
            "proof": self.site.proof_of(edition, self.code),
            "made": {kind.name: file for kind, file in self.site.made_of(edition, self.code).items()},
            "offers": lambda: tuple(self._offers(edition)),
            "data_files": self.site.data_files.get((plan.plan.id, edition.id), ()),
            "repaired_texts": lambda: repaired_texts(plan, edition),
            "organisations_without_listed_contacts": _unlisted(edition),
        }

    def _offers(self, edition: Edition) -> Iterator[Offer]:
        booklet = (str(edition.plan.id), str(edition.id), self.code)
        return offers(self.site.made_of(edition, self.code), self.site.site.formats, booklet)

    def _chart(self, target: Target) -> Markup:
        """The chart of a target, with labels in the language of the page."""
        figure = self.percent if is_percent(target.measure) else self.count
        labels = Labels(
            baseline=self.plain("Baseline"),
            due=self.plain("To reach"),
            reached="\u2013".join(map(figure, _ends_of(target))),
            figure=figure,
            period=lambda period: self.translator.period(period).text,
        )
        begins = self.page.plan.plan.period.first.month if self.page.plan else 1
        return chart(target, begins, labels, rtl=self.translator.language.direction == "rtl")

    def _coverage(self, plan: PlanEditions, edition: Edition) -> tuple[Coverage, ...]:
        """How far each translation of an edition is."""
        texts, around = of_edition(plan.plan, edition), of_site(self.site.site, self.site.prose)
        codes = [code for code in plan.plan.languages if code != plan.plan.language]
        of_plan = (self.site.translators[code].of_plan(plan.plan.id) for code in codes)
        return tuple(coverage(each, texts, around) for each in of_plan)

    # ------------------------------------------------------------------ links

    def link(self, path: str, original: str = "") -> str:
        """A relative address of a path: in this language where it exists, else in its plan's or the site's."""
        original = original or self.original
        for code in (self.code, original, self.site.site.language):
            if self.site.addresses.exists(code, path):
                return self.site.addresses.link(self.code, self.page.path, code, path)
        return self.site.addresses.link(self.code, self.page.path, original, path)

    @property
    def original_href(self) -> str:
        """The address of this page in the language of its original."""
        return self.site.addresses.link(self.code, self.page.path, self.original, self.page.path)

    def href(self, name: str, edition: Edition | None = None) -> str:
        """The address of a page of the same edition, or of another one, by its name."""
        edition = edition or self.page.edition
        if edition is None:
            raise LookupError(name)
        return self.link(f"plans/{edition.plan.id}/{edition.id}/{name}.html")

    def item_href(self, item: Item, edition: Edition | None = None) -> str:
        """The address of an item: the page of its first-level item, and its place there."""
        page = self.href(f"items/{item.path.partition('.')[0]}", edition)
        return page if "." not in item.path else f"{page}#{_anchor(item)}"

    def entry_link(self, entry: Record, edition: Edition) -> Markup:
        """What an entry of an edition is called, with a link to the page that shows it."""
        if isinstance(entry, Item):
            words = self.word("{level}: {title}", level=self.heading(entry.level.one), title=self.t(entry.title))
            return _LINK.format(self.item_href(entry, edition), words)
        if isinstance(entry, Target):
            return _LINK.format(self.href(f"targets/{entry.id}", edition), self.t(entry.measure.title))
        name = page_of(entry)
        template = "home" if name == "index" else name
        own = own_words(entry)
        words = self.word(TITLES[template]) if own is None else self.t(own)
        path = f"plans/{edition.plan.id}/{edition.id}/{name}.html"
        return (
            _LINK.format(self.link(path), words) if self.site.addresses.exists(edition.plan.language, path) else words
        )

    def change_link(self, change: Change) -> Markup:
        """The entry that a change is in, with a link; what is gone leads to the page that says so, if it had one."""
        edition = self.page.edition
        older = self.page.plan.before(edition) if self.page.plan and edition else None
        if edition is None or older is None:
            raise LookupError(change.kind)
        had_page = isinstance(change.was, Target) or (isinstance(change.was, Item) and "." not in change.was.path)
        return self.entry_link(change.entry, edition if change.now or had_page else older)

    def label_of(self, change: Change) -> Markup:
        """What differs, as a reader calls it."""
        return self.word(label_of(change))

    def value_of(self, value: object) -> Markup:
        """What a field holds, where that can be said in a few words; nothing where it cannot."""
        match value:
            case Text():
                return self.t(value)
            case Decimal():
                return Markup('<data value="{}">{}</data>').format(value, self.count(value))
            case Period():
                return self.period(value)
            case _:
                return Markup("")

    def site_href(self, path: str) -> str:
        """The address of a page by its path from the root."""
        return self.link(path)

    def file_href(self, path: str) -> str:
        """The address of a file, which has no language."""
        return self.site.addresses.link(self.code, self.page.path, self.site.site.language, path)

    def runs(self, runs: Runs) -> Markup:
        """Words of blocks, without their links."""
        return Markup(marked(runs, self.code))  # noqa: S704 - marked() escapes

    def supplied_href(self, supplied: SuppliedFile) -> str:
        """Where a file that people supplied is."""
        return str(supplied.address) if supplied.address else self.file_href(quote(published_path(supplied)))

    def _file_here(self, path: str) -> str:
        """The address of a file by its path from the root; empty where there is none."""
        return relpath(path, dirname(self.site.addresses.of(self.code, self.page.path)) or ".") if path else ""

    def feed_address(self, plan: PlanEditions, item: str = "") -> str:
        """The address of a feed from the site's root: in this language, or in the plan's own."""
        here = self.site.addresses.exists(self.code, f"plans/{plan.plan.id}/index.html")
        return self.site.addresses.of(self.code if here else plan.plan.language, feed_path(plan, item))

    def plan_href(self, plan: PlanEditions, name: str = "") -> str:
        """The address of a plan, or of a page of its current edition by its name."""
        page = f"{plan.current.id}/{name}" if name else "index"
        return self.link(f"plans/{plan.plan.id}/{page}.html", plan.plan.language)

    def edition_href(self, edition: Edition) -> str:
        """The address of the home of an edition."""
        return self.link(f"plans/{edition.plan.id}/{edition.id}/index.html")

    def twin(self, edition: Edition) -> str:
        """The address of this page in a newer edition, or of that edition's home if the page is not in it."""
        return self.link(self._twin_path(edition)) if self.has_twin(edition) else self.edition_href(edition)

    def has_twin(self, edition: Edition) -> bool:
        """Whether this page is in a newer edition too, if under another id."""
        path = self._twin_path(edition)
        gone = self.page.former is None and path in self.site.formers
        return not gone and self.site.addresses.exists(edition.plan.language, path)

    def _twin_path(self, edition: Edition) -> str:
        here = self.page.edition or edition
        name = self.page.citable.removeprefix(f"plans/{here.plan.id}/{here.id}/")
        if (entry := self.page.target or self.page.item) and self.page.plan:
            folder = name.partition("/")[0]
            name = f"{folder}/{called_later(self.page.plan, folder, entry.id, here, edition)}.html"
        return f"plans/{edition.plan.id}/{edition.id}/{name}"

    # ------------------------------------------------------------------ places

    def text_place(self, text: Text) -> Markup:
        """Where a text stands, for a reader: the page, and what it is there; with a link."""
        edition = self.page.edition
        if edition is None:
            return escape(text.path)
        first, *rest = text.path.split(".")
        pages = {"targets": "targets", "achievements": "achievements", "roles": "organisations"}
        if first in edition.items_by_path:
            item = edition.items_by_path[text.path.rpartition(".")[0]]
            if "." not in item.path:
                return Markup('<a href="{}">{}</a>').format(self.href(f"items/{first}"), self.heading(item.level.one))
            words = Markup("{}: {}").format(self.t(edition.items_by_path[first].title), self._place(edition, item))
            return Markup('<a href="{}#{}">{}</a>').format(self.href(f"items/{first}"), _anchor(item), words)
        if first == "statements":
            return Markup('<a href="{}#{}">{}</a>').format(
                self.href("formats"), rest[0], self.word("The offer in {name}", name=self.language_name_here(rest[0]))
            )
        page = pages.get(first, "organisations" if first == "organisations" else "index")
        template = "home" if page == "index" else page
        if not self.site.addresses.exists(edition.plan.language, f"plans/{edition.plan.id}/{edition.id}/{page}.html"):
            return self.word(TITLES[template])
        words, place = self.word(TITLES[template]), ""
        if first == "achievements" and rest[0] == "groups" and not isinstance(edition.achievements, NotStated):
            group = next(each for each in edition.achievements.groups if each.id == rest[1])
            if not isinstance(group.title, NotStated):
                words, place = Markup("{}: {}").format(words, self.t(group.title)), f"#{group.id}"
        return Markup('<a href="{}{}">{}</a>').format(self.href(page), place, words)

    def _place(self, edition: Edition, item: Item) -> Markup:
        """Where an item stands below the first level, in numbers: aim 2, objective 1."""
        places: list[Markup] = []
        path = item.path
        while "." in path:
            here = edition.items_by_path[path]
            path = path.rpartition(".")[0]
            number = edition.items_by_path[path].at(here.level).index(here) + 1
            places.insert(0, Markup("{} {}").format(self.t(here.level.one), self.count(number)))
        return self.listed(places)


def _ends_of(target: Target) -> list[Decimal]:
    """What is to be reached last: one figure, or the two ends of a range."""
    if not target.due:
        return []
    last = target.due[-1]
    stated = (last.value, last.at_least, last.at_most)
    return [figure for figure in stated if not isinstance(figure, NotStated)]


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

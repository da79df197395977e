"""The site -> Atom feeds (RFC 4287): what changed in a plan, and in each item of its first level, in each language.

Takes the Whole site; gives files. Asks no clock: an entry is as old as its edition or correction says.

A feed needs absolute addresses, so a site without one has none; and days, so an edition without one has no entry.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin

from generator.changed import Told, about, told
from generator.fields import NotStated
from generator.former import called_later
from generator.fragment import parsed, written
from generator.model import Edition, Item, PlanEditions
from generator.pages import Page, feed_path, has_feeds, published
from generator.render import template
from generator.status import Correction
from generator.targets import OutcomeKind, Target
from generator.translate import Words, fill
from generator.typeset import typeset_fragment
from generator.whole import Whole
from generator.writer import Writer

_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class _Entry:
    """One entry: an edition or a correction."""

    id: str
    title: Words
    link: str
    published: date
    updated: date
    content: str


def feeds(site: Whole) -> dict[str, bytes]:
    """The feeds of every plan, by their address."""
    made = {}
    for plan in site.plans:
        if has_feeds(site.site, plan):
            home = f"plans/{plan.plan.id}/index.html"
            for code in site.addresses.languages(home, site.translators):
                for item in (None, *plan.current.items):
                    file = _Feed(site, plan, code, item).file()
                    # Who subscribed before the item had another id still hears of it.
                    for id_ in _ids_ever(plan, item) if item else ("",):
                        made[site.addresses.of(code, feed_path(plan, id_))] = file
    return made


def _ids_ever(plan: PlanEditions, item: Item) -> tuple[str, ...]:
    """Every id that an item of the current edition had in any edition."""
    earlier = (
        old.id
        for edition in plan.editions
        for old in edition.items
        if called_later(plan, "items", old.id, edition, plan.current) == item.id
    )
    return tuple(dict.fromkeys(map(str, (item.id, *item.aliases, *earlier))))


@dataclass(frozen=True)
class _Feed:
    site: Whole
    plan: PlanEditions
    code: str
    item: Item | None

    @property
    def address(self) -> str:
        """Its absolute address, which is its id too."""
        return self._absolute(feed_path(self.plan, self.item.id if self.item else ""))

    def file(self) -> bytes:
        """The feed as XML."""
        entries = sorted(self._entries(), key=lambda entry: (entry.updated, entry.id), reverse=True)
        home = self._writer(self.plan.current, "items" if self.item else "index")
        say = home.translator.text
        of = self.item.title if self.item else self.plan.plan.title
        address = self.address
        feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": self.code})
        self._text(feed, "title", say(of))
        if self.item:
            self._text(feed, "subtitle", say(self.plan.plan.title))
        ET.SubElement(feed, "id").text = address
        ET.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": address})
        page = f"items/{self.item.id}" if self.item else "index"
        alternate = self._at(self.plan.current, page)
        ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": alternate})
        ET.SubElement(feed, "updated").text = _moment(max(entry.updated for entry in entries))
        author = ET.SubElement(feed, "author")
        self._text(author, "name", say(self.plan.current.organisation(self.plan.plan.publisher).name), marked=False)
        for entry in entries:
            self._entry(feed, entry)
        ET.indent(feed, "")
        return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'.encode()

    def _entry(self, feed: ET.Element, entry: _Entry) -> None:
        element = ET.SubElement(feed, "entry")
        self._text(element, "title", entry.title)
        ET.SubElement(element, "id").text = entry.id
        ET.SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": entry.link})
        ET.SubElement(element, "published").text = _moment(entry.published)
        ET.SubElement(element, "updated").text = _moment(entry.updated)
        ET.SubElement(element, "content", {"type": "html"}).text = entry.content

    def _text(self, parent: ET.Element, name: str, words: Words, *, marked: bool = True) -> None:
        """A text with its language, where that is not the feed's."""
        foreign = {"xml:lang": words.language} if marked and words.language != self.code else {}
        ET.SubElement(parent, name, foreign).text = words.text

    # ------------------------------------------------------------------ entries

    def _entries(self) -> Iterator[_Entry]:
        for edition in self.plan.editions:
            day = published(edition)
            if day is None:
                if self.item is None:
                    name = "changes" if self.plan.before(edition) else "index"
                    yield from self._corrections(edition, self._writer(edition, name), self._at(edition, name))
                continue
            older = self.plan.before(edition)
            name = "changes" if older else "index"
            link = self._at(edition, name)
            corrected = [each.on.first for each in edition.corrections]
            writer = self._writer(edition, name)
            title = _filled(writer, "Edition {name}", name=edition.id)
            content = self._said(writer, self._told(edition) if older else None)
            yield _Entry(f"{self.address}#{edition.id}", title, link, day, max([day, *corrected]), content)
            if self.item is None:
                yield from self._corrections(edition, writer, link)

    def _corrections(self, edition: Edition, writer: Writer, link: str) -> Iterator[_Entry]:
        """Corrections are of an edition as a whole: no item's feed has them."""
        for number, each in enumerate(edition.corrections, start=1):
            title = writer.translator.filled("Correction, {day}", day=each.on)
            id_ = f"{self.address}#{edition.id}-correction-{number}"
            content = self._said(writer, None, each)
            yield _Entry(id_, title, link, each.on.first, each.on.first, content)

    def _ids(self, edition: Edition) -> frozenset[str]:
        """The ids that the item has in an edition: it may have been renamed since."""
        own = self.item.id if self.item else ""
        last = self.plan.current
        known_as = {item.id: called_later(self.plan, "items", item.id, edition, last) for item in edition.items}
        return frozenset(str(id_) for id_, now in known_as.items() if now == own)

    def _told(self, edition: Edition) -> Told:
        """What changed, or what of it concerns the item."""
        all_told = self.site.told[self.plan.plan.id, edition.id]
        changes = all_told.changes
        if self.item is None:
            return all_told
        return told(about(changes, self._ids(changes.before) | self._ids(changes.after)))

    def _turned(self, edition: Edition) -> tuple[tuple[Target, OutcomeKind, OutcomeKind], ...]:
        """The targets that are concluded differently on than in the edition before, as far as they concern the item."""
        older = self.plan.before(edition)
        turned = () if older is None else tuple(self.site.turned(older, edition))
        if self.item is None:
            return turned
        ids = self._ids(edition)
        return tuple(each for each in turned if str(each[0].item or "").partition(".")[0] in ids)

    def _said(self, writer: Writer, changed: Told | None, correction: Correction | None = None) -> str:
        """What an entry says, as HTML whose links lead there from anywhere."""
        edition = writer.page.edition
        present = self.item is None or (edition is not None and bool(self._ids(edition)))
        names: dict[str, object] = {
            "told": changed,
            "correction": correction,
            "present": present,
            "whole": self.item is None,
        }
        names["turned"] = self._turned(edition) if changed is not None and edition is not None else ()
        html = str(template("components/feed-entry").render(writer.context() | names))
        root = parsed(typeset_fragment(" ".join(html.split()), self.code))
        base = self._absolute(writer.page.path)
        for link in root.iter("a"):
            link.set("href", urljoin(base, link.get("href", "")))
        return written(root).strip()

    # ------------------------------------------------------------------ addresses

    def _writer(self, edition: Edition, name: str) -> Writer:
        path = f"plans/{self.plan.plan.id}/{edition.id}/{name}.html"
        page = Page(path, "feed", (), self.plan, edition)
        return Writer(self.site, page, self.site.translators[self.code].of_plan(self.plan.plan.id))

    def _at(self, edition: Edition, name: str) -> str:
        """The absolute address of a page, in the feed's language or in the plan's."""
        path = f"plans/{self.plan.plan.id}/{edition.id}/{name}.html"
        here = self.site.addresses.exists(self.code, path)
        return self._absolute(path, self.code if here else self.plan.plan.language)

    def _absolute(self, path: str, code: str = "") -> str:
        address = self.site.site.address
        root = "" if isinstance(address, NotStated) else address.rstrip("/")
        return f"{root}/{self.site.addresses.of(code or self.code, path)}"


def _filled(writer: Writer, message: str, **values: str) -> Words:
    words = writer.translator.word(message)
    return Words(fill(words.text, values), words.language)


def _moment(day: date) -> str:
    """A day as Atom writes it (RFC 3339)."""
    return f"{day.isoformat()}T00:00:00Z"

"""The sound of a plan's editions -> a podcast feed, to which people subscribe with a program of theirs.

Takes the Whole site with what was made of it; gives feeds as bytes. Asks no clock.

RSS 2.0, with what Apple and others ask for (the namespace `itunes`) and links to transcripts (the namespace `podcast`).
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import format_datetime

from generator.made import Kind
from generator.model import PlanEditions
from generator.pages import published
from generator.whole import Whole

_ATOM = "http://www.w3.org/2005/Atom"
_ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_PODCAST = "https://podcastindex.org/namespace/1.0"
_CATEGORY = "Government"


@dataclass(frozen=True)
class Episode:
    """One edition as sound. `page` is the address of its page, `file` that of the MP3; `transcript` may be empty."""

    title: str
    page: str
    file: str
    size: int
    seconds: int
    published: date
    transcript: str = ""


def feed(  # noqa: PLR0913 - one argument for each thing a podcast says of itself
    *,
    title: str,
    description: str,
    author: str,
    language: str,
    page: str,
    address: str,
    episodes: Iterable[Episode],
    image: str = "",
) -> bytes:
    """The feed of a podcast, its newest episode first. `page` is about it, `address` is the feed's own."""
    root = ET.Element(
        "rss", {"version": "2.0", "xmlns:atom": _ATOM, "xmlns:itunes": _ITUNES, "xmlns:podcast": _PODCAST}
    )
    channel = ET.SubElement(root, "channel")
    _text(channel, "title", title)
    _text(channel, "link", page)
    ET.SubElement(channel, "atom:link", {"rel": "self", "type": "application/rss+xml", "href": address})
    _text(channel, "description", description)
    _text(channel, "language", language)
    _text(channel, "itunes:author", author)
    _text(channel, "itunes:explicit", "false")
    ET.SubElement(channel, "itunes:category", {"text": _CATEGORY})
    if image:
        ET.SubElement(channel, "itunes:image", {"href": image})
    for episode in sorted(episodes, key=lambda each: (each.published, each.file), reverse=True):
        _item(channel, episode)
    ET.indent(root, "")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'.encode()


def podcasts(site: Whole) -> dict[str, bytes]:
    """The podcast of each plan in each language that has sound, by its path. It needs the site's address, and days."""
    found = {}
    for plan in site.plans:
        for code in site.translators:
            path = site.podcast_path(plan, code)
            if path:
                found[path] = _podcast(site, plan, code, path)
    return found


def _podcast(site: Whole, plan: PlanEditions, code: str, path: str) -> bytes:
    translator, of = site.translators[code].of_plan(plan.plan.id), site.addresses.of
    root = f"{str(site.site.address).rstrip('/')}/"
    title = translator.text(plan.plan.title).text
    episodes = []
    for edition in plan.editions:
        made, day = site.made_of(edition, code).get(Kind.SOUND), published(edition)
        if made and day:
            page = root + of(code, f"plans/{plan.plan.id}/{edition.id}/listen.html")
            transcript = page if site.proof_of(edition, code).heard else ""
            episodes.append(
                Episode(f"{title}, {edition.id}", page, root + made.path, made.size, made.seconds, day, transcript)
            )
    publisher = plan.current.organisation(plan.plan.publisher).name
    return feed(
        title=title,
        description=title,
        author=translator.text(publisher).text,
        language=code,
        page=root + of(code, f"plans/{plan.plan.id}/index.html"),
        address=root + path,
        episodes=episodes,
    )


def _item(channel: ET.Element, episode: Episode) -> None:
    item = ET.SubElement(channel, "item")
    _text(item, "title", episode.title)
    _text(item, "link", episode.page)
    ET.SubElement(item, "guid", {"isPermaLink": "false"}).text = episode.file
    moment = datetime(episode.published.year, episode.published.month, episode.published.day, tzinfo=UTC)
    _text(item, "pubDate", format_datetime(moment))
    ET.SubElement(item, "enclosure", {"url": episode.file, "length": str(episode.size), "type": "audio/mpeg"})
    _text(item, "itunes:duration", str(episode.seconds))
    _text(item, "itunes:explicit", "false")
    if episode.transcript:
        ET.SubElement(item, "podcast:transcript", {"url": episode.transcript, "type": "text/html"})


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text

"""The podcast feed of a plan."""

import re
import xml.etree.ElementTree as ET
from datetime import date

from generator.formats.sound.podcast import Episode, feed

ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
SITE = "https://plan.example"
OLD = Episode("Plan 2024", f"{SITE}/2024.html", f"{SITE}/2024.mp3", 1234, 3600, date(2024, 5, 14))
NEW = Episode("Plan 2026 & <more>", f"{SITE}/2026.html", f"{SITE}/2026.mp3", 99, 61, date(2026, 2, 9), f"{SITE}/t.html")


def _feed(image: str = "") -> bytes:
    return feed(
        title="A plan & more",
        description="What we do",
        author="The council",
        language="cy",
        page=f"{SITE}/index.html",
        address=f"{SITE}/podcast.xml",
        episodes=(OLD, NEW),
        image=image,
    )


def test_a_podcast_has_what_programs_for_podcasts_ask_for() -> None:
    channel = ET.fromstring(_feed()).find("channel")
    assert channel is not None
    said = {element.tag: element.text for element in channel if element.tag != "item"}
    assert said["title"] == "A plan & more"
    assert (said["link"], said["language"], said["description"]) == (f"{SITE}/index.html", "cy", "What we do")
    assert (said[f"{ITUNES}author"], said[f"{ITUNES}explicit"]) == ("The council", "false")
    assert channel.find(f"{ITUNES}category") is not None
    assert channel.find(f"{ITUNES}image") is None
    link = channel.find("{http://www.w3.org/2005/Atom}link")
    assert link is not None
    assert link.attrib == {"rel": "self", "type": "application/rss+xml", "href": f"{SITE}/podcast.xml"}


def test_each_edition_is_an_episode_the_newest_first() -> None:
    new, old = ET.fromstring(_feed()).iter("item")
    assert [each.findtext("title") for each in (new, old)] == ["Plan 2026 & <more>", "Plan 2024"]
    enclosure = new.find("enclosure")
    assert enclosure is not None
    assert enclosure.attrib == {"url": f"{SITE}/2026.mp3", "length": "99", "type": "audio/mpeg"}
    assert new.findtext("pubDate") == "Mon, 09 Feb 2026 00:00:00 +0000"
    assert new.findtext(f"{ITUNES}duration") == "61"
    assert new.findtext(f"{ITUNES}explicit") == "false"
    assert new.findtext("guid") != old.findtext("guid")
    transcript = new.find(f"{PODCAST}transcript")
    assert transcript is not None
    assert transcript.attrib == {"url": f"{SITE}/t.html", "type": "text/html"}
    assert old.find(f"{PODCAST}transcript") is None


def test_a_picture_is_named_where_there_is_one_and_nothing_depends_on_the_day() -> None:
    assert b'<itunes:image href="https://plan.example/p.png"' in _feed(f"{SITE}/p.png")
    assert _feed() == _feed()
    assert not re.search(rb"lastBuildDate", _feed())

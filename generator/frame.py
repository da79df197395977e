"""What the page around a fragment needs: title, languages, list of pages, neighbours. Its meta, or front matter.

Takes a Writer; gives plain values (texts, lists, mappings), so that any builder can carry them.
"""

from posixpath import dirname, relpath
from typing import Any

from generator.fields import NotStated, Text
from generator.foreign import pieces
from generator.json_ld import as_text, json_ld
from generator.languages import known_language, message
from generator.large_print import PREFIX
from generator.pages import NOT_FOUND, SEARCH, TITLES, Page, has_feeds
from generator.translate import Words, listed
from generator.typeset import typeset
from generator.writer import Writer

STYLE = "assets/plan.css"
ICON = "assets/icon.svg"
SCRIPT = "assets/search.js"
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'"
)

SEARCH_POLICY = (
    CONTENT_SECURITY_POLICY.replace("form-action 'none'", "form-action 'self'")
    + "; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
)
"""The search page alone runs scripts: ours, and Pagefind's, which is WebAssembly (CSP Level 3, `wasm-unsafe-eval`)."""
PLAYER_POLICY = CONTENT_SECURITY_POLICY + "; media-src 'self'"
"""The page with the player alone plays sound, from this site."""

_NOT_INDEXED = frozenset({"search", "not-found", "whole-plan", "plans", "former", "listen", "braille"})
"""Pages that a search does not find: they have no words of their own."""


def frame(writer: Writer, title: str = "", *, large: bool = False) -> dict[str, Any]:
    """The facts of a page for the page around it: plain values, so that they can stand in front matter.

    `large` is for its twin in large print, which stands at the same address under a prefix.
    """
    site, page = writer.site, writer.page
    code, link = writer.code, site.addresses.link
    addresses = site.addresses
    heading = title or _title(page, writer).text
    name = writer.translator.text(site.site.name)
    shown_name = writer.translator.text(page.plan.plan.title) if page.plan else name
    codes = tuple(site.translators)
    if page.plan is not None and page.edition is not None and page.edition is not page.plan.current:
        shown_name = Words(f"{shown_name.text}, {page.edition.id}", shown_name.language)
    own_address = addresses.of(code, page.citable)
    root = "" if isinstance(site.site.address, NotStated) else site.site.address.rstrip("/") + "/"
    alternates = [
        {
            "lang": each,
            "dir": known_language(each).direction,
            "name": known_language(each).name,
            "href": link(code, page.path, each, page.path),
            "current": each == code,
        }
        for each in addresses.languages(page.path, codes)
    ]
    return {
        "title": " - ".join(
            dict.fromkeys([heading, shown_name.text, *([writer.plain("Large print")] if large else [])])
        ),
        "lang": code,
        "dir": known_language(code).direction,
        "style": ("../" if large else "") + link(code, page.path, site.site.language, STYLE),
        "icon": ("../" if large else "") + link(code, page.path, site.site.language, ICON),
        "large": large,
        "view": _view(writer, large=large),
        "to_search": _said(writer, message("Search")) | {"href": writer.site_href(SEARCH)},
        "search": _search(writer, large=large) if page.path == SEARCH else {},
        "indexed": not large and not page.permanent and page.template not in _NOT_INDEXED,
        "home": writer.plan_href(page.plan) if page.plan and len(site.plans) > 1 else writer.site_href("index.html"),
        "alternates": _alternates(writer, root, alternates),
        "canonical": root + own_address if root and page.path != NOT_FOUND else "",
        "policy": {"search": SEARCH_POLICY, "listen": PLAYER_POLICY}.get(page.template, CONTENT_SECURITY_POLICY),
        "brand": _brand(writer),
        "comma": listed(["", ""], writer.translator.language),
        "languages": alternates if len(alternates) > 1 else [],
        "statements": _statements(page, writer) if len(alternates) == 1 else [],
        "contents": _contents(page, writer),
        "steps": _steps(page, writer),
        "footer": _footer(writer),
        "updated": _updated(writer),
        "feeds": _feeds(writer, large=large),
        "index": page.path != NOT_FOUND,
        "about": "" if large or not (about := json_ld(writer)) else as_text(about),
        "words": {
            "skip": _said(writer, message("Skip to main content")),
            "languages": _said(writer, message("Languages")),
            "languages_colon": _label(writer, message("Languages")),
            "contents": _said(writer, message("Contents of this plan")),
            "pages": _said(writer, message("Pages")),
            "steps": _said(writer, message("Next pages")),
            "about": _said(writer, message("Help and information")),
            "top": _said(writer, message("Back to top")),
            "statements": _said(writer, message("The plan's offer in other languages:")),
        },
    }


def _updated(writer: Writer) -> list[dict[str, Any]]:
    """Of what day the page is: when its edition was published and last corrected, and what the site speaks of."""
    edition, filled = writer.page.edition, writer.translator.filled
    said = []
    if edition is not None and not isinstance(edition.facts.published, NotStated):
        said.append(filled("This edition was published: {when}.", when=edition.facts.published))
    if edition is not None and (corrections := edition.corrections):
        said.append(filled("It was last corrected: {when}.", when=corrections[-1].on))
    said.append(filled("Information as of {day}.", day=writer.site.site.as_of))
    return [_part(writer, each) for each in said]


def _feeds(writer: Writer, *, large: bool) -> list[dict[str, str]]:
    """The feeds that a browser or feed reader finds on a page: of the plan, and of the item it is about."""
    plan, item = writer.page.plan, writer.page.item
    if plan is None or not has_feeds(writer.site.site, plan):
        return []
    code, page = writer.code, writer.page
    here = dirname((PREFIX if large else "") + writer.site.addresses.of(code, page.path))
    of = [None, *(each for each in plan.current.items if item is not None and each.id == item.id)]
    return [
        {
            "title": writer.translator.text(each.title if each else plan.plan.title).text,
            "href": relpath(writer.feed_address(plan, each.id if each else ""), here or "."),
        }
        for each in of
    ]


def _view(writer: Writer, *, large: bool) -> dict[str, Any]:
    """The link from a page to its twin: to large print, and back."""
    if writer.page.path == NOT_FOUND:
        return {}
    address = writer.site.addresses.of(writer.code, writer.page.path)
    twin = relpath(address, dirname(PREFIX + address)) if large else relpath(PREFIX + address, dirname(address) or ".")
    return _said(writer, message("Standard print") if large else message("Large print")) | {"href": twin}


def _search(writer: Writer, *, large: bool) -> dict[str, Any]:
    """What the form and the script of the search page need: where things are, and what to say."""
    up = "../" if large else ""
    root = up + (relpath(".", dirname(writer.site.addresses.of(writer.code, SEARCH)) or "."))
    return {
        "script": up + writer.file_href(SCRIPT),
        "root": f"{root}/",
        "prefix": PREFIX if large else "",
        "locale": writer.translator.language.locale_tag,
        "foreign": _latin_original(writer),
        "label": _said(writer, message("Words to look for")),
        "searching": writer.plain("Searching"),
        "some": writer.plain("Pages found for \u201c{words}\u201d: {count}"),
        "none": writer.plain("No page found for \u201c{words}\u201d. Try other words, or fewer."),
        "more": _said(writer, message("Show more pages")),
        "failed": writer.plain("The search could not be loaded. Try again later."),
    }


def _alternates(writer: Writer, root: str, languages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The page's addresses for search engines, one a language, and x-default: the site's or the plan's own."""
    page = writer.page
    if not root or not languages or page.path == NOT_FOUND:
        return []
    found = {each["lang"]: root + writer.site.addresses.of(each["lang"], page.citable) for each in languages}
    own = page.plan.plan.language if page.plan else writer.site.site.language
    default = found.get(writer.site.site.language) or found.get(own) or next(iter(found.values()))
    return [{"lang": code, "href": address} for code, address in (*found.items(), ("x-default", default))]


def _title(page: Page, writer: Writer) -> Words:
    if page.former is not None:
        return writer.translator.text(page.former.title)
    if page.item is not None:
        return writer.translator.text(page.item.title)
    if page.template == "targets" and page.edition is not None and isinstance(page.edition.targets.title, Text):
        return writer.translator.text(page.edition.targets.title)
    if page.target is not None:
        return writer.translator.text(page.target.measure.title)
    if page.template == "home" and page.plan is not None:
        return writer.translator.text(page.plan.plan.title)
    return writer.translator.word(TITLES[page.template])


def _part(writer: Writer, words: Words) -> dict[str, Any]:
    """Words with the language they are in, for the base template; in `pieces` where they hold foreign names."""
    same = words.language == writer.code
    part = {"text": words.text} | ({"lang": "", "dir": ""} if same else _mark(words.language))
    found = writer.foreign_names if same else None
    cut = [(text, is_name) for text, is_name in pieces(words.text, found) if text]
    if found is not None and any(is_name for _, is_name in cut):
        marks = {True: _mark(found.language), False: {"lang": "", "dir": ""}}
        return part | {"pieces": [{"text": text} | marks[is_name] for text, is_name in cut]}
    return part


def _mark(code: str) -> dict[str, str]:
    return {"lang": code, "dir": known_language(code).direction}


def _said(writer: Writer, message: str) -> dict[str, Any]:
    return _part(writer, writer.translator.word(message))


def _latin_original(writer: Writer) -> str:
    """The language of the original, if it is in Latin script and the page is not."""
    original = known_language(writer.original)
    return original.code if original.script == "Latn" != writer.translator.language.script else ""


def _label(writer: Writer, text: str) -> dict[str, Any]:
    """Words with a colon, as their language writes it."""
    words = writer.translator.word(text)
    return _part(writer, Words(typeset(f"{words.text}:", words.language), words.language))


def _brand(writer: Writer) -> list[dict[str, Any]]:
    """Publisher, plan and period: the line at the top of every page, which links home."""
    site, page = writer.site, writer.page
    plan = page.plan or (site.plans[0] if len(site.plans) == 1 else None)
    if plan is None:
        return [_part(writer, writer.translator.text(site.site.name))]
    edition = page.edition or plan.current
    said = writer.translator.text
    period = plan.plan.period_printed
    return [
        _part(writer, said(edition.organisation(plan.plan.publisher).name)),
        _part(writer, said(plan.plan.title)),
        _part(writer, writer.translator.period(plan.plan.period) if isinstance(period, NotStated) else said(period)),
    ]


def _statements(page: Page, writer: Writer) -> list[dict[str, Any]]:
    """The languages of the plan's printed offer of other formats, where the page itself is in one language only."""
    if page.edition is None:
        return []
    return [
        {
            "lang": each.language,
            "dir": known_language(each.language).direction,
            "name": known_language(each.language).name,
            "href": f"{writer.href('formats')}#{each.language}",
        }
        for each in page.edition.facts.statements
        if each.language != writer.code
    ]


def _contents(page: Page, writer: Writer) -> list[dict[str, Any]]:
    """The pages of the edition, for the list beside or below the page; items stand under their level's word.

    Pages of the site show the list of its only plan.
    """
    plans = writer.site.plans
    plan = page.plan or (plans[0] if len(plans) == 1 else None)
    if plan is None:
        return []
    entries: list[dict[str, Any]] = []
    items: list[dict[str, Any]] = []
    for each in writer.site.pages_of(page.edition or plan.current):
        if each.target is not None or each.former is not None:
            continue
        words = writer.translator.word("Home") if each.template == "home" else _title(each, writer)
        within = page.target is not None and each.template == "targets"
        entry = _part(writer, words) | {
            "href": writer.link(each.path),
            "current": "page" if each.path == page.citable else "true" if within else "",
        }
        if each.item is None:
            entries.append(entry)
            continue
        if not items:
            level = writer.translator.text(plan.plan.levels[0].many)
            capital = Words(level.text[:1].upper() + level.text[1:], level.language)
            entries.append(_part(writer, capital) | {"href": "", "current": "", "items": items})
        items.append(entry)
    return entries


def _steps(page: Page, writer: Writer) -> list[dict[str, Any]]:
    """The neighbours of a page among its kind: the theme or target before and after it."""
    if page.plan is None or page.edition is None or page.template not in ("item", "target"):
        return []
    kind = [each for each in writer.site.pages_of(page.edition) if each.template == page.template]
    index = next(number for number, each in enumerate(kind) if each.path == page.path)
    steps = [
        (label, kind[at])
        for label, at in ((message("Previous:"), index - 1), (message("Next:"), index + 1))
        if 0 <= at < len(kind)
    ]
    if page.template == "target":
        steps += [
            (message("Back to:"), each) for each in writer.site.pages_of(page.edition) if each.template == "targets"
        ]
    return [
        {"label": _said(writer, label), "title": _part(writer, _title(each, writer)), "href": writer.link(each.path)}
        for label, each in steps
    ]


def _footer(writer: Writer) -> list[dict[str, Any]]:
    """The pages of the site as a whole; a hand-written page that is not in this language is offered in the site's."""
    site = writer.site
    here = {each.name: each for each in site.prose if each.language == site.site.language}
    here |= {each.name: each for each in site.prose if each.language == writer.code}
    entries = [
        _part(writer, Words(each.title, each.language)) | {"href": writer.site_href(f"{each.name}.html")}
        for each in here.values()
    ]
    plan = writer.page.plan or (site.plans[0] if len(site.plans) == 1 else None)
    formats = writer.href("formats") if writer.page.edition else writer.plan_href(plan, "formats") if plan else ""
    links = {"help": writer.site_href("help.html"), "formats": formats}
    links["accessibility"] = writer.site_href("accessibility.html")
    made = {
        name: _part(writer, writer.translator.word(TITLES[name])) | {"href": link}
        for name, link in links.items()
        if link  # with several plans, the pages of the site lead to formats from the page "Help and contact"
    }
    first = [made[name] for name in ("help", "formats") if name in made]
    return [*first, *entries, made["accessibility"]]

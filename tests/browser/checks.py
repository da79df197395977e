"""Our own checks of a page in a mode: each gives short sentences, one for each fault. `checks/` holds most of them."""

import io
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit
from urllib.request import urlopen

from playwright.sync_api import Page, Request, Response
from pypdf import PdfReader

from tests.browser.modes import Mode, visit

Check = Callable[[Page, Mode], list[str]]

_FOLDER = Path(__file__).with_name("checks")
_SHARED = (_FOLDER / "shared.js").read_text("utf-8")


def _script(body: str) -> str:
    return f"mode => {{ {_SHARED}\nreturn ({body})(mode); }}"


def _facts(mode: Mode) -> dict[str, object]:
    return {name: getattr(mode, name) for name in ("name", "width", "height", "text", "print")}


def _in_page(script: str, page: Page, mode: Mode) -> list[str]:
    found: list[str] = page.evaluate(script, _facts(mode))
    return found


_WORDS = _script(
    r"({ print }) => reading(print).filter(({ kept }) => kept).flatMap(({ node }) => node.data.match(/\S+/g))"
)


def words(page: Page, mode: Mode) -> Counter[str]:
    """The words of main that a reader gets in this mode. `words(desktop) - words(phone)` are lost on a phone."""
    return Counter(_in_page(_WORDS, page, mode))


def _paper(on_screen: Check, page: Page, mode: Mode) -> list[str]:
    """Print, and the PDF that comes of it."""
    if not mode.print:
        return []
    found = on_screen(page, mode)
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4", tagged=True, outline=True)))
    found += [
        f"pdf: page {number} has no text"
        for number, sheet in enumerate(pdf.pages, 1)
        if not sheet.extract_text().strip()
    ]
    # Chromium fills in what the page does not say: its own language, the address
    expected = {"language": page.evaluate("document.documentElement.lang"), "title": page.title()}
    title = pdf.metadata.title if pdf.metadata else None
    for what, said in {"language": pdf.root_object.get("/Lang"), "title": title}.items():
        if said != expected[what]:
            found.append(f'pdf: its {what} is {said}, the page says "{expected[what]}"')
    return found


@contextmanager
def listening(page: Page) -> Iterator[list[str]]:
    """What goes wrong between page and network meanwhile: messages, errors, failed and foreign requests."""
    heard: list[str] = []
    asked: list[Request] = []  # the first is the page; what was asked before is not ours

    def ask(request: Request) -> None:
        asked.append(request)
        host = urlsplit(request.url).netloc
        if host and host != urlsplit(asked[0].url).netloc:
            heard.append(f"request: another host is asked: {request.url}")

    def fail(request: Request) -> None:
        if request in asked:
            heard.append(f"request: failed: {request.url}")

    def answer(response: Response) -> None:
        if response.status >= 400:
            heard.append(f"request: answered {response.status}: {response.url}")

    listeners: dict[str, Callable[..., None]] = {
        "request": ask,
        "requestfailed": fail,
        "response": answer,
        "console": lambda message: heard.append(f"console: {message.text}"),
        "pageerror": lambda error: heard.append(f"script: {error}"),
    }
    for event, listener in listeners.items():
        page.on(event, listener)  # type: ignore[call-overload]  # one loop over Playwright's overloads
    yield heard
    for event, listener in listeners.items():
        page.remove_listener(event, listener)


def _network(page: Page, mode: Mode) -> list[str]:
    """Open the page again, and listen."""
    with listening(page) as heard:
        visit(page, urldefrag(page.url).url, mode)
    return heard


class _Ids(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids = {"", "top"}  # the top of any page
        self.feed(html)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids |= {value for name, value in attrs if name == "id" and value}


@cache
def _ids(address: str) -> set[str] | None:
    """The places of a page one may link to; none if there is no such page. Other files have no places."""
    try:
        with urlopen(address, timeout=10) as answer:  # noqa: S310  # an address of the page's own site
            is_page = answer.headers.get_content_type() == "text/html"
            return _Ids(answer.read().decode()).ids if is_page else {""}
    except OSError:
        return None


def _links(page: Page, _mode: Mode) -> list[str]:
    addresses: list[str] = page.evaluate(
        "[...new Set([...document.querySelectorAll('a[href], area[href], link[href]')].map(link => link.href))]"
    )
    found = []
    for each in addresses:
        address, place = urldefrag(each)
        if urlsplit(address)[:2] != urlsplit(page.url)[:2]:
            continue
        ids = _ids(address)
        if ids is None:
            found.append(f"link: {each} leads nowhere")
        elif unquote(place) not in ids:
            found.append(f"link: {each} leads to no place on that page")
    return found


_IN_PAGE: dict[str, Check] = {
    path.stem: partial(_in_page, _script(path.read_text("utf-8")))
    for path in sorted(_FOLDER.glob("*.js"))
    if path.stem != "shared"
}
CHECKS: Mapping[str, Check] = {
    **_IN_PAGE,
    "print": partial(_paper, _IN_PAGE["print"]),
    "network": _network,
    "links": _links,
}

"""The ten ways in which every page is tried: as a desktop shows it, as a phone does, enlarged, printed ..."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page

_SPACING = """
:not(:lang(ur), :lang(bn), :lang(zh)) { line-height: 1.5 !important; letter-spacing: 0.12em !important; }
:not(:lang(zh)) { word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""
"""The text spacing that no page may break under (WCAG 2.2, 1.4.12). Scripts that do not space letters are left out."""


@dataclass(frozen=True)
class Mode:
    """One way of reading. `text` is the reader's own size of text in px (16 is the browser's), `css` her own style."""

    name: str
    width: int = 1280
    height: int = 900
    text: int = 16
    css: str = ""
    print: bool = False
    options: Mapping[str, object] = field(default_factory=dict)


MODES = (
    Mode("desktop"),
    Mode("phone", 320, 640),
    Mode("zoomed", 320, 256),  # 1280 by 1024 at 400 %
    Mode("text at 200 %", text=32),
    Mode("text at 400 %", text=64),
    Mode("text spacing", 320, 640, css=_SPACING),
    Mode("forced colours", options={"forced_colors": "active", "color_scheme": "dark"}),
    Mode("dark", options={"color_scheme": "dark"}),
    Mode("no script", 390, 844, options={"java_script_enabled": False}),
    Mode("print", 794, 1123, print=True),  # A4 at 96 px an inch
)
BY_NAME = {mode.name: mode for mode in MODES}


@contextmanager
def opened(browser: Browser, mode: Mode) -> Iterator[Page]:
    """A page in a context of its own, ready to go to an address; `dressed` puts the reader's style on it."""
    context = browser.new_context(viewport={"width": mode.width, "height": mode.height}, **mode.options)  # type: ignore[arg-type]  # the options are Playwright's own
    page = context.new_page()
    if mode.text != 16:
        sizes = {"standard": mode.text, "fixed": mode.text * 13 // 16}
        context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})
    if mode.print:
        page.emulate_media(media="print")
    yield page
    context.close()


def visit(page: Page, address: str, mode: Mode) -> None:
    """Open an address as this reader sees it."""
    page.goto(address)
    if mode.css:  # by the debugger, as a reader's own style sheet: the page's Content-Security-Policy stays in force
        page.evaluate(
            "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }", mode.css
        )

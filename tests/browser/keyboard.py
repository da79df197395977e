"""A walk over a page with the Tab key, as somebody without a mouse takes it.

Takes an open page and how it is read, and gives what stands in the way: what cannot be reached, what is reached but not
seen, a focus that leaves no mark, a trap, a skip link that does not skip. The page is left where its skip link leads.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import Image
from playwright.sync_api import FloatRect, JSHandle, Page

from tests.browser.modes import Mode

_STOPS_BEFORE_MAIN = 10
_SAME_STOP = 12
"""So often may Tab stay on one element: a player or a date has several stops inside."""
_ROOM = 8
"""So many px around a control are photographed: a ring may stand a little off."""
_RING = 0.9
"""So much of a full ring must show: a ring inside a control, or with round corners, covers a little less."""

_Colour = tuple[int, int, int]

_WALK = r"""() => {
    const native = `a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe,
        audio[controls], video[controls], [contenteditable=true]`;
    const controls = `${native}, [tabindex]`;
    const inert = e => e.closest("[inert]") || e.matches(":disabled");
    const shown = e => e.checkVisibility({visibilityProperty: true}) && e.getClientRects().length && !inert(e);
    const focusable = e => e.matches(controls) && e.tabIndex >= 0;
    const name = e => {
        const text = e.getAttribute("aria-label") || e.innerText || e.value || e.id || e.className || "";
        return `<${e.localName}> "${String(text).trim().replace(/\s+/g, " ").slice(0, 50)}"`;
    };
    const background = (e, within) => {  // the nearest one that is painted, below `within` if that is given
        for (; e && !(within && e.contains(within)); e = e.parentElement) {
            const {backgroundColor, backgroundImage} = getComputedStyle(e);
            if (e.matches("img, svg, canvas, video, iframe") || backgroundImage !== "none") return e.localName;
            if (!/, 0\)|transparent/.test(backgroundColor)) return backgroundColor;
        }
    };
    const kind = e => {
        const {color, outline, boxShadow, display, position} = getComputedStyle(e);
        const region = e.closest("header, nav, main, aside, footer, dialog")?.localName;
        return [e.localName, e.type, e.className, region, color, outline, boxShadow, display, position,
            background(e)].join("|");
    };
    const cover = e => {  // what lies over the middle or a corner of any of its lines
        const own = hit => e.contains(hit) || hit.contains(e) || [...e.labels ?? []].some(label => label.contains(hit));
        for (const {left, right, top, bottom} of e.getClientRects()) {
            const [x, y] = [Math.min(4, (right - left) / 4), Math.min(4, (bottom - top) / 4)];
            const points = [[(left + right) / 2, (top + bottom) / 2], [left + x, top + y], [right - x, top + y],
                [left + x, bottom - y], [right - x, bottom - y]];
            for (const point of points) {
                const hit = document.elementFromPoint(...point);  // null outside the view
                if (hit && !own(hit) && background(hit, e)) return name(hit);  // letters' empty boxes hide nothing
            }
        }
    };
    const main = document.querySelector("main, [role=main]");
    const reached = new Set();
    document.documentElement.style.scrollBehavior = "auto";
    document.body.tabIndex = 1;  // the walk starts at the top, before any tabindex, whatever was done before
    document.body.focus();
    scrollTo(0, 0);
    return {
        stop() {
            document.body.removeAttribute("tabindex");
            const e = document.activeElement;
            if (!e || e === document.body || e === document.documentElement) return null;
            const before = Boolean(main && e.compareDocumentPosition(main) & Node.DOCUMENT_POSITION_FOLLOWING);
            const {left, right, top, bottom, width, height} = e.getBoundingClientRect();
            const [wide, high] = [document.documentElement.clientWidth, innerHeight];
            const off = (width <= wide ? left < -1 || right > wide + 1 : right <= 0 || left >= wide) ||
                (height <= high ? top < -1 || bottom > high + 1 : bottom <= 0 || top >= high);
            const lines = [...e.getClientRects()].reduce((sum, line) => sum + line.width + line.height, 0);
            reached.add(e);
            return {number: [...reached].indexOf(e), name: name(e), kind: kind(e), before, off,
                covered: cover(e) ?? "", lines, box: {x: left, y: top, width, height},
                view: {width: wide, height: high}};
        },
        blur() { this.last = document.activeElement; this.last.blur(); },
        focus() { this.last.focus({preventScroll: true}); },
        leftOut() {
            const group = e => e.type === "radio" && [...reached].some(r => r.type === "radio" && r.name === e.name);
            return [...document.querySelectorAll(controls)].filter(e => shown(e) &&
                (e.matches(native) || e.tabIndex >= 0) && !reached.has(e) && !group(e)).map(name);
        },
        mouseOnly() {
            const pointer = e => e && getComputedStyle(e).cursor === "pointer";
            const mouse = e => e.matches("[onclick], [onmousedown], [onmouseup], [onpointerdown], [onpointerup]") ||
                pointer(e) && !pointer(e.parentElement);
            const usable = e => {
                const control = e.closest("label")?.control;
                return [...e.querySelectorAll(controls)].some(focusable) || control && focusable(control);
            };
            const within = e => e && (focusable(e) || within(e.parentElement));
            return [...document.body.querySelectorAll("*")].filter(
                e => shown(e) && mouse(e) && !within(e) && !usable(e) && !e.matches(native)).map(name);
        },
        ahead() { return [...document.querySelectorAll("[tabindex]")].filter(e => e.tabIndex > 0).map(name); },
        skip() {
            const e = [...reached][0];
            if (!e?.matches("a[href^='#']") || main?.contains(e)) return "is no skip link";
            this.target = document.getElementById(decodeURIComponent(e.hash.slice(1)));
            if (!this.target) return `leads nowhere: there is no ${e.hash}`;
            if (!main?.contains(this.target)) return "does not lead to the main text";
            e.focus();
            return "";
        },
        skipped() { return document.activeElement === this.target; },
    };
}"""


@dataclass(frozen=True)
class _Stop:
    """Where Tab has come to. `number` counts different stops, in the order of the walk."""

    number: int
    name: str
    kind: str
    before: bool  # the main text
    off: bool
    covered: str
    box: FloatRect
    lines: float  # width and height of each line, added up: a link may break off at one edge and go on at the other
    view: Mapping[str, float]


def keyboard(page: Page, mode: Mode) -> list[str]:
    """What stands in the way of somebody who reads with the keyboard alone. Paper has no keyboard."""
    if mode.print:
        return []
    walk = page.evaluate_handle(_WALK)
    return [*_walked(page, walk), *_beside_the_way(walk), *_skipped(page, walk)]


KEYBOARD: Mapping[str, Callable[[Page, Mode], list[str]]] = {"keyboard": keyboard}


def _walked(page: Page, walk: JSHandle) -> Iterator[str]:
    seen: Counter[int] = Counter()
    kinds: Counter[str] = Counter()
    before = 0
    last = -1
    while stop := _next(page, walk):
        if stop.number == 0 and last > 0:  # round again
            break
        if seen[stop.number] > _SAME_STOP or stop.number < last:
            yield f"keyboard trap: Tab does not lead on from {stop.name}"
            break
        seen[stop.number] += 1
        if seen[stop.number] > 1:
            continue
        last = stop.number
        before += stop.before
        kinds[stop.kind] += 1
        yield from _at(page, walk, stop, photograph=kinds[stop.kind] <= 2)
    if before > _STOPS_BEFORE_MAIN:
        yield f"{before} stops come before the main text, not {_STOPS_BEFORE_MAIN} or fewer"


def _next(page: Page, walk: JSHandle) -> _Stop | None:
    page.keyboard.press("Tab")
    found = walk.evaluate("walk => walk.stop()")
    return _Stop(**found) if found else None


def _at(page: Page, walk: JSHandle, stop: _Stop, *, photograph: bool) -> Iterator[str]:
    if stop.box["width"] < 2 or stop.box["height"] < 2:
        yield f"focus on something without size: {stop.name}"
    elif stop.off:
        yield f"focus off screen: {stop.name}"
    elif stop.covered:
        yield f"focus covered by {stop.covered}: {stop.name}"
    elif photograph and (share := _mark(page, walk, stop)) < _RING:
        yield f"focus not visible: {stop.name} shows {share:.0%} of a ring 2 px thick with a contrast of 3:1"


def _beside_the_way(walk: JSHandle) -> Iterator[str]:
    for message, ask in (
        ("never reached with Tab", "leftOut"),
        ("works with a mouse only", "mouseOnly"),
        ("tabindex puts it before its turn", "ahead"),
    ):
        for name in walk.evaluate(f"walk => walk.{ask}()"):
            yield f"{message}: {name}"


def _skipped(page: Page, walk: JSHandle) -> Iterator[str]:
    if fault := walk.evaluate("walk => walk.skip()"):
        yield f"the first stop {fault}"
        return
    page.keyboard.press("Enter")
    if not walk.evaluate("walk => walk.skipped()"):
        yield "the skip link leads to something that does not take the focus"


def _mark(page: Page, walk: JSHandle, stop: _Stop) -> float:
    """How much of the mark that level AAA asks for (2.4.13) the focus leaves: 1 is a full ring, 2 px thick."""
    box, wide, high = stop.box, stop.view["width"], stop.view["height"]
    left, right = max(0, box["x"]), min(wide, box["x"] + box["width"])
    top, bottom = max(0, box["y"]), min(high, box["y"] + box["height"])
    x, y = max(0, left - _ROOM), max(0, top - _ROOM)
    clip: FloatRect = {"x": x, "y": y, "width": min(wide, right + _ROOM) - x, "height": min(high, bottom + _ROOM) - y}
    focused = _pixels(page, clip)
    walk.evaluate("walk => walk.blur()")
    blurred = _pixels(page, clip)
    walk.evaluate("walk => walk.focus()")
    changed = sum(_apart(*pair) for pair in zip(focused, blurred, strict=True) if pair[0] != pair[1])
    return changed / (4 * min(stop.lines, right - left + bottom - top))


def _pixels(page: Page, clip: FloatRect) -> list[_Colour]:
    photograph = Image.open(BytesIO(page.screenshot(clip=clip, animations="disabled"))).convert("RGB").tobytes()
    return list(zip(photograph[0::3], photograph[1::3], photograph[2::3], strict=True))


def _apart(one: _Colour, other: _Colour) -> bool:
    """Whether two colours have a contrast of 3:1 or more."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05) >= 3


@cache
def _luminance(colour: _Colour) -> float:
    red, green, blue = (
        part / 12.92 if (part := whole / 255) <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for whole in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

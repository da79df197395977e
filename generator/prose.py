"""Short Markdown and hand-written pages -> semantic HTML, safely.

Takes Markdown text; gives a fragment of the closed vocabulary (docs/fragment.md), or what is wrong with it.
Knows nothing of plans, languages or pages.

Raw HTML, pictures, code and addresses that are not https, http, mailto, tel or within the site are refused with
their line, not silently cleaned: what an officer writes is what a reader gets.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

_SHORT = {
    "paragraph", "bullet_list", "ordered_list", "list_item", "inline", "text", "softbreak", "strong", "em", "link",
}  # fmt: skip
_PAGE = _SHORT | {"heading", "blockquote"}
_FULL = re.compile(r"https?://[^\s]+|mailto:[^\s]+|tel:[^\s]+", re.IGNORECASE)
_WITHIN = re.compile(r"(?:\.\./)*[a-z0-9][a-z0-9./-]*\.html(?:#[a-z0-9.-]+)?|#[a-z0-9.-]+")
_NAMES = {
    "html_block": "HTML", "html_inline": "HTML", "image": "A picture", "code_inline": "Code", "code_block": "Code",
    "fence": "Code", "heading": "A heading", "hr": "A line", "table": "A table", "blockquote": "A quotation",
}  # fmt: skip
_HINT = "Use paragraphs, lists, *emphasis*, **strong** words and [links](https://example.org)."
_PAGE_HINT = "Use headings, paragraphs, lists, quotations, *emphasis*, **strong** words and links."
_HINTS = {
    "html_block": "Write it without tags; to show a < sign, put a backslash before it.",
    "html_inline": "Write it without tags; to show a < sign, put a backslash before it.",
    "code_block": "Take out the spaces at the start of the line.",
    "hardbreak": "Take out the two spaces or the backslash at the end of this line.",
}
_PARTS_OF_A_TABLE = {"thead", "tbody", "tr", "th", "td"}
_DEEPEST = 4


class _Markdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the name is markdown-it's
        return True  # faults() judges addresses, aloud; markdown-it would drop a bad one without a word


_markdown = (
    _Markdown("commonmark", {"html": True, "xhtmlOut": True}).enable("table").disable("reference")
)  # a table is refused by its name, and no line may vanish


def faults(markdown: str, *, page: bool = False) -> list[tuple[int, str, str]]:
    """What may not stand in a text: line (from 0), message, hint. A `page` may also have headings and quotations."""
    found = []
    depth = 0
    for line, token in _tokens(_markdown.parse(markdown), 0):
        kind = re.sub(r"_(open|close)$", "", token.type)
        if token.nesting < 0 or kind in _PARTS_OF_A_TABLE:
            continue  # told once, where it opens
        fault = _fault(kind, token, page=page)
        if kind == "heading" and fault is None:
            step, depth = int(token.tag[1]) - depth, int(token.tag[1])
            if step > 1:
                fault = ("This heading skips a level", f"Use {'#' * (depth - step + 1)} here.")
        if fault is not None:
            found.append((line, *fault))
    return found


def _fault(kind: str, token: Token, *, page: bool) -> tuple[str, str] | None:
    """The message and hint for a token that may not stand here."""
    if kind == "hardbreak":
        return "The end of this line forces a break", _HINTS[kind]
    if kind not in (_PAGE if page else _SHORT):
        hint = _HINTS.get(kind, _PAGE_HINT if page else _HINT)
        return f"{_NAMES.get(kind, kind)} cannot be used {'here' if page else 'in this text'}", hint
    if kind == "link":
        return _link_fault(token, page=page)
    if kind == "ordered_list" and "start" in token.attrs:
        return "A numbered list starts with 1", "Number it from 1, or write the numbers as words."
    if kind == "heading" and int(token.tag[1]) > _DEEPEST:
        return "This heading is too deep", f"Use at most {_DEEPEST} signs #."
    return None


def _link_fault(token: Token, *, page: bool) -> tuple[str, str] | None:
    href = str(token.attrs["href"])
    if "title" in token.attrs:
        return "This link has a hidden title", "Say it in the words of the link."
    if _FULL.fullmatch(href) or (page and _WITHIN.fullmatch(href)):
        return None
    hint = "Write a full address, which starts with https:, http:, mailto: or tel:."
    if page:
        hint = f"{hint[:-1]}, or the name of a page of this site, such as accessibility.html."
    return f'This link goes to "{href}"', hint


def _tokens(tokens: list[Token], line: int) -> Iterator[tuple[int, Token]]:
    for token in tokens:
        line = token.map[0] if token.map else line
        yield line, token
        within = line
        for child in token.children or ():
            yield within, child
            if child.type in ("softbreak", "hardbreak"):
                within += 1


def links(markdown: str) -> list[tuple[int, str]]:
    """The links of a text: line (from 0) and address."""
    tokens = _tokens(_markdown.parse(markdown), 0)
    return [(line, str(token.attrs["href"])) for line, token in tokens if token.type == "link_open"]


def kinds(markdown: str) -> Iterator[str]:
    """What a text is made of, in order: paragraph, heading with its level, list entry, link, emphasis."""
    for _, token in _tokens(_markdown.parse(markdown), 0):
        if token.nesting > 0:
            yield token.tag


def sections(markdown: str) -> list[str]:
    """The parts of a page one after the other: each heading, paragraph, list and quotation as it is written."""
    lines = markdown.splitlines()
    tokens = [token for token in _markdown.parse(markdown) if token.level == 0 and token.nesting >= 0 and token.map]
    return ["\n".join(lines[slice(*token.map)]).strip() for token in tokens if token.map]


def blocks(markdown: str) -> str:
    """The fragment of a text that has no faults()."""
    return str(_markdown.render(markdown)).strip()


def words(markdown: str) -> str:
    """The words of a text without their marks: a line for each paragraph and list entry."""
    inline = (token.children or () for token in _markdown.parse(markdown) if token.type == "inline")
    return "\n".join("".join(" " if each.type == "softbreak" else each.content for each in line) for line in inline)


def page(markdown: str, anchors: Sequence[str] = ()) -> tuple[str, str]:
    """Title and fragment of a hand-written page that has no faults(): headings get ids.

    `anchors` are the ids of its headings in order, if it is a translation: links lead to the same place in each
    language.
    """
    given = iter(anchors)
    tokens = _markdown.parse(markdown)
    title = ""
    used: set[str] = set()
    for token, following in pairwise(tokens):
        if token.type == "heading_open":
            words = "".join(child.content for child in following.children or ())
            if token.tag == "h1":
                title = title or words
            else:
                token.attrs["id"] = next(given, "") or _anchor(words, used)
    return title, str(_markdown.renderer.render(tokens, _markdown.options, {})).strip()


def _anchor(words: str, used: set[str]) -> str:
    base = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-") or "part"
    anchor, number = base, 2
    while anchor in used:
        anchor, number = f"{base}-{number}", number + 1
    used.add(anchor)
    return anchor

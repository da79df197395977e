"""Short Markdown and hand-written pages -> semantic HTML, safely.

Takes Markdown text; gives a fragment of the closed vocabulary (docs/fragment.md), or what is wrong with it.
Knows nothing of plans, languages or pages.

Raw HTML, pictures, code and addresses that are not https, http, mailto, tel or within the site are refused with
their line, not silently cleaned: what an officer writes is what a reader gets.
"""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

_SHORT = {
    "paragraph", "bullet_list", "ordered_list", "list_item", "inline", "text", "softbreak", "strong", "em", "link",
}  # fmt: skip
_PAGE = _SHORT | {"heading", "table", "thead", "tbody", "tr", "th", "td", "blockquote"}
_LINK = re.compile(r"(?:https?://|mailto:|tel:|#|\.{0,2}/?[a-z0-9][a-z0-9./-]*(?:#[a-z0-9.-]+)?$)", re.IGNORECASE)
_NAMES = {
    "html_block": "HTML", "html_inline": "HTML", "image": "A picture", "code_inline": "Code", "code_block": "Code",
    "fence": "Code", "heading": "A heading", "hr": "A line", "hardbreak": "A forced line break", "table": "A table",
    "blockquote": "A quotation",
}  # fmt: skip
_HINT = "Use paragraphs, lists, *emphasis*, **strong** words and [links](https://example.org)."


class _Markdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the name is markdown-it's
        return True  # faults() judges addresses, aloud; markdown-it would drop a bad one without a word


_markdown = _Markdown("commonmark", {"html": True, "xhtmlOut": True}).enable("table")


def faults(markdown: str, *, page: bool = False) -> list[tuple[int, str, str]]:
    """What may not stand in a text: line (from 0), message, hint. A `page` may also have headings and tables."""
    allowed = _PAGE if page else _SHORT
    found = []
    for line, token in _tokens(_markdown.parse(markdown), 0):
        kind = re.sub(r"_(open|close)$", "", token.type)
        if kind not in allowed:
            name = _NAMES.get(kind, kind)
            if kind.startswith("html"):
                hint = "Write it without tags; to show a < sign, put a backslash before it."
            elif kind == "code_block":
                hint = "Take out the spaces at the start of the line."
            else:
                hint = _HINT
            found.append((line, f"{name} cannot be used in this text", hint))
        elif token.type == "link_open" and not _LINK.match(str(token.attrs["href"])):
            message = f'This link goes to "{token.attrs["href"]}"'
            found.append((line, message, "Links may start with https:, http:, mailto: or tel:, or name a page here."))
        elif token.type == "link_open" and "title" in token.attrs:
            found.append((line, "This link has a hidden title", "Say it in the words of the link."))
    return found


def _tokens(tokens: list[Token], line: int) -> Iterator[tuple[int, Token]]:
    for token in tokens:
        line = token.map[0] if token.map else line
        yield line, token
        for child in token.children or ():
            if child.type in ("softbreak", "hardbreak"):
                line += 1
            yield line, child


def blocks(markdown: str) -> str:
    """The fragment of a text that has no faults()."""
    return str(_markdown.render(markdown)).strip()


def page(markdown: str) -> tuple[str, str]:
    """Title and fragment of a hand-written page that has no faults(): table headers get scope, headings get ids."""
    tokens = _markdown.parse(markdown)
    title = ""
    used: set[str] = set()
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type == "heading_open" and following is not None:
            words = "".join(child.content for child in following.children or ())
            if token.tag == "h1":
                title = title or words
            else:
                token.attrs["id"] = _anchor(words, used)
        elif token.type == "th_open":
            token.attrs = {"scope": "col"}
        elif token.type == "td_open":
            token.attrs = {}
    return title, _markdown.renderer.render(tokens, _markdown.options, {}).strip()


def _anchor(words: str, used: set[str]) -> str:
    base = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-") or "part"
    anchor, number = base, 2
    while anchor in used:
        anchor, number = f"{base}-{number}", number + 1
    used.add(anchor)
    return anchor

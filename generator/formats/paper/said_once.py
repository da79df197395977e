"""A PDF as Typst writes it -> the same, in which each letter is said once.

Takes a PDF, opened with pikepdf; changes it. Knows nothing of plans.

Why: where a mark stands apart above or below its letter, such as an Urdu vowel sign, Typst draws the two one after the
other, and gives each the text of both. A computer voice, a search and a copy then have the letter twice. So the mark is
given no text of its own: it is part of the letter's.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import ContentStreamInlineImage, ContentStreamInstruction, Object, Pdf

    Instruction = ContentStreamInstruction | ContentStreamInlineImage

_TEXT = "/ActualText"
_BYTES = 2
"""How many bytes a code has."""


def say_once(pdf: "Pdf") -> None:
    """Take the text from every mark that is drawn apart from its letter."""
    import pikepdf  # noqa: PLC0415 - takes 0.1 s: only print pays

    known: dict[tuple[int, int], frozenset[int]] = {}
    for page in pdf.pages:
        fonts = dict(page.resources.get("/Font", {}).items())
        for font in fonts.values():
            if font.objgen not in known:
                known[font.objgen] = marks(font)
        of = {name: known[font.objgen] for name, font in fonts.items()}
        if any(of.values()):
            said = _said_once(pikepdf.parse_content_stream(page), of)
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(said))


def marks(font: "Object") -> frozenset[int]:
    """The codes of the glyphs of a font that take no room on the line."""
    widths = [*font.DescendantFonts[0].W]  # first code, last code, width; and again (ISO 32000-1, 9.7.4.3)
    spans = zip(widths[::3], widths[1::3], widths[2::3], strict=True)
    wide = {code for first, last, width in spans if width for code in range(int(first), int(last) + 1)}
    return frozenset({*range(max(wide, default=0))} - wide)


def _said_once(instructions: Iterable["Instruction"], marks_of: Mapping[str, frozenset[int]]) -> list["Instruction"]:
    """The instructions of a page, with no text for what draws marks alone."""
    from pikepdf import ContentStreamInstruction, Dictionary, Name, Operator, String  # noqa: PLC0415 - as above

    begin = ContentStreamInstruction(
        [Name.Span, Dictionary({_TEXT: String("")})],
        Operator("BDC"),
    )
    end = ContentStreamInstruction([], Operator("EMC"))
    made: list[Instruction] = []
    opened: list[int | None] = []  # parts of the page: where the text of one begins, if it has a text of its own
    letters: dict[int, bool] = {}  # whether such a part draws more than marks
    here: frozenset[int] = frozenset()
    for each in instructions:
        operands, operator = each.operands, str(each.operator)
        if operator == "Tf":
            here = marks_of[str(operands[0])]
        elif operator in ("BDC", "BMC"):
            own = operator == "BDC" and isinstance(operands[1], Dictionary) and _TEXT in operands[1]
            opened.append(len(made) if own else None)
        elif operator == "EMC":
            at = opened.pop()
            if at is not None and letters.get(at) is False:
                made[at] = begin
        elif operator in ("Tj", "TJ"):
            alone = _codes(operands[0]) <= here
            at = next((at for at in reversed(opened) if at is not None), None)
            if at is not None:
                letters[at] = letters.get(at, False) or not alone
            elif alone:
                made += (begin, each, end)
                continue
        made.append(each)
    return made


def _codes(shown: "Object") -> set[int]:
    """The codes of the glyphs that are shown."""
    from pikepdf import Array, String  # noqa: PLC0415 - as above

    found: set[int] = set()
    for part in shown if isinstance(shown, Array) else [shown]:
        if isinstance(part, String):
            written = bytes(part)
            found |= {int.from_bytes(written[at : at + _BYTES]) for at in range(0, len(written), _BYTES)}
    return found

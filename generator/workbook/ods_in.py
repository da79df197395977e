"""The parts of an .ods file -> Sheets.

Takes a Package; gives its Sheets. Raises DamagedError. Repeated empty cells cost nothing, however many they are said to
be. Knows nothing of plans.
"""

import re
from xml.etree.ElementTree import Element

from generator.workbook.book import Cell, Kind, Merged, Sheet, number_text
from generator.workbook.package import DamagedError, Package
from generator.workbook.xlsx_in import MAX_CELLS

_CELLS = ("table-cell", "covered-table-cell")
_NOT_SHOWN = frozenset({"annotation", "ruby-text"})
_FAULT = re.compile(r"#(?:REF|DIV/0|VALUE|NUM|NULL)!|#N/A|#NAME\?|Err:[0-9]{3}")


def sheets(package: Package) -> tuple[Sheet, ...]:
    """The sheets of a workbook, in its order."""
    manifest = package.tree("META-INF/manifest.xml")
    if any(each.tag == "encryption-data" for each in manifest.iter()):
        raise DamagedError("The workbook is protected by a password", "Save it without a password to open it.")
    reader = _Reader()
    for event, element in package.stream("content.xml"):
        reader.take(event, element)
    return tuple(reader.sheets)


class _Reader:
    """Puts the elements together as they come."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self.parts_of_dates: dict[str, set[str]] = {}
        self.dates: dict[str, str] = {}
        self.columns: list[str] = []
        self.cells: dict[tuple[int, int], Cell] = {}
        self.merged: list[Merged] = []
        self.row: list[tuple[int, Element]] = []
        self.at = 0

    def take(self, event: str, element: Element) -> None:
        """Take the next element."""
        if event == "start":
            if element.tag == "table":
                self.cells, self.merged, self.at, self.columns = {}, [], 0, []
            return
        match element.tag:
            case "date-style":
                self.parts_of_dates[element.get("name", "")] = {part.tag for part in element}
            case "style" if element.get("family") == "table-cell":
                self.dates[element.get("name", "")] = element.get("data-style-name", "")
            case "table-row":
                self.end_row(element)
                element.clear()
            case "table":
                self.sheets.append(Sheet(element.get("name", ""), self.cells, tuple(self.merged)))
                element.clear()

    def end_row(self, row: Element) -> None:
        """Note the cells of a row, as often as it is repeated."""
        column, found = 0, []
        for element in row:
            if element.tag not in _CELLS:
                continue
            times = _times(element, "number-columns-repeated")
            rows, columns = _times(element, "number-rows-spanned"), _times(element, "number-columns-spanned")
            if rows > 1 or columns > 1:
                self.merged.append(Merged(self.at + 1, column + 1, self.at + rows))
            cell = self.cell(element)
            if cell.kind is not Kind.EMPTY and element.tag == "table-cell":
                found.append((column + 1, times, cell))
            column += times
        repeated = _times(row, "number-rows-repeated")
        if len(self.cells) + repeated * sum(times for _, times, _ in found) > MAX_CELLS:
            raise DamagedError(f"A sheet has more than {MAX_CELLS:,} filled cells")
        for start, times, cell in found:
            for down in range(repeated):
                self.cells |= {(self.at + down + 1, start + each): cell for each in range(times)}
        self.at += repeated

    def cell(self, element: Element) -> Cell:
        """What one cell holds."""
        kind = element.get("value-type", "")
        text = "\n".join(_text(each) for each in element if each.tag == "p")
        formula = element.get("formula")
        value = element.get("value", "")
        if _FAULT.fullmatch(text):
            return Cell(Kind.FAULT, text)
        try:
            match kind:
                case "":
                    return Cell() if formula is None else Cell(Kind.NO_RESULT, formula)
                case "float" | "currency":
                    return Cell(Kind.NUMBER, number_text(value))
                case "percentage":
                    return Cell(Kind.PERCENT, number_text(value))
                case "date":
                    return Cell(Kind.DAY, element.get("date-value", "")[: self.precision(element)])
                case "boolean":
                    return Cell(Kind.YES_NO, element.get("boolean-value", "").upper())
                case _:
                    text = element.get("string-value", text)
                    return Cell(Kind.TEXT, text) if text.strip() else Cell()
        except (ValueError, OverflowError) as error:
            raise DamagedError(f'A cell holds "{value[:20]}", which cannot be read') from error

    def precision(self, element: Element) -> int:
        """How much of a day is shown: the letters of 2026, 2026-05 or 2026-05-31."""
        parts = self.parts_of_dates.get(self.dates.get(element.get("style-name", ""), ""))
        if parts is None or "day" in parts:
            return 10
        return 7 if "month" in parts else 4


def _times(element: Element, name: str) -> int:
    text = element.get(name, "1")
    return int(text) if text.isdecimal() and len(text) < 9 else 1  # noqa: PLR2004 - no more rows


def _text(element: Element) -> str:
    """The text of a paragraph. Several spaces, tabs and line ends are elements of their own."""
    parts = [element.text or ""]
    for child in element:
        match child.tag:
            case "s":
                parts.append(" " * min(_times(child, "c"), 1_000))
            case "tab":
                parts.append("\t")
            case "line-break":
                parts.append("\n")
            case tag if tag not in _NOT_SHOWN:
                parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)

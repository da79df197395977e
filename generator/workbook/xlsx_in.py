"""The parts of an .xlsx file -> Sheets.

Takes a Package; gives its Sheets. Raises DamagedError. Only what a reader of the sheet would see counts: a formula's
result, a date's day. Knows nothing of plans.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from posixpath import join, normpath
from xml.etree.ElementTree import Element

from generator.workbook.book import Cell, Kind, Merged, Sheet, number_text
from generator.workbook.package import DamagedError, Package

MAX_CELLS = 300_000
_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""Parts of a number's format that are letters to show, not signs for a figure."""
_DATES, _PERCENTS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}), frozenset({9, 10})
_MONTHS = frozenset({17, 55})
"""Formats that every program knows by number: for dates, percent, and months without a day."""


@dataclass(frozen=True)
class _Workbook:
    strings: tuple[str, ...]
    formats: tuple[str, ...]
    """How each style shows a number: "percent", "day", "month", "year" or nothing."""
    first_day: date


def sheets(package: Package) -> tuple[Sheet, ...]:
    """The sheets of a workbook, in its order."""
    main = next(iter(_related(package, "", "officeDocument").values()), "")
    parts = _related(package, main, "worksheet")
    tree = package.tree(main)
    properties = tree.find("workbookPr")
    since_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    workbook = _Workbook(
        strings=tuple(_strings(package, main)),
        formats=tuple(_formats(package, main)),
        first_day=date(1904, 1, 1) if since_1904 else date(1899, 12, 30),
    )
    found = ((parts.get(each.get("id", "")), each.get("name", "")) for each in tree.findall("sheets/sheet"))
    return tuple(_sheet(package, part, name, workbook) for part, name in found if part)


def _related(package: Package, part: str, kind: str) -> dict[str, str]:
    """The parts of a kind that a part refers to, by their ids."""
    folder, _, name = part.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels".lstrip("/")
    if rels not in package.parts:
        return {}
    return {
        each.get("Id", ""): normpath(join("/", folder, each.get("Target", "")))[1:]
        for each in package.tree(rels).iter("Relationship")
        if each.get("Type", "").rpartition("/")[2] == kind
    }


def _strings(package: Package, main: str) -> Iterator[str]:
    for part in _related(package, main, "sharedStrings").values():
        for event, element in package.stream(part):
            if event == "end" and element.tag == "si":
                yield _text(element)
                element.clear()


def _text(element: Element) -> str:
    """The text of a cell, without hints for pronouncing it."""
    runs = (run for run in (*element.findall("t"), *element.findall("r/t")) if run.text)
    return _unescaped("".join(run.text or "" for run in runs))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)


def _formats(package: Package, main: str) -> Iterator[str]:
    for part in _related(package, main, "styles").values():
        tree = package.tree(part)
        own = {each.get("numFmtId", ""): each.get("formatCode", "") for each in tree.findall("numFmts/numFmt")}
        for style in tree.findall("cellXfs/xf"):
            number = style.get("numFmtId", "0")
            yield _meaning(own[number]) if number in own else _known(number)


def _known(number: str) -> str:
    code = int(number) if number.isdecimal() else 0
    if code in _PERCENTS:
        return "percent"
    return "month" if code in _MONTHS else "day" if code in _DATES else ""


def _meaning(code: str) -> str:
    """What a format shows: its first part is for numbers above zero."""
    shown = _NOT_SHOWN.sub("", code).partition(";")[0].lower()
    if "%" in shown:
        return "percent"
    if "d" in shown or "h" in shown:
        return "day"
    return "month" if "y" in shown and "m" in shown else "year" if "y" in shown else ""


def _sheet(package: Package, part: str, name: str, workbook: _Workbook) -> Sheet:
    cells: dict[tuple[int, int], Cell] = {}
    merged: list[Merged] = []
    row = column = 0
    for event, element in package.stream(part):
        if event == "start":
            if element.tag == "row":
                row, column = _whole(element.get("r"), row + 1), 0
            continue
        if element.tag == "c":
            row, column = _address(element.get("r", ""), (row, column + 1))
            cell = _cell(element, workbook)
            if cell.kind is not Kind.EMPTY:
                cells[row, column] = cell
            if len(cells) > MAX_CELLS:
                raise DamagedError(f'The sheet "{name}" has more than {MAX_CELLS:,} filled cells')
        elif element.tag == "mergeCell":
            first, _, last = element.get("ref", "").partition(":")
            start = _address(first, (1, 1))
            merged.append(Merged(*start, _address(last, start)[0]))
        if element.tag in ("row", "mergeCell"):
            element.clear()
    return Sheet(name, cells, tuple(merged))


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 8 else otherwise  # noqa: PLR2004 - no more rows


def _address(text: str, otherwise: tuple[int, int]) -> tuple[int, int]:
    """Row and column of an address such as B7."""
    match = _ADDRESS.fullmatch(text.replace("$", ""))
    if match is None:
        return otherwise
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


def _cell(element: Element, workbook: _Workbook) -> Cell:
    kind = element.get("t", "n")
    value = element.findtext("v") or ""
    if kind == "inlineStr":
        inline = element.find("is")
        return _of_text("" if inline is None else _text(inline))
    formula = element.find("f")
    if not value:
        return Cell() if formula is None or kind == "str" else Cell(Kind.NO_RESULT, f"={formula.text or ''}")
    try:
        match kind:
            case "s":
                return _of_text(workbook.strings[int(value)])
            case "str":
                return _of_text(_unescaped(value))
            case "e":
                return Cell(Kind.FAULT, value)
            case "b":
                return Cell(Kind.YES_NO, "TRUE" if value == "1" else "FALSE")
            case "d":
                return Cell(Kind.DAY, value[:10])
            case _:
                style = _whole(element.get("s"), 0)
                return _of_number(value, workbook.formats[style] if style < len(workbook.formats) else "", workbook)
    except (ValueError, IndexError, OverflowError) as error:
        raise DamagedError(f'A cell holds "{value[:20]}", which cannot be read') from error


def _of_text(text: str) -> Cell:
    return Cell(Kind.TEXT, text) if text.strip() else Cell()


def _of_number(value: str, shown: str, workbook: _Workbook) -> Cell:
    if shown in ("day", "month", "year"):
        day = workbook.first_day + timedelta(days=int(float(value)))
        return Cell(Kind.DAY, day.isoformat()[: {"day": 10, "month": 7, "year": 4}[shown]])
    return Cell(Kind.PERCENT if shown == "percent" else Kind.NUMBER, number_text(value))

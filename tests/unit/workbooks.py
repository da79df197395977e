"""Workbooks for tests: an export in which somebody has filled in cells, or a program has left odd ones."""

import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from click.testing import CliRunner, Result

from generator import build
from generator.cli import main
from generator.sheets.making import book
from generator.workbook.book import Book, Content, Written
from generator.workbook.xlsx_out import xlsx

PERCENT, DAY, MONTH = 100, 101, 102
"""Styles that spoilt() adds."""
_ADDRESS = re.compile(r"([\w ]+)!([A-Z])([0-9]+)")
_STYLES = '<xf numFmtId="0"/>' * 100 + '<xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="17"/></cellXfs>'


def exported(site: Path) -> Book:
    """What `planpress sheet export` makes of the newest edition."""
    return book(build.check(site).plans[0].current)


def filled(site: Path, cells: Mapping[str, Content], write: Callable[[Book], bytes] = xlsx) -> Path:
    """The export of a site with some cells filled in, by address: {"Values!E5": "about 400"}."""
    made = exported(site)
    for address, content in cells.items():
        made = _set(made, address, content)
    return _saved(site, write(made), write.__name__)


def changed(site: Path, change: Callable[[Book], Book]) -> Path:
    """The export of a site after a change of its tables."""
    return _saved(site, xlsx(change(exported(site))), "xlsx")


def spoilt(site: Path, cells: Mapping[str, str], after: str = "") -> Path:
    """The export of a site in which some cells are as another program would write them, in XML.

    `after` follows the cells of each sheet, such as a list of merged cells.
    """
    path = filled(site, {})
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = [table.name for table in exported(site).tables]
    for address, xml in cells.items():
        sheet, letter, row = _parts(address)
        part = f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"
        pattern = rf'<c r="{letter}{row}"(?:[^>]*/>|.*?</c>)'
        text, count = re.subn(pattern, xml.replace("\\", r"\\"), parts[part].decode(), count=1)
        assert count == 1, address
        parts[part] = text.replace("</sheetData>", f"</sheetData>{after}").encode()
    added = re.sub(r"<cellXfs.*</cellXfs>", f"<cellXfs>{_STYLES}", parts["xl/styles.xml"].decode())
    parts["xl/styles.xml"] = added.encode()
    repack(path, parts)
    return path


def repack(path: Path, parts: Mapping[str, bytes]) -> None:
    """A zip file of some parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def run(*arguments: object) -> Result:
    """What a command of planpress says and does."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def imported(site: Path, workbook: Path, *options: str) -> Result:
    """What `planpress sheet import` says and does."""
    return run("sheet", "import", workbook, site, *options)


def texts(site: Path) -> dict[str, bytes]:
    """All files of the plans, by name."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted((site / "plan_data").rglob("*"))
        if path.is_file()
    }


def table_changed(made: Book, name: str, change: Callable[[list[list[Written]]], None]) -> Book:
    """A book with the rows of one table changed."""
    tables = []
    for table in made.tables:
        cells = [list(row) for row in table.rows]
        if table.name == name:
            change(cells)
            wide = max(len(row) for row in cells)
            widths = (*table.widths, *[10] * (wide - len(table.widths)))
            tables.append(replace(table, rows=tuple(tuple(row) for row in cells), widths=widths, choices={}))
        else:
            tables.append(table)
    return replace(made, tables=tuple(tables))


def _parts(address: str) -> tuple[str, str, int]:
    match = _ADDRESS.fullmatch(address)
    assert match is not None, address
    return match[1], match[2], int(match[3])


def _set(made: Book, address: str, content: Content) -> Book:
    sheet, letter, row = _parts(address)

    def change(cells: list[list[Written]]) -> None:
        column = ord(letter) - ord("A")
        cells[row - 1][column] = Written(content, cells[row - 1][column].look)

    return table_changed(made, sheet, change)


def _saved(site: Path, content: bytes, suffix: str) -> Path:
    path = site.parent / f"update.{suffix}"
    path.write_bytes(content)
    return path

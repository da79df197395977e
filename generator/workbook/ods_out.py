"""A workbook -> the bytes of an .ods file (OpenDocument 1.3), for LibreOffice and others.

Takes a Book; gives bytes, the same for the same Book on any day. Knows nothing of plans.
"""

import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.problems import letters
from generator.workbook.book import Book, Choice, Look, Table, Written, plain

_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_NO_DAY = (1980, 1, 1, 0, 0, 0)
_SPACES = {
    f"xmlns:{prefix}": f"urn:oasis:names:tc:opendocument:xmlns:{rest}:1.0"
    for prefix, rest in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("number", "datastyle"),
        ("fo", "xsl-fo-compatible"),
        ("config", "config"),
        ("meta", "meta"),
        ("manifest", "manifest"),
    )
} | {
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:of": "urn:oasis:names:tc:opendocument:xmlns:of:1.2",
    "xmlns:ooo": "http://openoffice.org/2004/office",
}
_GREY, _YELLOW, _DARK = "#e7e6e6", "#fff6cc", "#1f3864"
_CELL = {"style:vertical-align": "top", "fo:wrap-option": "wrap"}
_GRID = _CELL | {"fo:border": "0.5pt solid #7f7f7f", "fo:padding": "0.08cm"}
_OPEN = {"style:cell-protect": "none"}
_TEXT, _DAY = "as-text", "as-day"
_LOOKS: dict[Look, tuple[dict[str, str], dict[str, str], str]] = {
    Look.PLAIN: (_CELL, {"fo:font-size": "12pt"}, ""),
    Look.TITLE: (_CELL, {"fo:font-size": "16pt", "fo:font-weight": "bold"}, ""),
    Look.HEADER: (_GRID | {"fo:background-color": _DARK}, {"fo:font-weight": "bold", "fo:color": "#ffffff"}, ""),
    Look.LOCKED: (_GRID | {"fo:background-color": _GREY}, {}, _TEXT),
    Look.LOCKED_NUMBER: (_GRID | {"fo:background-color": _GREY}, {}, ""),
    Look.NEW: (_GRID | {"fo:background-color": _YELLOW}, {"fo:font-weight": "bold"}, _TEXT),
    Look.FILL: (_GRID | _OPEN, {}, _TEXT),
    Look.FILL_NUMBER: (_GRID | _OPEN, {}, ""),
    Look.FILL_NEW: (_GRID | _OPEN | {"fo:background-color": _YELLOW}, {}, _TEXT),
    Look.FILL_NEW_NUMBER: (_GRID | _OPEN | {"fo:background-color": _YELLOW}, {}, ""),
    Look.DATA: (_GRID, {}, _TEXT),
    Look.DATA_NUMBER: (_GRID, {}, ""),
    Look.DATA_DAY: (_GRID, {}, _DAY),
}
"""Of each look: its cell, its letters, and how what is typed is shown."""


def ods(book: Book) -> bytes:
    """The file."""
    into = BytesIO()
    parts = {
        "content.xml": _content(book),
        "styles.xml": _styles(book),
        "meta.xml": _meta(book),
        "settings.xml": _settings(book),
    }
    with zipfile.ZipFile(into, "w") as archive:
        archive.writestr(_info("mimetype", zipfile.ZIP_STORED), _MIME)  # first and plain: so programs know the file
        for name, root in (*parts.items(), ("META-INF/manifest.xml", _manifest(parts))):
            content = tostring(root, encoding="UTF-8", xml_declaration=True)
            archive.writestr(_info(name, zipfile.ZIP_DEFLATED), content)
    return into.getvalue()


def _info(name: str, how: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _NO_DAY)
    info.compress_type = how
    info.external_attr = 0o644 << 16
    info.create_system = 3
    return info


def _root(name: str) -> Element:
    return Element(name, _SPACES | {"office:version": "1.3"})


def _add(parent: Element, name: str, attributes: dict[str, Any] | None = None, text: str | None = None) -> Element:
    made = SubElement(parent, name, {key: str(value) for key, value in (attributes or {}).items()})
    made.text = text
    return made


# ----------------------------------------------------------------------------------------------------------- content


def _content(book: Book) -> Element:
    root = _root("office:document-content")
    styles = _add(root, "office:automatic-styles")
    _add(_add(styles, "number:text-style", {"style:name": _TEXT}), "number:text-content")
    day = _add(styles, "number:date-style", {"style:name": _DAY})
    for part in ("year", "month", "day"):
        if part != "year":
            _add(day, "number:text", text="-")
        _add(day, f"number:{part}", {"number:style": "long"})
    for look, (cell, letters_, shown) in _LOOKS.items():
        style = {"style:name": look.value, "style:family": "table-cell", "style:parent-style-name": "Default"}
        made = _add(styles, "style:style", style | ({"style:data-style-name": shown} if shown else {}))
        _add(made, "style:table-cell-properties", {"style:cell-protect": "protected"} | cell)
        _add(made, "style:text-properties", letters_)
    for width in sorted({width for table in book.tables for width in table.widths}):
        made = _add(styles, "style:style", {"style:name": f"width-{width}", "style:family": "table-column"})
        _add(made, "style:table-column-properties", {"style:column-width": f"{width * 0.2:.2f}cm"})
    made = _add(styles, "style:style", {"style:name": "high", "style:family": "table-row"})
    _add(made, "style:table-row-properties", {"style:use-optimal-row-height": "true"})
    made = _add(
        styles, "style:style", {"style:name": "page", "style:family": "table", "style:master-page-name": "Default"}
    )
    _add(made, "style:table-properties", {"table:display": "true"})
    spreadsheet = _add(_add(root, "office:body"), "office:spreadsheet")
    validations = _add(spreadsheet, "table:content-validations")
    for table in book.tables:
        for column, choice in table.choices.items():
            _validation(validations, table, column, choice)
    for table in book.tables:
        _table(spreadsheet, table)
    if not len(validations):
        spreadsheet.remove(validations)
    return root


def _rule(table: Table, column: int) -> str:
    return f"{table.name}-{column}"


def _validation(parent: Element, table: Table, column: int, choice: Choice) -> None:
    letter = letters(choice.column + 1)
    source = f"[${choice.table}.${letter}$2:.${letter}${choice.count + 1}]"
    made = _add(
        parent,
        "table:content-validation",
        {
            "table:name": _rule(table, column),
            "table:condition": f"of:cell-content-is-in-list({source})",
            "table:allow-empty-cell": "true",
            "table:display-list": "unsorted",
            "table:base-cell-address": f"{table.name}.{letters(column + 1)}2",
        },
    )
    if choice.several:
        help_ = _add(made, "table:help-message", {"table:title": "Several", "table:display": "true"})
        _add(help_, "text:p", text=choice.advice)
    error = {"table:message-type": "information" if choice.several else "stop", "table:display": "true"}
    _add(_add(made, "table:error-message", error), "text:p", text=choice.refusal)


def _table(parent: Element, table: Table) -> None:
    locked = {"table:protected": "true"} if table.locked else {}
    made = _add(parent, "table:table", {"table:name": table.name, "table:style-name": "page"} | locked)
    for width in table.widths:
        _add(made, "table:table-column", {"table:style-name": f"width-{width}"})
    header = _add(made, "table:table-header-rows") if table.header else made
    for index, cells in enumerate(table.rows):
        row = _add(made if index else header, "table:table-row", {"table:style-name": "high"})
        for column, cell in enumerate(cells):
            rule = {"table:content-validation-name": _rule(table, column)} if index and column in table.choices else {}
            _cell(row, cell, rule)


def _cell(row: Element, cell: Written, rule: dict[str, str]) -> None:
    attributes = {"table:style-name": cell.look.value} | rule
    if isinstance(cell.content, Decimal):
        attributes |= {"office:value-type": "float", "office:value": plain(cell.content)}
    elif isinstance(cell.content, date):
        attributes |= {"office:value-type": "date", "office:date-value": cell.content.isoformat()}
    elif cell.content is not None:
        attributes |= {"office:value-type": "string"}
    made = _add(row, "table:table-cell", attributes)
    if cell.content is not None:
        for line in _shown(cell.content).split("\n"):
            _paragraph(_add(made, "text:p"), line)


def _shown(content: str | Decimal | date) -> str:
    return plain(content) if isinstance(content, Decimal) else str(content)


def _paragraph(made: Element, line: str) -> None:
    """A line of text. Programs join spaces that stand side by side, unless they are elements."""
    made.text = ""
    last: Element | None = None
    for index, sign in enumerate(line):
        if sign == "\t":
            last = _add(made, "text:tab")
        elif sign == " " and line[index - 1 : index] in ("", " "):
            last = _add(made, "text:s")
        elif last is None:
            made.text += sign
        else:
            last.tail = (last.tail or "") + sign


# ------------------------------------------------------------------------------------------------- the rest of the file


def _styles(book: Book) -> Element:
    language, _, region = book.language.partition("-")
    root = _root("office:document-styles")
    styles = _add(root, "office:styles")
    made = _add(styles, "style:default-style", {"style:family": "table-cell"})
    _add(made, "style:text-properties", {"fo:language": language, "fo:country": region if len(region) == 2 else "none"})  # noqa: PLR2004 - a country
    _add(styles, "style:style", {"style:name": "Default", "style:family": "table-cell"})
    layout = _add(_add(root, "office:automatic-styles"), "style:page-layout", {"style:name": "wide"})
    page = {"fo:page-width": "29.7cm", "fo:page-height": "21cm", "style:print-orientation": "landscape"}
    fit = {"style:scale-to-X": "1", "style:scale-to-Y": "0", "fo:margin": "1.5cm"}
    _add(layout, "style:page-layout-properties", page | fit)
    master = {"style:name": "Default", "style:page-layout-name": "wide"}
    _add(_add(root, "office:master-styles"), "style:master-page", master)
    return root


def _meta(book: Book) -> Element:
    root = _root("office:document-meta")
    meta = _add(root, "office:meta")
    _add(meta, "meta:generator", text="Planpress")
    _add(meta, "dc:title", text=book.title)
    return root


def _settings(book: Book) -> Element:
    """That the headings stay in view."""
    root = _root("office:document-settings")
    view = _add(_add(root, "office:settings"), "config:config-item-set", {"config:name": "ooo:view-settings"})
    entry = _add(_add(view, "config:config-item-map-indexed", {"config:name": "Views"}), "config:config-item-map-entry")
    tables = _add(entry, "config:config-item-map-named", {"config:name": "Tables"})
    for table in book.tables:
        if table.header:
            made = _add(tables, "config:config-item-map-entry", {"config:name": table.name})
            frozen = {"VerticalSplitMode": 2, "VerticalSplitPosition": 1, "ActiveSplitRange": 2, "PositionBottom": 1}
            for name, value in frozen.items():
                kind = {"config:name": name, "config:type": "short" if name.endswith(("Mode", "Range")) else "int"}
                _add(made, "config:config-item", kind, str(value))
    return root


def _manifest(parts: dict[str, Element]) -> Element:
    root = Element("manifest:manifest", {"xmlns:manifest": _SPACES["xmlns:manifest"], "manifest:version": "1.3"})
    for name, kind in (("/", _MIME), *((name, "text/xml") for name in parts)):
        _add(root, "manifest:file-entry", {"manifest:full-path": name, "manifest:media-type": kind})
    return root

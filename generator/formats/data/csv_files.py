"""Tables -> CSV files, and the two files that describe them: CSVW metadata and a data package.

Takes Tables, About and Translators; gives texts. Knows nothing of editions or pages.

CSV follows RFC 4180 (commas, quotes, CRLF), in UTF-8 with a byte order mark, which spreadsheets need; an empty cell is
not stated. A text cell that a spreadsheet could run as a formula gets a quote before it (OWASP ASVS 5.0, 1.2.10).
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from generator.fields import ID_PATTERN
from generator.formats.data.about import About
from generator.formats.data.columns import Column, Holds
from generator.formats.data.tables import Cell, Table
from generator.translate import Translator

CSVW = "csv-metadata.json"
PACKAGE = "datapackage.json"
_FORMULA = "=+-@\t\r\0"
_QUOTED = "A text that begins with = + - or @ has a sign ' before it, so that no spreadsheet takes it for a formula."
_PATH = f"(?:{ID_PATTERN.pattern})(?:[.](?:{ID_PATTERN.pattern}))*"


def csv_bytes(table: Table) -> bytes:
    """A table with a line of column names."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.layout.names)
    for row in table.rows:
        writer.writerow(map(csv_cell, row))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def csv_cell(cell: Cell) -> str:
    """A cell. Figures are never quoted: -5 is a number. A quote that is taken off again gives the text as it was."""
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    if isinstance(cell, date):
        return cell.isoformat()
    text = cell or ""
    bare = text.lstrip("'")
    return f"'{text}" if bare and bare[0] in _FORMULA else text


# ---------------------------------------------------------------------------------------------------------------- CSVW


def csvw(tables: Iterable[Table], about: About, translators: Mapping[str, Translator]) -> bytes:
    """Metadata for all tables (W3C, Metadata Vocabulary for Tabular Data, 2015, section 5)."""
    tables = tuple(tables)
    names = {table.layout.name for table in tables}
    made = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": about.language}],
        "dc:title": about.title,
        "dc:publisher": about.publisher,
        "dc:description": {"@value": _QUOTED, "@language": "en"},
        **_stated(
            {
                "dc:issued": about.published,
                "dc:source": about.source,
                "dc:license": _licence(about),
                "dc:isVersionOf": _resource(about.folder),
            }
        ),
        "schema:version": about.edition,
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True},
        "tables": [_csvw_table(table, about, translators, names) for table in tables],
    }
    return _bytes(made)


def _licence(about: About) -> object:
    if about.licence_address:
        return {"@id": about.licence_address}
    return about.licence or {"@value": "not stated", "@language": "en"}


def _resource(address: str) -> object:
    return {"@id": address} if address else None


def _csvw_table(table: Table, about: About, translators: Mapping[str, Translator], names: set[str]) -> dict[str, Any]:
    layout = table.layout
    always = {column.name for column in layout.columns if column.needed}  # strict readers let no such key be empty
    keys = [
        {"columnReference": [column], "reference": {"resource": f"{other}.csv", "columnReference": [its]}}
        for column, (other, its) in layout.refers.items()
        if other in names and column in always
    ]
    schema: dict[str, Any] = {
        "columns": [_csvw_column(column, translators) for column in layout.columns],
        "primaryKey": list(layout.key),
    }
    schema |= {"foreignKeys": keys} if keys else {}
    schema |= {"aboutUrl": f"{about.folder}{layout.page}"} if about.folder and layout.page else {}
    return {"url": f"{layout.name}.csv", "dc:description": _said(layout.holds, translators), "tableSchema": schema}


def _csvw_column(column: Column, translators: Mapping[str, Translator]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "name": column.name,
        "titles": {"und": column.name} | _titles(column, translators),
        "dc:description": {"@value": column.doc, "@language": "en"},
        "datatype": _csvw_type(column),
    }
    if column.needed:
        made["required"] = True
    if column.holds is Holds.IDS:
        made["separator"] = " "
    else:
        made["null"] = ""
    return made


def _csvw_type(column: Column) -> object:
    match column.holds:
        case Holds.NUMBER:
            return "decimal"
        case Holds.DAY:
            return {"base": "date", "format": "yyyy-MM-dd"}
        case Holds.CHOICE:
            return {"base": "string", "format": "|".join(column.options)}
        case Holds.ID:
            return {"base": "string", "format": _PATH}
        case _:
            return "string"


def _titles(column: Column, translators: Mapping[str, Translator]) -> dict[str, str]:
    """What pages call a column, in each language that has words of its own for it."""
    made = {}
    for code, translator in translators.items():
        words = [translator.word(title) for title in column.titles]
        if words and all(each.language == code for each in words):
            made[code] = " \u2013 ".join(each.text for each in words)
    return made


def _said(words: str, translators: Mapping[str, Translator]) -> list[dict[str, str]]:
    """Words of Planpress in each language that has them."""
    said = {words_.language: words_.text for words_ in (each.word(words) for each in translators.values())}
    return [{"@value": text, "@language": code} for code, text in said.items()]


# -------------------------------------------------------------------------------------------------------- data package


def data_package(tables: Iterable[Table], about: About, name: str) -> bytes:
    """A data package (Frictionless Data Package and Table Schema, version 1)."""
    tables = tuple(tables)
    names = {table.layout.name for table in tables}
    licence = _stated({"name": about.licence_address and _short(about.licence_address), "title": about.licence})
    if about.licence_address:
        licence["path"] = about.licence_address
    made: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": name,
        "title": about.title,
        "version": about.edition,
        "language": about.language,
        "period": about.period,
        **_stated({"homepage": about.folder and f"{about.folder}index.html", "published": about.published}),
        "contributors": [{"title": about.publisher, "role": "publisher"}],
        "description": f"{_QUOTED} An empty cell is not stated."
        + ("" if about.licence else " The plan does not state a licence."),
    }
    made |= {"sources": [{"title": about.source}]} if about.source else {}
    made |= {"licenses": [licence]} if licence.get("path") else {"licence": about.licence} if about.licence else {}
    if about.corrections:
        made["corrections"] = [_stated({"on": on, "note": note}) for on, note in about.corrections]
    return _bytes(made | {"resources": [_resource_of(table, names) for table in tables]})


def _short(address: str) -> str:
    """A name for a licence that has only an address, in the letters that names may have."""
    kept = (letter if letter.isascii() and letter.isalnum() else "-" for letter in address.partition("://")[2].lower())
    return "-".join(filter(None, "".join(kept).split("-")))


def _resource_of(table: Table, names: set[str]) -> dict[str, Any]:
    layout = table.layout
    keys = [
        {"fields": [column], "reference": {"resource": "" if other == layout.name else other, "fields": [its]}}
        for column, (other, its) in layout.refers.items()
        if other in names
    ]
    schema: dict[str, Any] = {
        "fields": [_package_field(column) for column in layout.columns],
        "missingValues": [""],
        "primaryKey": list(layout.key),
    }
    schema |= {"foreignKeys": keys} if keys else {}
    return {
        "profile": "tabular-data-resource",
        "name": layout.name,
        "path": f"{layout.name}.csv",
        "title": layout.holds,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": schema,
    }


def _package_field(column: Column) -> dict[str, Any]:
    kinds = {Holds.NUMBER: "number", Holds.DAY: "date"}
    constraints: dict[str, Any] = {"required": True} if column.needed else {}
    if column.holds is Holds.CHOICE:
        constraints["enum"] = list(column.options)
    if column.holds is Holds.ID:
        constraints["pattern"] = _PATH
    made = {"name": column.name, "type": kinds.get(column.holds, "string"), "description": column.doc}
    return made | ({"constraints": constraints} if constraints else {})


def _bytes(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _stated(facts: Mapping[str, object]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value}

"""Braille files read back: BRF as pages of cells, PEF against the structure of PEF 2008-1. For tests of Braille."""

import re
import xml.etree.ElementTree as ET

ASCII = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
BLANK = "\u2800"
_PEF = "{http://www.daisy.org/ns/2008/pef}"
_DC = "{http://purl.org/dc/elements/1.1/}"

Page = tuple[str, ...]


def pages_of_brf(content: bytes) -> tuple[Page, ...]:
    """The pages of a BRF as cells. Fails on a character outside the 64, a stray line break, or a form feed too many."""
    text = content.decode("ascii")
    strange = set(text) - set(ASCII) - set("\r\n\f")
    assert not strange, f"not Braille ASCII: {sorted(strange)}"
    assert text.count("\r") == text.count("\n") == text.count("\r\n"), "a line break is not CR LF"
    assert text.endswith("\f"), "the last page does not end"
    return tuple(_page(page) for page in text[:-1].split("\f"))


def _page(page: str) -> Page:
    assert page.endswith("\r\n"), "a page has no line, or its last line does not end"
    return tuple("".join(chr(0x2800 + ASCII.index(sign)) for sign in line) for line in page[:-2].split("\r\n"))


def pages_of_pef(content: bytes) -> tuple[Page, ...]:
    """The rows of a PEF, page by page, if it has the structure of PEF 2008-1."""
    faults = pef_faults(content)
    assert not faults, faults
    return tuple(tuple(row.text or "" for row in page) for page in ET.fromstring(content).iter(f"{_PEF}page"))


def pef_faults(content: bytes) -> list[str]:
    """What departs from the structure of PEF 2008-1 (its RELAX NG schema, as far as this format uses it)."""
    try:
        root = ET.fromstring(content)
    except ET.ParseError as error:
        return [str(error)]
    faults = []
    if (root.tag, root.get("version"), [each.tag for each in root]) != (f"{_PEF}pef", "2008-1", _pef("head", "body")):
        return ["the root is not pef 2008-1 with a head and a body"]
    head, body = root
    faults += _meta(head)
    volumes = list(body)
    if not volumes:
        faults.append("the body has no volume")
    for volume in volumes:
        faults += _volume(volume)
    return faults


def _meta(head: ET.Element) -> list[str]:
    if [each.tag for each in head] != _pef("meta"):
        return ["the head has not one meta"]
    facts = {each.tag.removeprefix(_DC): each.text or "" for each in head[0] if each.tag.startswith(_DC)}
    faults = [] if len(facts) == len(head[0]) else ["meta has something twice, or something that is not Dublin Core"]
    if facts.get("format") != "application/x-pef+xml":
        faults.append("dc:format is not application/x-pef+xml")
    if not facts.get("identifier"):
        faults.append("dc:identifier is missing")
    if "date" in facts and not re.fullmatch(r"\d{4}-\d\d-\d\d", facts["date"]):
        faults.append("dc:date is not a day")
    return faults


def _volume(volume: ET.Element) -> list[str]:
    faults = [] if volume.tag == f"{_PEF}volume" else ["not a volume"]
    known = {"cols": r"[1-9]\d*", "rows": r"[1-9]\d*", "rowgap": r"\d+", "duplex": "true|false"}
    faults += [name for name, form in known.items() if not re.fullmatch(form, volume.get(name, ""))]
    faults += [name for name in volume.attrib if name not in known]
    if faults:
        return faults
    sections = list(volume)
    if not sections or any(each.tag != f"{_PEF}section" or not len(each) for each in sections):
        return ["a volume needs sections with pages"]
    for page in (page for section in sections for page in section):
        rows = list(page)
        if page.tag != f"{_PEF}page" or any(row.tag != f"{_PEF}row" or len(row) for row in rows):
            faults.append("a section holds something that is not a page of rows")
        if len(rows) > int(volume.get("rows", "0")):
            faults.append("a page has too many rows")
        if any(len(row.text or "") > int(volume.get("cols", "0")) for row in rows):
            faults.append("a row is too long")
        if not all(0x2800 <= ord(cell) <= 0x283F for row in rows for cell in row.text or ""):
            faults.append("a row has a sign that is not a cell of six dots")
    return faults


def _pef(*names: str) -> list[str]:
    return [_PEF + name for name in names]

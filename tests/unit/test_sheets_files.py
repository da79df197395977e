"""Files of workbooks: what was written is read back, and what somebody sends can do no harm."""

import time
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from generator.problems import PlanError, Problem
from generator.sheets.roundtrip import update
from generator.workbook import ods_in, xlsx_in
from generator.workbook.book import Book, Cell, Kind, Look, Sheet, Table, Written
from generator.workbook.ods_out import ods
from generator.workbook.package import DamagedError, Package, unpacked
from generator.workbook.xlsx_out import xlsx
from tests.unit.workbooks import filled, imported, repack

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
ROOT_RELS = (
    b"""<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
)
RELS = b"""<Relationships><Relationship Id="s" Type="x/worksheet" Target="/xl/s.xml"/>
<Relationship Id="t" Type="x/styles" Target="styles.xml"/></Relationships>"""
WORKBOOK = b"""<workbook xmlns:r="r"><sheets><sheet name="One" r:id="s"/></sheets></workbook>"""
STYLES = b"""<styleSheet><numFmts>
<numFmt numFmtId="164" formatCode="0.0%"/>
<numFmt numFmtId="165" formatCode="yyyy\\-mm"/>
<numFmt numFmtId="166" formatCode="0 &quot;days&quot;"/>
<numFmt numFmtId="167" formatCode="[$-809]d mmm yyyy"/>
</numFmts><cellXfs>
<xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/>
</cellXfs></styleSheet>"""

ODS_ERROR = '<table-cell formula="x" value-type="string" calcext:value-type="error"><p>#REF!</p></table-cell>'
ODS_LINES = '<table-cell value-type="string"><annotation><p>no</p></annotation><p>a<s c="2"/>b</p><p>c</p></table-cell>'


def _xlsx(rows: str, workbook: bytes = WORKBOOK) -> Package:
    sheet = f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode()
    names = ("_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/styles.xml", "xl/s.xml")
    return Package(dict(zip(names, (ROOT_RELS, RELS, workbook, STYLES, sheet), strict=True)))


def _cell(xml: str, workbook: bytes = WORKBOOK) -> Cell:
    return xlsx_in.sheets(_xlsx(f'<row r="1">{xml}</row>', workbook))[0].at(1, 1)


def _ods(cells: str, styles: str = "") -> Sheet:
    content = f"""<document xmlns:calcext="urn:calcext"><automatic-styles>{styles}</automatic-styles>
<table name="One"><table-row>{cells}</table-row></table></document>"""
    return ods_in.sheets(Package({"content.xml": content.encode(), "META-INF/manifest.xml": b"<manifest/>"}))[0]


def _read(path: Path) -> Package:
    package = unpacked(path)
    assert isinstance(package, Package)
    return package


def _refused(path: Path, site: Path) -> Problem:
    with pytest.raises(PlanError) as caught:
        update(site, path)
    assert len(caught.value.problems) == 1
    assert str(caught.value.problems[0]).startswith(f"{path.name}: error: ")
    return caught.value.problems[0]


CONTENT = (
    "=1+1", "+1", "-1", "@A1", "'quoted", "a  b ", " x",
    "line\nnext\n\nlast", "tab\there", "2007/2008", "1.50", "_x0041_",
    "<b>&amp;", "یہ منصوبہ", "👮🏽", Decimal("0.1"), Decimal(-5), Decimal("123456.789"), None,
)  # fmt: skip


@pytest.mark.parametrize(("write", "read"), [(xlsx, xlsx_in.sheets), (ods, ods_in.sheets)])
def test_what_is_written_into_cells_is_read_back(write: object, read: object, tmp_path: Path) -> None:
    assert callable(write)
    assert callable(read)
    row = tuple(Written(content, Look.FILL) for content in CONTENT)
    made = Book("Title", "en", (Table("One", (10,) * len(row), (row,), header=False),))
    (tmp_path / "made").write_bytes(write(made))
    sheet = read(_read(tmp_path / "made"))[0]
    found = [sheet.at(1, column + 1) for column in range(len(CONTENT))]
    assert [cell.text for cell in found] == ["" if each is None else str(each) for each in CONTENT]
    assert {cell.kind for cell in found} == {Kind.TEXT, Kind.NUMBER, Kind.EMPTY}


@pytest.mark.parametrize("write", [xlsx, ods])
def test_the_same_book_gives_the_same_bytes(write: object, tiny: Path) -> None:
    assert callable(write)
    first = filled(tiny, {}, write).read_bytes()
    time.sleep(2.1)  # a zip file counts in steps of two seconds
    assert filled(tiny, {}, write).read_bytes() == first


@pytest.mark.parametrize(
    ("xml", "meant"),
    [
        ('<c r="A1"><v>0.28999999999999998</v></c>', Cell(Kind.NUMBER, "0.29")),
        ('<c r="A1"><v>1E5</v></c>', Cell(Kind.NUMBER, "100000")),
        ('<c r="A1" s="1"><v>0.12</v></c>', Cell(Kind.PERCENT, "0.12")),
        ('<c r="A1" s="2"><v>46143</v></c>', Cell(Kind.DAY, "2026-05")),
        ('<c r="A1" s="3"><v>12</v></c>', Cell(Kind.NUMBER, "12")),
        ('<c r="A1" s="4"><v>46112</v></c>', Cell(Kind.DAY, "2026-03-31")),
        ('<c r="A1"><f>A2+A3</f><v>412</v></c>', Cell(Kind.NUMBER, "412")),
        ('<c r="A1"><f>A2+A3</f></c>', Cell(Kind.NO_RESULT, "=A2+A3")),
        ('<c r="A1"><f>A2+A3</f><v></v></c>', Cell(Kind.NO_RESULT, "=A2+A3")),
        ('<c r="A1" t="e"><f>A2</f><v>#DIV/0!</v></c>', Cell(Kind.FAULT, "#DIV/0!")),
        ('<c r="A1" t="str"><f>A2</f><v>done</v></c>', Cell(Kind.TEXT, "done")),
        ('<c r="A1" t="b"><v>1</v></c>', Cell(Kind.YES_NO, "TRUE")),
        (
            '<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c>',
            Cell(Kind.TEXT, "ab"),
        ),
        ('<c t="inlineStr"><is><t>no address</t></is></c>', Cell(Kind.TEXT, "no address")),
        ('<c r="A1" t="inlineStr"><is><t>  </t></is></c>', Cell()),
    ],
)
def test_a_cell_of_excel_is_read_as_it_is_shown(xml: str, meant: Cell) -> None:
    assert _cell(xml) == meant


def test_days_may_be_counted_from_1904() -> None:
    workbook = WORKBOOK.replace(b"<sheets>", b'<workbookPr date1904="1"/><sheets>')
    assert _cell('<c r="A1" s="4"><v>44650</v></c>', workbook) == Cell(Kind.DAY, "2026-03-31")


@pytest.mark.parametrize(
    ("xml", "meant"),
    [
        ('<table-cell value-type="float" value="412"><p>412</p></table-cell>', Cell(Kind.NUMBER, "412")),
        ('<table-cell value-type="percentage" value="0.12"/>', Cell(Kind.PERCENT, "0.12")),
        ('<table-cell value-type="date" date-value="2026-03-31T00:00:00"/>', Cell(Kind.DAY, "2026-03-31")),
        ('<table-cell value-type="date" date-value="2026-05-01" style-name="c"/>', Cell(Kind.DAY, "2026-05")),
        ('<table-cell formula="of:=[.A2]" value-type="float" value="3"/>', Cell(Kind.NUMBER, "3")),
        ('<table-cell formula="of:=[.A2]"/>', Cell(Kind.NO_RESULT, "of:=[.A2]")),
        (ODS_ERROR, Cell(Kind.FAULT, "#REF!")),
        (ODS_LINES, Cell(Kind.TEXT, "a  b\nc")),
        ('<table-cell value-type="boolean" boolean-value="true"/>', Cell(Kind.YES_NO, "TRUE")),
    ],
)  # fmt: skip
def test_a_cell_of_libreoffice_is_read_as_it_is_shown(xml: str, meant: Cell) -> None:
    month = '<date-style name="d"><year/><month/></date-style><style name="c" family="table-cell" data-style-name="d"/>'
    assert _ods(xml, month).at(1, 1) == meant


def test_a_cell_in_the_last_corner_costs_nothing() -> None:
    corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert set(xlsx_in.sheets(_xlsx(corner))[0].cells) == {(1048576, 16384)}


def test_a_million_empty_rows_cost_nothing() -> None:
    content = b"""<d><table name="One">
<table-row number-rows-repeated="1048575"><table-cell number-columns-repeated="16384"/></table-row>
<table-row><table-cell value-type="float" value="1"/></table-row></table></d>"""
    package = Package({"content.xml": content, "META-INF/manifest.xml": b"<manifest/>"})
    assert set(ods_in.sheets(package)[0].cells) == {(1048576, 1)}


@pytest.mark.parametrize(
    "row",
    [
        b'<table-row number-rows-repeated="1048576"><table-cell value-type="float" value="1"/></table-row>',
        b'<table-row><table-cell number-columns-repeated="99999999" value-type="float" value="1"/></table-row>',
    ],
)
def test_more_filled_cells_than_a_plan_has_are_refused(row: bytes) -> None:
    content = b'<d><table name="One">' + row + b"</table></d>"
    with pytest.raises(DamagedError):
        ods_in.sheets(Package({"content.xml": content, "META-INF/manifest.xml": b"<manifest/>"}))


def test_a_merged_block_as_large_as_the_sheet_costs_nothing() -> None:
    package = _xlsx("")
    package.parts["xl/s.xml"] = b'<worksheet><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    assert xlsx_in.sheets(package)[0].merged[0].last_row == 1048576


@pytest.mark.parametrize(
    "head",
    [
        b'<!DOCTYPE a [<!ENTITY x "boom">]>',
        b'<!DOCTYPE a SYSTEM "http://example.example/x.dtd">',
        b'<!DOCTYPE a [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
    ],
)
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet2.xml"])
def test_xml_with_definitions_of_its_own_is_refused(head: bytes, part: str, tiny: Path) -> None:
    path = filled(tiny, {})
    parts = _read(path).parts
    parts[part] = head + parts[part].partition(b"?>")[2]
    repack(path, parts)
    assert "defines words of its own" in _refused(path, tiny).message


@pytest.mark.parametrize("cut", [1, 100, 2_000, -1, -30])
def test_a_file_that_is_cut_off_is_refused(cut: int, tiny: Path) -> None:
    path = filled(tiny, {})
    path.write_bytes(path.read_bytes()[:cut])
    _refused(path, tiny)


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_no_damaged_byte_ends_in_a_traceback(suffix: str, tiny: Path) -> None:
    path = filled(tiny, {}, {"xlsx": xlsx, "ods": ods}[suffix])
    whole = path.read_bytes()
    for at in range(0, len(whole), len(whole) // 60):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        assert imported(tiny, path).exit_code in (0, 1)


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
)
def test_a_workbook_with_a_part_of_nonsense_is_refused(part: str, tiny: Path) -> None:
    path = filled(tiny, {})
    parts = _read(path).parts
    parts[part] = b"<a><b></a>"
    repack(path, parts)
    _refused(path, tiny)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("old.xls", OLE + b"\0" * 600, "This is a file of an old program"),
        ("locked.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        ("values.csv", b"Target,Value\nburglaries,4\n", "This is a text, not a workbook"),
        ("picture.xlsx", b"\x89PNG\r\n", "This is not a workbook"),
        ("empty.xlsx", b"", "This is not a workbook"),
    ],
)  # fmt: skip
def test_another_kind_of_file_is_named(name: str, content: bytes, said: str, tiny: Path) -> None:
    path = tiny.parent / name
    path.write_bytes(content)
    assert said in _refused(path, tiny).message


def test_an_archive_that_is_no_workbook_is_refused(tiny: Path) -> None:
    path = tiny.parent / "book.xlsx"
    repack(path, {"hello.xml": b"<a/>"})
    _refused(path, tiny)


def test_an_ods_with_a_password_is_refused(tiny: Path) -> None:
    path = filled(tiny, {}, ods)
    parts = _read(path).parts
    parts["META-INF/manifest.xml"] = b"<manifest><file-entry><encryption-data/></file-entry></manifest>"
    repack(path, parts)
    assert "password" in _refused(path, tiny).message


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"a.xml": b"0" * 41_000_000}, "unpacks to far more"),
        ({"a.xml": b"0" * 2_000_000}, "unpacks to far more"),
        ({f"{number}.xml": b"" for number in range(1_001)}, "more than 1,000 parts"),
    ],
)
def test_a_file_that_unpacks_to_far_more_is_refused(parts: dict[str, bytes], said: str, tiny: Path) -> None:
    path = tiny.parent / "bomb.xlsx"
    repack(path, parts)
    assert said in _refused(path, tiny).message


def test_a_deeply_nested_part_is_refused() -> None:
    nested = b'<d><table name="One">' + b"<table-row>" * 5_000 + b"</table-row>" * 5_000 + b"</table></d>"
    with pytest.raises(DamagedError):
        ods_in.sheets(Package({"content.xml": nested, "META-INF/manifest.xml": b"<manifest/>"}))


def test_a_large_file_is_not_even_opened(tiny: Path) -> None:
    path = tiny.parent / "large.xlsx"
    with path.open("wb") as file:
        file.truncate(10_000_001)
    assert "larger than 10,000,000 bytes" in _refused(path, tiny).message


def test_an_encrypted_member_is_refused(tiny: Path) -> None:
    path = filled(tiny, {})
    with zipfile.ZipFile(path) as archive:
        offsets = [info.header_offset for info in archive.infolist()]
    content = bytearray(path.read_bytes())
    for offset in offsets:
        content[offset + 6] |= 1
    start = content.find(b"PK\x01\x02")
    while start >= 0:
        content[start + 8] |= 1
        start = content.find(b"PK\x01\x02", start + 1)
    path.write_bytes(content)
    assert "password" in _refused(path, tiny).message

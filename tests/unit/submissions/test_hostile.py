"""Files that are not what they say, or that are made to do harm: each is refused, soon, and says why."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from tables import codes, lines, workbook_bytes

from pipelines.submissions.findings import catalogue
from pipelines.submissions.reading import read_workbook
from pipelines.submissions.workbooks import limits

GOOD = [["2024年各市"], ["地区", "地区生产总值（亿元）"], ["杭州市", 1.5], ["宁波市", 2.5]]
FIGURES = ["B3 330100 2024 地区生产总值 = 1.5 亿元", "B4 330200 2024 地区生产总值 = 2.5 亿元"]
SHEET = "xl/worksheets/sheet1.xml"


def repacked(change: Callable[[dict[str, bytes]], None], rows: list[list[object]] = GOOD) -> bytes:
    """A workbook with some of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(workbook_bytes(rows))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def replaced(part: str, old: str, new: str, rows: list[list[object]] = GOOD) -> bytes:
    def change(parts: dict[str, bytes]) -> None:
        assert old.encode() in parts[part]
        parts[part] = parts[part].replace(old.encode(), new.encode(), 1)

    return repacked(change, rows)


def with_part(name: str, content: bytes) -> bytes:
    return repacked(lambda parts: parts.__setitem__(name, content))


def with_strings(content: str) -> bytes:
    """A workbook that has a table of shared strings beside its own."""

    def change(parts: dict[str, bytes]) -> None:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
        relation = f'<Relationship Id="rId99" Type="{kind}" Target="sharedStrings.xml"/></Relationships>'
        part = "xl/_rels/workbook.xml.rels"
        parts[part] = parts[part].replace(b"</Relationships>", relation.encode())
        parts["xl/sharedStrings.xml"] = content.encode()

    return repacked(change)


def refused(data: bytes, name: str = "报表.xlsx") -> str:
    """The code for which a file is refused; nothing may be read from it, and within bounds of time and memory."""
    tracemalloc.start()
    started = time.perf_counter()
    reading = read_workbook(data, name)
    seconds = time.perf_counter() - started
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert not reading.records
    assert seconds < 20  # tracing makes it several times slower
    assert peak < 500 * limits.MEGABYTE
    errors = [f.code for f in reading.findings if f.severity == "error"]
    assert len(errors) == 1, reading.findings
    return errors[0]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "unsupported_type"),
        ("\ufeff<!DOCTYPE html><html></html>".encode(), "unsupported_type"),
        ("<html><body>表</body></html>".encode("utf-16"), "unsupported_type"),
        (b"MZ\x90\x00\x03" + bytes(200), "unsupported_type"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "unsupported_type"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "unsupported_type"),
        (b"PK\x03\x04" + bytes(30), "damaged_file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "damaged_file"),
        (b'<?xml version="1.0"?><Workbook/>', "unsupported_type"),
        (bytes(range(256)) * 20, "unsupported_type"),
        (b" \n \n", "empty_file"),
    ],
)
def test_what_is_no_workbook_is_told_by_its_bytes(data: bytes, code: str) -> None:
    assert refused(data, "报表.xlsx") == code


def test_a_word_document_is_no_workbook() -> None:
    def change(parts: dict[str, bytes]) -> None:
        parts.clear()
        parts["[Content_Types].xml"] = b"<Types/>"
        parts["word/document.xml"] = b"<document/>"

    assert refused(repacked(change)) == "unsupported_type"


def test_an_archive_of_workbooks_is_not_unpacked() -> None:
    def change(parts: dict[str, bytes]) -> None:
        parts.clear()
        parts["inner.xlsx"] = workbook_bytes(GOOD)

    assert refused(repacked(change)) == "unsupported_type"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_workbook_is_damaged(share: float) -> None:
    data = workbook_bytes(GOOD)
    assert refused(data[: int(len(data) * share)]) == "damaged_file"


def test_an_encrypted_workbook_says_so() -> None:
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    assert refused(container) == "encrypted_file"


@pytest.mark.parametrize("part", ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml", "xl/activeX/activeX1.xml"])
def test_macros_are_refused(part: str) -> None:
    assert refused(with_part(part, b"x"), "报表.xlsm") == "macros"


@pytest.mark.parametrize("part", ["xl/externalLinks/externalLink1.xml", "xl/connections.xml", "xl/queryTables/q1.xml"])
def test_links_to_other_files_are_refused(part: str) -> None:
    assert refused(with_part(part, b"<x/>")) == "external_links"


@pytest.mark.parametrize(
    ("formula", "code"),
    [
        ("cmd|' /C calc'!A0", "dde_formula"),
        ("DDE(&quot;cmd&quot;,&quot;/C calc&quot;,&quot;x&quot;)", "dde_formula"),
        ("[1]Sheet1!A1", "external_links"),
        ("'C:\\x\\[b.xlsx]S'!A1", "external_links"),
        ("WEBSERVICE(&quot;http://x&quot;)", "external_links"),
    ],
)
def test_formulas_that_reach_outside_are_refused(formula: str, code: str) -> None:
    data = replaced(SHEET, "<v>1.5</v>", f"<f>{formula}</f><v>1.5</v>")
    assert refused(data) == code


def test_a_plain_formula_with_its_result_is_read() -> None:
    reading = read_workbook(replaced(SHEET, "<v>1.5</v>", "<f>SUM(C1:C9)*Sheet1!D1</f><v>1.5</v>"), "报表.xlsx")
    assert lines(reading) == FIGURES


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"])
def test_document_types_and_entities_are_refused(part: str) -> None:
    declared = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'

    def change(parts: dict[str, bytes]) -> None:
        content = parts[part].decode()
        head, mark, rest = content.partition("?>") if content.startswith("<?xml") else ("", "", content)
        parts[part] = f"{head}{mark}{declared}{rest}".encode()

    assert refused(repacked(change)) == "unsafe_xml"


def test_a_billion_laughs_in_the_strings_are_refused() -> None:
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "ha"}">' for i in range(10))
    assert refused(with_strings(f"<!DOCTYPE sst [{entities}]><sst><si><t>&e9;</t></si></sst>")) == "unsafe_xml"


def test_a_zip_bomb_is_refused_by_its_declared_size() -> None:
    assert refused(with_part("xl/media/x.bin", bytes(450 * limits.MEGABYTE))) == "file_too_large"


def test_a_sheet_of_zeros_is_refused_by_its_ratio() -> None:
    data = replaced(SHEET, "<sheetData>", "<sheetData>" + " " * (30 * limits.MEGABYTE))
    assert refused(data) == "file_too_large"


def test_a_package_that_lies_about_its_sizes_is_refused() -> None:
    data = bytearray(replaced(SHEET, "<sheetData>", "<sheetData>" + "<!-- a -->" * 3_000_000))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        name = bytes(data[at + 46 : at + 46 + int.from_bytes(data[at + 28 : at + 30], "little")])
        if name == SHEET.encode():
            data[at + 24 : at + 28] = (5000).to_bytes(4, "little")
        at = data.find(b"PK\x01\x02", at + 4)
    assert refused(bytes(data)) in ("damaged_file", "file_too_large")


def test_a_phantom_range_costs_nothing() -> None:
    data = replaced(SHEET, '<dimension ref="A1:B4"', '<dimension ref="A1:XFD1048576"')
    started = time.perf_counter()
    assert lines(read_workbook(data, "报表.xlsx")) == FIGURES
    assert time.perf_counter() - started < 1


def test_far_away_cells_cost_nothing() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(GOOD)))
    book.active["XFD1048576"] = 7
    stream = io.BytesIO()
    book.save(stream)
    started = time.perf_counter()
    reading = read_workbook(stream.getvalue(), "报表.xlsx")
    assert time.perf_counter() - started < 1
    assert lines(reading) == FIGURES
    assert ("header_missing", "XFD2") in codes(reading) or ("label_missing", "XFD1048576") in codes(reading)


def test_a_merged_range_over_everything_costs_nothing() -> None:
    data = replaced(
        SHEET,
        "</sheetData>",
        '</sheetData><mergeCells><mergeCell ref="A1:XFD1"/><mergeCell ref="C5:XFD1048576"/></mergeCells>',
    )
    started = time.perf_counter()
    assert lines(read_workbook(data, "报表.xlsx")) == FIGURES
    assert time.perf_counter() - started < 1


def test_too_many_cells_are_refused() -> None:
    cells = "".join(f"<row>{'<c><v>1</v></c>' * 100}</row>" for _ in range(limits.MAX_CELLS // 100 + 1))
    assert refused(replaced(SHEET, "</sheetData>", f"{cells}</sheetData>")) == "file_too_large"


def test_too_many_elements_are_refused() -> None:
    assert (
        refused(replaced(SHEET, "</sheetData>", "<row/>" * (limits.MAX_ELEMENTS + 1) + "</sheetData>"))
        == "file_too_large"
    )


def test_a_bomb_of_shared_strings_is_refused() -> None:
    strings = f"<si><t>{'长' * 32000}</t></si>" * 800
    assert refused(with_strings(f"<sst>{strings}</sst>")) == "file_too_large"


def test_a_string_longer_than_a_cell_is_refused() -> None:
    assert refused(with_strings(f"<sst><si><t>{'长' * 40000}</t></si></sst>")) == "file_too_large"


def test_very_many_sheets_are_refused() -> None:
    sheets = "".join(f'<sheet name="s{i}" sheetId="{i + 10}" r:id="rId1" xmlns:r="r"/>' for i in range(300))
    assert refused(replaced("xl/workbook.xml", "</sheets>", f"{sheets}</sheets>")) == "file_too_large"


def test_a_file_above_the_limit_is_refused_unread() -> None:
    assert refused(b"PK\x03\x04" + bytes(limits.MAX_FILE_BYTES)) == "file_too_large"


def test_only_the_last_part_of_a_name_is_used() -> None:
    reading = read_workbook(workbook_bytes(GOOD), "../../etc\\x/..\\报表\x00\x1b[31m.xlsx")
    assert reading.file == "报表[31m.xlsx"


def test_text_of_numbers_and_quotes_without_end_is_bounded() -> None:
    assert refused(b'"' + "甲,乙\n".encode() * 400_000, "表.csv") == "damaged_file"


def test_a_text_of_a_million_rows_is_refused() -> None:
    assert refused("地区,值\n".encode() + "杭州市,1\n".encode() * 1_000_000, "2024.csv") == "file_too_large"


def test_every_finding_has_words_and_a_known_severity() -> None:
    for code, (severity, message, remedy) in catalogue().items():
        assert severity in ("error", "warning", "info"), code
        assert message.endswith(("。", "：{text}")) and remedy.endswith("。"), code

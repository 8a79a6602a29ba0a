"""Files that cannot be read: refused with a stable code, the file's name and what to do; nothing is raised."""

from __future__ import annotations

import random

import pytest
from pdf_writer import PdfPage, write
from word_writer import bare, package

from pipelines.plans.documents import open_document, refusals

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
PARAGRAPH = "<w:p><w:r><w:t>到2027年达到5亿元。</w:t></w:r></w:p>"
GOOD_PDF = write([PdfPage().text(72, 100, "到2027年达到5亿元。")])
SCAN = write([PdfPage().picture()] * 3)

REFUSED = [
    ("empty_file", "a.txt", b""),
    ("empty_file", "a.docx", b""),
    ("empty_file", "a.txt", b"\xef\xbb\xbf \r\n\t"),
    ("empty_file", "a.md", "\u3000\u3000\n".encode()),
    ("legacy_doc", "a.doc", OLE + "WordDocument".encode("utf-16-le")),
    ("legacy_doc", "a.docx", OLE),
    ("encrypted_file", "a.docx", OLE + "EncryptedPackage".encode("utf-16-le")),
    ("encrypted_file", "a.pdf", write([PdfPage()], locked=True)),
    ("scanned_pdf", "a.pdf", SCAN),
    ("unreadable_text_layer", "a.pdf", write([PdfPage().text(72, 100, "到2027年达到5亿元。")], meaning=False)),
    ("no_text", "a.pdf", write([PdfPage()])),
    ("no_text", "a.docx", bare("<w:p/>")),
    ("no_text", "a.html", b"<html><body><script>5</script></body></html>"),
    ("damaged_file", "a.pdf", b"%PDF-1.7\nnothing"),
    ("damaged_file", "a.pdf", GOOD_PDF[:300]),
    ("damaged_file", "a.pdf", "只是文字".encode()),
    ("damaged_file", "a.docx", bare(PARAGRAPH)[:200]),
    ("damaged_file", "a.docx", bare(PARAGRAPH + "<w:p>")),
    ("damaged_file", "a.docx", "只是文字".encode()),
    ("damaged_file", "a.docx", package({"[Content_Types].xml": "<Types/>"})),
    ("damaged_file", "a.docx", bare("<w:sdt><w:sdtContent>" * 4000)),
    ("unsupported_type", "a.txt", b"MZ\x90\x00" + bytes(range(256)) * 8),
    ("unsupported_type", "a.docx", b"\x7fELF" + bytes(200)),
    ("unsupported_type", "a.txt", b"\x89PNG\r\n\x1a\n" + bytes(100)),
    ("unsupported_type", "a.txt", random.Random(1).randbytes(5000)),
    ("unsupported_type", "a.rtf", rb"{\rtf1\ansi 5}"),
    ("unsupported_type", "a.xlsx", package({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<a/>"})),
    ("unsupported_type", "a.zip", package({"plan.txt": "5"})),
    ("unsupported_type", "a.ofd", package({"OFD.xml": "<a/>"})),
    ("unsupported_type", "a.csv", "指标,值\n甲,5\n".encode()),
    ("unsupported_type", "a.xls", OLE + "Workbook".encode("utf-16-le")),
    ("file_too_large", "a.docx", bare(f"<w:p><w:r><w:t>{' ' * 30_000_000}</w:t></w:r></w:p>")),
    ("file_too_large", "a.docx", package({str(i): "" for i in range(refusals.MAX_ZIP_ENTRIES + 1)})),
    ("file_too_large", "a.html", b"<html>" + b"<p>" * (refusals.MAX_TAGS + 1)),
]


@pytest.mark.parametrize(("code", "name", "data"), REFUSED, ids=[f"{i}-{r[0]}" for i, r in enumerate(REFUSED)])
def test_refused_with_reason_and_remedy(code: str, name: str, data: bytes) -> None:
    opened = open_document(data, f"来件/{name}")
    assert opened.text == ""
    (finding,) = opened.findings
    assert (finding.code, finding.severity) == (code, "error")
    assert name in finding.message
    assert "来件" not in finding.message
    assert len(finding.remedy) > 5


def test_a_package_that_lies_about_its_size() -> None:
    data = bytearray(bare(PARAGRAPH * 1000))
    place = data.rfind(b"word/document.xml") - 46 + 24  # size as the list of contents states it
    data[place : place + 4] = (1000).to_bytes(4, "little")
    opened = open_document(bytes(data), "a.docx")
    assert [f.code for f in opened.findings] == ["damaged_file"]


def test_too_large_a_file_is_not_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refusals, "MAX_FILE_BYTES", 1000)
    assert open_document(b"%PDF-" + bytes(2000), "a.pdf").findings[0].code == "file_too_large"
    monkeypatch.setattr(refusals, "MAX_TEXT_BYTES", 100)
    assert open_document("目标".encode() * 50, "a.txt").findings[0].code == "file_too_large"
    monkeypatch.setattr(refusals, "MAX_PDF_PAGES", 2)
    monkeypatch.setattr(refusals, "MAX_FILE_BYTES", 10_000_000)
    assert open_document(SCAN, "a.pdf").findings[0].code == "file_too_large"


@pytest.mark.parametrize("good", [GOOD_PDF, bare(PARAGRAPH * 20), b"<html><body><table><tr><td>5</table>" * 20])
def test_whatever_is_broken_in_a_file_nothing_is_raised(good: bytes) -> None:
    chance = random.Random(7)
    for _ in range(150):
        data = bytearray(good)
        for _ in range(chance.randint(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        opened = open_document(bytes(data[: chance.randint(1, len(data))]), "a.pdf")
        assert opened.text or opened.findings

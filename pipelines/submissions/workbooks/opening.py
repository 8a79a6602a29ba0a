"""The way in: bytes and a file name -> an opened workbook. Never raises for what a file holds."""

from __future__ import annotations

import re
from pathlib import PurePath

from pipelines.submissions.findings import Finding, Refusal, finding, refusal
from pipelines.submissions.workbooks import limits
from pipelines.submissions.workbooks.garbling import is_garbled_sheet
from pipelines.submissions.workbooks.grid import Workbook

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC = [
    (b"%PDF", "是 PDF 文档"),
    (b"MZ", "是程序或可执行文件"),
    (b"\x7fELF", "是程序或可执行文件"),
    (b"\xca\xfe\xba\xbe", "是程序或可执行文件"),
    (b"\xcf\xfa\xed\xfe", "是程序或可执行文件"),
    (b"Rar!", "是压缩包"),
    (b"7z\xbc\xaf", "是压缩包"),
    (b"\x1f\x8b", "是压缩包"),
    (b"BZh", "是压缩包"),
    (b"\xfd7zXZ", "是压缩包"),
    (b"\x89PNG", "是图片"),
    (b"\xff\xd8\xff", "是图片"),
    (b"GIF8", "是图片"),
    (b"{\\rtf", "是 RTF 文档"),
    (b"SQLite format 3", "是数据库文件"),
    (b"PAR1", "是数据文件"),
]
_PAGE = re.compile(rb"<!doctype|<html|<head[\s>]|<body[\s>]|<table[\s>]|<script|mime-version:", re.IGNORECASE)
_XML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<\?xml", re.IGNORECASE)
_EXPECTED = {"xlsx": {".xlsx", ".xlsm", ".xltx"}, "xls": {".xls", ".et"}, "csv": {".csv", ".txt", ""}}
_EXPECTED["tsv"] = {".tsv", ".csv", ".txt", ".tab", ""}
_SHOWN = {"xlsx": "Excel 工作簿（.xlsx）", "xls": "旧版 Excel 工作簿（.xls）", "csv": "分隔文本", "tsv": "分隔文本"}


def base_name(file_name: str) -> str:
    """The last part of a path of either kind: nothing else of a name is ever used."""
    last = PurePath(re.split(r"[\\/]", file_name)[-1]).name
    return "".join(c for c in last if c.isprintable())[:200] or "未命名"


def open_workbook(data: bytes, file_name: str) -> Workbook:
    """Open a table of any kind by what it holds.

    Args:
        data: the bytes as received.
        file_name: the file's name; only its last part is used, in messages and to tell a wrong extension.

    Returns:
        The workbook. One that cannot be read has no sheets and one finding of severity ``error``.
        Only a lack of memory is raised: it is the machine's trouble and says nothing of the file.
    """
    name = base_name(file_name)
    try:
        workbook = _open(data, name)
    except Refusal as refused:
        return Workbook(name, None, [], [refused.finding])
    except MemoryError:
        raise
    except Exception as error:  # a reader's own failure on a broken file
        what = f"结构无法解析（{type(error).__name__}）"
        return Workbook(name, None, [], [finding("damaged_file", file=name, what=what)])
    assert workbook.kind is not None
    extension = PurePath(name.lower()).suffix
    if extension not in _EXPECTED[workbook.kind]:
        workbook.findings.append(finding("kind_differs", file=name, what=_SHOWN[workbook.kind]))
    _drop_garbled(workbook)
    return workbook


def _open(data: bytes, name: str) -> Workbook:
    if not data:
        raise refusal("empty_file", file=name)
    if len(data) > limits.MAX_FILE_BYTES:
        size = f"大小 {len(data) / limits.MEGABYTE:.0f} MB"
        raise refusal("file_too_large", file=name, what=size, limit=f"{limits.MAX_FILE_BYTES // limits.MEGABYTE} MB")
    # Each format's module is imported only when it is needed: the reader must start fast.
    if data.startswith(_OLE) or data[:4] in (b"\x09\x08\x08\x00", b"\x09\x08\x10\x00", b"\x09\x04\x06\x00"):
        from pipelines.submissions.workbooks.xls import open_xls

        return open_xls(data, name)
    if data.startswith(b"PK"):
        from pipelines.submissions.workbooks.xlsx import open_xlsx

        return open_xlsx(data, name)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise refusal("unsupported_type", file=name, what=what)
    head = data[:4096]
    plain = head.decode("utf-16", "replace").encode() if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head
    if _PAGE.search(plain):
        raise refusal("unsupported_type", file=name, what="实际上是网页（HTML）")
    if _XML.match(plain):
        raise refusal("unsupported_type", file=name, what="实际上是 XML 文件")
    if data[:2] not in (b"\xff\xfe", b"\xfe\xff") and data.count(0) > 0:
        raise refusal("unsupported_type", file=name, what="是二进制文件")
    from pipelines.submissions.workbooks.delimited import open_delimited

    return open_delimited(data, name)


def _drop_garbled(workbook: Workbook) -> None:
    """Sheets whose text is garbled are taken out, each with a finding."""
    kept, findings = [], list[Finding]()
    for sheet in workbook.sheets:
        if is_garbled_sheet(sheet):
            findings.append(finding("garbled_text", sheet.name, what=f"文件《{workbook.name}》的一张工作表"))
        else:
            kept.append(sheet)
    workbook.sheets = kept
    workbook.findings += findings

"""What a file is, told by its bytes; the extension only decides between kinds of text."""

from __future__ import annotations

import re
from pathlib import PurePath

from pipelines.plans.documents import refusals
from pipelines.plans.documents.opened import MediaType

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROGRAM = "是程序或可执行文件"
_ARCHIVE = "是压缩包"
_IMAGE = "是图片"
_MAGIC: list[tuple[bytes, str]] = [
    (b"MZ", _PROGRAM),
    (b"\x7fELF", _PROGRAM),
    (b"\xca\xfe\xba\xbe", _PROGRAM),
    (b"\xcf\xfa\xed\xfe", _PROGRAM),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"\xfd7zXZ\x00", _ARCHIVE),
    (b"\x89PNG\r\n\x1a\n", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"II*\x00", _IMAGE),
    (b"MM\x00*", _IMAGE),
    (b"\x00\x00\x01\x00", _IMAGE),
    (b"{\\rtf", "是 RTF 格式"),
    (b"SQLite format 3\x00", "是数据库文件"),
    (b"PAR1", "是数据文件"),
    (b"\x00\x00\x00\x18ftyp", "是视频文件"),
    (b"\x00\x00\x00 ftyp", "是视频文件"),
]
_TEXT_NAMES = {".txt", ".text", ".md", ".markdown", ""}
_PAGE_NAMES = {".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml"}
_WORD_NAMES = {".doc", ".docx", ".wps", ".docm", ".dotx"}
_PAGE_START = re.compile(rb"<!doctype\s+html|<html[\s>]|<body[\s>]|<head[\s>]", re.IGNORECASE)
_TAG = re.compile(rb"</?(?:p|div|br|span|td|tr|li|h[1-6]|a|font|table)(?=[\s/>])[^<>]{0,400}>", re.IGNORECASE)
_USUAL = re.compile(  # characters that a Chinese text is made of
    "[\u4e00-\u9fff\x20-\x7e\r\n\t\u2010-\u2030\u2460-\u24ff\u25a0-\u25ff\u3000-\u303f\uff00-\uffef]"
)
_OTHER_TAG = re.compile(rb"<(?:p|div|span|td|li|head|script|meta|title|h[1-6])[\s>]")
_HEAD = 4096


def tell_type(data: bytes, name: str) -> MediaType:
    """The kind of a file. Raises Refusal for what is empty, too large or of no readable kind."""
    if not data:
        raise refusals.empty_file(name)
    if len(data) > refusals.MAX_FILE_BYTES:
        size = f"大小 {len(data) / refusals.MEGABYTE:.0f} MB"
        raise refusals.file_too_large(name, size, f"{refusals.MAX_FILE_BYTES // refusals.MEGABYTE} MB")
    extension = PurePath(name.lower()).suffix
    if data.startswith(_OLE):
        raise _compound_file(data, name, extension)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx"  # the Word module tells other packages apart
    if b"%PDF-" in data[:1024]:
        return "pdf"
    for magic, what in _MAGIC:
        # "MZ", "BZh" may also begin a text: a binary file has control bytes soon after.
        if data.startswith(magic) and (len(magic) > 3 or _is_binary(data)):
            raise _known_but_unread(name, what)
    return _tell_text(data, name, extension)


def _tell_text(data: bytes, name: str, extension: str) -> MediaType:
    if not data.strip(b"\x00 \t\r\n\x0b\x0c\xef\xbb\xbf\xff\xfe"):
        raise refusals.empty_file(name)
    if extension == ".pdf":
        raise refusals.damaged_file(name, "没有 PDF 文件头")
    if extension in (".docx", ".docm", ".dotx") and not _looks_like_page(data):
        raise refusals.damaged_file(name, "不是有效的 Word 压缩包")
    if _is_binary(data):
        raise refusals.unsupported_type(name, "是二进制文件")
    if extension in _WORD_NAMES:
        if _looks_like_page(data):
            return "html"  # web pages that sites hand out as .doc
        raise refusals.unsupported_type(
            name, f"扩展名为 {extension}，内容却不是 Word 文档", "若内容是文本，请改名为 .txt。"
        )
    if extension in _PAGE_NAMES:
        return "html"
    if extension not in _TEXT_NAMES:
        raise refusals.unsupported_type(name, f"扩展名为 {extension}")
    if _looks_like_page(data):
        return "html"
    return "markdown" if extension in (".md", ".markdown") else "text"


def _compound_file(data: bytes, name: str, extension: str) -> refusals.Refusal:
    """A container of Office before 2007, or the wrapper of a package that is locked with a password."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return refusals.encrypted_file(name)
    if extension in (".xls", ".et", ".ppt", ".dps", ".msi", ".msg"):
        return refusals.unsupported_type(name, f"扩展名为 {extension}")
    if "Workbook".encode("utf-16-le") in data and "WordDocument".encode("utf-16-le") not in data:
        return refusals.unsupported_type(name, "是旧版 Excel 工作簿")
    return refusals.legacy_doc(name)


def _known_but_unread(name: str, what: str) -> refusals.Refusal:
    remedies = {
        _IMAGE: "请提供文字版，或先做 OCR（文字识别）后另存为文本。",
        _ARCHIVE: "请先解压，把其中的规划文本单独放入。",
        "是 RTF 格式": "请用 Word 或 WPS 打开，另存为 .docx 后重新放入。",
    }
    return refusals.unsupported_type(name, what, remedies.get(what, ""))


def _is_binary(data: bytes) -> bool:
    """Control bytes that no text in UTF-8 or GB18030 holds; UTF-16 is left to the decoder."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return False
    sample = data[: 16 * _HEAD]
    nul = sample.count(0)
    if nul and wide_encoding(sample) is not None:
        return False
    control = sum(sample.count(b) for b in (*range(1, 9), *range(14, 27), 28, 29, 30, 31)) + nul
    return control > max(2, len(sample) // 200)


def wide_encoding(data: bytes) -> str | None:
    """utf-16-le or utf-16-be for a text without a byte order mark, by where its Chinese characters fall; else None."""
    best: tuple[float, str | None] = (0.9, None)
    for encoding in ("utf-16-le", "utf-16-be"):
        text = data[: 2 * _HEAD // 2 * 2].decode(encoding, errors="replace")
        usual = len(_USUAL.findall(text))
        best = max(best, (usual / max(1, len(text)), encoding), key=lambda b: b[0])
    return best[1]


def _looks_like_page(data: bytes) -> bool:
    """A saved web page under any name. Tables of HTML inside a text do not make it one."""
    head = data[:_HEAD]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16", errors="replace").encode()
        head = data[:_HEAD]
    if is_archived_page(data):
        return True
    if _PAGE_START.search(head):
        return not _is_text_with_tables(data)
    sample = data[: 16 * _HEAD]
    tags = _TAG.findall(sample)
    return len(tags) >= 20 and sum(map(len, tags)) >= 0.1 * len(sample) and not _is_text_with_tables(sample)


def is_archived_page(data: bytes) -> bool:
    """A web page saved with its pictures as one file (.mht): it begins with the head lines of a mail."""
    head = data[:_HEAD].lower()
    return bool(re.match(rb"\s{0,20}[\w-]{1,40}: ", head)) and b"mime-version:" in head and b"content-type:" in head


def _is_text_with_tables(data: bytes) -> bool:
    """Text recognised from images often wraps each of its tables in <html><body>…: nothing else in it is tagged."""
    lowered = data.lower()
    kept, at = [], 0
    while (start := lowered.find(b"<table", at)) >= 0:
        kept.append(lowered[at:start])
        at = lowered.find(b"</table", start)
        if at < 0:
            at = len(lowered)
    kept.append(lowered[at:])
    return sum(len(_OTHER_TAG.findall(piece)) for piece in kept) < 3

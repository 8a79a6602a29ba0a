"""An .xlsx package: which parts it has, and each part within limits on what it unpacks to."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable
from typing import NoReturn
from xml.parsers import expat

from pipelines.submissions.findings import Finding, finding, refusal
from pipelines.submissions.workbooks import limits
from pipelines.zip_entries import entry_count

_CHUNK = 1 << 16
_OTHER_KINDS = [
    ("word/", "是 Word 文档"),
    ("ppt/", "是 PowerPoint 演示文稿"),
    ("content.xml", "是 OpenDocument 文档"),
    ("OFD.xml", "是 OFD 版式文件"),
    ("xl/workbook.bin", "是二进制工作簿（.xlsb）"),
]
_MACRO_PARTS = re.compile(r"vbaproject|vbadata|xl/macrosheets/|xl/activex/", re.IGNORECASE)
_LINK_PARTS = re.compile(r"xl/externallinks/|xl/connections\.xml|xl/querytables/", re.IGNORECASE)

StartHandler = Callable[[str, dict[str, str]], None]
EndHandler = Callable[[str], None]
TextHandler = Callable[[str], None]


class Package:
    """The parts of a workbook. Raises Refusal for what is no workbook, damaged, locked, unsafe or absurdly large."""

    def __init__(self, data: bytes, name: str) -> None:
        self.file_name = name
        self.findings: list[Finding] = []
        self._left = limits.MAX_READ_BYTES
        self._elements = 0
        stated = entry_count(data)
        if stated > limits.MAX_ENTRIES:
            raise refusal("file_too_large", file=name, what=f"压缩包内有 {stated} 个文件", limit=limits.MAX_ENTRIES)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, OSError, zlib.error) as error:
            raise refusal("damaged_file", file=name, what="压缩包不完整") from error
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            key = entry.filename.replace("\\", "/").lstrip("/").lower()
            if key in self._entries:
                raise refusal("damaged_file", file=name, what="压缩包内有重名的部分")
            self._entries[key] = entry
        self._check_sizes(entries)
        self._check_kind()

    def _check_sizes(self, entries: list[zipfile.ZipInfo]) -> None:
        unpacked = sum(entry.file_size for entry in entries)
        packed = max(1, sum(entry.compress_size for entry in entries))
        if len(entries) > limits.MAX_ENTRIES:
            self._too_large(f"压缩包内有 {len(entries)} 个文件", str(limits.MAX_ENTRIES))
        if unpacked > limits.MAX_UNPACKED_BYTES:
            self._too_large(
                f"解压后有 {unpacked // limits.MEGABYTE} MB", f"{limits.MAX_UNPACKED_BYTES // limits.MEGABYTE} MB"
            )
        if unpacked > 20 * limits.MEGABYTE and unpacked > limits.MAX_RATIO * packed:
            self._too_large(f"的压缩比为 {unpacked // packed}", str(limits.MAX_RATIO))

    def _check_kind(self) -> None:
        names = list(self._entries)
        if any(entry.flag_bits & 1 for entry in self._entries.values()):
            raise refusal("encrypted_file", file=self.file_name)
        if any(_MACRO_PARTS.search(part) for part in names):
            raise refusal("macros", file=self.file_name)
        if "xl/workbook.xml" not in self._entries:
            for prefix, what in _OTHER_KINDS:
                if any(part.startswith(prefix.lower()) for part in names):
                    raise refusal("unsupported_type", file=self.file_name, what=what)
            if "[content_types].xml" in self._entries:
                raise refusal("damaged_file", file=self.file_name, what="缺少工作簿部分")
            raise refusal("unsupported_type", file=self.file_name, what="是压缩包")
        if any(_LINK_PARTS.search(part) for part in names):
            raise refusal("external_links", file=self.file_name, what="外部链接或数据连接")
        if any(part.startswith("xl/embeddings/") for part in names):
            self.findings.append(finding("embedded_objects", file=self.file_name))

    def has(self, part: str) -> bool:
        return part.lower() in self._entries

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Relation id -> (type, full path) of what ``part`` refers to inside the package."""
        folder, base = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        found: dict[str, tuple[str, str]] = {}

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag != "Relationship" or attributes.get("TargetMode") == "External":
                return
            target = attributes.get("Target", "")
            full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[attributes.get("Id", "")] = (attributes.get("Type", ""), full)

        if self.has(path):
            self.parse(path, start)
        return found

    def parse(
        self, part: str, start: StartHandler, end: EndHandler | None = None, text: TextHandler | None = None
    ) -> None:
        """Run a part through an XML parser that refuses document types, hence entities of any kind.

        Handlers get names without their namespace. The bytes and elements of all parts count against one limit.
        """
        parser = expat.ParserCreate(namespace_separator="}")
        local: dict[str, str] = {}

        def name_of(tag: str) -> str:
            known = local.get(tag)
            if known is None:
                known = local[tag] = tag.rpartition("}")[2]
                if len(local) > 5_000:
                    raise refusal("damaged_file", file=self.file_name, what="内部结构不是工作簿")
            return known

        def started(tag: str, attributes: dict[str, str]) -> None:
            self._elements += 1
            if self._elements > limits.MAX_ELEMENTS:
                self._too_large("的内部结构异常庞大", f"{limits.MAX_ELEMENTS} 个元素")
            start(name_of(tag), attributes)

        def doctype(*_: object) -> None:
            raise refusal("unsafe_xml", file=self.file_name)

        parser.StartElementHandler = started
        parser.StartDoctypeDeclHandler = doctype
        parser.EntityDeclHandler = doctype
        parser.buffer_text = True
        if end is not None:
            parser.EndElementHandler = lambda tag: end(name_of(tag))
        if text is not None:
            parser.CharacterDataHandler = text
        entry = self._entries[part.lower()]
        if entry.file_size > limits.MEGABYTE and entry.file_size > limits.MAX_RATIO * max(1, entry.compress_size):
            self._too_large(f"的压缩比为 {entry.file_size // max(1, entry.compress_size)}", str(limits.MAX_RATIO))
        try:
            with self._zip.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        self._too_large("解压后的内容异常庞大", f"{limits.MAX_READ_BYTES // limits.MEGABYTE} MB")
                    parser.Parse(chunk, False)
                parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise refusal("damaged_file", file=self.file_name, what=f"内部 XML 有误（{part}）") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
            raise refusal("damaged_file", file=self.file_name, what="压缩数据校验不符") from error

    def _too_large(self, what: str, limit: str) -> NoReturn:
        raise refusal("file_too_large", file=self.file_name, what=what, limit=limit)

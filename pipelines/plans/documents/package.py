"""Parts of an Office package, taken out with limits on their size, and read as XML that can reach nothing outside."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from pipelines.plans.documents import refusals
from pipelines.zip_entries import entry_count

_OTHER_PACKAGES = [
    ("xl/", "是 Excel 工作簿"),
    ("ppt/", "是 PowerPoint 演示文稿"),
    ("OFD.xml", "是 OFD 版式文件"),
    ("content.xml", "是 OpenDocument 文档"),
    ("META-INF/container.xml", "是电子书"),
]
_REMEDIES = {
    "是 OFD 版式文件": "请用阅读器打开 OFD 文件，导出为带文字层的 PDF 后重新放入。",
    "是 OpenDocument 文档": "请另存为 .docx 后重新放入。",
}
_CHUNK = 1 << 18


class Package:
    """An opened .docx. Raises Refusal for what is damaged, locked, absurdly large or no Word document."""

    def __init__(self, data: bytes, name: str) -> None:
        self.file_name = name
        entries = entry_count(data)
        if entries > refusals.MAX_ZIP_ENTRIES:
            raise refusals.file_too_large(name, f"压缩包内有 {entries} 个文件", f"{refusals.MAX_ZIP_ENTRIES} 个")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._names = {n.replace("\\", "/"): n for n in self._zip.namelist()}
        except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
            raise refusals.damaged_file(name, "Word 压缩包不完整") from error
        self.main = self._main_part()

    def _main_part(self) -> str:
        for relation_type, target in self.relations(""):
            if relation_type.endswith("/officeDocument") and target in self._names and target.endswith(".xml"):
                if target.startswith(("xl/", "ppt/")):
                    break
                return target
        if "word/document.xml" in self._names:
            return "word/document.xml"
        for prefix, what in _OTHER_PACKAGES:
            if any(n.startswith(prefix) for n in self._names):
                raise refusals.unsupported_type(self.file_name, what, _REMEDIES.get(what, ""))
        if "[Content_Types].xml" in self._names:
            raise refusals.damaged_file(self.file_name, "缺少正文部分（word/document.xml）")
        raise refusals.unsupported_type(self.file_name, "是压缩包", "请先解压，把其中的规划文本单独放入。")

    def relations(self, part: str) -> list[tuple[str, str]]:
        """(type, target) of each part that ``part`` ("" for the package) refers to."""
        folder, base = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        if path not in self._names:
            return []
        found = []
        root = self.tree(path)
        for element in root if root is not None else ():
            target = element.get("Target") or ""
            if element.get("TargetMode") != "External":
                full = (
                    target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                )
                found.append((element.get("Type") or "", full))
        return found

    def part_of_type(self, kind: str) -> str | None:
        """Path of the part of the main document whose relation type ends with ``/kind``."""
        return next((t for r, t in self.relations(self.main) if r.endswith(f"/{kind}") and t in self._names), None)

    def _open(self, part: str) -> _Limited:
        info = self._zip.getinfo(self._names[part])
        if info.flag_bits & 1:
            raise refusals.encrypted_file(self.file_name)
        ratio = info.file_size / max(1, info.compress_size)
        if info.file_size > refusals.MAX_XML_BYTES or (
            ratio > refusals.MAX_PACKED_RATIO and info.file_size > 10 * refusals.MEGABYTE
        ):
            raise _too_large(self.file_name)
        return _Limited(self._zip.open(info), self.file_name)

    def tree(self, part: str) -> Any:
        """Root element of a small part; None where it is missing or broken."""
        from lxml import etree

        if part not in self._names:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
        try:
            return etree.parse(self._open(part), parser).getroot()
        except (etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, EOFError):
            return None

    def body_elements(self) -> Iterator[Any]:
        """Elements of the body one by one, each dropped once the next is asked for, so that memory stays bounded."""
        from lxml import etree

        depth = 0
        names: list[str] = []
        try:
            stream = self._open(self.main)
            events = etree.iterparse(
                stream,
                events=("start", "end"),
                resolve_entities=False,
                no_network=True,
                load_dtd=False,
                huge_tree=False,
            )
            for event, element in events:
                if event == "start":
                    depth += 1
                    if depth <= 2:
                        names = [*names[: depth - 1], etree.QName(element).localname]
                    continue
                depth -= 1
                if depth == 2 and names[1:] == ["body"]:
                    yield element
                    element.clear()
                    parent = element.getparent()
                    while parent is not None and element.getprevious() is not None:
                        del parent[0]
        except etree.XMLSyntaxError as error:
            raise refusals.damaged_file(self.file_name, f"正文 XML 有误（第 {error.lineno or 0} 行）") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise refusals.damaged_file(self.file_name, "压缩数据校验不符") from error
        if names[:1] != ["document"]:
            raise refusals.damaged_file(self.file_name, "正文部分不是 Word 文档")


class _Limited:
    """A stream that refuses to give more than the limit, whatever the package says of its size."""

    def __init__(self, stream: Any, name: str) -> None:
        self._stream = stream
        self._left = refusals.MAX_XML_BYTES
        self._name = name

    def read(self, size: int = -1) -> bytes:
        data: bytes = self._stream.read(_CHUNK if size < 0 else min(size, _CHUNK))
        self._left -= len(data)
        if self._left < 0:
            raise _too_large(self._name)
        return data


def _too_large(name: str) -> refusals.Refusal:
    return refusals.file_too_large(name, "解压后的正文异常大", f"{refusals.MAX_XML_BYTES // refusals.MEGABYTE} MB")

"""The way in: bytes and a file name -> an opened document. Never raises for what a file holds."""

from __future__ import annotations

from pathlib import PurePath

from pipelines.plans.documents import refusals
from pipelines.plans.documents.opened import MediaType, OpenedDocument
from pipelines.plans.documents.refusals import Refusal
from pipelines.plans.documents.sniffing import tell_type

_NAMES: dict[MediaType, str] = {"text": "文本", "markdown": "文本", "html": "网页", "docx": "Word 文档", "pdf": "PDF"}


def open_document(data: bytes, file_name: str) -> OpenedDocument:
    """Open a plan file of any kind by what it holds; its name decides only where the bytes leave a choice.

    Args:
        data: the bytes as received.
        file_name: the file's name, used in messages.

    Returns:
        The document. A file that cannot be read has text "" and one finding of severity ``error``.
        Only a lack of memory is raised: it is the machine's trouble and says nothing of the file.
    """
    name = PurePath(file_name).name
    media_type: MediaType = "unknown"
    try:
        media_type = tell_type(data, name)
        return _open(data, name, media_type)
    except Refusal as refusal:
        return OpenedDocument("", media_type, [refusal.finding])
    except MemoryError:
        raise
    except Exception as error:  # a library's own failure on a broken file
        what = f"{_NAMES.get(media_type, '文件')}结构无法解析（{type(error).__name__}）"
        return OpenedDocument("", media_type, [refusals.damaged_file(name, what).finding])


def _open(data: bytes, name: str, media_type: MediaType) -> OpenedDocument:
    # Each format's module is imported only when it is needed: the reader must start fast.
    if media_type == "pdf":
        from pipelines.plans.documents.pdf import open_pdf

        return open_pdf(data, name)
    if media_type == "docx":
        from pipelines.plans.documents.word import open_word

        return open_word(data, name)
    if len(data) > refusals.MAX_TEXT_BYTES:
        size = f"大小 {len(data) / refusals.MEGABYTE:.0f} MB"
        raise refusals.file_too_large(name, size, f"{refusals.MAX_TEXT_BYTES // refusals.MEGABYTE} MB")
    if media_type == "html":
        from pipelines.plans.documents.webpage import open_web_page

        return open_web_page(data, name)
    from pipelines.plans.documents.plain import open_plain

    return open_plain(data, name, media_type)

"""Text that was decoded wrongly: control characters, replacement characters, letters that no Chinese table holds."""

from __future__ import annotations

import re

from pipelines.submissions.workbooks.grid import Sheet

_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd\ufffe\uffff\ue000-\uf8ff]")
# Bytes of GB18030 or UTF-8 read as a Western encoding: runs of accented letters and signs.
_WESTERN = re.compile("[\u00a1-\u00af\u00b4\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u0192\u02c6\u02dc]")
# UTF-8 read as GB18030 gives rare characters beside each other: these are the commonest results.
_MISREAD = re.compile("锟斤拷|烫烫|屯屯|鏈|鍦|鐨|浜|绗|鎬|閲|骞|鏉|甯|鐢|瓒|锛|銆|涓€")
_CHINESE = re.compile("[\u4e00-\u9fff]")


def is_garbled(text: str) -> bool:
    """Whether a text can only come from a wrong decoding."""
    if not text or (text.isascii() and text.isprintable()):
        return False
    if _NEVER.search(text):
        return True
    western = len(_WESTERN.findall(text))
    if western >= 2 and 3 * western >= len(text):
        return True
    misread = len(_MISREAD.findall(text))
    return misread >= 3 and 4 * misread >= len(_CHINESE.findall(text))


def is_garbled_sheet(sheet: Sheet) -> bool:
    """Whether the name or any of the first texts of a sheet is garbled; one is enough to trust none."""
    seen = 0
    texts = ""
    if is_garbled(sheet.name):
        return True
    for cell in sheet.cells.values():
        if cell.kind == "text":
            head = cell.text[:500]
            if is_garbled(head):
                return True
            texts += head if len(texts) < 20_000 else ""
            seen += 1
            if seen > 5_000:
                break
    return is_garbled(texts)

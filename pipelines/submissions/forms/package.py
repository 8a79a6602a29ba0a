"""An openpyxl workbook as bytes that are the same for the same content: no time of writing stays in it."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import Any

from openpyxl.worksheet.dimensions import RowDimension

_THE_DAY = datetime(2000, 1, 1)  # of every entry and document property
_ENTRY_TIME = (2000, 1, 1, 0, 0, 0)
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ACTIVE = ("=", "+", "-", "@", "\t", "\r")
_LONGEST = 32_000  # characters of a cell; Excel holds 32,767


class GrowingRow(RowDimension):
    """A row with a height to begin with, that Excel still makes higher when more is written into it."""

    @property
    def customHeight(self) -> None:
        return None


def put_text(cell: Any, text: str) -> None:
    """Put a text into a cell as a text, whatever it begins with.

    What a spreadsheet would take for a formula once it is typed again or exported is marked as text (the mark that a
    leading apostrophe sets), so that it stays one.
    """
    clean = _ESCAPE.sub("_x005F_", _UNWRITABLE.sub("", text))[:_LONGEST]
    cell.value = clean
    cell.data_type = "s"
    if clean.startswith(_ACTIVE) or clean.lstrip().startswith(_ACTIVE):
        cell.quotePrefix = True


def workbook_bytes(book: Any) -> bytes:
    """The workbook saved, with fixed times."""
    from openpyxl.xml.functions import tostring

    book.properties.creator = "planledger"
    book.properties.created = _THE_DAY
    stream = io.BytesIO()
    book.save(stream)
    book.properties.modified = _THE_DAY
    fixed = io.BytesIO()
    with zipfile.ZipFile(stream) as written, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as package:
        for name in written.namelist():
            content = written.read(name)
            if name == "docProps/core.xml":
                content = tostring(book.properties.to_tree())
            entry = zipfile.ZipInfo(name, _ENTRY_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            package.writestr(entry, content)
    return fixed.getvalue()

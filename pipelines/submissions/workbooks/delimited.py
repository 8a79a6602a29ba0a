"""Tables as text: .csv and .tsv in the encodings that Excel and WPS write."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from pipelines.submissions.findings import refusal
from pipelines.submissions.workbooks import limits
from pipelines.submissions.workbooks.garbling import is_garbled
from pipelines.submissions.workbooks.grid import Cell, Sheet, Workbook, WorkbookKind

_USUAL = re.compile(  # characters that a Chinese table is made of
    "[\x20-\x7e\r\n\t\u00a0\u00b0-\u00b7\u00d7\u2010-\u2030\u2160-\u2179\u2460-\u24ff"
    "\u3000-\u303f\u4e00-\u9fff\uff00-\uffef℃‰㎡㎥±≥≤]"
)
_SAMPLE = 200  # rows that tell the delimiter


def open_delimited(data: bytes, name: str) -> Workbook:
    """The one sheet of a delimited text; its sheet has an empty name. Raises Refusal for what is no table of text."""
    if len(data) > limits.MAX_TEXT_BYTES:
        raise refusal(
            "file_too_large",
            file=name,
            what=f"大小 {len(data) / limits.MEGABYTE:.0f} MB",
            limit=f"{limits.MAX_TEXT_BYTES // limits.MEGABYTE} MB（文本）",
        )
    text = decoded(data, name)
    if not text.strip():
        raise refusal("empty_file", file=name)
    delimiter = find_delimiter(text)
    sheet = Sheet("")
    count = 0
    try:
        for row, fields in enumerate(_rows(text, delimiter)):
            sheet.row_widths[row] = len(fields)
            for column, field in enumerate(fields):
                if field.strip():
                    count += 1
                    if count > limits.MAX_CELLS or column >= 16_384:
                        raise refusal("file_too_large", file=name, what="的单元格过多", limit=f"{limits.MAX_CELLS} 个")
                    sheet.add(Cell(row, column, "text", field))
            if row > 1_048_576:
                raise refusal("file_too_large", file=name, what="的行数过多", limit="1048576 行")
    except csv.Error as error:
        raise refusal("damaged_file", file=name, what="引号或分隔符不成对，或有超长的文字") from error
    kind: WorkbookKind = "tsv" if delimiter == "\t" else "csv"
    return Workbook(name, kind, [sheet])


def decoded(data: bytes, name: str) -> str:
    """The text of a file in UTF-8, GB18030, or UTF-16 with a byte order mark."""
    if data.startswith(b"\xef\xbb\xbf"):
        encodings = ["utf-8-sig"]
    elif data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[:100_000]
        if is_garbled(sample) or len(_USUAL.findall(sample)) < 0.98 * len(sample):
            continue
        return text
    raise refusal("unknown_encoding", file=name)


def find_delimiter(text: str) -> str:
    """The character that parts most rows into the same number of fields."""
    best: tuple[float, str] = (0.0, ",")
    for delimiter in ("\t", ",", ";", "|", "，"):
        widths: Counter[int] = Counter()
        try:
            for number, fields in enumerate(_rows(text[:200_000], delimiter)):
                if number >= _SAMPLE:
                    break
                if any(field.strip() for field in fields):
                    widths[len(fields)] += 1
        except csv.Error:
            continue
        wide = {width: count for width, count in widths.items() if width > 1}
        if not wide:
            continue
        width, count = max(wide.items(), key=lambda item: (item[1], item[0]))
        score = count / sum(widths.values()) + min(width, 50) / 1000
        if score > best[0] + 1e-9:
            best = (score, delimiter)
    return best[1]


def _rows(text: str, delimiter: str) -> csv._reader:  # type: ignore[name-defined]
    csv.field_size_limit(limits.MAX_CELL_TEXT)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)

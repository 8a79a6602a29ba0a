"""Reading of ``raw/statistics``: published figures (CSV) and region codes (GB/T 2260). Pure functions on bytes.

Strict on purpose: a line that cannot be read is a finding with its line number and is not built from; nothing is
guessed and nothing is dropped silently. A blank value is missing, never zero.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from pipelines.plans.model import Finding

FIGURE_COLUMNS = ("region", "indicator", "year", "value", "unit", "status", "source_title", "source")
OPTIONAL_COLUMNS = ("published_on",)  # the day the source was out, where whoever collects the figures knows it
REQUIRED_FIELDS = ("region", "indicator", "year", "value", "source")
FIRST_YEAR, LAST_YEAR = 1949, 2100
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CODE_LINE = re.compile(r"(\d{6})[\s,，]+(\S.*)")

Row = dict[str, Any]
LineFinding = tuple[int | None, Finding]  # the line it is about, where there is one


def decode(data: bytes) -> tuple[str | None, list[LineFinding]]:
    """UTF-8 (with or without a mark), else GB18030. Bytes that are neither give None and a finding."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding), []
        except UnicodeDecodeError:
            continue
    return None, [
        (None, Finding("undecodable", "error", "文件既不是 UTF-8 也不是 GB18030 编码", "另存为 UTF-8 后重新放入"))
    ]


def read_published_figures(data: bytes, document_id: str, input_path: str) -> tuple[list[Row], list[LineFinding]]:
    """Rows of table ``published_figures`` and findings, from a CSV with the columns `FIGURE_COLUMNS`,
    and `OPTIONAL_COLUMNS` where it has them."""
    text, findings = decode(data)
    if text is None:
        return [], findings
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [name.strip() for name in next(reader)]
    except (StopIteration, csv.Error):
        return [], [(1, Finding("csv_no_header", "error", "文件没有表头", f"第一行应为 {','.join(FIGURE_COLUMNS)}"))]
    missing = [name for name in FIGURE_COLUMNS if name not in header]
    if missing or len(set(header)) < len(header):
        what = f"缺少列 {'、'.join(missing)}" if missing else "表头有重复的列"
        return [], [(1, Finding("csv_bad_header", "error", what, f"第一行应为 {','.join(FIGURE_COLUMNS)}"))]
    for name in header:
        if name not in FIGURE_COLUMNS + OPTIONAL_COLUMNS:
            findings.append(
                (
                    1,
                    Finding(
                        "csv_unknown_column", "warning", f"不认识的列“{name}”，未读入", "删去该列，或请数据工程师登记"
                    ),
                )
            )
    rows: list[Row] = []
    seen: dict[tuple[str, ...], int] = {}
    for line, fields in _records(reader, findings):
        if not any(field.strip() for field in fields):
            continue
        if len(fields) != len(header):
            message = f"应有 {len(header)} 个字段，实有 {len(fields)} 个"
            findings.append((line, Finding("csv_field_count", "error", message, "检查逗号和引号")))
            continue
        record = {name: field.strip() for name, field in zip(header, fields, strict=True)}
        problem = _problem(record)
        if problem is not None:
            findings.append((line, problem))
            continue
        key = tuple(record[name] for name in FIGURE_COLUMNS)
        if key in seen:
            message = f"与第 {seen[key]} 行完全相同，未重复读入"
            findings.append((line, Finding("csv_duplicate_row", "warning", message, "删去重复的行")))
            continue
        seen[key] = line
        rows.append(
            {
                "figure_id": f"{document_id}-f{len(rows) + 1:04d}",
                "document_id": document_id,
                "input_path": input_path,
                "line": line,
                "region_text": record["region"],
                "indicator_text": record["indicator"],
                "year": int(record["year"]),
                "value": float(record["value"]),
                "value_text": record["value"],
                "unit_text": record["unit"],
                "status": record["status"] or "unknown",
                "source_title": record["source_title"] or None,
                "source": record["source"],
                "published_on": _published_on(record),
            }
        )
    return rows, findings


def _records(reader: Any, findings: list[LineFinding]) -> Iterator[tuple[int, list[str]]]:
    """Records with the line each begins on; a broken quotation ends the file with a finding."""
    while True:
        line = reader.line_num + 1
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            message = f"引号或分隔有误，此行起未读入（{error}）"
            findings.append((line, Finding("csv_broken", "error", message, "检查此行的引号")))
            return
        yield line, fields


def _problem(record: dict[str, str]) -> Finding | None:
    for name in REQUIRED_FIELDS:
        if not record[name]:
            return Finding("csv_blank_field", "error", f"{name} 为空，此行未读入", "补上；确无数据的删去此行")
    year = record["year"]
    if not re.fullmatch(r"\d{4}", year) or not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return Finding("csv_bad_year", "error", f"year 应为四位年份，现为“{year}”，此行未读入", "改正年份")
    value = record["value"]
    if not _NUMBER.fullmatch(value) or not math.isfinite(float(value)):
        return Finding(
            "csv_not_a_number", "error", f"value 应为数字，现为“{value}”，此行未读入", "只写数字，单位写在 unit"
        )
    try:
        published = _published_on(record)
    except ValueError:
        written = record["published_on"]
        return Finding(
            "csv_bad_date",
            "error",
            f"published_on（发布日期）应写成 2024-03-31，现为“{written}”，此行未读入",
            "改正日期；不知道的留空",
        )
    if published is not None and published.year < int(year):
        return Finding(
            "csv_published_too_early",
            "error",
            f"published_on（发布日期）{published} 早于数字的年份 {year}，此行未读入",
            "改正日期或年份；不知道日期的留空",
        )
    return None


def _published_on(record: dict[str, str]) -> date | None:
    """The day a line states; None where it states none. Raises ValueError for what is no day."""
    text = record.get("published_on", "")
    if not text:
        return None
    if not _DAY.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def read_region_codes(data: bytes, document_id: str, input_path: str) -> tuple[list[Row], list[LineFinding]]:
    """Rows of table ``region_codes`` and findings, from lines of a six-digit code and a name."""
    text, findings = decode(data)
    if text is None:
        return [], findings
    rows: list[Row] = []
    seen: dict[str, int] = {}
    for line, content in enumerate(text.splitlines(), 1):
        if not content.strip():
            continue
        match = _CODE_LINE.fullmatch(content.strip())
        if match is None:
            message = f"应为“六位代码 名称”，现为“{content.strip()[:30]}”"
            findings.append((line, Finding("region_line_unread", "error", message, "改正此行")))
            continue
        code, name = match[1], match[2].strip()
        if code in seen:
            message = f"代码 {code} 已在第 {seen[code]} 行出现，未重复读入"
            findings.append((line, Finding("region_code_repeated", "error", message, "删去多余的一行")))
            continue
        seen[code] = line
        rows.append(
            {
                "region_code": code,
                "region_name": name,
                "document_id": document_id,
                "input_path": input_path,
                "line": line,
            }
        )
    return rows, findings

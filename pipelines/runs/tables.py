"""Rows of a query as text: a table for people, CSV or JSON for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any


def show(names: Sequence[str], rows: Sequence[Sequence[Any]], style: str, limit: int) -> str:
    """``style`` is table, csv or json; ``limit`` bounds the rows of a table only, and says so."""
    if style == "csv":
        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([[_plain(value) for value in row] for row in rows])
        return buffer.getvalue()
    if style == "json":
        records = [dict(zip(names, row, strict=True)) for row in rows]
        return json.dumps(records, ensure_ascii=False, indent=2, default=str) + "\n"
    return _table(names, rows, limit)


def _table(names: Sequence[str], rows: Sequence[Sequence[Any]], limit: int) -> str:
    from rich.cells import cell_len

    cells = [[_cell(value) for value in row] for row in rows[:limit]]
    widths = [max([cell_len(name), *(cell_len(row[i]) for row in cells)]) for i, name in enumerate(names)]
    right = [
        bool(rows) and all(row[i] is None or _is_number(row[i]) for row in rows[:limit]) for i in range(len(names))
    ]

    def line(values: Sequence[str]) -> str:
        padded = []
        for value, width, is_right in zip(values, widths, right, strict=True):
            space = " " * (width - cell_len(value))
            padded.append(space + value if is_right else value + space)
        return "  ".join(padded).rstrip()

    out = [line(names), "  ".join("-" * width for width in widths), *(line(row) for row in cells)]
    if len(rows) > limit:
        out.append(f"… 共 {len(rows)} 行，只显示前 {limit} 行（--limit 或 --format csv 可看全部）")
    else:
        out.append(f"（{len(rows)} 行）")
    return "\n".join(out) + "\n"


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)


def _plain(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return "、".join(str(one) for one in value)
    return "" if value is None else value


def _cell(value: Any) -> str:
    if value is None:
        return "缺"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, (date, datetime)):
        return value.isoformat(sep=" ") if isinstance(value, datetime) else value.isoformat()
    text = "、".join(str(one) for one in value) if isinstance(value, (list, tuple)) else str(value)
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59] + "…"

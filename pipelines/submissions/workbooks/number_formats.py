"""What a cell's number format says: percentage, date, or plain number."""

from __future__ import annotations

import math
import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Literal

FormatKind = Literal["number", "percent", "year", "month", "date"]
_BUILT_IN: dict[int, FormatKind] = {9: "percent", 10: "percent", 17: "month", 55: "month", 57: "month"}
_BUILT_IN |= dict.fromkeys([14, 15, 16, 18, 19, 20, 21, 22, 45, 46, 47], "date")
_BUILT_IN |= dict.fromkeys([27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 56, 58], "date")
_BUILT_IN |= dict.fromkeys([27, 36, 50, 52, 57], "month")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


@lru_cache(maxsize=4096)
def format_kind(number_format_id: int, code: str | None) -> FormatKind:
    """Kind of a format by its code, or by its number where it is a built-in one."""
    if code is None:
        return _BUILT_IN.get(number_format_id, "number")
    bare = _QUOTED.sub("", code[:255]).split(";")[0].lower()
    if "%" in bare:
        return "percent"
    if "general" in bare or not re.search("[ymdhs]", bare):
        return "number"
    if "d" in bare or "h" in bare or "s" in bare:
        return "date"
    return "month" if "m" in bare else "year"


def date_text(serial: float, kind: FormatKind, is_1904: bool) -> str | None:
    """A date serial as a Chinese date to the precision that its format shows; None outside 1900-2199."""
    if not math.isfinite(serial) or not 1 <= serial < 109_575:
        return None
    start = datetime(1904, 1, 1) if is_1904 else datetime(1899, 12, 30)
    day = start + timedelta(days=int(serial))
    if kind == "year":
        return f"{day.year}年"
    if kind == "month":
        return f"{day.year}年{day.month}月"
    return f"{day.year}年{day.month}月{day.day}日"

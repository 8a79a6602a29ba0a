"""The Chinese words for codes of the marts that more than one place shows: command line, documents and pages."""

from __future__ import annotations

WARNING_KINDS = {"red": "红灯", "worse": "转差", "forecast_miss": "预计完不成", "not_reported": "未报"}
WARNING_STATES = {"raised": "已预警", "answered": "已答复", "extended": "已延期", "closed": "已销号"}
COMPARATORS = {"ge": "≥", "gt": "＞", "le": "≤", "lt": "＜", "approx": "约", "eq": ""}

"""Odd figures flagged as written, never mended: units and sizes that cannot be."""

from __future__ import annotations

import re

from pipelines.plans.model import Statement

_PER_HEAD = re.compile(r"人均(?!.*(?:以上|行政村|占比))")
_SHARE = re.compile(r"(?:率|占比|比重|比例|覆盖面)$")
_MAY_EXCEED = re.compile(
    r"增长率|增速|产销率|入库率|倍|容积率|投资率|杠杆率|负债率|毛入学率|完成率|销售率|利用率|保障率|拉动率|回报率"
)


def suspect(statement: Statement) -> str | None:
    """Why a figure looks impossible, in Chinese, or None."""
    value, unit = statement.value, statement.unit
    if value is None:
        return None
    if _PER_HEAD.search(statement.indicator) and unit.startswith(("亿", "万亿")):
        return f"人均指标以“{unit}”为单位，量级不合常理"
    if (
        statement.measure == "level"
        and unit == "%"
        and _SHARE.search(statement.indicator)
        and value > 100
        and not _MAY_EXCEED.search(statement.indicator)
    ):
        return "比例超过100%"
    if statement.measure == "level" and value < 0 and unit == "%" and _SHARE.search(statement.indicator):
        return "比例为负数"
    return None

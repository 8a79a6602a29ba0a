"""Which region and month a person means, and what to say where there is none."""

from __future__ import annotations

from datetime import date
from typing import Any

from pipelines.submissions.forms.keys import item_key


class UnclearBulletin(ValueError):
    """No document can be made of what was asked for; the message says in Chinese why, and what can be."""


def region_of(known: list[dict[str, Any]], name: str) -> dict[str, Any]:
    """The row of the region of this name (庆元县, 庆元) or code. Raises `UnclearBulletin`."""
    wanted = item_key(name)
    for row in known:
        if wanted in (row["region_code"], item_key(row["region_name"])):
            return row
    near = [row for row in known if wanted and item_key(row["region_name"]).startswith(wanted)]
    if len(near) == 1:
        return near[0]
    choices = "、".join(f"{row['region_name']}（{row['region_code']}）" for row in near or known)
    reason = "对应几个地区" if near else "没有评判过的目标"
    raise UnclearBulletin(f"“{name}”{reason}。请用 --region 写明其中一个：{choices}")


def no_month(region: str, month: date, ends: list[date]) -> str:
    """That a month has no verdicts, and which have."""
    asked = f"{region}没有 {month:%Y-%m} 的月度评判"
    if not ends:
        return f"{asked}：还没有任何部门报送。请先用 planledger submit 接收报送，再运行 planledger run"
    near = [end for end in ends if end.year == month.year] or ends
    listed = "、".join(f"{end:%Y-%m}" for end in near[-12:])
    return (
        f"{asked}。有数据的月份从 {ends[0]:%Y-%m} 到 {ends[-1]:%Y-%m}，最近的有：{listed}。"
        "请改用其中一个月；该月的报送已收到的，请先运行 planledger run"
    )

"""Which department a person means, and what its form is called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches

from pipelines.submissions.forms.content import Department
from pipelines.submissions.forms.keys import item_key
from pipelines.submissions.regions import read_place

_MONTH = re.compile(r"(\d{4})\s*(?:-|/|\.|年)\s*(\d{1,2})\s*月?")
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')  # in names of files on any system
_MOST_SHOWN = 8


class UnclearDepartment(ValueError):
    """No department or several are meant; the message says in Chinese which there are."""


class UnclearMonth(ValueError):
    """A text that names no month; the message says in Chinese how to write one."""


def resolve_department(known: Sequence[Department], name: str, region: str | None = None) -> Department:
    """The department of this name.

    Args:
        known: every department of the published plans.
        name: as the plans write it; spaces and full-width letters do not matter.
        region: name (庆元县, 庆元) or code of its region; needed where several regions have one of this name.

    Raises:
        UnclearDepartment: none of this name, or several and no region told.
    """
    if not known:
        raise UnclearDepartment("已发布的规划没有写明任何责任单位。请先放入写明责任单位的规划并运行 make run")
    code = region_code_of(known, region) if region is not None else None
    within = [d for d in known if code is None or d.region_code == code]
    key = item_key(name)
    found = [d for d in within if item_key(d.name) == key]
    if len(found) == 1:
        return found[0]
    if found:
        choices = "、".join(f"{d.region_name}（{d.region_code}）" for d in found)
        raise UnclearDepartment(f"“{name}”在几个地区都有：{choices}。请用 --region 写明是哪一个")
    elsewhere = [d for d in known if item_key(d.name) == key]
    if elsewhere:
        there = "、".join(d.region_name for d in elsewhere)
        raise UnclearDepartment(f"{within[0].region_name}的规划没有写到“{name}”，写到它的有：{there}。请改写 --region")
    near = _near(within, name)
    hint = f"相近的有：{'、'.join(near)}" if near else f"现有：{_listed(within)}"
    raise UnclearDepartment(f"规划没有写到责任单位“{name}”。{hint}。请照规划的写法填写")


def region_code_of(known: Sequence[Department], region: str) -> str:
    """The code of a region by name (庆元县, 庆元) or code. Raises `UnclearDepartment` where it has no departments."""
    codes = {d.region_code: d.region_name for d in known}
    if region in codes:
        return region
    place = read_place(region).region
    code = next((c for c, shown in codes.items() if item_key(shown) == item_key(region)), place.code if place else "")
    if code not in codes:
        choices = "、".join(f"{shown}（{c}）" for c, shown in codes.items())
        raise UnclearDepartment(f"“{region}”没有写明责任单位的规划。可选的地区：{choices}")
    return code


def _near(known: Sequence[Department], name: str) -> list[str]:
    names = sorted({d.name for d in known})
    holding = [n for n in names if len(name) >= 2 and (name in n or n in name)]
    return list(dict.fromkeys([*holding, *get_close_matches(name, names, _MOST_SHOWN, 0.5)]))[:_MOST_SHOWN]


def _listed(known: Sequence[Department]) -> str:
    names = [d.name for d in known]
    return "、".join(names[:_MOST_SHOWN]) + (f"等 {len(names)} 个" if len(names) > _MOST_SHOWN else "")


def parse_month(text: str) -> date:
    """The first day of the month that a text names: 2026-10, 2026年10月. Raises `UnclearMonth`."""
    match = _MONTH.fullmatch(text.strip())
    if match is None or not 1 <= int(match[2]) <= 12 or not 1990 <= int(match[1]) <= 2199:
        raise UnclearMonth(f"“{text}”不是月份。请写成 2026-10 的形式")
    return date(int(match[1]), int(match[2]), 1)


def form_file_name(department: Department, month: date) -> str:
    """``<region>_<department>_<month>.xlsx``; characters that a file system takes amiss become full-width or _."""
    stem = f"{department.region_name}_{department.name}_{month:%Y-%m}"
    return f"{_UNSAFE.sub('_', stem).strip(' .')[:120]}.xlsx"

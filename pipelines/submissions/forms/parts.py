"""What writing and reading a form share: sheets, columns, headers, and the marks by which a form is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipelines.submissions import lexicon
from pipelines.submissions.forms.keys import item_key
from pipelines.submissions.model import ItemKind, Maturity

COVER, GUIDE, HIDDEN = "封面", "填报说明", "_form"
SHEETS: dict[ItemKind, str] = {"indicator": "指标", "measure": "任务", "project": "项目"}
MARK = "planledger-form"  # in A1 of the hidden sheet
DATA_ORIGIN = "data_origin"  # on the hidden sheet of a form of example data only
ROW_LIST = "row_id"  # heads the list of rows on the hidden sheet
ROW_ID = re.compile(r"[imp]-[0-9a-f]{16}")
KIND_OF_PREFIX: dict[str, ItemKind] = {"i": "indicator", "m": "measure", "p": "project"}
MATURITIES: dict[str, Maturity] = {"初步": "preliminary", "最终": "final"}
NUMBERS = ("current_value", "cumulative_value")
TEXTS = ("progress_text", "problem_text", "next_step_text", "explanation")
INPUTS = frozenset((*NUMBERS, "maturity", *TEXTS))
SIGN_OFF = ("filled_by", "checked_by", "led_by", "phone")
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^】]*】")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a data sheet. ``width`` in characters; ``header`` is what is written."""

    field: str
    header: str
    width: float


def _columns(*shown: tuple[str, str, float]) -> tuple[Column, ...]:
    return tuple(Column(*column) for column in shown)


# Widths of each sheet add up to what an A4 page in landscape shows at a size that prints legibly.
COLUMNS: dict[ItemKind, tuple[Column, ...]] = {
    "indicator": _columns(
        ("row_id", "行标识（勿改）", 22),
        ("number", "序号", 6),
        ("item_name", "名称", 26),
        ("unit", "计量单位", 10),
        ("target", "目标", 18),
        ("last_value", "上次报送值", 16),
        ("current_value", "本期值", 12),
        ("cumulative_value", "累计值", 12),
        ("maturity", "数据状态", 9),
        ("progress_text", "进展情况", 28),
        ("problem_text", "存在问题", 20),
        ("next_step_text", "下一步", 20),
        ("explanation", "情况属实说明", 18),
    ),
    "measure": _columns(
        ("row_id", "行标识（勿改）", 22),
        ("number", "序号", 6),
        ("item_name", "名称", 34),
        ("target", "完成时限", 12),
        ("progress_text", "进展情况", 48),
        ("problem_text", "存在问题", 32),
        ("next_step_text", "下一步", 32),
        ("explanation", "情况属实说明", 24),
    ),
    "project": _columns(
        ("row_id", "行标识（勿改）", 22),
        ("number", "序号", 6),
        ("item_name", "名称", 28),
        ("unit", "计量单位", 10),
        ("target", "建设内容及投资", 26),
        ("last_value", "上次报送值", 14),
        ("current_value", "本期值（完成投资）", 13),
        ("cumulative_value", "累计值（完成投资）", 13),
        ("maturity", "数据状态", 9),
        ("progress_text", "进展情况", 28),
        ("problem_text", "存在问题", 18),
        ("next_step_text", "下一步", 18),
        ("explanation", "情况属实说明", 14),
    ),
}


@cache
def _fields() -> dict[str, str]:
    return {item_key(row[1]): row[0] for row in lexicon.rows("form_headers")}


@cache
def label(field: str) -> str:
    """How a field of the cover is headed."""
    return next(row[1] for row in lexicon.rows("form_headers") if row[0] == field)


def field_of(text: str) -> str | None:
    """The field that a header or a label of the cover names, or None."""
    if len(text) > 40:
        return None
    key = item_key(text).strip(":*")
    return _fields().get(key) or _fields().get(_IN_BRACKETS.sub("", key).strip(":*"))

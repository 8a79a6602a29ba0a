"""What a plan promises beside its numbers: named projects and results that can be ticked off.

Plain records; offsets are code points into ``PlanReading.text``, ``end`` exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Project:
    """A named project (项目) of a plan. What the text does not tell stays None."""

    name: str
    start: int
    end: int
    quote: str
    section_id: int | None = None
    measure_id: int | None = None
    stage: str | None = None  # 谋划, 前期, 新建, 续建, 推进, 建成; a table's own word as written
    kind: str | None = None  # sector: 交通, 水利 …
    investment_text: str | None = None  # as written: 总投资7.8亿元
    investment_value: float | None = None
    investment_unit: str | None = None  # as written: 亿元, 万元
    scale: str | None = None  # 建设内容及规模, as written
    place: str | None = None
    start_year: int | None = None
    end_year: int | None = None
    departments: list[str] = field(default_factory=list)
    rule: str = ""
    confidence: float = 1.0


@dataclass(slots=True)
class Deliverable:
    """A promised result without a number that someone can inspect: 创成…, 通过…验收, 建成…."""

    text: str
    act: str  # the verb: 创成, 通过, 建成 …
    start: int
    end: int
    section_id: int | None = None
    measure_id: int | None = None
    start_year: int | None = None
    end_year: int | None = None
    departments: list[str] = field(default_factory=list)
    rule: str = ""
    confidence: float = 1.0

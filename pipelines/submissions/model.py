"""What a monthly submission is made of: plain records that the form, the reader of it, the checks, the intake and the
receipt share. Pure data; nothing here knows of files, DuckDB or Dagster.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from pipelines.submissions.findings import Finding

ItemKind = Literal["indicator", "measure", "project"]
Maturity = Literal["preliminary", "final"]
Verdict = Literal["accepted", "accepted_with_remarks", "returned"]

FORM_VERSION = "1"  # goes into every form; a form of another version is returned


@dataclass(frozen=True, slots=True)
class FormRow:
    """One thing a department is asked to report on: what the plans say it is responsible for.

    ``row_id`` is stable over months: ``i-``, ``m-`` or ``p-`` and 16 hex digits.
    """

    row_id: str
    item_kind: ItemKind
    item_name: str  # indicator, title of the measure, or name of the project
    plan_id: str
    plan_title: str
    region_code: str
    region_name: str
    indicator_id: str | None = None  # indicators only
    unit: str = ""  # as shown: 亿元, %, 个; '' for measures
    unit_code: str | None = None
    indicator_kind: str | None = None  # stock, flow, cumulative, rate, growth, as in dim_indicator
    direction: str | None = None  # higher, lower, keep, range
    attribute: str | None = None  # 约束性, 预期性
    target_year: int | None = None  # of the target that is due next
    target_value: float | None = None  # in ``unit``
    target_comparator: str | None = None  # ge gt le lt approx eq
    target_text: str = ""  # as shown: ≥69 %（2027年）
    last_period_end: date | None = None
    last_value: float | None = None  # in ``unit``
    quote: str = ""  # the plan's sentence
    document_id: str = ""
    start_char: int | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one department for one month. ``month`` is its first day; rows in the order of the plan.

    ``is_example``: it was made from a warehouse of example data, and says so wherever it is seen.
    """

    department: str
    region_code: str
    region_name: str
    month: date
    rows: tuple[FormRow, ...]
    is_example: bool = False


@dataclass(slots=True)
class Head:
    """The head of a filled form, as written; '' where left empty."""

    form_version: str = ""
    department: str = ""
    region_code: str = ""
    month: date | None = None
    filled_by: str = ""  # 填报人
    checked_by: str = ""  # 审核人
    led_by: str = ""  # 单位负责人
    phone: str = ""  # 联系电话
    cells: dict[str, str] = field(default_factory=dict)  # field -> A1 address on ``sheet``
    sheet: str = ""


@dataclass(slots=True)
class ReportedRow:
    """One filled row. ``cells`` tells where each field stands (A1). Values are in ``unit`` as the form gives it.

    A value that is no number is None and a finding stands in ``findings``.
    """

    row_id: str | None  # None where it is lost or was never one of ours
    item_kind: ItemKind
    item_name: str  # as it stands in the sheet
    sheet: str
    row: int  # 1-based
    unit: str = ""
    current_value: float | None = None  # 本期值: of the month
    cumulative_value: float | None = None  # 累计值: from January on, or the level reached
    maturity: Maturity | None = None
    progress_text: str = ""  # 进展情况
    problem_text: str = ""  # 存在问题
    next_step_text: str = ""  # 下一步
    explanation: str = ""  # 情况属实说明: overrules findings of plausibility
    cells: dict[str, str] = field(default_factory=dict)  # field of this record -> A1 address
    findings: list[Finding] = field(default_factory=list)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was filled in."""
        return (
            self.current_value is None
            and self.cumulative_value is None
            and not (self.progress_text or self.problem_text or self.next_step_text)
        )


@dataclass(slots=True)
class FilledForm:
    """What reading a filled form yields. ``findings`` are about the file as a whole or its head."""

    file: str
    head: Head
    rows: list[ReportedRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Point:
    """An earlier value of an indicator in a region, in the indicator's unit."""

    period_start: date
    period_end: date
    value: float
    maturity: str  # final, preliminary, flash, unknown
    source_kind: str  # submission, statistics, plan


@dataclass(frozen=True, slots=True)
class Checked:
    """A submission after its checks.

    ``quarantined`` holds the row ids (or cell addresses of a free table) that may not go on, with their findings;
    ``findings`` are all of them, those of rows included, in the order of the sheet.
    """

    verdict: Verdict
    findings: tuple[Finding, ...]
    quarantined: frozenset[str]

"""The intake record of one submission: what was received, understood and answered. Plain JSON, written once."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from pipelines.submissions.findings import Finding
from pipelines.submissions.model import FORM_VERSION, Verdict

RECORD_VERSION = "1"


@dataclass(frozen=True, slots=True)
class ReportedFigure:
    """One number that was reported. Values are in ``unit`` as written; periods are inclusive dates."""

    row_key: str  # row id of a form; sheet!cell of another table
    item_kind: str  # indicator, measure, project
    item_name: str
    plan_id: str | None
    region_code: str
    indicator_id: str | None  # None: no entry of the catalogue
    indicator_text: str
    value_kind: str  # current (of the month), cumulative (from January), stated (as a table gives it)
    period_start: date
    period_end: date
    value: float
    unit: str
    maturity: str | None  # preliminary, final
    sheet: str
    cell: str
    is_quarantined: bool


@dataclass(frozen=True, slots=True)
class ReportedText:
    """What a department wrote about one row of its form."""

    row_key: str
    item_kind: str
    item_name: str
    plan_id: str | None
    region_code: str
    indicator_id: str | None
    progress_text: str
    problem_text: str
    next_step_text: str
    explanation: str
    sheet: str
    row: int
    is_quarantined: bool


@dataclass(slots=True)
class IntakeRecord:
    """One submission. ``received_at`` is UTC; ``month`` the first day of the month reported on."""

    submission_id: str  # first 16 hex digits of the SHA-256 of the bytes; of bytes and sender where `keep` says so
    sha256: str
    byte_count: int
    file_name: str
    received_at: datetime
    received_by: str
    reason: str
    kind: str  # form, table
    department: str
    region_code: str
    month: date
    verdict: Verdict
    filled_by: str = ""
    checked_by: str = ""
    led_by: str = ""
    asked_count: int = 0  # rows that the form asked for
    is_example: bool = False  # received by a home of example data; no other home builds from it
    figures: list[ReportedFigure] = field(default_factory=list)
    texts: list[ReportedText] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def as_json(self) -> str:
        """Stable text: the same record gives the same bytes."""
        body = {"record_version": RECORD_VERSION, "form_version": FORM_VERSION, **asdict(self)}
        return json.dumps(body, ensure_ascii=False, indent=1, default=_shown) + "\n"


def parse_record(text: str) -> IntakeRecord:
    """The record from its JSON. Raises ValueError where it is none or of another version."""
    try:
        body: dict[str, Any] = json.loads(text)
        if body.pop("record_version") != RECORD_VERSION:
            raise ValueError("record_version")
        body.pop("form_version")
        body["received_at"] = datetime.fromisoformat(body["received_at"])
        body["month"] = date.fromisoformat(body["month"])
        body["figures"] = [ReportedFigure(**_dated(one)) for one in body["figures"]]
        body["texts"] = [ReportedText(**one) for one in body["texts"]]
        body["findings"] = [Finding(**one) for one in body["findings"]]
        return IntakeRecord(**body)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A submission taken back: its figures no longer count from ``withdrawn_at`` on, and are kept."""

    submission_id: str
    withdrawn_at: datetime
    withdrawn_by: str
    reason: str

    def as_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, default=_shown) + "\n"


def parse_withdrawal(text: str) -> Withdrawal:
    """The withdrawal from its JSON. Raises ValueError."""
    try:
        body = json.loads(text)
        return Withdrawal(**{**body, "withdrawn_at": datetime.fromisoformat(body["withdrawn_at"])})
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


def _dated(figure: dict[str, Any]) -> dict[str, Any]:
    return {**figure, **{name: date.fromisoformat(figure[name]) for name in ("period_start", "period_end")}}


def _shown(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)

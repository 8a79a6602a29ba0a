"""One file received: opened, understood, checked, answered and kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from pipelines.intake.background import Background
from pipelines.intake.record import IntakeRecord, ReportedFigure, ReportedText
from pipelines.intake.register import Register
from pipelines.landing.store import document_id_of, sha256_of
from pipelines.submissions.checks import CheckSettings, check
from pipelines.submissions.checks.tables import implausible
from pipelines.submissions.findings import Finding, finding
from pipelines.submissions.forms.example import says_example
from pipelines.submissions.forms.read import is_form, read_opened
from pipelines.submissions.model import Checked, FilledForm, Form, FormRow, ReportedRow
from pipelines.submissions.months import china_day, month_before, month_end
from pipelines.submissions.reading import read_sheets
from pipelines.submissions.workbooks.grid import Workbook
from pipelines.submissions.workbooks.opening import base_name, open_workbook

_TELLING = frozenset({"department_not_told", "department_unknown", "month_not_told"})


@dataclass(frozen=True, slots=True)
class Told:
    """What the person who hands a file in says of it; a form needs only ``who``."""

    who: str
    reason: str = ""
    department: str = ""
    region: str = ""
    month: date | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """The answer to one file. ``is_new`` is False where these very bytes were received before."""

    record: IntakeRecord
    is_new: bool


def receive(
    data: bytes,
    file_name: str,
    told: Told,
    background: Background,
    register: Register,
    now: datetime,
    settings: CheckSettings = CheckSettings(),  # noqa: B008 (frozen)
) -> Received:
    """Receive one file. The same bytes twice change nothing. Never raises for what a file holds.

    Args:
        data: the bytes as received.
        file_name: as given; only its last part counts.
        now: the time of receipt, aware.
    """
    before = register.find(document_id_of(sha256_of(data)))
    if before is not None and not lacks_telling(before):
        return Received(before, False)
    return keep(data, understand(data, file_name, told, background, now, settings), register)


def keep(data: bytes, record: IntakeRecord, register: Register) -> Received:
    """Put a record into the register, unless these bytes are there. Raises OSError; ValueError for a damaged record.

    A table that was returned because nobody said whose it is, or of which month, is received anew once that is said,
    as a submission of its own: the file need not be changed for it.
    """
    before = register.find(record.submission_id)
    if before is not None and lacks_telling(before) and not lacks_telling(record):
        about = f"{record.sha256} {record.region_code} {record.department} {record.month}"
        record = replace(record, submission_id=document_id_of(sha256_of(about.encode())))
        before = register.find(record.submission_id)
    if before is not None:
        return Received(before, False)
    register.add(data, record)
    return Received(record, True)


def lacks_telling(record: IntakeRecord) -> bool:
    """Whether a table was returned because the person who handed it in did not say, or said wrongly, whose it is."""
    return record.kind == "table" and any(found.code in _TELLING for found in record.findings)


def understand(
    data: bytes,
    file_name: str,
    told: Told,
    background: Background,
    now: datetime,
    settings: CheckSettings = CheckSettings(),  # noqa: B008 (frozen)
) -> IntakeRecord:
    """What a file says and what is to be answered, without keeping anything."""
    sha256 = sha256_of(data)
    moment, today = now.astimezone(UTC).replace(microsecond=0), china_day(now)
    record = IntakeRecord(
        submission_id=document_id_of(sha256),
        sha256=sha256,
        byte_count=len(data),
        file_name=base_name(file_name),
        received_at=moment,
        received_by=told.who,
        reason=told.reason,
        kind="table",
        department=told.department,
        region_code="",
        month=told.month or month_before(today),
        verdict="returned",
        is_example=background.is_example,
    )
    workbook = open_workbook(data, file_name)
    stranger = _of_other_home(workbook, file_name, background)
    if stranger is not None:
        _turn_away(record, workbook, stranger)
    elif is_form(workbook):
        _take_form(record, workbook, told, background, today, settings)
    else:
        _take_table(record, workbook, told, background, today, settings)
    return record


def _of_other_home(workbook: Workbook, file_name: str, background: Background) -> Finding | None:
    """Why a file has no business here: example data in a real home, or a real form in a home of example data."""
    if says_example(workbook) == background.is_example:
        return None
    if background.is_example:
        # Tables of one's own carry no mark, and trying them out is what an example is for.
        return finding("not_example_data", file=base_name(file_name)) if is_form(workbook) else None
    return finding("example_data", file=base_name(file_name))


def _turn_away(record: IntakeRecord, workbook: Workbook, reason: Finding) -> None:
    """Returned unread: whose and of when it is, and nothing else of it."""
    head = read_opened(workbook).head
    record.kind = "form" if is_form(workbook) else "table"
    record.department = head.department or record.department
    record.region_code = head.region_code
    record.month = head.month or record.month
    record.findings = [reason]


# --- forms ----------------------------------------------------------------------------------------------------------


def _take_form(
    record: IntakeRecord, workbook: Workbook, told: Told, background: Background, today: date, settings: CheckSettings
) -> None:
    record.kind = "form"
    head = read_opened(workbook).head
    form = background.form(head.department, head.region_code, head.month)
    filled = read_opened(workbook, form)
    checked = check(filled, form, background.history(form), today, settings)
    head = filled.head
    record.department = form.department if form else head.department or told.department
    record.region_code = form.region_code if form else head.region_code
    record.month = head.month or record.month
    record.filled_by, record.checked_by, record.led_by = head.filled_by, head.checked_by, head.led_by
    record.asked_count = len(form.rows) if form else 0
    record.verdict, record.findings = checked.verdict, list(checked.findings)
    _add_rows(record, filled, form, checked)


def _add_rows(record: IntakeRecord, filled: FilledForm, form: Form | None, checked: Checked) -> None:
    asked = {row.row_id: row for row in form.rows} if form else {}
    returned = checked.verdict == "returned"
    for row in filled.rows:
        source = asked.get(row.row_id or "")
        if source is None or row.is_blank:
            continue  # told of in the findings; the file itself is kept
        is_quarantined = returned or source.row_id in checked.quarantined
        for kind, value in (("current", row.current_value), ("cumulative", row.cumulative_value)):
            if value is not None:
                record.figures.append(_figure(row, source, kind, value, record.month, is_quarantined))
        if row.progress_text or row.problem_text or row.next_step_text or row.explanation:
            record.texts.append(_text(row, source, is_quarantined))


def _figure(
    row: ReportedRow, source: FormRow, kind: str, value: float, month: date, is_quarantined: bool
) -> ReportedFigure:
    last = month_end(month)
    return ReportedFigure(
        row_key=source.row_id,
        item_kind=source.item_kind,
        item_name=source.item_name,
        plan_id=source.plan_id,
        region_code=source.region_code,
        indicator_id=source.indicator_id,
        indicator_text=source.item_name,
        value_kind=kind,
        period_start=month if kind == "current" else date(month.year, 1, 1),
        period_end=last,
        value=value,
        unit=source.unit or row.unit,
        maturity=row.maturity,
        sheet=row.sheet,
        cell=row.cells.get(f"{kind}_value", ""),
        is_quarantined=is_quarantined,
    )


def _text(row: ReportedRow, source: FormRow, is_quarantined: bool) -> ReportedText:
    return ReportedText(
        row_key=source.row_id,
        item_kind=source.item_kind,
        item_name=source.item_name,
        plan_id=source.plan_id,
        region_code=source.region_code,
        indicator_id=source.indicator_id,
        progress_text=row.progress_text,
        problem_text=row.problem_text,
        next_step_text=row.next_step_text,
        explanation=row.explanation,
        sheet=row.sheet,
        row=row.row,
        is_quarantined=is_quarantined,
    )


# --- tables of their own -------------------------------------------------------------------------------------------


def _take_table(
    record: IntakeRecord,
    workbook: Workbook,
    told: Told,
    background: Background,
    today: date,
    settings: CheckSettings,
) -> None:
    reading = read_sheets(workbook)
    findings: list[Finding] = list(reading.findings)
    department = background.department(told.department, told.region) if told.department else None
    if department is not None:
        record.department, record.region_code = department.name, department.region_code
    elif not told.department:
        findings.insert(0, finding("department_not_told", file=record.file_name))
    else:
        findings.insert(0, finding("department_unknown", department=told.department))
    if told.month is None:
        findings.insert(0, finding("month_not_told", file=record.file_name))
    doubts = implausible(reading.records, background.points_of, today, settings)
    for position, one in enumerate(reading.records):
        told_of = [*one.findings, *doubts.get(position, [])]
        findings += [replace(f, sheet=f.sheet or one.sheet, cell=f.cell or one.cell) for f in told_of]
        record.figures.append(
            ReportedFigure(
                row_key=f"{one.sheet}!{one.cell}",
                item_kind="indicator",
                item_name=one.indicator_text,
                plan_id=None,
                region_code=one.region_code,
                indicator_id=one.indicator_id,
                indicator_text=one.indicator_text,
                value_kind="stated",
                period_start=one.period_start,
                period_end=one.period_end,
                value=one.value,
                unit=one.unit,
                maturity=None,
                sheet=one.sheet,
                cell=one.cell,
                is_quarantined=any(f.severity == "error" for f in told_of),
            )
        )
    record.findings = findings
    complete = department is not None and told.month is not None
    if not complete or all(figure.is_quarantined for figure in record.figures):
        record.verdict = "returned"
        record.figures = [replace(figure, is_quarantined=True) for figure in record.figures]
    elif any(f.severity != "info" for f in findings):
        record.verdict = "accepted_with_remarks"
    else:
        record.verdict = "accepted"

"""Checks of form: the right form of the right department and month, signed, each row one that was asked for. Nothing
here can be explained away.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator

from pipelines.submissions.checks.subject import FIELDS, Line, Remark, Subject, name_key
from pipelines.submissions.indicators import link
from pipelines.submissions.model import FORM_VERSION, Form, Head
from pipelines.submissions.months import month_end, month_text
from pipelines.submissions.units import spelling

_OUR_ID = re.compile(r"[imp]-[0-9a-f]{16}")
_LARGEST = 1e15  # no figure of a county comes near; as the reader's bound on what is a number


def remarks(subject: Subject) -> Iterator[Remark]:
    """What is wrong with the head, then with each row."""
    if _is_no_form(subject):
        # A file that was refused says why already.
        if not any(found.severity == "error" for found in subject.filled.findings):
            yield subject.about_file("form_missing", file=subject.filled.file)
        return
    yield from _head(subject)
    for line in subject.filled_lines:
        yield from _row(subject, line)
    yield from _duplicates(subject)


def _is_no_form(subject: Subject) -> bool:
    head = subject.filled.head
    return not (subject.filled.rows or head.form_version or head.department or head.month)


def _head(subject: Subject) -> Iterator[Remark]:
    head = subject.filled.head
    if not head.form_version:
        yield subject.about_head("form_version_missing", "form_version")
    elif head.form_version != FORM_VERSION:
        yield subject.about_head(
            "form_version_differs", "form_version", stated=head.form_version, expected=FORM_VERSION
        )
    yield from _department(subject)
    yield from _month(subject)
    for role, name in (("填报人", "filled_by"), ("审核人", "checked_by")):
        if not getattr(head, name).strip():
            yield subject.about_head("sign_off_missing", name, role=role)
    if not head.led_by.strip():
        yield subject.about_head("leader_sign_off_missing", "led_by")


def _department(subject: Subject) -> Iterator[Remark]:
    head, form = subject.filled.head, subject.form
    if not head.department.strip():
        yield subject.about_head("department_missing", "department")
    elif form is None:
        yield subject.about_head("department_unknown", "department", department=head.department)
    elif not _is_same_department(head, form):
        stated = head.department
        if not _is_same_region(head, form):
            stated += f"（行政区划代码 {head.region_code}）"
        expected = form.region_name + _without_region(form.department, form)
        yield subject.about_head("department_differs", "department", stated=stated, expected=expected)


def _is_same_department(head: Head, form: Form) -> bool:
    """By region code where it is told, and by name, with or without the region's name or 县 before it."""
    names = [name_key(_without_region(name, form)) for name in (head.department, form.department)]
    return _is_same_region(head, form) and names[0] == names[1]


def _is_same_region(head: Head, form: Form) -> bool:
    return not head.region_code or not form.region_code or head.region_code == form.region_code


def _without_region(department: str, form: Form) -> str:
    """庆元县教育局, 县教育局 and 庆元县县教育局 as 教育局."""
    plain = re.sub(r"\s", "", department).removeprefix(form.region_name)
    return re.sub(r"^[省市县区](?=..)", "", plain)


def _month(subject: Subject) -> Iterator[Remark]:
    month, form = subject.filled.head.month, subject.form
    if month is None:
        yield subject.about_head("month_missing", "month")
        return
    month = month.replace(day=1)
    is_over = subject.today > month_end(month)
    if month > subject.today or not (is_over or subject.settings.accepts_running_month):
        state = "尚未开始" if month > subject.today else "尚未结束"
        day = subject.today.isoformat()
        yield subject.about_head("future_period", "month", stated=month_text(month), state=state, today=day)
    elif form is not None and month != form.month.replace(day=1):
        yield subject.about_head("wrong_month", "month", stated=month_text(month), expected=month_text(form.month))


def _row(subject: Subject, line: Line) -> Iterator[Remark]:
    for found in line.row.findings:
        yield Remark(found, (line.position,))
    for name in FIELDS:
        value = getattr(line.row, name)
        if value is not None and (not math.isfinite(value) or abs(value) >= _LARGEST):
            yield line.remark("unlikely_number", name, text=value)
    if subject.form is not None:
        if line.asked is None:
            yield from _not_asked(subject.form, line)
        else:
            yield from _altered(line)
    if line.values and line.row.maturity is None:
        yield line.remark("maturity_missing", "maturity")


def _not_asked(form: Form, line: Line) -> Iterator[Remark]:
    row = line.row
    is_ours = row.row_id is not None and _OUR_ID.fullmatch(row.row_id) is not None
    if is_ours or (row.row_id is None and link(row.item_name, row.unit) is not None):
        yield line.remark("not_responsible", department=form.department)
    else:
        yield line.remark("unknown_row", name=row.item_name or row.row_id or f"第 {row.row} 行")


def _altered(line: Line) -> Iterator[Remark]:
    """Name and unit as they were given. A sheet sorted without its hidden ids shows as other names."""
    asked, row = line.asked, line.row
    assert asked is not None
    if not line.has_asked_name:
        yield line.remark("name_changed", stated=row.item_name, expected=asked.item_name)
    if not line.values or not asked.unit:
        return
    if not row.unit.strip():
        yield line.remark("unit_left_out", "unit", expected=asked.unit)
    elif not line.has_asked_unit:
        code = "unit_changed" if spelling(row.unit) is not None else "unit_not_known"
        yield line.remark(code, "unit", stated=row.unit, expected=asked.unit)


def _duplicates(subject: Subject) -> Iterator[Remark]:
    """Every row of a key that was filled more than once. A copy that was left blank is none."""
    by_id: dict[str, list[Line]] = defaultdict(list)
    for line in subject.filled_lines:
        if line.row.row_id is not None:
            by_id[line.row.row_id].append(line)
    for lines in by_id.values():
        if len(lines) > 1:
            cells = "、".join(f"{line.row.sheet}!{line.cell('item_name')}" for line in lines)
            for line in lines:
                yield line.remark("duplicate_row", count=len(lines), cells=cells)

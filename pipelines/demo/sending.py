"""What a department sends, month after month, received by the intake as anybody's would be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from pipelines.demo import texts
from pipelines.demo.chance import chance
from pipelines.demo.faults import Last, Situation
from pipelines.demo.figures import Course
from pipelines.demo.filling import Filling, filled
from pipelines.demo.scenario import Scenario
from pipelines.demo.schedule import Sending, deal, fault, schedule
from pipelines.demo.workbook import workbook_of
from pipelines.intake.background import Background
from pipelines.intake.receive import Told, understand
from pipelines.intake.record import IntakeRecord, Withdrawal
from pipelines.intake.register import Register
from pipelines.submissions.forms.content import Department
from pipelines.submissions.forms.naming import form_file_name
from pipelines.submissions.model import Form, FormRow, Point

SENDER = "示例提交人"


@dataclass(slots=True)
class Task:
    """One department's part of an example. ``points``: what was published before; ``known``: every department."""

    scenario: Scenario
    department: Department
    sendings: list[Sending]
    known: list[Department]
    forms: dict[date, Form]
    points: dict[tuple[str, str], list[Point]]
    raw_dir: Path


@dataclass(slots=True)
class Sent:
    """What became of it: verdicts, findings by code and what was done, counted."""

    verdicts: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    deeds: Counter[str] = field(default_factory=Counter)

    def add(self, other: Sent) -> None:
        self.verdicts += other.verdicts
        self.codes += other.codes
        self.deeds += other.deeds


def send_all(task: Task) -> Sent:
    """Fill in, send and receive everything of one department; files go into the register under ``raw_dir``."""
    sender = _Sender(task)
    for one in task.sendings:
        sender.send(one)
    return sender.sent


class _Sender:
    """Remembers what was sent and accepted: forms show it, and the checks hold later figures against it."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._seed = task.scenario.seed
        self._register = Register(task.raw_dir)
        self._courses: dict[str, Course] = {}
        for _, form in sorted(task.forms.items()):
            for row in form.rows:
                self._courses.setdefault(row.row_id, Course(row, self._seed))
        self._accepted: dict[tuple[str, str], dict[tuple[date, date], Point]] = {}
        self._last: Last = {}
        self.sent = Sent()

    def send(self, one: Sending) -> None:
        form = self._task.forms.get(one.month)
        if form is None:
            return
        form = self._with_last_values(form)
        filling = filled(form, self._courses, self._seed, self._task.scenario.blank, one.version)
        made = self._make_fault(one, filling)
        sent_values = {e.row.row_id: (_number(e.current), _number(e.cumulative)) for e in filling.entries}
        draw = chance(self._seed, form.region_code, form.department, one.month, one.version, "reason")
        reason = draw.choice(texts.REVISIONS) if one.version > 1 else ""
        record = self._receive(form, filling, one.received_at, reason)
        self.sent.deeds.update([made] if made else [])
        self.sent.deeds.update(["revised"] if one.version > 1 else [])
        if one.withdrawn_at is not None:
            why = draw.choice(texts.WITHDRAWALS)
            self._register.withdraw(Withdrawal(record.submission_id, one.withdrawn_at, SENDER, why))
            self.sent.deeds["withdrawn"] += 1
        elif record.verdict != "returned":
            self._take(record)
        # Who was told the truth of a figure has nothing to put right.
        if one.mended_at is not None and not made.endswith("_explained"):
            again = filled(form, self._courses, self._seed, self._task.scenario.blank)
            # A name on the cover tells it from what was returned, should nothing else have been wrong.
            again.head["phone"] = "0000-00000001"
            mended = self._receive(form, again, one.mended_at, "按回执改正后重新报送")
            self.sent.deeds["mended"] += 1
            if mended.verdict != "returned":
                self._take(mended)
        self._last = sent_values

    def _make_fault(self, one: Sending, filling: Filling) -> str:
        """Make the first fault that fits; its name, '' where none does."""
        for name in one.faults:
            draw = chance(self._seed, filling.form.region_code, filling.form.department, one.month, name)
            if fault(name).change(filling, draw, Situation(self._last, self._task.scenario.months)):
                return name
        return ""

    def _receive(self, form: Form, filling: Filling, at: datetime, reason: str) -> IntakeRecord:
        data = workbook_of(filling)
        department = self._task.department
        told = Told(SENDER, reason, department.name, department.region_code, form.month)
        record = understand(data, form_file_name(department, form.month), told, self._background(form), at)
        if self._register.find(record.submission_id) is None:
            self._register.add(data, record)
        self.sent.verdicts[record.verdict] += 1
        self.sent.codes.update(found.code for found in record.findings)
        return record

    def _background(self, form: Form) -> Background:
        points = {key: list(found) for key, found in self._task.points.items()}
        for key, accepted in self._accepted.items():
            points.setdefault(key, []).extend(accepted.values())
        # Whatever month a form says, the intake finds the department's form of it.
        forms = {month: {self._task.department: replace(form, month=month)} for month in self._task.forms}
        return Background(self._task.known, forms, points, is_example=True)

    def _take(self, record: IntakeRecord) -> None:
        """What was accepted is known from now on. Values are in the unit that the form gives, the indicator's own."""
        for figure in record.figures:
            if figure.is_quarantined or figure.indicator_id is None:
                continue
            key = (figure.region_code, figure.indicator_id)
            period = (figure.period_start, figure.period_end)
            point = Point(*period, figure.value, figure.maturity or "unknown", "submission")
            self._accepted.setdefault(key, {})[period] = point

    def _with_last_values(self, form: Form) -> Form:
        """The form as it would have been sent out after the runs of the months before."""
        return replace(form, rows=tuple(self._with_last_value(row, form.month) for row in form.rows))

    def _with_last_value(self, row: FormRow, month: date) -> FormRow:
        key = (row.region_code, row.indicator_id or "")
        earlier = [p for p in self._accepted.get(key, {}).values() if p.period_end < month]
        if not earlier:
            return row
        last = max(earlier, key=lambda p: (p.period_end, -p.period_start.toordinal()))
        return replace(row, last_value=last.value, last_period_end=last.period_end)


def _number(value: float | str | None) -> float | None:
    return value if isinstance(value, float) else None


def tasks(
    scenario: Scenario,
    known: list[Department],
    forms: Mapping[date, Mapping[Department, Form]],
    points: Mapping[tuple[str, str], list[Point]],
    raw_dir: Path,
) -> list[Task]:
    """The example divided by departments: each with its own forms and the past of its own rows."""
    found: list[Task] = []
    taken: Counter[str] = Counter()
    for department in known:
        own = {month: by[department] for month, by in forms.items() if department in by and month in scenario.months}
        most = scenario.most_departments
        if not own or (most is not None and taken[department.region_code] >= most):
            continue
        taken[department.region_code] += 1
        keys = {(r.region_code, r.indicator_id) for form in own.values() for r in form.rows if r.indicator_id}
        past = {key: points[key] for key in sorted(keys) if key in points}
        found.append(Task(scenario, department, schedule(scenario, department), known, own, past, raw_dir))
    # Dealt over all departments at once: one alone has too few to meet with every fault.
    dealt = iter(deal([one for task in found for one in task.sendings]))
    for task in found:
        task.sendings = list(islice(dealt, len(task.sendings)))
    return found

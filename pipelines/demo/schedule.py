"""Who sends what when: every submission of an example, with its time of receipt. Pure; files come later."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from random import Random

from pipelines.demo.chance import chance
from pipelines.demo.faults import FAULTS, Fault
from pipelines.demo.scenario import Scenario
from pipelines.submissions.calendar import WorkCalendar, deadline, work_calendar
from pipelines.submissions.forms.content import Department
from pipelines.submissions.months import CHINA, china_day

_FAULTS = {fault.name: fault for fault in FAULTS}
_FATAL = [fault.name for fault in FAULTS if fault.is_fatal]
_MILD = [fault.name for fault in FAULTS if not fault.is_fatal]
_FATAL_SHARE = 0.3  # of the faulty ones


@dataclass(frozen=True, slots=True)
class Sending:
    """One file that is sent in.

    Attributes:
        version: of the figures: 2 for a revision.
        flaw: fatal, mild or none; see `deal`.
        faults: in the order in which they are tried; the first that fits the form is made.
        mended_at: when it is sent again, put right; None: never.
        withdrawn_at: when it is taken back; None where it is not.
    """

    month: date
    received_at: datetime
    version: int = 1
    flaw: str = ""
    faults: tuple[str, ...] = ()
    mended_at: datetime | None = None
    withdrawn_at: datetime | None = None


def fault(name: str) -> Fault:
    """The fault of this name."""
    return _FAULTS[name]


def schedule(scenario: Scenario, department: Department) -> list[Sending]:
    """Everything that a department sends, by month; what is wrong with it is still to be dealt out."""
    work = work_calendar()
    habits = chance(scenario.seed, department.region_code, department.name, "habits")
    laxity = scenario.spread ** habits.uniform(-1, 1)
    sendings: list[Sending] = []
    for month in scenario.months:
        draw = chance(scenario.seed, department.region_code, department.name, month, "sending")
        if draw.random() < scenario.missing * laxity:
            continue
        sendings += _month(scenario, month, draw, laxity, work)
    return sendings


def deal(sendings: list[Sending]) -> list[Sending]:
    """Give each flawed one its faults, so that every kind has its turn as often as any other."""
    turns = {"fatal": 0, "mild": 0}
    dealt: list[Sending] = []
    for one in sendings:
        if one.flaw:
            names = _FATAL if one.flaw == "fatal" else _MILD
            start = turns[one.flaw] % len(names)
            turns[one.flaw] += 1
            one = replace(one, faults=(*names[start:], *names[:start]))
        dealt.append(one)
    return dealt


def _month(scenario: Scenario, month: date, draw: Random, laxity: float, work: WorkCalendar) -> list[Sending]:
    due = deadline(month, work)
    late = 1 + int(draw.triangular(0, scenario.most_late_days, 1)) if draw.random() < scenario.late * laxity else 0
    received = _at(work.add(due, late) if late else _in_time(due, draw, work), draw)
    if draw.random() < scenario.faulty * laxity:
        mended = draw.random() < scenario.mended
        flaw = "fatal" if draw.random() < _FATAL_SHARE else "mild"
        again = _at(work.add(china_day(received), draw.randint(1, 4)), draw) if mended else None
        return [Sending(month, received, flaw=flaw, mended_at=again)]
    if draw.random() < scenario.withdrawn * laxity:
        back = _at(work.add(china_day(received), draw.randint(1, 6)), draw)
        first = Sending(month, received, withdrawn_at=back)
        if draw.random() < 0.5:
            return [first]
        return [first, Sending(month, _at(work.add(china_day(back), 1), draw), version=2)]
    first = Sending(month, received)
    if draw.random() < scenario.revised * laxity:
        later = _at(work.add(china_day(received), draw.randint(3, 15)), draw)
        return [first, Sending(month, later, version=2)]
    return [first]


def _in_time(due: date, draw: Random, work: WorkCalendar) -> date:
    """A working day from the first of the month to the day that it is due; most come on the last."""
    days = [day for n in range(1, due.day + 1) if work.is_working_day(day := due.replace(day=n))]
    return days[-1 - int(draw.triangular(0, len(days) - 0.01, 0))]


def _at(day: date, draw: Random) -> datetime:
    """Office hours in Beijing, as UTC."""
    clock = time(draw.randint(8, 17), draw.randrange(60), draw.randrange(60))
    return datetime.combine(day, clock, CHINA).astimezone(UTC)

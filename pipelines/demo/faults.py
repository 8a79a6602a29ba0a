"""What goes wrong in forms: each fault does to a filling what people do, and names the findings it is made for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from pipelines.demo import texts
from pipelines.demo.figures import Course
from pipelines.demo.filling import FINAL, Entry, Filling
from pipelines.submissions.checks.rules import frequency
from pipelines.submissions.forms.keys import item_key
from pipelines.submissions.months import month_text

Last = dict[str, tuple[float | None, float | None]]  # row id -> current, cumulative


@dataclass(frozen=True, slots=True)
class Situation:
    """What a fault may look at: the figures as sent for the month before, and the months of the example."""

    last: Last
    months: tuple[date, ...]


Change = Callable[[Filling, Random, Situation], bool]


@dataclass(frozen=True, slots=True)
class Fault:
    """One way of being wrong. ``change`` returns False where the form has nothing it could go wrong with.

    ``is_fatal``: the whole submission is returned because of it.
    """

    name: str
    change: Change
    is_fatal: bool = False


# -- which rows can be wrong in which way ------------------------------------------------------------------------------


def _entries(filling: Filling, wanted: Callable[[Entry], bool]) -> list[Entry]:
    return [entry for entry in filling.entries if wanted(entry)]


def _written(entry: Entry, value: float) -> float:
    """As the item is written: in whole numbers or not."""
    return float(round(value)) if Course(entry.row, 0).is_counted else float(f"{value:.10g}")


def _figure(entry: Entry) -> float:
    return entry.cumulative if isinstance(entry.cumulative, float) else 0.0


def _is_percent(entry: Entry) -> bool:
    return Course(entry.row, 0).is_percent


def _accrues(entry: Entry) -> bool:
    return Course(entry.row, 0).accrues or entry.row.item_kind == "project"


def _one(filling: Filling, draw: Random, wanted: Callable[[Entry], bool]) -> Entry | None:
    found = _entries(filling, wanted)
    return draw.choice(found) if found else None


def _on_one(wanted: Callable[[Entry], bool], change: Callable[[Entry, Random], None]) -> Change:
    """A fault of a single row."""

    def apply(filling: Filling, draw: Random, _now: Situation) -> bool:
        entry = _one(filling, draw, wanted)
        if entry is None:
            return False
        change(entry, draw)
        return True

    return apply


def _numbered(entry: Entry) -> bool:
    return _figure(entry) != 0


def _set(**values: float | str | None) -> Callable[[Entry, Random], None]:
    def change(entry: Entry, _draw: Random) -> None:
        for name, value in values.items():
            setattr(entry, name, value)

    return change


def _times(factor: float, explanation: str = "") -> Callable[[Entry, Random], None]:
    """Both figures too large or too small."""

    def change(entry: Entry, draw: Random) -> None:
        for name in ("current", "cumulative"):
            value = getattr(entry, name)
            if isinstance(value, float):
                setattr(entry, name, _written(entry, value * factor))
        entry.explanation = draw.choice(texts.EXPLANATIONS) if explanation == "told" else explanation

    return change


# -- single rows -------------------------------------------------------------------------------------------------------


def _may_burst(entry: Entry) -> bool:
    current = entry.current
    return _accrues(entry) and isinstance(current, float) and 0 < 4 * current <= _figure(entry)


def _burst(entry: Entry, draw: Random) -> None:
    """Much of the year in one month, and true: earlier months were counted too low."""
    assert isinstance(entry.current, float)
    entry.current = _written(entry, entry.current * 3.4)
    entry.explanation = draw.choice(texts.EXPLANATIONS)


def _as_text(entry: Entry, draw: Random) -> None:
    entry.cumulative = draw.choice(("约{}左右", "{}（预计）", "不低于{}")).format(f"{_figure(entry):g}")


def _swapped(entry: Entry, _draw: Random) -> None:
    entry.current, entry.cumulative = entry.cumulative, entry.current


def _equal(entry: Entry, _draw: Random) -> None:
    entry.current = entry.cumulative


def _negative(entry: Entry, _draw: Random) -> None:
    entry.cumulative = entry.current = -abs(_figure(entry))


def _unit_of_next_size(entry: Entry, _draw: Random) -> None:
    entry.unit = {"亿元": "万元", "万元": "亿元", "万亩": "亩", "个": "万人次", "%": "亿元"}.get(entry.row.unit, "万元")


def _renamed(entry: Entry, _draw: Random) -> None:
    entry.name = f"{entry.row.item_name}（调整后口径）"


def _blank(entry: Entry, _draw: Random) -> None:
    entry.current = entry.cumulative = None
    entry.maturity = entry.progress = entry.problem = entry.next_step = entry.explanation = ""


def _without_progress(entry: Entry, _draw: Random) -> None:
    entry.progress, entry.problem = "", entry.problem or "上级补助资金到位进度偏慢。"


def _monthly(entry: Entry) -> bool:
    return frequency(entry.row.indicator_id) == "month"


def _falls(factor: float, explanation: str) -> Change:
    def apply(filling: Filling, draw: Random, now: Situation) -> bool:
        def can(entry: Entry) -> bool:
            return _accrues(entry) and (now.last.get(entry.row.row_id, (None, None))[1] or 0) > 1

        if filling.form.month.month == 1:
            return False
        entry = _one(filling, draw, can)
        if entry is None:
            return False
        before = now.last[entry.row.row_id][1] or 0.0
        entry.cumulative = float(int(before * factor)) if Course(entry.row, 0).is_counted else round(before * factor, 2)
        entry.current = 0.0
        entry.maturity = entry.maturity or FINAL
        entry.explanation = draw.choice(texts.EXPLANATIONS) if explanation else ""
        return True

    return apply


# -- rows among others -------------------------------------------------------------------------------------------------


def _row_missing(filling: Filling, draw: Random, _now: Situation) -> bool:
    if len(filling.entries) < 4:
        return False
    filling.entries.remove(draw.choice(filling.entries))
    return True


def _duplicate(filling: Filling, draw: Random, _now: Situation) -> bool:
    entry = _one(filling, draw, _numbered)
    if entry is None:
        return False
    copy = entry.copy()
    copy.cumulative = round(_figure(entry) * 1.05, 2)
    filling.extra.append(copy)
    return True


def _added(filling: Filling, draw: Random, _now: Situation) -> bool:
    entry = _one(filling, draw, _numbered)
    if entry is None:
        return False
    copy = entry.copy()
    copy.row_id, copy.name = "", "其他重点工作完成数"
    filling.extra.append(copy)
    return True


def _anothers(filling: Filling, draw: Random, _now: Situation) -> bool:
    """A row of another unit's form, pasted with its id."""
    entry = _one(filling, draw, lambda e: e.has_numbers)
    if entry is None:
        return False
    copy = entry.copy()
    copy.row_id, copy.name = "i-0123456789abcdef", "一般公共预算收入"
    filling.extra.append(copy)
    return True


def _equal_rows(filling: Filling, draw: Random, _now: Situation) -> bool:
    def long(entry: Entry) -> bool:
        return len(f"{_figure(entry):g}".replace(".", "").strip("0")) >= 4

    source = _one(filling, draw, long)
    if source is None:
        return False
    entry = _one(filling, draw, lambda e: e is not source and e.row.unit == source.row.unit and _numbered(e))
    if entry is None or item_key(entry.row.item_name) == item_key(source.row.item_name):
        return False
    entry.current, entry.cumulative = source.current, source.cumulative
    return True


def _as_last_month(filling: Filling, _draw: Random, now: Situation) -> bool:
    rows = [e for e in filling.entries if any(now.last.get(e.row.row_id, ())) and _monthly(e)]
    if len(rows) < 5 or filling.form.month.month == 1:
        return False
    for entry in rows:
        entry.current, entry.cumulative = now.last[entry.row.row_id]
    return True


# -- the whole file ----------------------------------------------------------------------------------------------------


def _head(**values: str) -> Change:
    def apply(filling: Filling, _draw: Random, _now: Situation) -> bool:
        filling.head.update(values)
        return True

    return apply


def _nothing(filling: Filling, draw: Random, _now: Situation) -> bool:
    for entry in filling.entries:
        _blank(entry, draw)
    return True


def _mostly_text(filling: Filling, draw: Random, _now: Situation) -> bool:
    rows = _entries(filling, _numbered)
    filled = _entries(filling, lambda e: bool(e.has_numbers or e.progress))
    if len(rows) < 3 or 2 * len(rows) <= len(filled):
        return False
    for entry in rows:
        _as_text(entry, draw)
    return True


def _future(filling: Filling, _draw: Random, now: Situation) -> bool:
    """The form of a later month, filled in before its time."""
    later = [month for month in now.months if month > filling.form.month]
    if len(later) < 2:
        return False
    filling.head["month_text"] = month_text(later[1])
    return True


def _broken(filling: Filling, _draw: Random, _now: Situation) -> bool:
    filling.is_broken = True
    return True


def _bare(filling: Filling, _draw: Random, _now: Situation) -> bool:
    filling.is_bare = True
    filling.head["version"] = ""
    return True


def _is_level(entry: Entry) -> bool:
    return _numbered(entry) and _is_percent(entry) and _figure(entry) > 20


def _is_amount(entry: Entry) -> bool:
    return _numbered(entry) and not _is_percent(entry)


FAULTS: tuple[Fault, ...] = (
    Fault("text_in_number", _on_one(_numbered, _as_text)),
    Fault("formula_without_value", _on_one(_numbered, _set(cumulative="=SUM(H4:H9)"))),
    Fault("unit_slip", _on_one(_is_amount, _times(10_000))),
    Fault("unit_slip_excused", _on_one(_is_amount, _times(10_000, "情况属实"))),
    Fault("percent_slip", _on_one(_is_level, _times(0.01))),
    Fault("share_out_of_range", _on_one(_is_level, _set(current=108.5, cumulative=108.5))),
    Fault("negative_value", _on_one(_is_amount, _negative)),
    Fault("cumulative_falls", _falls(0.8, "")),
    Fault("cumulative_falls_explained", _falls(0.9, "told")),
    Fault(
        "current_above_cumulative",
        _on_one(
            lambda e: _accrues(e) and isinstance(e.current, float) and 0 < e.current < _figure(e),
            _swapped,
        ),
    ),
    Fault("tenfold", _on_one(_is_amount, _times(12))),
    Fault("far_off", _on_one(_is_amount, _times(2.6))),
    Fault("far_off_explained", _on_one(_may_burst, _burst)),
    Fault("equal_cells", _on_one(lambda e: _accrues(e) and _numbered(e) and _monthly(e), _equal)),
    Fault("equal_rows", _equal_rows),
    Fault("above_cap", _on_one(lambda e: _numbered(e) and e.row.direction == "lower", _times(1.4))),
    Fault("unchanged_many", _as_last_month),
    Fault("duplicate_row", _duplicate),
    Fault("unknown_row", _added),
    Fault("not_responsible", _anothers),
    Fault("name_changed", _on_one(_numbered, _renamed)),
    Fault("unit_changed", _on_one(_is_amount, _unit_of_next_size)),
    Fault("unit_not_known", _on_one(_numbered, _set(unit="批次组"))),
    Fault("maturity_missing", _on_one(_numbered, _set(maturity=""))),
    Fault("unknown_maturity", _on_one(_numbered, _set(maturity="暂定"))),
    Fault("unlikely_number", _on_one(_is_amount, _set(cumulative=3.2e16))),
    Fault("row_blank", _on_one(lambda e: e.row.item_kind != "indicator", _blank)),
    Fault("row_missing", _row_missing),
    Fault("progress_missing", _on_one(lambda e: e.row.item_kind != "indicator", _without_progress)),
    Fault("sign_off_missing", _head(checked_by="")),
    Fault("form_version_missing", _bare),
    Fault("leader_sign_off_missing", _head(led_by=""), is_fatal=True),
    Fault("nothing_filled", _nothing, is_fatal=True),
    Fault("mostly_wrong", _mostly_text, is_fatal=True),
    Fault("future_period", _future, is_fatal=True),
    Fault("form_version_differs", _head(version="0"), is_fatal=True),
    Fault("department_unknown", _head(department="综合科"), is_fatal=True),
    Fault("damaged_file", _broken, is_fatal=True),
)

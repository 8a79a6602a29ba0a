"""Sentences from the content of a month, as an official would write them. Every number in them is a recorded figure."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.publications.content import JUDGED, UNJUDGED, Content, Counts, Item, Rank, Warned
from pipelines.publications.figures import MISSING, Cell, Figure, Line, Quoted, given, joined, line, text_of
from pipelines.terms import COMPARATORS, WARNING_KINDS, WARNING_STATES

CLASS_NAMES = {"约束性": "约束性指标", "预期性": "预期性指标", "未注明": "规划未注明属性的指标"}
PROVISIONAL = "（暂）"


def basis(content: Content) -> Line:
    """The plans by title and 文号."""
    return joined(
        [
            line("《", plan.title, "》", *(("（", plan.document_number, "）") if plan.document_number else ()))
            for plan in content.plans
        ]
    )


def overall(content: Content) -> list[Line]:
    """How many targets, in which state, with shares of those judged; and what is in no denominator."""
    counts = content.overall
    lines = [
        line(
            content.period,
            "，列入当月监测的目标共",
            counts.target,
            "，其中",
            class_sizes(content),
            "；有评判结论的",
            counts.judged,
            "。",
            _states(counts),
        )
    ]
    lines.append(line(*_outside(counts)))
    if counts.provisional.value:
        lines.append(
            line(
                "评判结论中有",
                counts.provisional,
                "依据初步数或快报数，尚未最终核定，文中以“（暂）”标明，以核定数为准。",
            )
        )
    return lines


def class_sizes(content: Content) -> Line:
    """约束性指标 8 项、预期性指标 27 项: only of the classes that there are."""
    return joined([line(CLASS_NAMES[counts.name], counts.target) for counts in content.classes])


def _states(counts: Counts) -> Line:
    if not counts.judged.value:
        return line("没有可作评判的目标。")
    shares = joined(
        [line(name, counts.counts[state], "，占", counts.shares[state]) for state, name in JUDGED.items()], "；"
    )
    return line("有评判结论的目标中，", shares, "。")


def _outside(counts: Counts) -> list[str | Figure | Line]:
    """What the shares leave out, and why."""
    without = [line(name, counts.counts[state]) for state, name in UNJUDGED.items() if counts.counts[state].value]
    parts: list[str | Figure | Line] = ["占比以有评判结论的目标为分母，按未取整的数计算。"]
    if without:
        parts += ["没有评判结论的", joined(without), "，不计入占比，也不作为零处理。"]
    if counts.annual_only.value:
        parts += ["年度指标", counts.annual_only, "按年报送，尚未到期，不列入当月目标数。"]
    if counts.not_asked.value:
        parts += ["另有", counts.not_asked, "当月没有进度要求（按季报送或缺少基期），也不列入。"]
    return parts


def of_class(content: Content, counts: Counts) -> list[Line]:
    """One class by itself. Where there is no other, its counts stand above already."""
    items = content.of_class(counts.name)
    lines = []
    if len(content.classes) > 1:
        size = line(CLASS_NAMES[counts.name], counts.target, "，有评判结论的", counts.judged, "。")
        lines.append(line(size, _states(counts), *_outside(counts)[1:]))
    good = [item for item in items if item.is_judged and not item.is_lagging]
    if good:
        lines.append(line("达到进度要求的有：", joined([name(item) for item in good], "；"), "。"))
    silent = [item for item in items if item.status == "not_reported"]
    if silent:
        lines.append(line("未报的有：", joined([line(item.name) for item in silent], "；"), "。"))
    return lines


def name(item: Item) -> Line:
    """The indicator, marked where its verdict is provisional."""
    return line(item.name, PROVISIONAL if item.is_provisional else "")


def target(item: Item) -> Line:
    """≥65%; what the text says where there is no number."""
    if item.target.value is None:
        return line(item.target_text) if item.target_text.text else line(MISSING)
    return line(COMPARATORS.get(item.comparator, ""), item.target)


def owners(item: Item | Warned) -> Line:
    """The responsible units as the plan names them."""
    return joined(list(item.departments)) if item.departments else line("规划未写明责任单位")


def absolute(figure: Figure, unit: str) -> Figure:
    """A gap without its sign, with its unit."""
    value = figure.value
    assert isinstance(value, int | float)
    return Figure(abs(value), figure.cells, "magnitude", (), unit, figure.places, figure.form)


def value_gap(item: Item) -> Line:
    """By how much the month's demand is missed, in the indicator's unit; nothing where it is not."""
    if isinstance(item.value_gap.value, int | float) and item.value_gap.value < 0:
        return line("，差", absolute(item.value_gap, item.value_gap_unit))
    return ()


def gap(item: Item) -> Line:
    """The same, and how far behind the schedule that is."""
    if not isinstance(item.schedule_gap.value, int | float) or item.schedule_gap.value >= 0:
        return value_gap(item)
    after = "（按要求值计）" if item.schedule_gap_unit == "%" else ""
    return line(value_gap(item), "，进度落后", absolute(item.schedule_gap, item.schedule_gap_unit), after)


def standing(content: Content, item: Item) -> Line:
    """Target, what had to be reached, what was, and the gap."""
    span = "累计目标" if item.is_period_total else "目标"
    return line(
        item.target_year,
        span,
        target(item),
        "，截至",
        content.period,
        "底应达到",
        item.milestone,
        "，实际",
        item.actual,
        gap(item),
    )


def laggard(content: Content, item: Item) -> Line:
    """One target behind its schedule: the gap, who answers for it, why and what next, as the units reported."""
    light = f"，{item.light_name}" if item.light_name else ""
    return line(
        name(item),
        f"（{item.attribute_class}，{item.status_name}{light}）。",
        standing(content, item),
        "。责任单位：",
        owners(item),
        "。",
        reasons(item),
    )


def reasons(item: Item) -> Line:
    """What units reported, word for word; the same words of several units once."""
    why = _said([(report.department, report.problem) for report in item.reports])
    then = _said([(report.department, report.next_step) for report in item.reports])
    if not why and not then:
        return line("原因和下一步措施：责任单位当月未报送。")
    parts: list[Line] = []
    for label, said in (("原因", why), ("下一步措施", then)):
        for departments, text in said:
            end = "" if text.text.endswith(("。", "！", "？")) else "。"
            parts.append(line(f"{label}（", joined(departments), "报送）：", text, end))
        if not said:
            parts.append(line(f"{label}：责任单位当月未报送。"))
    return line(*parts)


def _said(texts: list[tuple[Quoted, Quoted | None]]) -> list[tuple[list[Quoted], Quoted]]:
    """Each text with the units that wrote it."""
    found: dict[str, tuple[list[Quoted], Quoted]] = {}
    for department, text in texts:
        if text is not None:
            found.setdefault(text.text, ([], text))[0].append(department)
    return list(found.values())


def changed(item: Item) -> Line:
    """A target and the verdicts before and now."""
    assert item.before is not None
    before = item.before.light_name or item.before.status_name
    if item.before.status != item.status:
        before, now = (
            _verdict(item.before.status_name, item.before.light_name),
            _verdict(item.status_name, item.light_name),
        )
    else:
        now = item.light_name or item.status_name
    return line(name(item), "（由", item.before.month, f"的{before}转为{now}）")


def _verdict(status: str, light: str | None) -> str:
    return f"{status}、{light}" if light else status


def warned(warning: Warned) -> Line:
    """One open warning: since when, how often running, who answers and until when."""
    return line(
        warning.name,
        f"（{WARNING_KINDS[warning.kind]}，{warning.attribute_class}）：",
        warning.raised_on,
        "起，连续",
        warning.running,
        "期，责任单位：",
        owners(warning),
        "，期限",
        warning.due_date,
        "（已逾期）" if warning.is_overdue else "",
        f"，{WARNING_STATES[warning.state]}",
    )


def ranked(rank: Rank) -> Line:
    """The place of the region, with the change where the same regions and indicators were compared."""
    parts: list[str | Figure | Quoted | Line] = [
        f"按{rank.method}，{CLASS_NAMES[rank.attribute_class]}在",
        rank.group,
        "中",
    ]
    if rank.rank.value is None:
        return line(*parts, "没有位次：", rank.reason or "", "。")
    parts += ["居第", rank.rank, "位", "（并列）" if rank.is_tied else "", "，参加比较的地区", rank.compared]
    parts += ["，得分", rank.score, "，为", rank.indicators, "指标的平均"]
    if rank.change_value is not None:
        moved = "上升" if rank.change_value > 0 else "下降"
        parts += [
            "，与",
            rank.before_month,
            "（第",
            rank.before,
            "位）相比",
            line(moved, rank.change) if rank.change_value else "位次不变",
        ]
    elif rank.before.value is not None:
        parts += ["；", rank.before_month, "居第", rank.before, "位，两次比较的范围不同，不作升降比较"]
    parts.append("。" if not rank.is_provisional else "（所用数据未最终核定，位次为暂定）。")
    return line(*parts)


def counted(ids: Sequence[str], table: str, column: str) -> Figure:
    """How many rows a list has, each with its place."""
    return Figure(len(ids), tuple(Cell(table, one, column) for one in ids), "count", unit="项")


def numbered(number: int, content: Line) -> Line:
    """1．…: with the full-width point, for an indicator may begin with a number (3岁以下婴幼儿托位数)."""
    return line(given(number, "．"), content)


def is_empty(parts: Line) -> bool:
    """Whether nothing would be printed."""
    return not text_of(parts)

"""Annex tables from the content of a month. Units stand in the headings, or with the figure where they vary by row."""

from __future__ import annotations

from pipelines.publications import wording
from pipelines.publications.blocks import Column, Table
from pipelines.publications.content import JUDGED, LAGGING, UNJUDGED, Content, Counts, Item
from pipelines.publications.figures import MISSING, Figure, Line, given, line
from pipelines.terms import WARNING_KINDS, WARNING_STATES

SUBMISSION_STATES = {
    "in_time": "按时",
    "late": "迟报",
    "returned": "退回未改",
    "withdrawn": "已撤回",
    "missing": "未报",
}
TARGETS = "指标进度"
ITEM_COLUMNS = (
    Column("number", "序号", 8, True),
    Column("name", "指标", 37),
    Column("class", "类别", 12),
    Column("owners", "责任单位", 39),
    Column("year", "目标年", 15),
    Column("target", "目标", 20, True),
    Column("milestone", "当月应达到", 20, True),
    Column("actual", "实际", 20, True),
    Column("completion", "完成率（%）", 13, True),
    Column("gap", "进度差（个百分点）", 15, True),
    Column("state", "状态", 12),
    Column("light", "灯", 14),
)


def counts_table(content: Content, by_chapter: bool = False) -> Table:
    """Counts by class, or by chapter and class, with the share of those behind, and the sums."""
    keys = [("target", "当月目标（项）"), ("judged", "有结论（项）")]
    keys += [(state, f"{name}（项）") for state, name in (JUDGED | UNJUDGED).items()]
    keys += [("annual_only", "年度指标，不列入（项）")]
    first = Column("name", "章节、类别" if by_chapter else "类别", 46 if by_chapter else 24)
    width = 12.5 if by_chapter else 14
    columns = [first] + [
        Column(key, heading, width, True, not by_chapter, counted_in=(JUDGED | UNJUDGED).get(key, ""))
        for key, heading in keys
    ]
    columns.append(Column("lagging", "欠进度和倒退占比（%）", 16, True, share_of=(LAGGING, "judged")))
    if by_chapter:
        rows = tuple(
            (line(chapter.name, f"（{chapter.counts.name}）"), *_counts(chapter.counts)) for chapter in content.chapters
        )
        total: tuple[Line, ...] = ()
    else:
        rows = tuple((line(wording.CLASS_NAMES[counts.name]), *_counts(counts)) for counts in content.classes)
        total = (line("合计（项数）"), *_counts(content.overall))
    notes = (
        line(
            "占比以有结论的项数为分母，按未取整的数计算；没有结论的显示“—”。合计只加项数，约束性与预期性的完成程度不作平均。"
        ),
    )
    name = "分章统计" if by_chapter else "分类统计"
    return Table(name, f"目标任务{name}表", tuple(columns), rows, total, notes)


def _counts(counts: Counts) -> list[Line]:
    states = [counts.counts[state] for state in (*JUDGED, *UNJUDGED)]
    cells = [line(_bare(one)) for one in (counts.target, counts.judged, *states, counts.annual_only)]
    parts = [counts.counts[state] for state in LAGGING]
    value = None
    if counts.judged.value:
        value = sum(_number(one) for one in parts) * 100 / _number(counts.judged)
    share = Figure(value, tuple(c for one in parts for c in one.cells), "share", counts.judged.cells, "", 1)
    return [*cells, line(share)]


def _number(figure: Figure) -> float:
    assert isinstance(figure.value, int | float)
    return figure.value


def _bare(figure: Figure) -> Figure:
    """The figure without its unit, which stands in the heading."""
    return Figure(figure.value, figure.cells, figure.how, figure.whole, "", figure.places, figure.form)


def items_table(content: Content) -> Table:
    """Every target that counts in the month, in the order of classes and of the plans' texts."""
    rows = tuple(_item(number, item) for number, item in enumerate(content.items, 1))
    notes = (
        line(
            "“—”为没有数、未报或未设目标，不等于零。“暂”为数据未最终核定。进度差：大于零为超前，小于零为落后；累计额为占目标的份额之差，水平值为自基期起应走路程的份额之差，"
            "增速为增速之差；后面带“%”的为与要求值之比的差。目标为多年累计的，实际为自规划期初起的累计。"
        ),
    )
    return Table(TARGETS, "规划目标任务进度表", ITEM_COLUMNS, rows, (), notes)


def _item(number: int, item: Item) -> tuple[Line, ...]:
    gap = item.schedule_gap
    if gap.value is not None and item.schedule_gap_unit == "%":
        gap = Figure(gap.value, gap.cells, gap.how, (), "%", gap.places)
    light = (item.light_name or MISSING) + ("，暂" if item.is_provisional else "")
    return (
        line(given(number)),
        line(item.name),
        line(item.attribute_class),
        wording.owners(item),
        line(item.target_year),
        wording.target(item),
        line(item.milestone),
        line(item.actual),
        line(_bare(item.completion)),
        line(gap),
        line(item.status_name),
        line(light),
    )


def warnings_table(content: Content) -> Table:
    """Every open warning that stood at the end of the month."""
    columns = (
        Column("number", "序号", 10, True),
        Column("kind", "类别", 20),
        Column("name", "指标", 58),
        Column("class", "属性", 14),
        Column("owners", "责任单位", 45),
        Column("since", "预警起始", 26),
        Column("running", "连续期数（期）", 16, True),
        Column("due", "期限", 26),
        Column("state", "办理情况", 10),
    )
    rows = tuple(
        (
            line(given(number)),
            line(WARNING_KINDS[one.kind]),
            line(one.name),
            line(one.attribute_class),
            wording.owners(one),
            line(one.raised_on),
            line(one.running),
            line(one.due_date, "（逾期）" if one.is_overdue else ""),
            line(WARNING_STATES[one.state]),
        )
        for number, one in enumerate(content.warnings, 1)
    )
    notes = (line("办理情况和是否逾期以数据截至日计。"),)
    return Table("预警督办", "预警督办事项表", columns, rows, (), notes)


def submissions_table(content: Content) -> Table:
    """How every unit of the plans reported on the month."""
    columns = (
        Column("number", "序号", 12, True),
        Column("department", "责任单位", 56),
        Column("status", "报送情况", 24),
        Column("due", "截止日", 30),
        Column("received", "首次收到日", 30),
        Column("late", "迟报（工作日）", 20, True),
        Column("asked", "应填（项）", 17, True),
        Column("answered", "已填（项）", 17, True),
        Column("quality", "质量（分）", 17, True),
    )
    rows = tuple(
        (
            line(given(number)),
            line(one.department),
            line(SUBMISSION_STATES[one.status]),
            line(one.due_date),
            line(one.received_on),
            line(_bare(one.late_days)),
            line(one.asked),
            line(one.answered),
            line(_bare(one.quality)),
        )
        for number, one in enumerate(content.submissions, 1)
    )
    notes = (line("质量按迟报、退回、错误数据和漏填扣分，未报的没有分数。"),)
    return Table("报送情况", "责任单位报送情况表", columns, rows, (), notes)

"""The monthly bulletin (通报): which parts it has, and in which order."""

from __future__ import annotations

from pipelines.publications import tables, wording
from pipelines.publications.blocks import Colophon, Document, Head, Role, Text
from pipelines.publications.content import CLASSES, Content, Item
from pipelines.publications.figures import Figure, Line, Quoted, given, joined, line
from pipelines.publications.settings import Look
from pipelines.terms import WARNING_KINDS

EXAMPLE_MARK = "【示例数据】部门报送由程序生成，不是真实情况，不得作为正式通报"
_NUMERALS = "一二三四五六七八九十"


class Parts:
    """The blocks of a document as they are added: headings count themselves."""

    def __init__(self) -> None:
        self.blocks: list[Text] = []
        self._headings = 0
        self._subheadings = 0

    def heading(self, text: str) -> None:
        self.blocks.append(Text("heading", line(f"{_NUMERALS[self._headings]}、{text}")))
        self._headings, self._subheadings = self._headings + 1, 0

    def subheading(self, *parts: str | Quoted | Line) -> None:
        self.blocks.append(Text("subheading", line(f"（{_NUMERALS[self._subheadings]}）", *parts)))
        self._subheadings += 1

    def add(self, *lines: Line, role: Role = "body") -> None:
        self.blocks += [Text(role, one) for one in lines if not wording.is_empty(one)]

    def numbered(self, lines: list[Line]) -> None:
        self.add(*(wording.numbered(number, one) for number, one in enumerate(lines, 1)))


def marks(content: Content) -> tuple[str, ...]:
    """What stands above every page: example data, a past view."""
    found = [EXAMPLE_MARK] if content.publication.is_example else []
    day = content.publication.as_of
    if day is not None:
        found.append(f"【历史视图】只用截至{day.year}年{day.month}月{day.day}日已知的数据")
    return tuple(found)


def bulletin(content: Content, look: Look) -> Document:
    """The monthly bulletin of a region."""
    parts = Parts()
    if look.recipients:
        parts.add(line(Quoted(look.recipients), "："), role="addressee")
    parts.add(
        line(
            "依据",
            wording.basis(content),
            "，现将",
            content.region_name,
            content.period,
            "规划目标任务进度情况通报如下。数据截至",
            content.publication.cut_off_figure,
            "。",
        )
    )
    parts.heading("总体情况")
    parts.add(*wording.overall(content))
    parts.heading("分类完成情况")
    for name in CLASSES:
        for counts in content.classes:
            if counts.name == name:
                parts.subheading(wording.CLASS_NAMES[name])
                parts.add(*wording.of_class(content, counts))
    _absent(parts, content)
    _lagging(parts, content)
    _changes(parts, content)
    _warnings(parts, content)
    _ranking(parts, content)
    _submissions(parts, content)
    parts.heading("下一步工作要求")
    parts.numbered(next_steps(content, look))
    if look.head == "file":
        parts.add(line(Quoted(look.office)), role="signature")
        parts.add(line(issued(content, look)), role="date")
    annexes = [tables.counts_table(content), tables.items_table(content)]
    if content.warnings:
        annexes.append(tables.warnings_table(content))
    annexes.append(tables.submissions_table(content))
    title = line(content.region_name, content.period, "规划目标任务进度情况通报")
    return Document(
        title,
        head(content, look, look.name),
        tuple(parts.blocks),
        tuple(annexes),
        colophon(content, look),
        footnote(content),
        marks(content),
    )


def _absent(parts: Parts, content: Content) -> None:
    absent = [wording.CLASS_NAMES[name] for name in CLASSES[:2] if name not in {c.name for c in content.classes}]
    if absent:
        parts.add(line(f"{'、'.join(absent)}：当月没有列入监测的目标。"))


def _lagging(parts: Parts, content: Content) -> None:
    parts.heading("进度滞后的指标")
    lagging = content.lagging
    if not lagging:
        parts.add(line("当月没有进度滞后的指标。"))
        return
    ids = [item.progress_id for item in lagging]
    count = wording.counted(ids, "fct_indicator_progress", "status")
    parts.add(line("欠进度和倒退的共", count, "，逐项列明如下；原因和下一步措施为责任单位当月报送的原文。"))
    parts.numbered([wording.laggard(content, item) for item in lagging])


def _changes(parts: Parts, content: Content) -> None:
    parts.heading("与上期相比的变化")
    worse = [item for item in content.items if item.is_worse]
    better = [item for item in content.items if item.is_better]
    parts.add(_change("转差", worse), _change("好转", better))
    parts.add(line("与各指标上一次有结论的月份相比；此前没有结论的不作比较。"))


def _change(word: str, items: list[Item]) -> Line:
    if not items:
        return line(f"没有{word}的指标。")
    count = wording.counted([item.progress_id for item in items], "fct_indicator_progress", "status")
    return line(f"{word}的", count, "：", joined([wording.changed(item) for item in items], "；"), "。")


def _warnings(parts: Parts, content: Content) -> None:
    parts.heading("预警和督办情况")
    if not content.warnings:
        parts.add(line("当月没有未销号的预警。"))
        return
    kinds = []
    for kind, name in WARNING_KINDS.items():
        ids = [one.cell_id for one in content.warnings if one.kind == kind]
        if ids:
            kinds.append(line(name, wording.counted(ids, "mart_warnings", "warning_kind")))
    overdue = [one.cell_id for one in content.warnings if one.is_overdue]
    total = wording.counted([one.cell_id for one in content.warnings], "mart_warnings", "warning_id")
    late = line("；其中已过期限的", wording.counted(overdue, "mart_warnings", "due_date")) if overdue else ()
    parts.add(line("未销号的预警共", total, "：", joined(kinds), late, "。逐项见附件。"))
    loud = [one for one in content.warnings if one.kind != "not_reported"]
    parts.numbered([line(wording.warned(one), "。") for one in loud])
    silent = [line(one.name) for one in content.warnings if one.kind == "not_reported"]
    if silent:
        parts.add(line("应报未报的指标：", joined(silent, "；"), "。"))


def _ranking(parts: Parts, content: Content) -> None:
    if content.ranks:
        parts.heading("位次情况")
        parts.add(*(wording.ranked(rank) for rank in content.ranks))


def _submissions(parts: Parts, content: Content) -> None:
    parts.heading("数据报送情况")
    if not content.submissions:
        parts.add(line("当月没有应报送的责任单位。"))
        return
    told: list[Line] = []
    for status, name in tables.SUBMISSION_STATES.items():
        found = [one for one in content.submissions if one.status == status]
        if found:
            told.append(line(name, units_of([one.cell_id for one in found])))
    total = units_of([one.cell_id for one in content.submissions])
    parts.add(line("应报送的责任单位", total, "，其中", joined(told), "。"))
    for status, words in (
        ("missing", "未报送"),
        ("returned", "退回后未改正"),
        ("withdrawn", "撤回后未再报送"),
        ("late", "迟报"),
    ):
        found = [one for one in content.submissions if one.status == status]
        if found:
            named = [
                line(one.department, *(("（迟", one.late_days, "）") if status == "late" else ())) for one in found
            ]
            parts.add(line(f"{words}的有：", joined(named), "。"))


def units_of(ids: list[str]) -> Figure:
    """How many units a list of submissions has."""
    count = wording.counted(ids, "mart_submission_status", "status")
    return Figure(count.value, count.cells, "count", unit="个")


def next_steps(content: Content, look: Look) -> list[Line]:
    """What is demanded: as the figures ask for it, then what the settings add."""
    days = given(look.answer_days, "个工作日")
    steps = []
    if content.lagging:
        steps.append(
            line(
                "抓好滞后指标整改。欠进度和倒退指标的责任单位要逐项查明原因，自本通报印发之日起",
                days,
                "内书面报送整改措施和完成时限。",
            )
        )
    if any(item.is_worse for item in content.items):
        steps.append(line("遏制转差势头。本期转差指标的责任单位要说明情况，牵头单位要按周调度，防止缺口继续扩大。"))
    overdue = [one.cell_id for one in content.warnings if one.is_overdue]
    if overdue:
        count = wording.counted(overdue, "mart_warnings", "due_date")
        steps.append(
            line(
                "办结逾期督办事项。已过期限的预警", count, "，责任单位要立即书面答复；确需延期的，写明理由和新的期限。"
            )
        )
    missing = [one for one in content.submissions if one.status in ("missing", "returned", "withdrawn")]
    if missing:
        names = joined([one.department for one in missing])
        steps.append(
            line(
                "补齐报送数据。",
                names,
                "要在",
                days,
                "内补报当月数据并说明原因，未报不等于没有进展，也不能按完成计算。",
            )
        )
    if content.overall.counts["undetermined"].value:
        steps.append(
            line(
                "补全评判依据。待定的",
                content.overall.counts["undetermined"],
                "，责任单位要补报以前年度数、基期数或经核定的目标值。",
            )
        )
    steps += [line(Quoted(step)) for step in look.next_steps]
    return steps or [line("各责任单位要保持工作力度，按时报送进度。")]


def issued(content: Content, look: Look) -> Figure:
    """The date printed: the one set, or the day the data were cut off."""
    return given(look.issue_date, form="day") if look.issue_date else content.publication.cut_off_figure


def head(content: Content, look: Look, name: str, issue: int | None = None) -> Head:
    """The head of the first page; ``issue`` is its number where none is set, else the month's."""
    if look.head == "file":
        number = line(Quoted(look.document_number)) if look.document_number else line("（文号待编）")
        return Head("file", look.mark, number)
    number = line("第", given(look.issue or issue or content.month.month), "期")
    return Head("brief", name, number, look.office, issued(content, look))


def colophon(content: Content, look: Look) -> Colophon:
    """The 版记."""
    return Colophon(look.copies, look.office, issued(content, look))


def provenance(content: Content) -> Line:
    """Which published file it was made from.

    A past view is told by its day alone: built again after later inputs have come it has another version, and the same
    day is to give the same document. The version stands in the record beside the files.
    """
    publication = content.publication
    if publication.as_of is not None:
        return line("数据仓库版本和运行编号见随附的出处记录。")
    return line("数据仓库版本：", Quoted(publication.version), "；运行编号：", Quoted(publication.run_id), "。")


def footnote(content: Content) -> tuple[Line, ...]:
    """What the figures rest on."""
    publication = content.publication
    lines = [
        line("数据截至：", publication.cut_off_figure, "。"),
        provenance(content),
        line("亮灯规则：", content.light_rule, "。没有结论的不亮灯、不排位。"),
        line(
            "状态：达到目标值的为已完成；超过进度要求且超出设定幅度的为超进度；达到进度要求的为达进度；低于进度要求的为欠进度；比基期更差或增速由正转负的为倒退。"
        ),
        line("小数按四舍五入显示，占比和差距按未取整的数计算。“—”为没有数，不等于零。"),
    ]
    if publication.as_of is not None:
        lines.insert(0, line("历史视图：只用截至", given(publication.as_of, form="day"), "已知的数据生成。"))
    if publication.is_example:
        lines.insert(
            0, line("示例数据：本件出自示例库，其中部门报送的数字和文字由程序生成，规划文本和公开统计数为真实文件。")
        )
    return tuple(lines)

"""The weekly sheet (会商) and the quarterly pack (推进会), made of the same parts as the bulletin."""

from __future__ import annotations

from pipelines.publications import tables, wording
from pipelines.publications.blocks import Document, Head
from pipelines.publications.bulletin import Parts, colophon, footnote, head, marks, next_steps, provenance, units_of
from pipelines.publications.content import JUDGED, LAGGING, Chapter, Content, Item, Warned
from pipelines.publications.figures import Figure, Line, given, joined, line
from pipelines.publications.settings import Look
from pipelines.terms import WARNING_KINDS


def weekly_sheet(content: Content, look: Look) -> Document:
    """One page for the weekly meeting: where things stand, what to talk about, what falls due, who has not reported."""
    parts = Parts()
    counts = content.overall
    lagging = content.lagging
    parts.heading("总体")
    parts.add(
        line(
            content.period,
            "目标",
            counts.target,
            "，有结论",
            counts.judged,
            "，其中欠进度",
            counts.counts["behind"],
            "、倒退",
            counts.counts["regressing"],
            "；未报",
            counts.counts["not_reported"],
            "。数据截至",
            content.publication.cut_off_figure,
            "。",
        )
    )
    parts.heading("提请会商的指标")
    if not lagging:
        parts.add(line("没有进度滞后的指标。"))
    parts.numbered([_matter(item) for item in lagging[: look.most_matters]])
    if len(lagging) > look.most_matters:
        rest = [item.progress_id for item in lagging[look.most_matters :]]
        parts.add(line("其余滞后指标", wording.counted(rest, "fct_indicator_progress", "status"), "见当月通报。"))
    parts.heading("督办和报送")
    due = sorted(content.warnings, key=lambda one: (str(one.due_date.value), one.cell_id))[: look.most_matters]
    if due:
        parts.add(line("最早到期的督办事项：", joined([_due(one) for one in due], "；"), "。"))
    else:
        parts.add(line("没有未销号的预警。"))
    missing = [one for one in content.submissions if one.status in ("missing", "returned", "withdrawn")]
    if missing:
        count = units_of([one.cell_id for one in missing])
        named = joined([one.department for one in missing[: look.most_matters]])
        more = "等" if len(missing) > look.most_matters else ""
        parts.add(line("尚未有效报送的单位", count, "：", named, more, "。"))
    parts.add(provenance(content), role="note")
    title = line(content.region_name, "规划目标任务周会商单")
    return Document(title, Head("none", ""), tuple(parts.blocks), (), colophon(content, look), (), marks(content))


def _matter(item: Item) -> Line:
    """One lagging target in two lines: where it stands, and who is to speak to it."""
    first = line(item.departments[0], "等" if len(item.departments) > 1 else "") if item.departments else ()
    missed = wording.value_gap(item) or wording.gap(item)
    owner = line("（", first, "）") if first else ()
    return line(wording.name(item), "：实际", item.actual, "，应达到", item.milestone, missed, owner, "。")


def _due(warning: Warned) -> Line:
    """One open warning with its date."""
    late = "，已逾期" if warning.is_overdue else ""
    return line(warning.name, f"（{WARNING_KINDS[warning.kind]}，期限", warning.due_date, f"{late}）")


def quarterly_pack(content: Content, look: Look) -> Document:
    """The pack of the quarterly meeting: chapter by chapter what stands how and what lags."""
    parts = Parts()
    quarter = given((content.month.month + 2) // 3, "季度")
    parts.add(
        line(
            "依据",
            wording.basis(content),
            "，将",
            content.region_name,
            given(content.month.year, "年第"),
            quarter,
            "规划实施情况分章汇总如下，供推进会研究。数据截至",
            content.publication.cut_off_figure,
            "。",
        )
    )
    parts.heading("总体情况")
    parts.add(*wording.overall(content))
    parts.heading("分章进展")
    for plan in content.plans:
        named: dict[str, list[Chapter]] = {}
        for chapter in content.chapters:
            if chapter.plan_id == plan.plan_id:
                named.setdefault(chapter.name.text, []).append(chapter)
        if named:
            parts.add(line("《", plan.title, "》"), role="subheading")
        for classes in named.values():
            _chapter(parts, content, classes)
    parts.heading("提请研究的事项")
    parts.numbered(next_steps(content, look))
    title = line(content.region_name, given(content.month.year, "年第"), quarter, "规划实施推进会材料")
    annexes = (tables.counts_table(content, by_chapter=True), tables.items_table(content))
    return Document(
        title,
        head(content, look, "规划实施推进会材料", (content.month.month + 2) // 3),
        tuple(parts.blocks),
        annexes,
        colophon(content, look),
        footnote(content),
        marks(content),
    )


def _chapter(parts: Parts, content: Content, classes: list[Chapter]) -> None:
    """One chapter: each class by itself, then what lags in it."""
    first = classes[0]
    parts.add(line("【", first.name, "】"))
    for chapter in classes:
        parts.add(_chapter_counts(chapter))
    lagging = [
        item for item in content.lagging if (item.plan_id, item.chapter.text) == (first.plan_id, first.name.text)
    ]
    if lagging:
        named = [
            line(wording.name(item), "，应达到", item.milestone, "，实际", item.actual, wording.gap(item))
            for item in lagging
        ]
        parts.add(line("滞后的有：", joined(named, "；"), "。"))


def _chapter_counts(chapter: Chapter) -> Line:
    """The counts of one class in a chapter; shares only where something is judged."""
    counts = chapter.counts
    name = wording.CLASS_NAMES[counts.name]
    if not counts.target.value:
        return line(f"{name}：当月没有列入监测的目标，按年报送的", counts.annual_only, "。")
    if not counts.judged.value:
        return line(name, counts.target, "，均没有评判结论。")
    parts: list[str | Figure | Line] = [name, counts.target, "，有评判结论的", counts.judged]
    for state in LAGGING:
        if counts.counts[state].value:
            parts.append(line(f"，{JUDGED[state]}", counts.counts[state], "（占", counts.shares[state], "）"))
    if not any(counts.counts[state].value for state in LAGGING):
        parts.append("，均达到进度要求")
    return line(*parts, "。")

"""The page of a receipt: HTML that opens anywhere, prints on A4 and needs nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from pipelines.example_data import WORDS
from pipelines.submissions.findings import Finding
from pipelines.submissions.model import Verdict

VERDICTS: dict[Verdict, str] = {
    "accepted": "已接收",
    "accepted_with_remarks": "已接收，有提醒",
    "returned": "已退回",
}
_NEXT: dict[Verdict, str] = {
    "accepted": "无需处理。",
    "accepted_with_remarks": "已接收的数据照常使用。请按下表核对；需要更正的，改正后再次报送即可，以最后一次为准。",
    "returned": "本次数据未采用，原文件已留存。请按下表改正后再次报送。",
}
_EXAMPLE = f"{WORDS}：这是示例库的回执，不是真实报送。"
_SEVERITIES = {"error": "错误", "warning": "提醒", "info": "说明"}
_STYLE = """
body{font:15px/1.6 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1a1a1a}
body{margin:2em auto;max-width:60em;padding:0 1em}
h1{font-size:1.5em;margin:0 0 .2em}
.verdict{display:inline-block;border:2px solid #333;padding:.1em .8em;font-weight:700;margin:.4em 0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1em}dt{color:#555}dd{margin:0}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #999;padding:.35em .5em;text-align:left;vertical-align:top}th{background:#eee}
.code{font-family:monospace;font-size:.85em;color:#555}.error td:first-child{border-left:5px solid #a00}
.example{background:#b42318;color:#fff;font-weight:700;padding:.4em .8em;print-color-adjust:exact}
@media print{body{margin:0;max-width:none}thead{display:table-header-group}tr{break-inside:avoid}}
"""


@dataclass(frozen=True, slots=True)
class Notice:
    """What stands at the head of a receipt; times as shown (Beijing)."""

    submission_id: str
    file_name: str
    department: str
    region_name: str
    month_text: str
    received_text: str
    received_by: str
    verdict: Verdict
    figure_count: int
    quarantined_count: int
    is_repeat: bool = False
    is_example: bool = False  # of a home of example data: nothing of it counts


def page(notice: Notice, findings: Sequence[Finding]) -> str:
    """The receipt as HTML. Every text that came with the file is escaped."""
    told = [
        ("报送单位", f"{notice.region_name} {notice.department}".strip() or "未写明"),
        ("报告期", notice.month_text),
        ("文件", notice.file_name),
        ("编号", notice.submission_id),
        ("收到时间", f"{notice.received_text}（北京时间）"),
        ("提交人", notice.received_by or "未写明"),
        ("数据", f"读到 {notice.figure_count} 个数，其中 {notice.quarantined_count} 个因有错误未采用"),
    ]
    counts = "、".join(
        f"{name} {count} 处"
        for severity, name in _SEVERITIES.items()
        if (count := sum(f.severity == severity for f in findings))
    )
    rows = "\n".join(_row(number, found) for number, found in enumerate(findings, 1))
    table = (
        "<table><thead><tr><th>序号</th><th>级别</th><th>位置</th><th>问题</th><th>如何改正</th></tr></thead>"
        f"<tbody>\n{rows}\n</tbody></table>"
        if findings
        else "<p>没有发现问题。</p>"
    )
    repeat = "<p>这个文件以前收到过，内容完全相同，未重复登记。</p>" if notice.is_repeat else ""
    example = f'<p class="example">{_EXAMPLE}</p>\n' if notice.is_example else ""
    items = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in told)
    title = f"{f'【{WORDS}】' if notice.is_example else ''}报送回执 {escape(notice.submission_id)}"
    return (
        f'<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body>\n{example}<h1>报送回执</h1>\n"
        f'<p class="verdict">{VERDICTS[notice.verdict]}</p>\n{repeat}<p>{_NEXT[notice.verdict]}</p>\n<dl>{items}</dl>\n'
        f"<h2>检查结果{f'（{counts}）' if counts else ''}</h2>\n{table}\n</body></html>\n"
    )


def _row(number: int, found: Finding) -> str:
    place = f"{found.sheet} {found.cell}".strip() or "全文件"
    problem = f'{escape(found.message)}<div class="code">{escape(found.code)}</div>'
    cells = [str(number), _SEVERITIES[found.severity], escape(place), problem, escape(found.remedy)]
    return f'<tr class="{found.severity}">' + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def shown(notice: Notice, findings: Sequence[Finding]) -> list[str]:
    """The receipt in lines for a terminal."""
    who = notice.department or "单位未写明"
    mark = f"【{WORDS}】" if notice.is_example else ""
    lines = [f"{mark}{VERDICTS[notice.verdict]}：{notice.file_name}（{who}，{notice.month_text}）"]
    for found in findings:
        if found.severity == "info":
            continue
        place = f"{found.sheet}!{found.cell}" if found.cell else found.sheet
        where = f" [{place}]" if place else ""
        lines.append(f"  {_SEVERITIES[found.severity]} {found.code}{where}：{found.message}{found.remedy}")
    return lines

"""What a run says at its end, in plain words: counted from the published file, so that it agrees with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipelines.example_data import WORDS, is_marked
from pipelines.settings import Settings
from pipelines.warehouse.query import open_published

KIND_NAMES = {
    "plan": "规划文本",
    "statistics": "统计数字",
    "region_codes": "行政区划代码",
    "corrections": "更正与复核",
    "supervision": "督办记录",
    "reference": "参考资料（只保存）",
}


def collect(settings: Settings, run_id: str, before: Mapping[str, Any] | None, read_now: set[str]) -> dict[str, Any]:
    """Facts for the summary, as plain values. ``before`` is the summary of the last run, for what is new since."""
    known = {one["path"]: one["sha256"] for one in before["inputs"]} if before else {}
    with open_published(settings.view) as connection:

        def rows(sql: str, *values: Any) -> list[dict[str, Any]]:
            cursor = connection.execute(sql, list(values))
            names = [column[0] for column in cursor.description or []]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

        inputs = rows(
            "SELECT input_path AS path, input_kind AS kind, sha256, is_readable FROM meta.inputs ORDER BY ALL"
        )
        for one in inputs:
            old = known.pop(one["path"], None)
            one["status"] = "new" if old is None else "unchanged" if old == one["sha256"] else "changed"
        return {
            "run_id": run_id,
            "inputs": inputs,
            "removed": sorted(known),
            "read_now": sorted(read_now),
            "plans": rows(
                "SELECT p.doc, p.plan_title AS title, p.region_name AS region, p.input_path AS path, "
                "p.statement_count AS statements, p.measure_count AS measures FROM marts.dim_plan p ORDER BY p.doc"
            ),
            "by_region": rows(
                """
                WITH t AS (
                    SELECT region_code, count(*) AS targets, min(year) AS first_target, max(year) AS last_target
                    FROM marts.fct_indicator_targets GROUP BY region_code
                ), a AS (
                    SELECT region_code, count(*) AS actuals, min(year) AS first_actual, max(year) AS last_actual
                    FROM marts.fct_indicator_actuals GROUP BY region_code
                )
                SELECT r.path_name AS region, coalesce(t.targets, 0) AS targets, first_target, last_target,
                       coalesce(a.actuals, 0) AS actuals, first_actual, last_actual
                FROM marts.dim_region r LEFT JOIN t USING (region_code) LEFT JOIN a USING (region_code)
                WHERE t.region_code IS NOT NULL OR a.region_code IS NOT NULL
                ORDER BY r.region_code
                """
            ),
            "progress": {
                row["status_name"]: row["n"]
                for row in rows(
                    "SELECT status_name, count(*) AS n FROM marts.fct_indicator_progress "
                    "JOIN marts.dim_progress_state USING (status) WHERE is_current GROUP BY ALL ORDER BY min(ordinal)"
                )
            },
            "review": rows(
                "SELECT count(*) FILTER (is_reviewed AND NOT is_corrected AND NOT is_rejected) AS accepted, "
                "count(*) FILTER (is_corrected) AS corrected, count(*) FILTER (is_rejected) AS rejected, "
                "(SELECT count(*) FROM marts.mart_review_list) AS pending FROM marts.fct_plan_statements"
            )[0],
            "findings": rows(
                """
                SELECT severity, code, count(*) AS n, any_value(input_path ORDER BY finding_id) AS path,
                       any_value(message ORDER BY finding_id) AS message,
                       any_value(remedy ORDER BY finding_id) AS remedy,
                       any_value(line ORDER BY finding_id) AS line
                FROM marts.fct_reading_findings GROUP BY severity, code
                ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, n DESC, code
                """
            ),
            "checks": rows(
                "SELECT severity, passed, count(*) AS n FROM quality.check_results GROUP BY 1, 2 ORDER BY 1, 2"
            ),
            "warnings": rows(
                'SELECT check_name AS name, description_zh AS text, table_name AS "table", unexpected_count AS n '
                "FROM quality.check_results WHERE NOT passed ORDER BY kind, suite, check_name"
            ),
            "submission_count": rows("SELECT count(*) AS n FROM marts.fct_submissions")[0]["n"],
            "version": rows("SELECT version FROM meta.publication")[0]["version"],
        }


def render(settings: Settings, summary: Mapping[str, Any], is_repeat: bool) -> str:
    """The summary as lines of text, Chinese first."""
    lines: list[str] = []
    if is_marked(settings.raw_dir):
        lines.append(f"【{WORDS}】示例库：部门报送由程序随机生成 Example data: submissions are generated")
    inputs = summary["inputs"]
    lines += _as_of_lines(settings, summary)
    lines.append("读入 Inputs")
    for kind, name in KIND_NAMES.items():
        ours = [one for one in inputs if one["kind"] == kind]
        if ours:
            lines.append(f"  {name} {len(ours)} 个{_changes(ours, is_repeat)}")
    for plan in summary["plans"]:
        fresh = "" if is_repeat or plan["path"] not in summary["read_now"] else "  ← 本次读取"
        lines.append(
            f"    {plan['doc']} {plan['region'] or '地区未知'}："
            f"{plan['statements']} 条指标表述，{plan['measures']} 项任务{fresh}"
        )
    if summary["removed"] and not is_repeat:
        lines.append(
            f"  已撤下 {len(summary['removed'])} 个：{'、'.join(summary['removed'])}（原件仍保存，不再进入数据）"
        )
    targets = sum(one["targets"] for one in summary["by_region"])
    actuals = sum(one["actuals"] for one in summary["by_region"])
    lines.append(f"数据 Data：目标 {targets} 个，现状值 {actuals} 个，{len(summary['by_region'])} 个地区")
    for one in summary["by_region"]:
        lines.append(
            f"    {one['region']}：目标 {one['targets']} 个{_years(one['first_target'], one['last_target'])}，"
            f"现状值 {one['actuals']} 个{_years(one['first_actual'], one['last_actual'])}"
        )
    lines += _progress_lines(summary["progress"])
    lines += _review_lines(summary.get("review"))
    lines += _finding_lines(summary)
    lines += _check_lines(summary)
    lines.append(f"已发布 Published：{settings.published_link}（版本 {summary['version']}）")
    if settings.as_of is not None:
        lines.append(
            f"下一步 Next：planledger dashboard --as-of {settings.as_of} 打开看板；"
            f'planledger sql --as-of {settings.as_of} "SELECT * FROM marts.dim_plan" 查询'
        )
        return "\n".join(lines)
    lines.append(
        '下一步 Next：make dashboard 打开看板；planledger sql "SELECT * FROM marts.dim_plan" 查询；make dagster 看流程'
    )
    return "\n".join(lines)


def _as_of_lines(settings: Settings, summary: Mapping[str, Any]) -> list[str]:
    """Of a past view: which day it is, and what of all that lies here was known then."""
    if settings.as_of is None:
        return []
    lines = [f"历史视图 As of {settings.as_of}：只含那一天已知的内容，现在的数据没有变动"]
    actuals = sum(one["actuals"] for one in summary["by_region"])
    if summary["plans"] or summary["submission_count"] or actuals:
        lines.append(
            f"  那一天已知 Known then：规划 {len(summary['plans'])} 份，报送 {summary['submission_count']} 份，"
            f"现状值 {actuals} 个"
        )
    else:
        lines.append("  那一天以前没有任何规划、报送或统计数字，数据都是空的 Nothing was known then")
    return lines


def _changes(inputs: list[dict[str, Any]], is_repeat: bool) -> str:
    if is_repeat:
        return "（无变化）"
    words = {"new": "新", "changed": "有变化", "unchanged": "无变化"}
    parts = [
        f"{word} {count}" for status, word in words.items() if (count := sum(one["status"] == status for one in inputs))
    ]
    return f"（{'，'.join(parts)}）"


def _years(first: int | None, last: int | None) -> str:
    if first is None or last is None:
        return ""
    return f"（{first}年）" if first == last else f"（{first}—{last}年）"


LISTED_FILES = 20


def _progress_lines(progress: Mapping[str, int]) -> list[str]:
    parts = [f"{name} {count}" for name, count in progress.items()]
    return [f"  目标对照：{'，'.join(parts)}"] if parts else []


def _review_lines(review: Mapping[str, int] | None) -> list[str]:
    if not review:  # the record of a run before there were reviews
        return []
    decided = {"采纳": review["accepted"], "更正": review["corrected"], "剔除": review["rejected"]}
    listed = "，".join(f"{name} {count}" for name, count in decided.items() if count)
    pending = f"待复核表述 {review['pending']} 条（planledger review）" if review["pending"] else "没有待复核的表述"
    return [f"复核 Review：{pending}" + (f"；已决定：{listed}" if listed else "")]


def _finding_lines(summary: Mapping[str, Any]) -> list[str]:
    findings = summary["findings"]
    refused = [one for one in findings if one["severity"] == "error"]
    unreadable = [one["path"] for one in summary["inputs"] if not one["is_readable"] and one["kind"] != "reference"]
    lines = []
    if refused or unreadable:
        lines.append(
            f"未采用 Refused：{sum(one['n'] for one in refused)} 处"
            + (f"，其中整份未用 {len(unreadable)} 个文件" if unreadable else "")
        )
        for one in refused:
            place = one["path"] + (f" 第 {one['line']} 行" if one["line"] else "")
            lines.append(
                f"    {one['code']} ×{one['n']}  {place}：{one['message'].rstrip('。')}。{one['remedy'] or ''}"
            )
        if unreadable:
            more = f" 等 {len(unreadable)} 个" if len(unreadable) > LISTED_FILES else ""
            lines.append(f"    整份未用：{'，'.join(unreadable[:LISTED_FILES])}{more}")
    else:
        lines.append("未采用 Refused：无")
    others = [one for one in findings if one["severity"] != "error"]
    if others:
        listed = "，".join(f"{one['code']} {one['n']}" for one in others[:8])
        lines.append(f"  读取提示 {sum(one['n'] for one in others)} 处（{listed}），见 marts.fct_reading_findings")
    return lines


def _check_lines(summary: Mapping[str, Any]) -> list[str]:
    passed = sum(one["n"] for one in summary["checks"] if one["passed"])
    failed = sum(one["n"] for one in summary["checks"] if not one["passed"] and one["severity"] == "critical")
    warned = sum(one["n"] for one in summary["checks"] if not one["passed"] and one["severity"] != "critical")
    lines = [f"检查 Checks：通过 {passed}，未通过 {failed}，提醒 {warned}"]
    for one in summary["warnings"][:8]:
        count = f"（{one['n']} 行）" if one["n"] else ""
        lines.append(f"    提醒 {one['table']}：{one['text'] or one['name']}{count}")
    if len(summary["warnings"]) > 8:
        lines.append(f"    … 另有 {len(summary['warnings']) - 8} 项，见 quality.check_results")
    return lines

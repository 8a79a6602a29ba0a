"""From the published marts to the content of a month: queries, and what becomes of their rows."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.publications import content as told
from pipelines.publications.asking import UnclearBulletin, no_month, region_of
from pipelines.publications.figures import Cell, Figure, Form, How, Quoted
from pipelines.warehouse.query import is_example_data

if TYPE_CHECKING:
    import duckdb

QUERIES = Path(__file__).resolve().parent / "queries"
_BEIJING = timedelta(hours=8)
_LEVELS = {"province": "全部省份", "prefecture": "全部设区市", "county": "全部县（市、区）"}

Row = dict[str, Any]


def rows(connection: duckdb.DuckDBPyConnection, name: str, **values: Any) -> list[Row]:
    """The rows of ``queries/<name>.sql``. Values that the query does not ask for are left out."""
    text = _text(name)
    cursor = connection.execute(text, {key: value for key, value in values.items() if f"${key}" in text})
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, found, strict=True)) for found in cursor.fetchall()]


@cache
def _text(name: str) -> str:
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")


def read_content(connection: duckdb.DuckDBPyConnection, region: str, month: date) -> told.Content:
    """What the marts say of a region's month.

    Args:
        connection: an open published file.
        region: name (庆元县, 庆元) or code.
        month: its first day.

    Raises:
        UnclearBulletin: an unknown region, or a month that has no verdicts; the message lists what there is.
        duckdb.Error: the file is of a version without these marts.
    """
    found = region_of(rows(connection, "regions"), region)
    code, ends = found["region_code"], found["month_ends"] or []
    end = next((one for one in ends if (one.year, one.month) == (month.year, month.month)), None)
    if end is None:
        raise UnclearBulletin(no_month(found["region_name"], month, ends))
    publication = rows(connection, "publication", region_code=code)[0]
    asked = {"region_code": code, "period_end": end, "month": month, "cut_off": publication["cut_off"]}
    scorecard = rows(connection, "scorecard", **asked)
    reports: dict[tuple[str, str], list[told.Report]] = {}
    for row in rows(connection, "reports", **asked):
        reports.setdefault((row["plan_id"], row["indicator_id"]), []).append(_report(row))
    return told.Content(
        region_code=code,
        region_name=Quoted(found["region_name"], Cell("dim_region", code, "region_name")),
        month=month,
        period_end=end,
        period=_figure(scorecard[0], "mart_region_scorecard", "scorecard_id", "period_end", form="month"),
        publication=_publication(publication, is_example_data(connection)),
        plans=tuple(map(_plan, rows(connection, "plans", **asked))),
        overall=counts(scorecard, "mart_region_scorecard", "全部"),
        classes=tuple(counts([row], "mart_region_scorecard", row["attribute_class"]) for row in scorecard),
        items=tuple(
            _item(row, tuple(reports.get((row["plan_id"], row["indicator_id"]), ())))
            for row in rows(connection, "items", **asked)
        ),
        warnings=tuple(map(_warned, rows(connection, "warnings", **asked))),
        ranks=tuple(map(_rank, rows(connection, "ranking", **asked))),
        submissions=tuple(map(_submission, rows(connection, "submissions", **asked))),
        chapters=tuple(
            told.Chapter(
                row["plan_id"],
                Quoted(row["chapter_name"], Cell("mart_chapter_scorecard", row["scorecard_id"], "chapter_name")),
                counts([row], "mart_chapter_scorecard", row["attribute_class"]),
            )
            for row in rows(connection, "chapters", **asked)
        ),
        light_rule=_light_rule(rows(connection, "light_rule")),
    )


def _figure(
    row: Row,
    table: str,
    key: str,
    column: str,
    unit: str = "",
    places: int | None = None,
    form: Form = "number",
    how: How = "value",
) -> Figure:
    """A column of a row as a figure with its place; a null has no unit."""
    value = row[column]
    if value is not None and how == "magnitude":
        value = abs(value)
    return Figure(value, (Cell(table, row[key], column),), how, (), "" if value is None else unit, places, form)


def _quoted(row: Row, table: str, key: str, column: str) -> Quoted | None:
    return Quoted(" ".join(row[column].split()), Cell(table, row[key], column)) if row[column] else None


def _names(row: Row, table: str, key: str, column: str) -> tuple[Quoted, ...]:
    return tuple(Quoted(name, Cell(table, row[key], column)) for name in row[column] or ())


def counts(scorecards: list[Row], table: str, name: str) -> told.Counts:
    """Counts over rows of a scorecard, one row or, as a head count, several classes."""

    def cells(column: str) -> tuple[Cell, ...]:
        return tuple(Cell(table, row["scorecard_id"], column) for row in scorecards)

    def total(column: str) -> Figure:
        return Figure(sum(row[column] for row in scorecards), cells(column), "sum", unit="项")

    judged = sum(row["judged_count"] for row in scorecards)
    shares = {}
    for state in told.JUDGED:
        part = sum(row[f"{state}_count"] for row in scorecards)
        value = part * 100 / judged if judged else None
        shares[state] = Figure(value, cells(f"{state}_count"), "share", cells("judged_count"), "%" if judged else "", 1)
    states = (*told.JUDGED, *told.UNJUDGED)
    return told.Counts(
        name=name,
        target=total("target_count"),
        judged=total("judged_count"),
        counts={state: total(f"{state}_count") for state in states},
        shares=shares,
        annual_only=total("annual_only_count"),
        not_asked=total("not_asked_count"),
        provisional=total("provisional_count"),
    )


def _publication(row: Row, is_example: bool) -> told.Publication:
    if row["cut_off"] is None:
        raise UnclearBulletin("已发布的数据没有任何评判，不能生成。请先运行 planledger run")
    cell = Cell("mart_region_scorecard", row["scorecard_id"], "period_end")
    return told.Publication(
        version=row["version"],
        run_id=row["run_id"],
        published_at=row["published_at"],
        cut_off=row["cut_off"],
        cut_off_figure=Figure(row["cut_off"], (cell,), form="day"),
        as_of=row["as_of"],
        is_example=is_example,
    )


def _plan(row: Row) -> told.Plan:
    title = _quoted(row, "dim_plan", "plan_id", "plan_title")
    assert title is not None
    return told.Plan(row["plan_id"], title, _quoted(row, "dim_plan", "plan_id", "document_number"))


def _report(row: Row) -> told.Report:
    table, key = "fct_submission_texts", "text_id"
    department = _quoted(row, table, key, "department_name") or Quoted("单位未写明")
    return told.Report(department, _quoted(row, table, key, "problem_text"), _quoted(row, table, key, "next_step_text"))


def _item(row: Row, reports: tuple[told.Report, ...]) -> told.Item:
    table, key = "fct_indicator_progress", "progress_id"
    unit = row["unit_name"] or ""
    gap_unit = "个百分点" if row["quantity"] == "percent" or unit == "%" else unit
    before = None
    if row["before_id"]:
        before = told.Before(
            Figure(row["before_end"], (Cell(table, row["before_id"], "period_end"),), form="month"),
            row["before_status"],
            row["before_status_name"],
            row["before_light_name"],
        )
    text = _quoted(row, "fct_indicator_targets", "target_id", "target_value_text")
    return told.Item(
        progress_id=row["progress_id"],
        name=Quoted(row["indicator_name"], Cell("dim_indicator", row["indicator_id"], "indicator_name")),
        attribute_class=row["attribute_class"],
        chapter=_chapter(row),
        plan_id=row["plan_id"],
        departments=_names(row, "fct_indicator_targets", "target_id", "departments"),
        unit=unit,
        comparator=row["comparator"],
        target_year=_figure(row, table, key, "target_year", "年"),
        target=_figure(row, table, key, "target_value", unit),
        target_text=text or Quoted(""),
        is_period_total=row["is_period_total"],
        milestone=_figure(row, table, key, "milestone_value", unit, 2),
        actual=_figure(row, table, key, "actual_value", unit),
        completion=_figure(row, table, key, "completion_pct", "%", 1),
        schedule_gap=_figure(row, table, key, "schedule_gap_points", places=1),
        schedule_gap_unit=row["schedule_gap_unit"] or "",
        value_gap=_figure(row, table, key, "milestone_gap_value", places=2),
        value_gap_unit=gap_unit,
        status=row["status"],
        status_name=row["status_name"],
        status_reason=_quoted(row, table, key, "status_reason"),
        light_name=row["light_name"],
        light_severity=row["light_severity"],
        is_worse=row["is_worse"] and before is not None,  # without a verdict before there is nothing to tell
        is_judged=row["is_judged"],
        is_provisional=row["is_provisional"] and row["is_judged"],
        before=before,
        reports=reports,
    )


def _chapter(row: Row) -> Quoted:
    """The chapter as `mart_chapter_scorecard` names it; where the text has none, the name is ours."""
    if not row["section_path"]:
        return Quoted(row["chapter_name"])
    return Quoted(row["chapter_name"], Cell("fct_indicator_targets", row["target_id"], "section_path"))


def _warned(row: Row) -> told.Warned:
    table, key = "mart_warnings", "warning_id"
    name = _quoted(row, table, key, "indicator_name")
    assert name is not None
    return told.Warned(
        kind=row["warning_kind"],
        name=name,
        attribute_class=row["attribute_class"],
        departments=_names(row, table, key, "department_names"),
        raised_on=_figure(row, table, key, "raised_on", form="day"),
        running=_figure(row, table, key, "running_count"),
        state=row["state"],
        due_date=_figure(row, table, key, "due_date", form="day"),
        is_overdue=bool(row["is_overdue"]),
        cell_id=row["warning_id"],
    )


def _rank(row: Row) -> told.Rank:
    table, key = "mart_ranking", "ranking_id"
    if row["compared_within"] == "parent":
        code = row["group_region_code"]
        group = Quoted(f"{row['group_region_name']}", Cell("dim_region", code, "region_name"))
    else:
        group = Quoted(_LEVELS[row["level"]])
    return told.Rank(
        attribute_class=row["attribute_class"],
        method=row["method_name"],
        group=group,
        score=_figure(row, table, key, "score", "分", 2),
        rank=_figure(row, table, key, "rank"),
        is_tied=bool(row["is_tied"]),
        compared=_figure(row, table, key, "compared_count", "个"),
        indicators=_figure(row, table, key, "indicator_count", "项"),
        is_provisional=row["is_provisional"],
        before_month=_figure(row, table, key, "period_end_before", form="month"),
        before=_figure(row, table, key, "rank_before"),
        change=_figure(row, table, key, "rank_change", "位", how="magnitude"),
        change_value=row["rank_change"],
        reason=_quoted(row, table, key, "no_rank_reason"),
    )


def _submission(row: Row) -> told.Submission:
    table, key = "mart_submission_status", "status_id"
    department = _quoted(row, table, key, "department_name")
    assert department is not None
    received = row["first_received_at"]
    cell = Cell(table, row["status_id"], "first_received_at")
    return told.Submission(
        department=department,
        status=row["status"],
        due_date=_figure(row, table, key, "due_date", form="day"),
        received_on=Figure((received + _BEIJING).date() if received else None, (cell,), form="day"),
        late_days=_figure(row, table, key, "late_days", "个工作日"),
        asked=_figure(row, table, key, "asked_count"),
        answered=_figure(row, table, key, "answered_count"),
        quality=_figure(row, table, key, "quality_score", "分", 1),
        cell_id=row["status_id"],
    )


def _light_rule(rules: list[Row]) -> Quoted:
    if not rules:
        return Quoted("未设")
    return Quoted(rules[0]["source"], Cell("dim_light_rule", rules[0]["light_rule_id"], "source"))

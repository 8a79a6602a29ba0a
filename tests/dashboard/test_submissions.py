"""The page 部门报送: who has reported for a month, who has not and when to remind them, what was held back and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dashboard.test_pages import component, open_page, row_of


def test_a_late_department_shows_how_late_and_how_good(home: Path) -> None:
    row = row_of(open_page("submissions"), "submissions", "department", "县发改局")
    told = {
        key: row[key]["t"] for key in ("region", "status", "late", "versions", "answered", "held", "score", "reminder")
    }
    assert told == {
        "region": "庆元县",
        "status": "迟报",
        "late": "2 个工作日",
        "versions": "2 次（退回 1 次）",
        "answered": "6 / 8",
        "held": "1 / 10",
        "score": "7.1 分",
        "reminder": "—",
    }


def test_a_department_that_sent_nothing_comes_first_with_the_days_of_reminding(home: Path) -> None:
    rows = component(open_page("submissions"), "submissions")["rows"]
    assert rows[0]["department"]["t"] == "县教育局"
    assert rows[0]["status"]["t"] == "未报" and rows[0]["score"]["t"] == "缺"
    assert rows[0]["reminder"]["t"] == "督查通知 11月6日，催办通知 11月10日，现场督办 11月12日"


def test_findings_say_where_what_and_how_to_mend(home: Path) -> None:
    row = row_of(open_page("submissions"), "submission_findings", "department", "县发改局")
    assert (row["place"]["t"], row["message"]["sub"], row["remedy"]["t"]) == ("指标 H6", "unit_slip", "请核对计量单位")
    assert row["department"]["sub"] == "第 2 次：<b>十月</b>.xlsx"


def test_counts_stand_above_the_table(home: Path) -> None:
    shown = {metric.label: metric.value for metric in open_page("submissions").metric}
    assert shown == {
        "报送截止": "11月5日",
        "按时报送": "0 个",
        "迟报": "1 个",
        "已退回": "0 个",
        "已撤回": "0 个",
        "未报": "1 个",
    }


@pytest.mark.parametrize(("parameters", "count"), [({"month": "2026-10"}, 2), ({"region": "331126"}, 2)])
def test_filters_stand_in_the_link(home: Path, parameters: dict[str, str], count: int) -> None:
    app = open_page("submissions", **parameters)
    assert not app.warning and len(component(app, "submissions")["rows"]) == count


def test_a_month_that_is_none_is_told(home: Path) -> None:
    assert open_page("submissions", month="2031-13").warning

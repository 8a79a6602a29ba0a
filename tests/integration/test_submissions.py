"""From the form that a department gets to the marts, as people walk it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from tests.integration.conftest import Installation

pytestmark = pytest.mark.slow
DEPARTMENT = ("--department", "县教育局", "--region", "庆元县")


def _fill(source: Path, target: Path, change: dict[str, Any] | None = None) -> None:
    """Fill a form in as a person would: sign it, give a cumulative value to each indicator, a text to each row."""
    book = openpyxl.load_workbook(source)
    signed = {"填报人": "张三", "审核人": "李四", "单位负责人": "王五", "联系电话": "0578-6122222"}
    for line in book["封面"].iter_rows():
        for cell in line:
            if cell.value in signed:
                book["封面"].cell(cell.row, cell.column + 1).value = signed[cell.value]
    for sheet in (book[name] for name in ("指标", "任务") if name in book.sheetnames):
        heads = {str(cell.value): cell.column for cell in sheet[3] if cell.value}
        for row in range(4, sheet.max_row + 1):
            unit = sheet.cell(row, heads["计量单位"]).value if "计量单位" in heads else ""
            if "累计值" in heads:
                sheet.cell(row, heads["累计值"]).value = (change or {}).get(
                    str(sheet.cell(row, heads["名称"]).value), 90 if unit == "%" else 15
                )
                sheet.cell(row, heads["数据状态"]).value = "最终"
            sheet.cell(row, heads["进展情况"]).value = "按计划推进。"
    book.save(target)


def _through_office(source: Path, folder: Path) -> Path:
    """Opened and saved by LibreOffice."""
    folder.mkdir()
    command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile"]
    command += ["--convert-to", "xlsx", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / source.name


@pytest.fixture(scope="module")
def reported(second: Installation, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """A December reported, then corrected, and a November withdrawn; built."""
    folder = tmp_path_factory.mktemp("forms")
    for month in ("2025-12", "2025-11"):
        done = second.call("template", *DEPARTMENT, "--month", month, "-o", str(folder / f"{month}.xlsx"))
        assert done.returncode == 0, done.stderr
    _fill(folder / "2025-12.xlsx", folder / "december.xlsx")
    sent = folder / "december.xlsx"
    if shutil.which("soffice"):
        sent = _through_office(sent, folder / "office")
    assert second.call("submit", str(sent), "--who", "张三").returncode == 0
    _fill(folder / "2025-12.xlsx", folder / "corrected.xlsx", {"基本养老保险参保率": 98.1})
    assert second.call("submit", str(folder / "corrected.xlsx"), "--who", "张三", "--reason", "更正").returncode == 0
    _fill(folder / "2025-11.xlsx", folder / "november.xlsx", {"基本养老保险参保率": "约九成八"})
    november = second.call("submit", str(folder / "november.xlsx"), "--who", "张三")
    assert november.returncode == 0 and "text_in_number" in november.stdout
    number = november.stdout.split("回执_")[1].split(".html")[0]
    assert second.call("withdraw", number, "--who", "王五", "--reason", "数据有误").returncode == 0
    built = second.call("run")
    assert built.returncode == 0, built.stdout + built.stderr
    return second


def query(installation: Installation, sql: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(installation.link.resolve()), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def test_what_was_reported_for_a_year_is_an_actual_with_its_cell(reported: Installation) -> None:
    found = query(
        reported,
        "select value, version, is_preferred, superseded_at is null, input_path, source "
        "from marts.fct_indicator_actuals as actuals join marts.dim_indicator using (indicator_id) "
        "where source_kind = 'submission' and period_kind = 'year' and indicator_name = '基本养老保险参保率' "
        "order by superseded_at nulls first",
    )
    # The correction stands; what was reported first is kept beside it, and says that it was replaced.
    assert [row[:4] for row in found] == [(98.1, 2, True, True), (90.0, 1, False, False)]
    assert all(row[4].startswith("submissions/2025-12/") and "指标!" in row[5] for row in found)


def test_the_earlier_version_is_kept_with_when_it_was_superseded(reported: Installation) -> None:
    found = query(
        reported,
        "select value, superseded_at is null, is_current from marts.fct_submission_figures "
        "where indicator_text = '基本养老保险参保率' and month = date '2025-12-01' order by recorded_at",
    )
    assert found == [(90.0, False, False), (98.1, True, True)]


def test_a_withdrawn_month_counts_no_more_and_stays_to_be_seen(reported: Installation) -> None:
    found = query(
        reported,
        "select version, verdict, withdrawal_reason, is_current from marts.fct_submissions "
        "where month = date '2025-11-01'",
    )
    assert found == [(1, "accepted_with_remarks", "数据有误", False)]
    assert (
        query(reported, "select count(*) from marts.fct_submission_figures where month = date '2025-11-01'")[0][0] > 0
    )
    assert query(
        reported,
        "select count(*) from marts.fct_submission_figures where month = date '2025-11-01' and is_current",
    ) == [(0,)]


def test_every_department_has_its_state_for_the_months(reported: Installation) -> None:
    states = dict(
        query(
            reported,
            "select strftime(month, '%Y-%m') || department_name, status from marts.mart_submission_status "
            "where region_code = '331126'",
        )
    )
    assert states["2025-12县教育局"] == "late" and states["2025-11县教育局"] == "withdrawn"
    assert states["2025-12县交通运输局"] == "missing"


def test_the_same_records_build_the_same_bytes_in_a_new_home(
    reported: Installation, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = Installation(tmp_path_factory.mktemp("anew") / "home", reported.raw)
    assert other.call("run").returncode == 0
    assert other.exports() == reported.exports()


def test_a_target_meets_what_was_reported(reported: Installation) -> None:
    found = query(
        reported,
        "select count(*) from marts.fct_indicator_progress as progress "
        "join marts.fct_indicator_actuals as actuals using (actual_id) where actuals.source_kind = 'submission'",
    )
    assert found[0][0] >= 1

"""What becomes of a file that a department sends: read, checked, answered, kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from filled import FORM, INCOME, MONTH, NOW, TOLD, URBAN, background, fill

from pipelines.intake.background import Background
from pipelines.intake.receive import Told, receive, understand
from pipelines.intake.record import Withdrawal, parse_record
from pipelines.intake.register import NotRegistered, Register
from pipelines.landing.store import sha256_of
from pipelines.submissions.model import Point


def test_a_form_well_filled_is_accepted() -> None:
    record = understand(fill(), "县发改局.xlsx", TOLD, background(), NOW)
    assert (record.verdict, record.department, record.region_code, record.month) == (
        "accepted",
        "县发改局",
        "331126",
        MONTH,
    )
    assert {(f.row_key, f.value_kind, f.value, f.unit) for f in record.figures} >= {(URBAN, "cumulative", 66.0, "%")}
    assert not any(f.is_quarantined for f in record.figures)
    assert (record.filled_by, record.checked_by, record.led_by) == ("张三", "李四", "王五")


def test_a_value_knows_its_period_and_its_cell() -> None:
    record = understand(fill({"常住人口城镇化率": {"本期值": 65.5}}), "a.xlsx", TOLD, background(), NOW)
    found = {f.value_kind: f for f in record.figures if f.row_key == URBAN}
    assert (found["current"].period_start, found["current"].period_end) == (MONTH, date(2026, 10, 31))
    assert (found["cumulative"].period_start, found["cumulative"].period_end) == (date(2026, 1, 1), date(2026, 10, 31))
    assert found["cumulative"].cell and found["cumulative"].sheet == "指标"


def test_a_wrong_cell_holds_back_its_row_and_the_others_go_on() -> None:
    record = understand(fill({"常住人口城镇化率": {"累计值": "约六成六"}}), "a.xlsx", TOLD, background(), NOW)
    assert record.verdict == "accepted_with_remarks"
    assert "text_in_number" in {f.code for f in record.findings}
    assert all(f.row_key != URBAN for f in record.figures if not f.is_quarantined)
    assert any(f.row_key == INCOME and not f.is_quarantined for f in record.figures)


def test_a_slip_of_the_unit_is_held_back_and_an_explanation_lets_it_through() -> None:
    points = {("331126", "x"): [Point(date(2025, 1, 1), date(2025, 12, 31), 30_000.0, "final", "statistics")]}
    rows = tuple(
        replace(row, indicator_id="x", indicator_kind="flow") if row.row_id == INCOME else row for row in FORM.rows
    )
    known = background(points)
    department = known.known[0]
    known.forms[MONTH][department] = replace(FORM, rows=rows)
    slip = {"农村居民人均可支配收入": {"累计值": 3.1}}
    held = understand(fill(slip), "a.xlsx", TOLD, known, NOW)
    assert "unit_slip" in {f.code for f in held.findings}
    assert [f.is_quarantined for f in held.figures if f.row_key == INCOME] == [True]
    slip["农村居民人均可支配收入"]["情况属实说明"] = "经核对统计年报，数据口径调整，情况属实"
    let = understand(fill(slip), "a.xlsx", TOLD, known, NOW)
    assert [f.is_quarantined for f in let.figures if f.row_key == INCOME] == [False]


def test_a_form_without_the_leader_is_returned_and_nothing_of_it_is_used() -> None:
    record = understand(fill(signed={"填报人": "张三", "审核人": "李四"}), "a.xlsx", TOLD, background(), NOW)
    assert record.verdict == "returned"
    assert "leader_sign_off_missing" in {f.code for f in record.findings}
    assert record.figures and all(f.is_quarantined for f in record.figures)


def test_another_department_than_the_plans_know_is_returned() -> None:
    record = understand(fill(), "a.xlsx", TOLD, Background(), NOW)
    assert record.verdict == "returned"


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"PK\x03\x04broken", b"MZ\x90\x00", "指标,2024\n".encode("gb18030")]
)
def test_what_is_no_table_is_returned_with_a_finding(data: bytes) -> None:
    record = understand(data, "../../etc/表.xlsx", TOLD, background(), NOW)
    assert record.verdict == "returned"
    assert record.findings and record.file_name == "表.xlsx"


def test_a_table_of_its_own_needs_a_department_and_a_month() -> None:
    table = "单位：亿元\n地区,2024年地区生产总值\n庆元县,98.6\n".encode()
    alone = understand(table, "表.csv", TOLD, background(), NOW)
    assert alone.verdict == "returned"
    assert {"department_not_told", "month_not_told"} <= {f.code for f in alone.findings}
    told = Told("张三", department="县发改局", month=date(2024, 12, 1))
    record = understand(table, "表.csv", told, background(), NOW)
    assert record.verdict != "returned"
    assert [(f.region_code, f.value, f.unit, f.period_start.year, f.value_kind) for f in record.figures] == [
        ("331126", 98.6, "亿元", 2024, "stated")
    ]


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ("单位：万元\n地区,2025年地区生产总值\n庆元县,98.6\n", "unit_slip"),
        ("单位：亿元\n地区,2025年地区生产总值\n庆元县,29860\n", "magnitude_off"),
        ("单位：%\n地区,2025年常住人口城镇化率\n庆元县,160.2\n", "share_out_of_range"),
        ("单位：亿元\n地区,2026年地区生产总值\n庆元县,103.2\n", "future_period"),
        ("单位：亿元\n地区,2027年地区生产总值\n庆元县,103.2\n", "future_period"),
        ("单位：亿元\n地区,2026年1-11月地区生产总值\n庆元县,93.2\n", None),
        ("单位：亿元\n地区,2025年地区生产总值\n庆元县,103.2\n", None),
        ("单位：万元\n地区,2025年地区生产总值\n庆元县,1032000\n", None),
    ],
)
def test_an_implausible_figure_of_a_table_is_held_back(table: str, code: str | None) -> None:
    point = Point(date(2024, 1, 1), date(2024, 12, 31), 98.6, "final", "statistics")
    told = Told("张三", department="县发改局", month=date(2025, 12, 1))
    record = understand(table.encode(), "表.csv", told, background({("331126", "gdp"): [point]}), NOW)
    assert [found.code for found in record.findings] == ([code] if code else [])
    assert [figure.is_quarantined for figure in record.figures] == [code is not None]
    assert record.verdict == ("returned" if code else "accepted")
    assert all(found.cell == "B3" for found in record.findings)
    assert all("报送表" in found.remedy for found in record.findings if found.code != "future_period")


def test_the_day_of_receipt_is_that_of_china() -> None:
    """At seven on the first of the month in Beijing it is still the month before in UTC."""
    early = datetime(2026, 10, 31, 23, 0, tzinfo=UTC)
    table = "单位：亿元\n地区,2026年11月地区生产总值\n庆元县,9.2\n".encode()
    told = Told("张三", department="县发改局", month=date(2026, 11, 1))
    record = understand(table, "表.csv", told, background(), early)
    assert [found.code for found in record.findings] == []
    assert understand(b"", "a.xlsx", TOLD, background(), early).month == date(2026, 10, 1)


def test_the_same_bytes_twice_change_nothing(tmp_path: Path) -> None:
    register, data = Register(tmp_path), fill()
    first = receive(data, "a.xlsx", TOLD, background(), register, NOW)
    again = receive(data, "b.xlsx", Told("李四"), background(), register, NOW + timedelta(days=1))
    assert (first.is_new, again.is_new) == (True, False)
    assert again.record.received_at == first.record.received_at
    assert len(list(register.records())) == 1


def test_a_table_returned_for_want_of_its_sender_is_received_once_that_is_said(tmp_path: Path) -> None:
    register, table = Register(tmp_path), "单位：亿元\n地区,2024年地区生产总值\n庆元县,98.6\n".encode()
    told = Told("张三", department="县发改局", month=date(2024, 12, 1))
    first = receive(table, "表.csv", TOLD, background(), register, NOW)
    still = receive(table, "表.csv", Told("张三", department="县发改局"), background(), register, NOW)
    said = receive(table, "表.csv", told, background(), register, NOW)
    again = receive(table, "表.csv", told, background(), register, NOW)
    assert [one.is_new for one in (first, still, said, again)] == [True, False, True, False]
    assert (first.record.verdict, said.record.verdict, again.record) == ("returned", "accepted", said.record)
    assert said.record.submission_id != first.record.submission_id and said.record.sha256 == first.record.sha256
    kept = register.kept_file(said.record.submission_id)
    assert kept is not None and kept.read_bytes() == table and len(list(register.records())) == 2


def test_the_file_is_kept_as_received_with_its_record(tmp_path: Path) -> None:
    register, data = Register(tmp_path), fill()
    record = receive(data, "县发改局 10月/报表?.xlsx", TOLD, background(), register, NOW).record
    kept = register.kept_file(record.submission_id)
    assert kept is not None and sha256_of(kept.read_bytes()) == record.sha256
    assert kept.parent == tmp_path / "submissions" / "2026-10"
    assert parse_record(record.as_json()) == record


def test_a_returned_file_is_kept_too(tmp_path: Path) -> None:
    register = Register(tmp_path)
    record = receive(b"%PDF-1.7", "报表.pdf", TOLD, background(), register, NOW).record
    assert register.kept_file(record.submission_id) is not None


def test_a_withdrawal_is_a_record_of_its_own(tmp_path: Path) -> None:
    register = Register(tmp_path)
    record = receive(fill(), "a.xlsx", TOLD, background(), register, NOW).record
    register.withdraw(Withdrawal(record.submission_id, NOW, "王五", "数据有误"))
    assert [one.reason for _, one in register.withdrawals()] == ["数据有误"]
    assert register.find(record.submission_id) == record
    with pytest.raises(NotRegistered, match="没有编号"):
        register.withdraw(Withdrawal("0" * 16, NOW, "王五", "数据有误"))


def test_a_damaged_record_is_named(tmp_path: Path) -> None:
    register = Register(tmp_path)
    record = receive(fill(), "a.xlsx", TOLD, background(), register, NOW).record
    path = tmp_path / "submissions" / "2026-10" / f"{record.submission_id}.intake.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match=record.submission_id) as told:
        list(register.records())
    assert told.value.__cause__ is None  # a run tells the first cause
    path.with_name(f"{record.submission_id}.withdrawal.json").write_text("[]", encoding="utf-8")
    with pytest.raises(ValueError, match=record.submission_id):
        list(register.withdrawals())

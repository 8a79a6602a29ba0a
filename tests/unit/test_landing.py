"""Landing: once for each content and reader, nothing lost, one bad input stops no other."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from pipelines.landing import plans, store
from pipelines.landing.land import land_plans, land_statistics
from pipelines.landing.manifest import write_manifest
from pipelines.landing.origin import parse_origin, scan
from pipelines.plans.model import Document, Finding, NumberUse, Period, PlanReading, Section, Statement
from pipelines.settings import Settings

PLAN = "到2027年，城镇化率达到69%。"


def fake_reader(data: bytes, file_name: str) -> PlanReading:
    """Reads every text as one statement; breaks on the word 坏."""
    text = data.decode()
    if "坏" in text:
        raise KeyError("坏")
    statement = Statement(
        quote="城镇化率达到69%",
        quote_start=7,
        value_text="69%",
        start=13,
        indicator="城镇化率",
        region="庆元县",
        kind="target",
        period=Period("by", 2027, 2027),
        comparator="eq",
        value=69.0,
        unit="%",
        measure="level",
        departments=[],
        section="一、",
        rule="test",
        section_id=0,
    )
    section = Section(0, None, 1, "chapter", "一、", "目标", "一、目标", 0, 1, len(text))
    finding = Finding("note", "info", "提示")
    head = Document(title="规划", region_code="331126", issue_date="2023-04-06")
    numbers = [NumberUse(2, 6, "2027", "date"), NumberUse(13, 15, "69", "statement", 0)]
    return PlanReading(file_name[:3], text, head, [section], [], [statement], [finding], numbers)


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def land(settings: Settings, reader=fake_reader) -> list:
    return land_plans(settings, [raw for raw in scan(settings.raw_dir) if raw.kind == "plan"], reader=reader)


def test_a_second_landing_changes_nothing(settings: Settings, put: Callable) -> None:
    put("plans/000_a.txt", PLAN.encode())
    assert [one.is_read_now for one in land(settings)] == [True]
    write_manifest(settings, scan(settings.raw_dir))
    before = snapshot(settings.home / "landing")

    def never(data: bytes, file_name: str) -> PlanReading:
        raise AssertionError("read again")

    assert [one.is_read_now for one in land(settings, never)] == [False]
    assert snapshot(settings.home / "landing") == before


def test_only_the_changed_input_is_read(settings: Settings, put: Callable) -> None:
    put("plans/000_a.txt", PLAN.encode())
    put("plans/001_b.txt", (PLAN + "乙").encode())
    land(settings)
    put("plans/001_b.txt", (PLAN + "丙").encode())
    assert [(one.input_path, one.is_read_now) for one in land(settings)] == [
        ("plans/000_a.txt", False),
        ("plans/001_b.txt", True),
    ]


def test_rows_carry_ids_that_follow_from_the_bytes(settings: Settings, put: Callable) -> None:
    put("plans/000_a.txt", PLAN.encode())
    land(settings)
    statements = pl.read_parquet(settings.landed_plans / "statements" / "*.parquet").to_dicts()
    document_id = store.document_id_of(store.sha256_of(PLAN.encode()))
    assert len(statements) == 1
    assert statements[0]["statement_id"] == f"{document_id}-q0001"
    assert statements[0]["section_id"] == f"{document_id}-s0001"
    assert statements[0]["measure_id"] is None
    assert PLAN[statements[0]["start_char"] : statements[0]["end_char"]] == "69%"
    numbers = pl.read_parquet(settings.landed_plans / "numbers" / "*.parquet").sort("ordinal")
    assert numbers.select("number_id", "number_text", "number_use", "statement_id").rows() == [
        (f"{document_id}-n0001", "2027", "date", None),
        (f"{document_id}-n0002", "69", "statement", f"{document_id}-q0001"),
    ]


def test_a_failed_read_keeps_the_bytes_and_says_why(settings: Settings, put: Callable) -> None:
    bad = put("plans/000_a.txt", "坏".encode())
    put("plans/001_b.txt", PLAN.encode())
    assert [one.row_count for one in land(settings)] == [0, 1]
    manifest = write_manifest(settings, scan(settings.raw_dir))
    assert manifest.select("input_path", "is_readable").rows() == [
        ("plans/000_a.txt", False),
        ("plans/001_b.txt", True),
    ]
    sha256 = store.sha256_of(bad.read_bytes())
    assert store.object_path(settings.objects_dir, sha256).read_bytes() == "坏".encode()
    finding = pl.read_parquet(store.landed_path(settings.landed_plans, "findings", sha256)).to_dicts()[0]
    assert finding["code"] == "reader_failed"
    assert finding["input_path"] == "plans/000_a.txt"
    assert finding["remedy"]


def test_trouble_of_the_machine_is_not_blamed_on_the_input(settings: Settings, put: Callable) -> None:
    put("plans/000_a.txt", PLAN.encode())

    def out_of_memory(data: bytes, file_name: str) -> PlanReading:
        raise MemoryError

    with pytest.raises(MemoryError):
        land(settings, out_of_memory)
    assert [one.is_read_now for one in land(settings)] == [True]


@pytest.mark.parametrize(
    ("origin", "code"),
    [
        (None, "origin_missing"),
        ({"source": ""}, "origin_invalid"),
        ({"received_date": "昨天"}, "origin_invalid"),
        ({"input_kind": "其他"}, "origin_invalid"),
        ({"sha256": "0" * 64}, "origin_sha256_mismatch"),
    ],
)
def test_an_input_without_a_fitting_origin_is_kept_and_not_used(
    settings: Settings, put: Callable, origin: dict | None, code: str
) -> None:
    path = put("plans/000_a.txt", PLAN.encode(), origin=origin)
    land(settings)
    manifest = write_manifest(settings, scan(settings.raw_dir))
    findings = pl.read_parquet(settings.landed_statistics / "findings" / "_inputs.parquet").to_dicts()
    assert manifest["is_readable"].to_list() == [False]
    assert [finding["code"] for finding in findings] == [code]
    assert store.object_path(settings.objects_dir, manifest["sha256"][0]).read_bytes() == path.read_bytes()


@pytest.mark.parametrize(("said", "code"), [(None, "region_unknown"), ("澜山市", "region_unknown"), ("庆元县", None)])
def test_a_plan_of_no_known_region_waits_for_its_origin(
    settings: Settings, put: Callable, said: str | None, code: str | None
) -> None:
    """The others are built meanwhile."""
    put("statistics/gbt2260_china_2024.txt", "331126 庆元县\n".encode(), "region_codes")
    put("plans/000_a.txt", "大会讲话\n全年粮食产量12万吨。\n".encode(), origin={"region": said})
    land(settings, reader=None)
    land_statistics(settings, scan(settings.raw_dir), "region_codes")
    manifest = write_manifest(settings, scan(settings.raw_dir))
    plan = manifest.row(by_predicate=pl.col("input_kind") == "plan", named=True)
    findings = pl.read_parquet(settings.landed_statistics / "findings" / "_inputs.parquet").to_dicts()
    assert [finding["code"] for finding in findings] == ([code] if code else [])
    assert plan["is_readable"] == (code is None)
    assert all("000_a.txt.origin.json 的 region " in finding["remedy"] for finding in findings)


def test_the_same_bytes_twice_are_used_once(settings: Settings, put: Callable) -> None:
    put("plans/000_a.txt", PLAN.encode())
    put("plans/001_b.txt", PLAN.encode())
    land(settings)
    manifest = write_manifest(settings, scan(settings.raw_dir))
    assert manifest["is_readable"].to_list() == [True, False]


def test_a_file_taken_out_stays_landed_and_leaves_the_manifest(settings: Settings, put: Callable) -> None:
    path = put("plans/000_a.txt", PLAN.encode())
    land(settings)
    path.unlink()
    land(settings)
    assert write_manifest(settings, scan(settings.raw_dir)).height == 0
    assert store.is_landed(settings.landed_plans, plans.PLAN_TABLES, store.sha256_of(PLAN.encode()))


def test_a_file_that_changes_during_the_run_is_told_of(settings: Settings, put: Callable) -> None:
    put("plans/000_a.txt", PLAN.encode())
    land(settings)
    put("plans/000_a.txt", (PLAN + "丁").encode())
    manifest = write_manifest(settings, scan(settings.raw_dir))
    findings = pl.read_parquet(settings.landed_statistics / "findings" / "_inputs.parquet")
    assert manifest["is_readable"].to_list() == [False]
    assert findings["code"].to_list() == ["input_changed_meanwhile"]


def test_statistics_are_landed_once(settings: Settings, put: Callable) -> None:
    header = "region,indicator,year,value,unit,status,source_title,source\n"
    put("statistics/f.csv", (header + "庆元县,人口,2023,14.1,万人,最终,公报,x\n").encode(), "statistics")
    put("statistics/c.txt", "331126 庆元县\n".encode(), "region_codes")
    for expected in (True, False):
        inputs = scan(settings.raw_dir)
        assert [one.is_read_now for one in land_statistics(settings, inputs, "statistics")] == [expected]
        assert [one.is_read_now for one in land_statistics(settings, inputs, "region_codes")] == [expected]
    assert write_manifest(settings, inputs)["is_readable"].all()


def test_month_precision_is_the_first_of_the_month() -> None:
    origin = parse_origin({"input_kind": "plan", "source": "x", "received_date": "2026-11-21", "issue_date": "2021-03"})
    assert str(origin.issue_date) == "2021-03-01"


def test_a_plan_may_amend_or_replace_earlier_ones() -> None:
    record = {"input_kind": "plan", "source": "x", "received_date": "2026-11-21"}
    entries = [
        {"document": "庆政发〔2021〕5号", "mode": "replace"},
        {"document": "raw/plans/000_a.txt"},  # amends, unless it says otherwise
    ]
    origin = parse_origin(record | {"amends": entries})
    assert origin.replaces == ("庆政发〔2021〕5号",)
    assert origin.amends == ("plans/000_a.txt",)
    assert parse_origin(record).amends == parse_origin(record | {"amends": []}).replaces == ()


@pytest.mark.parametrize(
    ("amends", "said"),
    [
        ("庆政发〔2021〕5号", "amends 应为列表"),
        (["庆政发〔2021〕5号"], "amends 第 1 项应写成"),
        ([{"document": "甲", "year": 2021}], "amends 第 1 项应写成"),
        ([{"document": "甲"}, {"document": " "}], "amends 第 2 项的 document"),
        ([{"document": "甲", "mode": "drop"}], "应为 amend（修订）或 replace（替代），现为 'drop'"),
        ([{"document": "甲"}, {"document": "甲", "mode": "replace"}], "甲 出现了不止一次"),
    ],
)
def test_an_amendment_that_does_not_fit_is_refused(amends: object, said: str) -> None:
    record = {"input_kind": "plan", "source": "x", "received_date": "2026-11-21"}
    with pytest.raises(ValueError, match=re.escape(said)):
        parse_origin(record | {"amends": amends})
    with pytest.raises(ValueError, match="只用于 input_kind 为 plan"):
        parse_origin(record | {"input_kind": "reference", "amends": [{"document": "甲"}]})


def test_amendments_are_in_the_manifest(settings: Settings, put: Callable) -> None:
    amends = [{"document": "甲", "mode": "replace"}, {"document": "乙"}]
    put("plans/000_a.txt", PLAN.encode(), origin={"amends": amends})
    land(settings)
    row = write_manifest(settings, scan(settings.raw_dir)).row(0, named=True)
    assert (row["origin_amends"], row["origin_replaces"]) == (["乙"], ["甲"])


def test_every_input_of_the_project_has_an_origin_that_fits() -> None:
    settings = Settings.load()
    inputs = scan(settings.raw_dir)
    assert inputs
    for raw in inputs:
        assert raw.origin is not None, raw.findings
        if raw.kind not in ("corrections", "supervision"):  # written on, entry by entry
            assert raw.origin.sha256 == store.sha256_of(raw.path.read_bytes()), raw.input_path

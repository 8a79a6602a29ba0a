"""The corrections file: what an entry may say, and what is told of one that cannot be used."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from pipelines.landing.corrections import read_corrections
from pipelines.landing.land import land_statistics
from pipelines.landing.manifest import write_manifest
from pipelines.landing.origin import scan
from pipelines.landing.schemas import CORRECTIONS
from pipelines.runs.review import FILE, ReviewError, append_entry, entry_of
from pipelines.settings import PROJECT_DIR, Settings

ENTRY = """\
# 例
- document: 17ad0b2908587af0
  place:
    start: 1740
    value: 9.2 亿元
  expect:
    quote: 人均地区生产总值达 9.2 亿元
    read: 目标 庆元县 人均地区生产总值 = 9.2 亿元 by 2027
  action: amend
  amend:
    unit: 万元
    period: every 2023-2027
  reason: 人均数不会以亿元计
  who: 张三
  date: 2026-11-22
"""
STATEMENT = {
    "document_id": "17ad0b2908587af0",
    "start_char": 1740,
    "value_text": "9.2 亿元",
    "quote": "人均地区生产总值达\n9.2 亿元",
    "reading": "目标 庆元县 人均地区生产总值 = 9.2 亿元 by 2027",
}


def read(text: str) -> tuple[list, list]:
    return read_corrections(text.encode(), "f" * 16, "corrections/plan_statements.yml")


def test_an_entry_becomes_a_row_with_its_line() -> None:
    rows, findings = read(ENTRY)
    assert findings == []
    assert len(rows) == 1
    row = rows[0]
    assert set(row) == set(CORRECTIONS)
    assert (row["correction_id"], row["line"], row["start_char"]) == (f"{'f' * 16}-c0001", 2, 1740)
    assert (row["amend_unit"], row["amend_value"]) == ("万元", None)
    assert (row["amend_period_type"], row["amend_start_year"], row["amend_end_year"]) == ("every", 2023, 2027)
    assert row["decided_on"] == date(2026, 11, 22)


@pytest.mark.parametrize("text", ["", "# 只有注释\n", "[]\n", "\ufeff" + ENTRY])
def test_a_file_without_faults(text: str) -> None:
    rows, findings = read(text)
    assert findings == []
    assert len(rows) == ("document" in text)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("action: amend", "action: mend", "accept、amend、reject"),
        ("action: amend", "action: accept", "要写 amend"),
        ("    unit: 万元\n    period: every 2023-2027\n", "    units: 万元\n", "units"),
        ("every 2023-2027", "2027", "by 2027"),
        ("every 2023-2027", "every 2027-2023", "颠倒"),
        ("unit: 万元", "value: 九点二", "应为数字"),
        ("unit: 万元", "value: 1e400", "应为数字"),
        ("unit: 万元", "kind: wish", "target、actual"),
        ("  who: 张三\n", "", "缺少 who"),
        ("who: 张三", "who: [张三]", "缺少 who"),
        ("2026-11-22", "昨天", "2026-11-22"),
        ("17ad0b2908587af0", "000", "16 位"),
        ("start: 1740", "start: 约1740", "字符位置"),
        ("quote: 人均地区生产总值达 9.2 亿元", "quote: 人均地区生产总值", "应包含"),
        ("  reason:", "  note: 1\n  reason:", "note"),
        ("  who: 张三", "  who: 张三\n  who: 李四", "写了两遍"),
        ("  place:\n    start: 1740\n    value: 9.2 亿元\n", "  place: 1740\n", "start、value"),
    ],
)
def test_a_faulty_entry_is_told_with_its_line_and_the_others_count(old: str, new: str, message: str) -> None:
    assert old in ENTRY
    rows, findings = read(ENTRY.replace(old, new) + "\n" + ENTRY)
    assert len(rows) == 1
    [(line, finding)] = findings
    assert (line, finding.code, finding.severity) == (2, "correction_invalid", "error")
    assert message in finding.message
    assert "docs/corrections.md" in finding.remedy


@pytest.mark.parametrize(
    ("text", "line"),
    [("- a: [\n", 2), ("a: 1\n", 1), ("- &x [*x]\n", None), ("[" * 20_000, None), ("- a: \x07\n", None)],
    ids=["syntax", "no_list", "alias", "deep", "control"],
)
def test_a_file_that_is_no_list_is_unreadable(text: str, line: int | None) -> None:
    rows, findings = read(text)
    assert rows == []
    assert [(found, finding.code) for found, finding in findings] == [(line, "corrections_unreadable")]


def test_bytes_that_are_no_text_are_told() -> None:
    assert [finding.code for _, finding in read_corrections(b"\xff\xff\xff", "f" * 16, "x")[1]] == ["undecodable"]


def test_a_decision_is_written_behind_what_stands_there(settings: Settings) -> None:
    path = settings.raw_dir / FILE
    text = entry_of(STATEMENT, "amend", {"value": "9.2", "unit": "万元"}, "更正：见年鉴", "张三", date(2026, 11, 22))
    assert append_entry(settings, text) == path
    kept = "# 手写的说明\n" + path.read_text(encoding="utf-8")
    path.write_text(kept, encoding="utf-8")
    append_entry(settings, entry_of(STATEMENT, "reject", {}, "不是目标", "李四", date(2026, 11, 23)))
    assert path.read_text(encoding="utf-8").startswith(kept)
    rows, findings = read(path.read_text(encoding="utf-8"))
    assert findings == []
    assert [(row["action"], row["decided_by"]) for row in rows] == [("amend", "张三"), ("reject", "李四")]
    assert (rows[0]["amend_value"], rows[0]["amend_unit"], rows[0]["reason"]) == (9.2, "万元", "更正：见年鉴")
    raw = scan(settings.raw_dir)
    assert [(one.kind, one.findings) for one in raw] == [("corrections", ())]
    assert land_statistics(settings, raw, "corrections")[0].row_count == 2
    assert write_manifest(settings, raw)["is_readable"].to_list() == [True]


def test_a_decision_that_says_nonsense_is_not_written(settings: Settings) -> None:
    with pytest.raises(ReviewError, match="应为数字"):
        entry_of(STATEMENT, "amend", {"value": "九"}, "x", "y", date(2026, 11, 22))
    text = entry_of(STATEMENT, "accept", {}, "x", "y", date(2026, 11, 22))
    path = settings.raw_dir / FILE
    path.parent.mkdir(parents=True)
    for broken in ("- a: [\n", "[]\n"):
        path.write_text(broken, encoding="utf-8")
        with pytest.raises(ReviewError, match="请先改正"):
            append_entry(settings, text)
        assert path.read_text(encoding="utf-8") == broken


@pytest.mark.parametrize(("content", "usable"), [(b"# \xe7\xa9\xba\n", True), (b"- a: [\n", False), (b"\xff", False)])
def test_an_empty_file_is_usable_and_a_broken_one_is_not(settings: Settings, content: bytes, usable: bool) -> None:
    path = settings.raw_dir / FILE
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    origin = {"input_kind": "corrections", "source": "x", "received_date": "2026-11-22"}
    path.with_name(path.name + ".origin.json").write_text(json.dumps(origin), encoding="utf-8")
    land_statistics(settings, scan(settings.raw_dir), "corrections")
    assert write_manifest(settings, scan(settings.raw_dir))["is_readable"].to_list() == [usable]


def test_the_example_of_the_documentation_can_be_read() -> None:
    text = (PROJECT_DIR / "docs" / "corrections.md").read_text(encoding="utf-8")
    rows, findings = read(text.split("```yaml\n")[1].split("```")[0])
    assert (len(rows), findings) == (1, [])


def test_the_projects_own_file_can_be_read() -> None:
    path = Path(PROJECT_DIR / "raw" / FILE)
    assert read(path.read_text(encoding="utf-8"))[1] == []

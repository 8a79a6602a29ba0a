"""The life of warnings: what an event may say, which order of events is allowed, and what is told of a faulty one."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from pipelines.landing.land import land_statistics
from pipelines.landing.manifest import write_manifest
from pipelines.landing.origin import scan
from pipelines.landing.schemas import SUPERVISION_EVENTS
from pipelines.landing.supervision import in_order, read_supervision
from pipelines.settings import PROJECT_DIR, Settings

WARNING = "0123456789abcdef0123456789abcdef"
ENTRY = f"""\
# 例
- warning: {WARNING}
  action: extend
  until: 2025-11-30
  reason: 施工图审查延后
  who: 张三
  date: 2025-11-12 07:30
  submission: 17ad0b2908587af0
"""


def read(text: str) -> tuple[list, list]:
    return read_supervision(text.encode(), "f" * 16, "supervision/events.yml")


def test_an_entry_becomes_a_row_with_its_line() -> None:
    rows, findings = read(ENTRY)
    assert findings == []
    [row] = rows
    assert set(row) == set(SUPERVISION_EVENTS)
    assert (row["warning_id"], row["event_kind"], row["line"]) == (WARNING, "extended", 2)
    assert (row["occurred_on"], row["until_date"]) == (date(2025, 11, 12), date(2025, 11, 30))
    assert row["occurred_at"] == datetime(2025, 11, 11, 23, 30)  # UTC
    assert (row["recorded_by"], row["reason"], row["submission_id"]) == ("张三", "施工图审查延后", "17ad0b2908587af0")


def test_a_row_keeps_its_id_when_the_file_is_written_on() -> None:
    [row] = read(ENTRY)[0]
    later = f"\n- {{warning: {WARNING}, action: close, reason: 已完成, who: 李四, date: 2025-11-28}}\n"
    rows, findings = read("# 又一行说明\n" + ENTRY + later)
    assert findings == []
    assert (rows[0]["event_id"], rows[0]["line"]) == (row["event_id"], 3)
    assert rows[1]["event_id"] != row["event_id"]
    assert rows[1]["occurred_at"] is None


@pytest.mark.parametrize("text", ["", "# 只有注释\n", "[]\n", "\ufeff" + ENTRY])
def test_a_file_without_faults(text: str) -> None:
    rows, findings = read(text)
    assert findings == []
    assert len(rows) == ("warning" in text)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (f"warning: {WARNING}", "warning: 012345", "32 位"),
        ("action: extend", "action: 延期", "answer、extend、close、reopen"),
        ("  until: 2025-11-30\n", "", "要写 until"),
        ("until: 2025-11-30", "until: 月底", "until 应写成"),
        ("until: 2025-11-30", "until: 2025-11-11", "早于"),
        ("action: extend", "action: answer", "until 只在"),
        ("  reason: 施工图审查延后\n", "", "缺少 reason"),
        ("who: 张三", "who: ' '", "缺少 who"),
        ("who: 张三", "who: [张三]", "缺少 who"),
        ("2025-11-12 07:30", "11月12日", "date 应写成"),
        ("2025-11-12 07:30", "2025-02-30", "date 应写成"),
        ("2025-11-12 07:30", "2025-11-12 25:00", "时间应写成"),
        ("17ad0b2908587af0", "第三份", "报送的编号"),
        ("  who:", "  note: 1\n  who:", "note"),
        ("  who: 张三", "  who: 张三\n  who: 李四", "写了两遍"),
    ],
)
def test_a_faulty_entry_is_told_with_its_line_and_the_others_count(old: str, new: str, message: str) -> None:
    assert old in ENTRY
    rows, findings = read(ENTRY.replace(old, new) + "\n" + ENTRY)
    assert len(rows) == 1
    [(line, finding)] = findings
    assert (line, finding.code, finding.severity) == (2, "supervision_event_invalid", "error")
    assert message in finding.message
    assert "docs/supervision.md" in finding.remedy


def test_the_same_event_twice_is_one() -> None:
    rows, findings = read(ENTRY + ENTRY)
    assert len(rows) == 1
    [(line, finding)] = findings
    assert (line, finding.code, finding.severity) == (10, "supervision_event_repeated", "warning")


@pytest.mark.parametrize(
    ("text", "line"),
    [("- a: [\n", 2), ("a: 1\n", 1), ("- &x [*x]\n", None), ("[" * 20_000, None)],
    ids=["syntax", "no_list", "alias", "deep"],
)
def test_a_file_that_is_no_list_is_unreadable(text: str, line: int | None) -> None:
    rows, findings = read(text)
    assert rows == []
    assert [(found, finding.code) for found, finding in findings] == [(line, "supervision_unreadable")]


@pytest.mark.parametrize(
    ("kinds", "fits"),
    [
        ([], []),
        (["answered", "extended", "answered", "closed"], [True] * 4),
        (["closed", "reopened", "answered", "closed", "reopened"], [True] * 5),
        (["reopened", "answered"], [False, True]),
        (["closed", "answered", "closed", "reopened", "reopened"], [True, False, False, True, False]),
    ],
)
def test_which_events_may_follow_which(kinds: list[str], fits: list[bool]) -> None:
    assert in_order(kinds) == fits


@pytest.mark.parametrize(
    ("content", "usable"), [(b"", True), (ENTRY.encode(), True), (b"- a: [\n", False), (b"\xff", False)]
)
def test_a_file_is_landed_and_a_broken_one_is_not_used(settings: Settings, content: bytes, usable: bool) -> None:
    path = settings.raw_dir / "supervision" / "手写.yml"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    origin = '{"input_kind": "supervision", "source": "x", "received_date": "2025-11-12"}'
    path.with_name(path.name + ".origin.json").write_text(origin, encoding="utf-8")
    raw = scan(settings.raw_dir)
    assert [one.kind for one in raw] == ["supervision"]
    assert land_statistics(settings, raw, "supervision")[0].row_count == content.count(b"warning:")
    assert write_manifest(settings, raw)["is_readable"].to_list() == [usable]


def test_the_example_of_the_documentation_can_be_read() -> None:
    text = Path(PROJECT_DIR / "docs" / "supervision.md").read_text(encoding="utf-8")
    rows, findings = read(text.split("```yaml\n")[1].split("```")[0])
    assert ([row["event_kind"] for row in rows], findings) == (["answered", "extended", "closed"], [])

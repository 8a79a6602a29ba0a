"""``planledger rows``: the exported form, folders, and what is said of files that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner
from tables import workbook_bytes

from pipelines.cli import main

KEYS = [
    "file",
    "sheet",
    "cell",
    "region_code",
    "region_name",
    "region_text",
    "indicator_text",
    "indicator_id",
    "period_start",
    "period_end",
    "value",
    "unit",
    "findings",
]


def test_one_line_a_figure_and_one_a_finding(tmp_path: Path) -> None:
    rows = [["2024年各市"], ["地区", "地区生产总值（亿元）"], ["杭州", 1.5], ["某某市", 2]]
    (tmp_path / "a.xlsx").write_bytes(workbook_bytes(rows))
    (tmp_path / "~$a.xlsx").write_bytes(b"lock")
    output = tmp_path / "out.jsonl"
    result = CliRunner().invoke(main, ["rows", str(tmp_path), "-o", str(output)])
    assert result.exit_code == 0, result.output
    read, refused = (json.loads(line) for line in output.read_text(encoding="utf-8").splitlines())
    assert list(read) == list(refused) == KEYS
    assert read | {"sheet": "", "findings": []} == {
        "file": "a.xlsx",
        "sheet": "",
        "cell": "B3",
        "region_code": "330100",
        "region_name": "杭州市",
        "region_text": "杭州",
        "indicator_text": "地区生产总值",
        "indicator_id": "gdp",
        "period_start": "2024-01-01",
        "period_end": "2024-12-31",
        "value": 1.5,
        "unit": "亿元",
        "findings": [],
    }
    assert refused["value"] is None and refused["cell"] == "A4"
    assert refused["findings"][0].keys() == {"code", "severity", "message", "remedy"}


def test_a_file_that_cannot_be_read_is_told_in_chinese(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_bytes(b"")
    result = CliRunner().invoke(main, ["rows", str(tmp_path / "b.xlsx"), str(tmp_path / "none.xlsx")])
    assert result.exit_code == 1
    assert "为空" in result.output and "找不到文件" in result.output
    assert '"code": "empty_file"' in result.output


def test_a_folder_without_tables_says_so(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["rows", str(tmp_path)])
    assert result.exit_code == 1 and "没有可以读取的表格" in result.output

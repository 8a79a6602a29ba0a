"""The records that ``planledger extract`` and ``planledger outline`` write."""

from __future__ import annotations

import json

import pytest
from telling import read

from pipelines.plans.export import outline_record, statement_records

TEXT = """青田县人民政府关于印发《青田县石雕产业发展三年行动计划（2023—2025年）》的通知
青政发〔2023〕9号
2023年4月2日
一、主要目标
到2025年，石雕产业产值突破1.8亿元，年均增长8%左右，实现重点企业数字化改造全覆盖。
1.人才培育。每年培训从业人员600—800人次。（牵头单位：县文旅局；配合单位：县人社局）
| 指标 | 单位 | 2022年 | 2025年 |
| --- | --- | --- | --- |
| 省级工艺美术大师 | 人 | 26 | 完成上级下达任务 |
"""
FIELDS = {
    "doc": str,
    "quote": str,
    "value_text": str,
    "start": int,
    "indicator": str,
    "region": str,
    "kind": str,
    "period": dict,
    "comparator": str,
    "unit": str,
    "measure": str,
    "departments": list,
    "section": str,
}


def test_every_record_has_the_fields_of_a_label() -> None:
    for record in statement_records(read(TEXT)):
        assert {name: type(record[name]) for name in FIELDS} == FIELDS
        assert "value" in record
        assert TEXT[record["start"] :].startswith(record["value_text"])
        assert record["quote"] in TEXT
        assert record["kind"] in ("target", "actual")
        assert record["comparator"] in ("ge", "gt", "le", "lt", "approx", "eq")
        assert record["measure"] in ("level", "change", "growth", "times")
        keys = {"type", "year"} if record["period"]["type"] in ("by", "in") else {"type", "start", "end"}
        assert set(record["period"]) == keys


@pytest.mark.parametrize(
    ("value_text", "told"),
    [
        (
            "1.8亿元",
            {
                "value": 1.8,
                "unit": "亿元",
                "comparator": "gt",
                "period": {"type": "by", "year": 2025},
                "departments": [],
            },
        ),
        (
            "8%",
            {
                "value": 8,
                "measure": "growth",
                "comparator": "approx",
                "period": {"type": "every", "start": 2023, "end": 2025},
            },
        ),
        ("全覆盖", {"value": 100, "unit": "%", "measure": "level"}),
        (
            "600—800人次",
            {"value": 600, "value_high": 800, "unit": "人次", "departments": ["县文旅局", "县人社局"]},
        ),
        ("26", {"value": 26, "unit": "人", "kind": "actual", "period": {"type": "in", "year": 2022}}),
        ("完成上级下达任务", {"value": None, "unit": "", "kind": "target", "period": {"type": "in", "year": 2025}}),
    ],
)
def test_a_record(value_text: str, told: dict[str, object]) -> None:
    (record,) = [r for r in statement_records(read(TEXT)) if r["value_text"] == value_text]
    assert {name: record[name] for name in told} == told
    assert record["region"] == "青田县"


def test_a_suspect_value_says_why() -> None:
    records = statement_records(read(TEXT.replace("8%左右", "8%左右，市场占有率达到180%")))
    assert ["100%" in r["suspect"] for r in records if "suspect" in r] == [True]


def test_records_are_json_in_the_order_of_the_text() -> None:
    records = statement_records(read(TEXT))
    assert json.loads(json.dumps(records, ensure_ascii=False)) == records
    assert [r["start"] for r in records] == sorted(r["start"] for r in records)


def test_the_outline_tells_headings_measures_and_units() -> None:
    outline = outline_record(read(TEXT))
    assert outline["title"].startswith("青田县石雕产业发展三年行动计划")
    assert (outline["document_number"], outline["issue_date"]) == ("青政发〔2023〕9号", "2023-04-02")
    assert (outline["region"], outline["region_code"]) == ("青田县", "331121")
    assert (outline["start_year"], outline["end_year"]) == (2023, 2025)
    assert [s["title"] for s in outline["sections"]] == ["主要目标", "人才培育"]
    (measure,) = outline["measures"]
    assert measure["lead_departments"] == ["县文旅局"]
    assert measure["departments"] == ["县文旅局", "县人社局"]
    assert measure["statement_count"] >= 1
    assert json.loads(json.dumps(outline, ensure_ascii=False)) == outline

"""Conflicts and versions of targets, built from small landed rows: each planted one is found, none in sound rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import landed_rows
import pytest
from dbt_build import Build, run_dbt, up_to
from landed_rows import PLAN, a_statement, an_input

CONFLICTS = up_to("plan_conflicts", "fct_target_versions", "plan_texts", "amended_plans_are_known")

LATER = "9999999999999999"
CITY = "8888888888888888"
TABLE = f"{PLAN}-s0001"


class Text:
    """A plan's text written sentence by sentence, with the statements of each sentence at their places."""

    def __init__(self, document_id: str) -> None:
        self.document_id = document_id
        self.text = ""
        self.statements: list[dict[str, Any]] = []
        self.numbers: list[dict[str, Any]] = []

    def say(self, sentence: str, *values: tuple[str, str, float, str, dict[str, Any]]) -> None:
        """Append a sentence; each value is (words of the value, indicator, value, unit, more fields)."""
        begin = len(self.text)
        self.text += sentence + "\n"
        place = 0
        for words, indicator, value, unit, more in values:
            place = sentence.index(words, place)
            row = a_statement(len(self.statements) + 1, indicator, value, unit, value_text=words, **more)
            row |= {
                "statement_id": f"{self.document_id}-q{len(self.statements) + 1:04d}",
                "document_id": self.document_id,
                "quote": sentence,
                "quote_start_char": begin,
                "start_char": begin + place,
                "end_char": begin + place + len(words),
            }
            self.statements.append(row)
            self.number(words, "statement", begin + place, row["statement_id"])
            place += len(words)

    def number(self, words: str, use: str, start: int, statement_id: str | None = None) -> None:
        """One number of the text and what it is."""
        self.numbers.append(
            {
                "number_id": f"{self.document_id}-n{len(self.numbers) + 1:04d}",
                "document_id": self.document_id,
                "ordinal": len(self.numbers) + 1,
                "number_text": words,
                "number_use": use,
                "statement_id": statement_id,
                "start_char": start,
                "end_char": start + len(words),
            }
        )


def year(value: int, **more: Any) -> dict[str, Any]:
    return {"period_type": "in", "start_year": value, "end_year": value} | more


def span(first: int, last: int, **more: Any) -> dict[str, Any]:
    return {"period_type": "every", "start_year": first, "end_year": last} | more


def total(first: int, last: int, **more: Any) -> dict[str, Any]:
    return {"period_type": "over", "start_year": first, "end_year": last} | more


DONE: dict[str, Any] = {"kind": "actual"}
CELL: dict[str, Any] = {"is_in_table": True, "section_id": TABLE}
GROWTH: dict[str, Any] = {"measure": "growth"}


def landing(*plans: tuple[Text, str, str, dt.date | None, dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Landed rows of plans (text, region code, region name, issue date, more of its row of the manifest)."""
    small = landed_rows.small_landing()
    inputs = [row for row in small["inputs"] if row["input_kind"] == "region_codes"]
    documents = []
    for text, code, name, issued, more in plans:
        path = f"plans/{text.document_id[0]}.txt"
        inputs.append(an_input(text.document_id, path, "plan", origin_amends=[], origin_replaces=[]) | more)
        documents.append(
            {
                "document_id": text.document_id,
                "sha256": text.document_id * 4,
                "doc": text.document_id[:3],
                "title": f"{name}规划",
                "region_name": name,
                "region_code": code,
                "issue_date": issued,
                "start_year": 2021,
                "end_year": 2025,
                "text": text.text,
                "char_count": len(text.text),
                "document_number": f"{name[:1]}政发〔{issued.year if issued else 2021}〕1号",
            }
        )
    texts = [text for text, *_ in plans]
    return {
        "inputs": inputs,
        "documents": documents,
        "statements": [row for text in texts for row in text.statements],
        "numbers": [row for text in texts for row in text.numbers],
        "region_codes": small["region_codes"],
    }


def a_table(text: Text) -> dict[str, Any]:
    """The section of a table that everything written from now on stands in."""
    return {
        "section_id": TABLE,
        "document_id": text.document_id,
        "level": 3,
        "kind": "table",
        "number": "表1",
        "title": "主要指标完成情况表",
        "path": "表1",
        "start_char": len(text.text),
        "heading_end_char": len(text.text),
        "end_char": len(text.text) + 4000,
    }


def the_county(is_sound: bool) -> tuple[Text, dict[str, Any]]:
    """A county's plan: the same sentences, sound or with a conflict planted in most of them."""

    def either(sound: str, planted: str) -> str:
        return sound if is_sound else planted

    text = Text(PLAN)
    text.say(
        "地区生产总值从2015年的57.0亿元增长到2020年的78.93亿元，年均增长6.72%。",
        ("57.0亿元", "地区生产总值", 57.0, "亿元", year(2015, **DONE)),
        ("78.93亿元", "地区生产总值", 78.93, "亿元", year(2020, **DONE)),
    )
    structure = either("9.6：35.8：54.6", "9.6：35.8：56.4")
    start = len(text.text)
    text.say(f"三次产业结构调整为{structure}。")
    for part in structure.split("："):
        text.number(part, "ratio", text.text.index(part, start))
    stated = either("2", "3")
    start = len(text.text)
    text.say(f"“十三五”确定的{stated}项发展指标总体完成情况良好（见表1）。")
    text.number(stated, "set", text.text.index(f"{stated}项发展", start))
    town = either("60%", "55%")
    text.say(
        f"到2025年，政府办村卫生室占比达到60%以上；政府办的村卫生室占比达到{town}以上。",
        ("60%", "政府办村卫生室占比", 60.0, "%", {**year(2025), "comparator": "ge"}),
        (town, "政府办的村卫生室占比", float(town[:-1]), "%", {**year(2025), "comparator": "ge"}),
    )
    of_which = either("5", "50")
    text.say(
        f"新培育省级农业龙头企业30家，其中国家级农业龙头企业{of_which}家。",
        ("30家", "新培育省级农业龙头企业", 30.0, "家", total(2021, 2025)),
        (f"{of_which}家", "新培育国家级农业龙头企业", float(of_which), "家", total(2021, 2025)),
    )
    yearly = either("20", "30")
    text.say(
        f"创成和美乡村示范村100个，每年创建和美乡村示范村（未来乡村）{yearly}个。",
        ("100个", "创成和美乡村示范村", 100.0, "个", total(2021, 2025)),
        (f"{yearly}个", "创建和美乡村示范村（未来乡村）", float(yearly), "个", span(2021, 2025)),
    )
    double = either("1376亿元", "1600亿元")
    text.say(
        f"规上工业总产值2020年688亿元，五年翻一番，2025年达到{double}。",
        ("688亿元", "规上工业总产值", 688.0, "亿元", year(2020, **DONE)),
        ("翻一番", "规上工业总产值", 2.0, "", year(2025, measure="times")),
        (double, "规上工业总产值", float(double[:-2]), "亿元", year(2025)),
    )
    major = either("200亿元", "400亿元")
    text.say(
        f"完成固定资产投资270亿元，重大项目投资{major}以上。",
        ("270亿元", "固定资产投资", 270.0, "亿元", total(2021, 2025)),
        (major, "重大项目投资", float(major[:-2]), "亿元", total(2021, 2025, comparator="ge")),
    )
    text.say(
        "到2025年，粮食播种面积9万亩；县城人口3万人；城乡公交一体化率达到100%。",
        ("9万亩", "粮食播种面积", 9.0, "万亩", year(2025)),
        ("3万人", "县城人口", 3.0, "万人", year(2025)),
        ("100%", "城乡公交一体化率", 100.0, "%", year(2025)),
    )
    text.say("常住人口城镇化率达到70%。", ("70%", "常住人口城镇化率", 70.0, "%", year(2025)))
    # What looks like a conflict and is none, in both plans.
    text.say(
        "进出口总额由上年的1860万元回落至1725万元，五年比2015年增长68%。",
        ("1860万元", "进出口总额", 1860.0, "万元", year(2020, **DONE)),
        ("1725万元", "进出口总额", 1725.0, "万元", year(2020, **DONE)),
        ("68%", "进出口总额", 68.0, "%", span(2016, 2020) | DONE | GROWTH),
    )
    text.say("进出口总额年均递增10.9%。", ("10.9%", "进出口总额", 10.9, "%", span(2016, 2020) | DONE | GROWTH))
    text.say("2020年改造老旧小区79个。", ("79个", "改造老旧小区", 79.0, "个", year(2020, **DONE)))
    text.say("2021年改造老旧小区66个。", ("66个", "改造老旧小区", 66.0, "个", year(2021)))
    text.say("甲项目占地面积50亩。", ("50亩", "占地面积", 50.0, "亩", year(2025)))
    text.say("乙项目占地面积20亩。", ("20亩", "占地面积", 20.0, "亩", year(2025)))
    text.say(
        "公交满意度达到90%以上，城市公交满意度2025年92.5%。",
        ("90%", "公共交通满意度", 90.0, "%", {**year(2025), "comparator": "ge"}),
        ("92.5%", "公共交通满意度", 92.5, "%", year(2025)),
    )
    section = a_table(text)
    base = either("57.02", "57.70")
    text.say(
        f"地区生产总值 | {base} | 78.93",
        (base, "地区生产总值", float(base), "亿元", year(2015, **DONE) | CELL),
        ("78.93", "地区生产总值", 78.93, "亿元", year(2020, **DONE) | CELL),
    )
    rate = either("8", "3")
    text.say(
        f"社会消费品零售总额 | 100 | 147 | {rate}%",
        ("100", "社会消费品零售总额", 100.0, "亿元", year(2020, **DONE) | CELL),
        ("147", "社会消费品零售总额", 147.0, "亿元", year(2025) | CELL),
        (f"{rate}%", "社会消费品零售总额", float(rate), "%", span(2021, 2025) | CELL | GROWTH),
    )
    return text, section


def the_later_plan() -> Text:
    """The county's plan of two years later."""
    text = Text(LATER)
    text.say(
        "到2025年，粮食播种面积8万亩；到2026年，城乡公交一体化率达到100%；到2027年，常住人口城镇化率达到69%。",
        ("8万亩", "粮食播种面积", 8.0, "万亩", year(2025)),
        ("100%", "城乡公交一体化率", 100.0, "%", year(2026)),
        ("69%", "常住人口城镇化率", 69.0, "%", year(2027)),
    )
    return text


def the_city(sown: float) -> Text:
    """The plan of the prefecture that the county lies in."""
    text = Text(CITY)
    words = f"{sown:g}万亩"
    text.say(f"到2025年，全市粮食播种面积{words}。", (words, "粮食播种面积", sown, "万亩", year(2025)))
    return text


PLANTED = {
    ("prose_against_table", "contradiction", 57.0, 57.7),
    ("shares_against_hundred", "contradiction", 101.8, 100.0),
    ("count_against_table", "contradiction", 3.0, 2.0),
    ("stated_twice", "disagreement", 60.0, 55.0),
    ("part_above_whole", "contradiction", 50.0, 30.0),
    ("yearly_against_total", "disagreement", 150.0, 100.0),
    ("change_against_end_values", "contradiction", 1376.0, 1600.0),
    ("part_above_whole", "contradiction", 400.0, 270.0),
    ("rate_against_end_values", "disagreement", 3.0, 8.0),
    ("plan_against_later_plan", "change", 9.0, 8.0),
    ("plan_against_later_plan", "change", 100.0, 100.0),
    ("plan_against_later_plan", "change", 70.0, 69.0),
    ("level_against_level", "contradiction", 8.0, 7.0),
}


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Build:
    county, section = the_county(is_sound=False)
    replaces = {"origin_replaces": ["庆政发[2021] 1号", "没有这份"]}
    rows = landing(
        (county, "331126", "庆元县", dt.date(2021, 3, 1), {}),
        (the_later_plan(), "331126", "庆元县", dt.date(2023, 4, 6), replaces),
        (the_city(7.0), "331100", "丽水市", dt.date(2021, 1, 1), {}),
    )
    return run_dbt(tmp_path_factory.mktemp("planted"), rows | {"sections": [section]}, *CONFLICTS)


def test_every_planted_conflict_is_found_and_no_other(planted: Build) -> None:
    assert set(planted.statuses.values()) <= {"success", "pass", "warn"}, planted.statuses
    rows = planted.query("select conflict_kind, severity, value_a, round(value_b, 1) from marts.plan_conflicts")
    found = {(kind, severity, a, b) for kind, severity, a, b in rows}
    assert found == PLANTED
    assert len(rows) == len(PLANTED), "each is told once"


def test_both_sentences_lead_back_to_their_texts(planted: Build) -> None:
    rows = planted.query(
        """select conflicts.quote_a, texts_a.text, conflicts.start_char_a,
            conflicts.quote_b, texts_b.text, conflicts.conflict_kind
        from marts.plan_conflicts as conflicts
        inner join marts.plan_texts as texts_a on conflicts.plan_id_a = texts_a.document_id
        left join marts.plan_texts as texts_b on conflicts.plan_id_b = texts_b.document_id"""
    )
    assert len(rows) == len(PLANTED)
    for quote_a, text_a, start_a, quote_b, text_b, kind in rows:
        assert quote_a in text_a
        assert text_a[start_a] in quote_a
        if kind == "shares_against_hundred":
            assert quote_b is None
        elif kind != "count_against_table":
            assert quote_b in text_b


def test_the_life_of_a_target(planted: Build) -> None:
    versions = planted.query(
        """select indicator_id, year, target_value, event, end_event, is_in_force, valid_to
        from marts.fct_target_versions
        where region_code = '331126'
            and indicator_id in (
                'grain_sown_area', 'bus_integration_rate', 'urbanization_rate_resident', 'county_seat_population'
            )
        order by 1, valid_from"""
    )
    before = dt.date(2023, 4, 5)
    assert versions == [
        ("bus_integration_rate", 2025, 100.0, "set", "moved", False, before),
        ("bus_integration_rate", 2026, 100.0, "moved", None, True, None),
        ("county_seat_population", 2025, 3.0, "set", "dropped", False, before),
        ("grain_sown_area", 2025, 9.0, "set", "lowered", False, before),
        ("grain_sown_area", 2025, 8.0, "lowered", None, True, None),
        ("urbanization_rate_resident", 2025, 70.0, "set", "dropped", False, before),
        ("urbanization_rate_resident", 2027, 69.0, "set", None, True, None),
    ]
    assert planted.statuses["amended_plans_are_known"] == "warn", "a plan that nobody knows cannot be replaced"


def test_sound_rows_have_no_conflict(build: Callable[..., Build]) -> None:
    county, section = the_county(is_sound=True)
    rows = landing(
        (county, "331126", "庆元县", dt.date(2021, 3, 1), {}),
        (the_city(140.0), "331100", "丽水市", None, {}),
    )
    outcome = build(rows | {"sections": [section]}, *CONFLICTS)
    assert outcome.query("select conflict_kind, explanation from marts.plan_conflicts") == []
    versions = outcome.query("select distinct event, end_event, is_in_force from marts.fct_target_versions")
    assert versions == [("set", None, True)]
    dates = outcome.query("select distinct plan_id, valid_from from marts.fct_target_versions order by 1")
    assert dates == [(CITY, dt.date(2021, 1, 1)), (PLAN, dt.date(2021, 3, 1))], "without an issue date, its first day"

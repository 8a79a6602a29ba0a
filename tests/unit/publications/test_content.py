"""What the bulletin says of a planted warehouse, word by word where it matters."""

from __future__ import annotations

from datetime import date

import duckdb
import planted
import pytest

from pipelines.publications import wording
from pipelines.publications.asking import UnclearBulletin
from pipelines.publications.build import compose
from pipelines.publications.content import Content
from pipelines.publications.figures import given, line, rounded, text_of
from pipelines.publications.reading import read_content
from pipelines.publications.settings import Look


def test_counts_are_those_of_the_verdicts(connection: duckdb.DuckDBPyConnection, content: Content) -> None:
    """The scorecard that the bulletin quotes, against the verdicts that it lists."""
    for counts in content.classes:
        found = connection.execute(
            "select status, count(*) from marts.fct_indicator_progress where region_code = ? and period_end = ? "
            "and period_kind = 'month' and is_nearest_target and coalesce(attribute, '未注明') = ? group by 1",
            [planted.CODE, planted.END, counts.name],
        ).fetchall()
        said = {state: figure.value for state, figure in counts.counts.items() if figure.value}
        assert said == dict(found)


def test_basis_and_overall_counts_with_shares(text: str) -> None:
    assert "依据《庆元县示例方案（2023—2027年）》（庆政办发〔2023〕11号），现将庆元县2026年6月" in text
    assert (
        "列入当月监测的目标共6项，其中约束性指标3项、预期性指标2项、规划未注明属性的指标1项；有评判结论的4项。" in text
    )
    assert "已完成0项，占0%；超进度1项，占25%；达进度1项，占25%；欠进度1项，占25%；倒退1项，占25%。" in text


def test_what_is_in_no_denominator_is_told(text: str) -> None:
    assert (
        "没有评判结论的未报1项、待定1项，不计入占比，也不作为零处理。年度指标2项按年报送，尚未到期，不列入当月目标数。"
        in text
    )


def test_classes_stand_in_order_and_apart(text: str) -> None:
    places = [text.index(words) for words in ("（一）约束性指标", "（二）预期性指标", "（三）规划未注明属性的指标")]
    assert places == sorted(places)
    assert "约束性指标3项，有评判结论的2项。" in text


def test_a_laggard_with_gap_owner_reason_and_next_step(text: str) -> None:
    assert (
        "1．PM2.5年平均浓度（暂）（约束性，欠进度，黄灯）。2027年目标≤20个，截至2026年6月底应达到22.5个，实际23.25个，"
        "差0.75个，进度落后10.7个百分点。责任单位：县发改局、县教育局。原因（县发改局报送）：4月扬尘管控不到位。"
        "下一步措施（县发改局报送）：7月底前完成3处整治。\n"
    ) in text
    assert "2．3岁以下婴幼儿托位数（预期性，倒退，红灯）" in text
    assert "进度落后83.8个百分点。责任单位：县发改局、县教育局。原因和下一步措施：责任单位当月未报送。" in text


def test_what_got_worse_and_better(text: str) -> None:
    assert "转差的2项：PM2.5年平均浓度（暂）（由2026年5月的达进度、绿灯转为欠进度、黄灯）；" in text
    assert "好转的1项：城镇化率（由2026年5月的欠进度、黄灯转为超进度、绿灯）。" in text


def test_open_warnings_of_the_month_alone(text: str) -> None:
    """Not the closed one, and not the one raised a month later."""
    assert "未销号的预警共2项：红灯1项、未报1项；其中已过期限的1项。" in text
    assert (
        "1．3岁以下婴幼儿托位数（红灯，预期性）：2026年6月30日起，连续2期，责任单位：县发改局，期限2026年7月24日，已预警。"
        in text
    )


def test_rank_with_its_change(text: str) -> None:
    assert "按完成率，约束性指标在丽水市中居第2位（并列），参加比较的地区9个，得分97.44分，为4项指标的平均" in text
    assert "与2026年5月（第5位）相比上升3位。" in text


def test_who_has_not_reported(text: str) -> None:
    assert "应报送的责任单位3个，其中按时1个、迟报1个、未报1个。" in text
    assert "未报送的有：县教育局。" in text
    assert "迟报的有：县民政局（迟2个工作日）。" in text
    assert "2026年7月6日\n2026年7月6日\n" in text  # received at 17:30 UTC on the 5th: the 6th in China


def test_missing_is_a_dash_and_never_zero(content: Content) -> None:
    grain = next(item for item in content.items if item.name.text == "粮食产量")
    assert str(grain.actual) == str(grain.completion) == str(grain.schedule_gap) == "—"
    unset = next(item for item in content.items if item.attribute_class == "未注明")
    assert text_of(wording.target(unset)) == "完成上级下达任务"


def test_steps_follow_from_the_figures_and_the_settings(content: Content) -> None:
    steps = compose(content, Look(next_steps=("{month}月底前报2份材料。",)), "通报").lines()
    told = "\n".join(map(text_of, steps))
    assert "补齐报送数据。县教育局要在5个工作日内补报当月数据" in told
    assert "6月底前报2份材料。" in told


def test_weekly_and_quarterly_are_of_the_same_parts(content: Content) -> None:
    weekly = "\n".join(map(text_of, compose(content, Look(), "会商").lines()))
    assert "1．PM2.5年平均浓度（暂）：实际23.25个，应达到22.5个，差0.75个（县发改局等）。" in weekly
    quarterly = "\n".join(map(text_of, compose(content, Look(), "推进会").lines()))
    assert "庆元县2026年第2季度规划实施推进会材料" in quarterly
    assert "【一、总体要求】\n约束性指标3项，有评判结论的2项，欠进度1项（占50%）。" in quarterly


@pytest.mark.parametrize("region", ["庆元县", "庆元", "331126"])
def test_a_region_by_name_or_code(connection: duckdb.DuckDBPyConnection, region: str) -> None:
    assert read_content(connection, region, planted.MONTH).region_code == planted.CODE


@pytest.mark.parametrize(
    ("region", "month", "words"),
    [
        ("不存在县", planted.MONTH, "“不存在县”没有评判过的目标。请用 --region 写明其中一个：庆元县（331126）"),
        ("庆元县", date(2026, 10, 1), "庆元县没有 2026-10 的月度评判。有数据的月份从 2026-06 到 2026-06"),
    ],
)
def test_what_cannot_be_made_is_said_with_a_way_out(
    connection: duckdb.DuckDBPyConnection, region: str, month: date, words: str
) -> None:
    with pytest.raises(UnclearBulletin, match=words.replace("（", ".").replace("）", ".")):
        read_content(connection, region, month)


def test_plain_words_hold_no_number() -> None:
    with pytest.raises(ValueError, match="without its place"):
        line("共12项")
    assert text_of(line("共", given(12, "项"))) == "共12项"


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [(97.16 - 83.33, 1, "13.8"), (0.25, 1, "0.3"), (20.0, 1, "20"), (0.04, 1, "0.04"), (0, 1, "0"), (-0.5, 0, "-1"),
     (17296.67053633, 2, "17296.67"), (0.000012, None, "0.00001"), (120, None, "120")],
)  # fmt: skip
def test_numbers_as_printed(value: float, places: int | None, shown: str) -> None:
    assert rounded(value, places) == shown

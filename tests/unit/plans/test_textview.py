"""The clean view: what word processors, scanners and web pages do to a sentence is undone, places are kept."""

from __future__ import annotations

import pytest

from pipelines.plans.textview import clean_view

LONG = "改造渠道12公里，" + "完善灌排体系建设和管护机制，" * 8 + "保障粮食生产用水。"


def texts(text: str) -> list[str]:
    return [line.text for line in clean_view(text).lines if line.kind != "furniture"]


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        pytest.param("森林覆盖率达到６３．５％", "森林覆盖率达到63.5%", id="full_width_digits"),
        pytest.param("新增（含改建）学位 3000 个", "新增（含改建）学位3000个", id="spaces_around_digits"),
        pytest.param("总 投 资 12 亿元", "总投资12亿元", id="scanner_spaces"),
        pytest.param("到 2025 年，覆盖率 > 90%", "到2025年，覆盖率>90%", id="spaces_and_sign"),
        pytest.param("2021－2025年", "2021-2025年", id="full_width_dash"),
        pytest.param("2021—2025年", "2021-2025年", id="em_dash"),
        pytest.param("投资28,600万元", "投资28,600万元", id="thousands_mark_kept"),
        pytest.param("村庄整治,道路建设", "村庄整治，道路建设", id="ascii_comma"),
        pytest.param("建设**高标准农田**5万亩", "建设高标准农田5万亩", id="markdown_bold"),
        pytest.param("### 三、主要目标", "三、主要目标", id="markdown_heading"),
        pytest.param("- 新建泵站6座", "新建泵站6座", id="markdown_list"),
        pytest.param("占比\u200b达到\ufeff60%", "占比达到60%", id="zero_width_marks"),
        pytest.param("支持 Wi Fi 6 终端", "支持Wi Fi6终端", id="latin_words_keep_their_space"),
        pytest.param("(责任单位:县水利局)", "（责任单位：县水利局）", id="ascii_brackets_and_colon"),
    ],
)
def test_a_line_is_folded(raw: str, clean: str) -> None:
    assert texts(raw) == [clean]


def test_every_clean_character_knows_its_place() -> None:
    raw = "## 一、目 标\r\n\r\n　　到２０２５年，  **供水率** 达到 95％ 。"
    folded = {"２": "2", "０": "0", "５": "5", "％": "%"}
    for line in clean_view(raw).lines:
        for character, place in zip(line.text, line.offsets, strict=True):
            assert folded.get(raw[place], raw[place]) == character


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        pytest.param(
            "到2025年，全县农村公路优良中等路率达到85%以上，建设\n改造农村公路260公里。",
            "到2025年，全县农村公路优良中等路率达到85%以上，建设改造农村公路260公里。",
            id="line_end_in_a_sentence",
        ),
        pytest.param(
            "到2025年，全县农村公路优良中等路率达到85%以上，建设\n\n— 12 —\n\n改造农村公路260公里。",
            "到2025年，全县农村公路优良中等路率达到85%以上，建设改造农村公路260公里。",
            id="page_number_in_a_sentence",
        ),
        pytest.param(
            "积极推进乡村建设行动，着力补齐短板，新建农村公路1\n20公里，改造危桥5座。",
            "积极推进乡村建设行动，着力补齐短板，新建农村公路120公里，改造危桥5座。",
            id="line_end_in_a_number",
        ),
    ],
)
def test_a_broken_sentence_is_joined(raw: str, clean: str) -> None:
    assert texts(raw) == [clean]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("一、总体要求\n（一）指导思想\n坚持以人民为中心。", id="headings_stay_apart"),
        pytest.param("新建泵站6座。\n改造渠道12公里。", id="sentences_stay_apart"),
        pytest.param("加快补齐短板，推进以下重点工作：\n1.新建泵站6座。", id="a_list_mark_begins_anew"),
    ],
)
def test_what_is_whole_is_not_joined(raw: str) -> None:
    assert texts(raw) == raw.split("\n")


@pytest.mark.parametrize(
    "line",
    [
        "— 7 —",
        "第 3 页 共 28 页",
        "- 12 -",
        "------------",
        "浏览次数：1253 次",
        "浙ICP备05012345号-1",
        "【打印本页】 【关闭窗口】",
        "索引号：330000/2023-00125",
        "![](images/logo.png)",
    ],
)
def test_page_furniture_is_set_aside(line: str) -> None:
    view = clean_view(f"新建泵站6座。\n{line}\n{LONG}")
    assert [part.kind for part in view.lines] == ["text", "furniture", "text"]


def test_a_running_head_is_set_aside() -> None:
    pages = "\n".join(f"云岭县水利发展规划\n新建第{i}座泵站所在灌区的渠道{i}0公里。" for i in range(1, 6))
    kinds = [line.kind for line in clean_view(pages).lines if line.text == "云岭县水利发展规划"]
    assert kinds == ["furniture"] * 5


def test_rows_of_tables_are_told_from_text() -> None:
    text = "主要指标如下。\n| 指标 | 2025年 |\n| --- | --- |\n| 学位 | 300 |\n学位\t个\t300\n保障措施。"
    assert [line.kind for line in clean_view(text).lines] == ["text", "row", "row", "row", "row", "text"]

"""The outline: chapters, sections, measures, boxes and annexes; a table of contents is set aside."""

from __future__ import annotations

import pytest

from pipelines.plans.outline import build_outline
from pipelines.plans.textview import clean_view


def headings(text: str) -> list[tuple[int, str, str]]:
    return [(s.level, s.number, s.title) for s in build_outline(clean_view(text)).sections]


def paths(text: str) -> list[str]:
    return [s.path for s in build_outline(clean_view(text)).sections]


def test_marks_nest_as_documents_use_them() -> None:
    text = "一、总体要求\n（一）指导思想\n坚持高质量发展。\n（二）主要目标\n"
    text += "二、重点任务\n1.改善人居环境。\n（1）新改建厕所。"
    assert headings(text) == [
        (1, "一、", "总体要求"),
        (2, "（一）", "指导思想"),
        (2, "（二）", "主要目标"),
        (1, "二、", "重点任务"),
        (2, "1.", "改善人居环境"),
        (3, "（1）", "新改建厕所"),
    ]


def test_chapters_and_sections_of_a_long_plan() -> None:
    text = "第一篇 迈上新征程\n第一章 发展基础\n第一节 主要成就\n正文。\n"
    text += "第二章 发展环境\n第二篇 建设现代产业\n第三章 壮大工业"
    assert paths(text) == [
        "第一篇迈上新征程",
        "第一篇迈上新征程 / 第一章发展基础",
        "第一篇迈上新征程 / 第一章发展基础 / 第一节主要成就",
        "第一篇迈上新征程 / 第二章发展环境",
        "第二篇建设现代产业",
        "第二篇建设现代产业 / 第三章壮大工业",
    ]


def test_headings_that_a_saved_page_has_lost_the_numbers_of() -> None:
    text = (
        "“十四五”时期工作回顾\n过去五年，综合实力跃升。\n2026年重点工作\n重点抓好八个方面工作：\n（一）扩大内需\n正文。"
    )
    assert headings(text) == [
        (1, "", "“十四五”时期工作回顾"),
        (1, "", "2026年重点工作"),
        (2, "（一）", "扩大内需"),
    ]


def test_where_chapters_are_numbered_a_bare_line_is_none() -> None:
    text = "一、总体要求\n主要目标\n到2025年，建成学校3所。\n二、重点任务"
    assert [title for _, _, title in headings(text)] == ["总体要求", "重点任务"]


def test_a_heading_may_open_its_paragraph() -> None:
    text = "（三）完善养老服务体系。到2025年，护理型床位占比达到60%。"
    view = clean_view(text)
    outline = build_outline(view)
    assert [s.title for s in outline.sections] == ["完善养老服务体系"]
    body = [p for p in outline.parts if not p.is_heading]
    assert [p.line.text[p.start : p.end] for p in body] == ["到2025年，护理型床位占比达到60%。"]


def test_a_numbered_sentence_of_quantities_has_no_title() -> None:
    outline = build_outline(clean_view("3.新建农村供水工程18处，改造管网65公里。"))
    assert [(s.number, s.title) for s in outline.sections] == [("3.", "")]


def test_the_note_of_units_is_not_part_of_a_title() -> None:
    outline = build_outline(clean_view("（二）推进厕所革命（责任单位：县农业农村局）\n新改建户厕。"))
    assert outline.sections[0].title == "推进厕所革命"


def test_markdown_marks_do_not_change_the_outline() -> None:
    assert headings("# 一、目标\n## （一）任务\n**1. 强化保障**。") == headings("一、目标\n（一）任务\n1. 强化保障。")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("专栏4 重大水利工程", "box"),
        ("专栏三：社会民生工程", "box"),
        ("附件2：重点项目清单", "annex"),
        ("附表 主要指标", "annex"),
        ("表1 主要发展指标", "table"),
    ],
)
def test_boxes_annexes_and_tables_open_a_section(line: str, kind: str) -> None:
    outline = build_outline(clean_view(f"一、目标\n正文一段。\n{line}\n正文又一段。"))
    assert outline.sections[-1].kind == kind


def test_an_annex_stands_beside_the_chapters() -> None:
    assert paths("一、目标\n（一）任务\n附件1：指标表") == ["一、目标", "一、目标 / （一）任务", "附件1：指标表"]


def test_a_table_of_contents_opens_no_sections() -> None:
    text = "目  录\n第一章 发展基础…………………3\n第二章 总体要求 ........ 12\n第一章 发展基础\n正文。"
    assert paths(text) == ["第一章发展基础"]


def test_a_section_ends_where_the_next_of_its_rank_begins() -> None:
    text = "一、目标\n甲。\n（一）任务\n乙。\n二、保障\n丙。"
    sections = build_outline(clean_view(text)).sections
    assert [text[s.start : s.end] for s in sections] == [
        "一、目标\n甲。\n（一）任务\n乙。\n",
        "（一）任务\n乙。\n",
        "二、保障\n丙。",
    ]


@pytest.mark.parametrize(
    "line", ["2.5亿元用于乡村建设。", "十大工程全面启动。", "2023年新建泵站6座。", "1.2万人实现就业。"]
)
def test_a_number_that_opens_a_sentence_is_no_mark(line: str) -> None:
    assert headings(line) == []

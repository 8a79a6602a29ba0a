"""The files: form of GB/T 9704-2012 from the XML, live formulas, escaped pages, the same bytes again, errors."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
import time
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import openpyxl
import planted
import pytest
from click.testing import CliRunner
from docx.oxml.ns import qn

from pipelines.cli import main
from pipelines.publications import gbt9704
from pipelines.publications.build import KINDS, build, compose, render
from pipelines.publications.content import Content
from pipelines.publications.settings import Look, UnclearSettings, load_look
from pipelines.settings import Settings

OFFICE = shutil.which("soffice")
PLAIN = Look()


def made(content: Content, look: Look = PLAIN, kind: Any = "通报") -> dict[str, bytes]:
    return render(compose(content, look, kind), content)


def word(content: Content, look: Look = PLAIN) -> Any:
    return docx.Document(io.BytesIO(made(content, look)[".docx"]))


def test_page_and_grid_are_those_of_the_standard(content: Content) -> None:
    section = word(content).sections[0]
    found = [section.page_width, section.page_height, section.top_margin, section.left_margin]
    assert [round(one.mm) for one in found] == [210, 297, 37, 28]
    assert [round(one.mm) for one in (section.bottom_margin, section.right_margin)] == [35, 26]
    grid = section._sectPr.find(qn("w:docGrid"))
    pitch = int(grid.get(qn("w:linePitch"))) / 20
    assert grid.get(qn("w:type")) == "linesAndChars"
    assert 22 * pitch <= 225 / 25.4 * 72 < 23 * pitch
    assert pitch == pytest.approx(28.99, abs=0.05)
    character = 16 + int(grid.get(qn("w:charSpace"))) / 4096
    assert character == pytest.approx(15.79, abs=0.01)
    assert 28 * character == pytest.approx(156 / 25.4 * 72, abs=0.1)


def test_styles_are_those_of_the_standard(content: Content) -> None:
    styles = word(content).styles
    wanted = {
        "公文标题": (22, "方正小标宋简体"), "公文正文": (16, "仿宋_GB2312"), "公文一级标题": (16, "黑体"),
        "公文二级标题": (16, "楷体_GB2312"), "公文附件": (16, "黑体"),
        "公文版记": (14, "仿宋_GB2312"), "公文页码": (14, "宋体"),
    }  # fmt: skip
    for name, (size, font) in wanted.items():
        fonts = styles[name].element.rPr.find(qn("w:rFonts"))
        assert (styles[name].font.size.pt, fonts.get(qn("w:eastAsia"))) == (size, font)
    spacing = styles["公文正文"].element.pPr.find(qn("w:spacing"))
    assert (spacing.get(qn("w:line")), spacing.get(qn("w:lineRule"))) == (str(gbt9704.line_pitch_twips()), "exact")
    assert (
        28 * (16 - gbt9704.tightening_twips() / 20) <= 156 / 25.4 * 72
    )  # 28 characters fit, as laid out without a grid


def test_page_numbers_stand_outside(content: Content) -> None:
    document = word(content)
    assert document.settings.odd_and_even_pages_header_footer
    odd, even = document.sections[0].footer.paragraphs[0], document.sections[0].even_page_footer.paragraphs[0]
    assert [one._p.pPr.find(qn("w:jc")).get(qn("w:val")) for one in (odd, even)] == ["right", "left"]
    assert (odd.text, even.text) == ("— 1 —", "— 1 —")


def test_rules_of_the_colophon(content: Content) -> None:
    document = word(content, Look(copies="县委办公室"))
    table = document.tables[-1]
    assert table.rows[0].cells[0].text == "抄送：县委办公室。"
    borders = table._tbl.tblPr.find(qn("w:tblBorders"))
    sizes = {one.tag.split("}")[1]: int(one.get(qn("w:sz"))) for one in borders}
    # In eighths of a point: 0.35 mm and 0.25 mm.
    assert sizes == {"top": 8, "bottom": 8, "insideH": 6}
    place = table._tbl.tblPr.find(qn("w:tblpPr"))
    assert (place.get(qn("w:vertAnchor")), place.get(qn("w:tblpYSpec"))) == ("margin", "bottom")


def test_the_file_head(content: Content) -> None:
    look = Look(head="file", document_number="庆政办发〔2026〕7号", issue_date=date(2026, 7, 21))
    document = word(content, look.filled("庆元县", planted.MONTH))
    mark = document.paragraphs[0]
    assert mark.text == "庆元县人民政府办公室文件"
    size = mark.runs[0].font.size.pt
    spacing = mark._p.pPr.findall(qn("w:spacing"))[-1]
    above = int(spacing.get(qn("w:before"))) / 20 + (int(spacing.get(qn("w:line"))) / 20 - size) / 2
    assert above / 72 * 25.4 == pytest.approx(35, abs=0.1)
    number = document.paragraphs[3]
    assert number.text == "庆政办发〔2026〕7号"
    rule = number._p.pPr.find(qn("w:pBdr"))[0]
    assert (rule.get(qn("w:color")), round(int(rule.get(qn("w:space"))) / 72 * 25.4)) == ("FF0000", 4)
    assert [p.text for p in document.paragraphs if p.style.name == "公文日期"] == ["2026年7月21日"]


def test_annexes_lie_across_with_repeated_heads(content: Content) -> None:
    document = word(content)
    assert [section.orientation for section in document.sections] == [0, 1, 1, 1, 1, 0]
    for table in document.tables[:-1]:  # the last is the 版记
        head = table.rows[0]._tr.trPr
        assert head.find(qn("w:tblHeader")) is not None
        widths = [int(one.get(qn("w:w"))) for one in table._tbl.tblGrid.findall(qn("w:gridCol"))]
        assert sum(widths) <= gbt9704.twips(225)


def test_no_fonts_are_embedded_and_no_clock_is_kept(content: Content) -> None:
    files = made(content)
    for suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(io.BytesIO(files[suffix])) as package:
            assert {entry.date_time for entry in package.infolist()} == {(2026, 7, 20, 0, 0, 0)}
            assert not [name for name in package.namelist() if name.endswith((".ttf", ".odttf"))]
            core = package.read("docProps/core.xml").decode()
            assert core.count("2026-07-20T00:00:00Z") == 2


def test_the_same_month_again_is_the_same_bytes(settings: Settings, tmp_path: Path) -> None:
    found: list[list[tuple[str, bytes]]] = []
    for name in ("one", "two"):
        files = [
            path for kind in KINDS for path in build(settings, "庆元县", planted.MONTH, kind, tmp_path / name).files
        ]
        found.append([(path.name, path.read_bytes()) for path in files])
        time.sleep(1.1)  # longer than a clock of whole seconds
    assert len(found[0]) == 11
    assert found[0] == found[1]


def test_the_same_day_built_again_is_the_same_but_for_its_record(tmp_path: Path) -> None:
    """A past view that was rebuilt has another version and run; its documents are those of before."""
    day = date(2026, 7, 1)
    found: list[dict[str, bytes]] = []
    for run in ("aaaaaaaa-1", "bbbbbbbb-2"):
        settings = Settings(tmp_path, tmp_path / "raw", tmp_path / run, day)
        planted.build(settings.view, as_of=day, run=run)
        files = build(settings, "庆元县", planted.MONTH, "通报").files
        found.append({path.name: path.read_bytes() for path in files})
    differing = [name for name in found[0] if found[0][name] != found[1][name]]
    assert differing == ["庆元县_2026-06_通报.出处.json"]


def test_the_record_leads_every_figure_back(settings: Settings, tmp_path: Path) -> None:
    files = build(settings, "庆元县", planted.MONTH, "通报", tmp_path).files
    record = json.loads(files[-1].read_text(encoding="utf-8"))
    assert record["files"] == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files[:-1]}
    assert (record["version"], record["run_id"]) == ("20260720T010203Z-0349ff09", "0349ff09-087c")
    gap = {"text": "0.75个", "value": 0.75, "how": "magnitude"}
    assert {**gap, "cells": [["fct_indicator_progress", "p0-06", "milestone_gap_value"]]} in record["figures"]


def test_the_workbook_adds_up_by_itself(content: Content) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made(content)[".xlsx"]))
    assert book.sheetnames == ["分类统计", "指标进度", "预警督办", "报送情况"]
    sheet = book["分类统计"]
    assert sheet["B8"].value == "=SUM(B5:B7)"
    assert sheet["N5"].value == '=IF(C5=0,"—",(G5+H5)*100/C5)'
    assert sheet["G9"].value == "=COUNTIF('指标进度'!$K:$K,\"欠进度\")"
    for one in book:
        assert (one.page_setup.orientation, one.freeze_panes, one.print_title_rows) == ("landscape", "C5", "$4:$4")
    items = book["指标进度"]
    assert (items["H5"].value, items["H5"].number_format) == (23.25, '0.00"个"')
    risky = next(row[1] for row in items.iter_rows(min_row=5) if "=1+1" in str(row[1].value))
    assert risky.data_type == "s"


def test_the_page_escapes_every_text_and_needs_nothing_else(content: Content) -> None:
    page = made(content)[".html"].decode()
    assert "&lt;b&gt;=1+1&lt;/b&gt;" in page
    assert "<b>" not in page
    assert "width=device-width" in page
    assert "http" not in page.replace("http-equiv", "")


@pytest.mark.parametrize(("is_example", "as_of"), [(True, None), (False, date(2026, 7, 1))])
def test_example_data_and_past_views_say_so_everywhere(tmp_path: Path, is_example: bool, as_of: date | None) -> None:
    home = tmp_path / "home"
    settings = Settings(tmp_path, tmp_path / "raw", home, as_of)
    planted.build(settings.view, is_example, as_of)
    words = "示例数据" if is_example else "历史视图"
    for kind in KINDS:
        built = build(settings, "庆元县", planted.MONTH, kind)
        assert built.files[0].parent == settings.view / "bulletins" / "331126" / "2026-06"
        assert not is_example or all(words in path.name for path in built.files)
        document = docx.Document(str(built.files[0]))
        assert words in document.sections[0].header.paragraphs[0].text
        assert words in document.sections[0].even_page_header.paragraphs[0].text
        assert words in built.files[1].read_text(encoding="utf-8")
        if kind != "会商":
            assert all(words in sheet["A1"].value for sheet in openpyxl.load_workbook(built.files[2]))


def call(home: Path, *arguments: str) -> Any:
    env = {"PLANLEDGER_HOME": str(home), "PLANLEDGER_RAW": str(home / "raw"), "PLANLEDGER_AS_OF": ""}
    return CliRunner().invoke(main, ["bulletin", *arguments], env=env)


def test_the_command_names_the_files(warehouse: Path, tmp_path: Path) -> None:
    done = call(warehouse, "--region", "庆元县", "--month", "2026-06", "--kind", "会商", "-o", str(tmp_path))
    assert done.exit_code == 0, done.output
    assert "庆元县2026年6月会商：目标 6项，有结论 4项，滞后 2项；数据截至 2026-07-20" in done.output
    assert {path.suffix for path in tmp_path.iterdir()} == {".docx", ".html", ".json"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--region", "某县", "--month", "2026-06"), "“某县”没有评判过的目标"),
        (("--region", "庆元县", "--month", "2026-07"), "庆元县没有 2026-07 的月度评判"),
        (("--region", "庆元县", "--month", "六月"), "“六月”不是月份"),
        (("--region", "庆元县", "--month", "2026-06", "--as-of", "2026-06-30"), "还没有截至 2026-06-30 的历史视图"),
    ],
)
def test_errors_are_said_in_words(warehouse: Path, arguments: tuple[str, ...], words: str) -> None:
    done = call(warehouse, *arguments)
    assert done.exit_code == 1
    assert done.output.startswith("错误：")
    assert words in done.output


def test_nothing_published_is_said_with_a_remedy(tmp_path: Path) -> None:
    done = call(tmp_path, "--region", "庆元县", "--month", "2026-06")
    assert done.exit_code == 1
    assert "还没有已发布的数据仓库。请先运行：make run" in done.output


def test_settings_for_all_and_for_one_region(tmp_path: Path) -> None:
    path = tmp_path / "bulletin.yml"
    path.write_text("office: 县政府办\nregions:\n  331126: {head: file, issue: 3}\n", encoding="utf-8")
    assert load_look(path, "331126") == replace(Look(), office="县政府办", head="file", issue=3)
    assert load_look(path, "330182").head == "brief"
    assert load_look(tmp_path / "none.yml", "331126") == Look()


@pytest.mark.parametrize(
    ("text", "words"),
    [("haed: file", "没有这样的设置：haed"), ("head: 红头", "head 应为"), ("issue: -1", "应为正整数"), ("- a", "列表"),
     ("next_steps: 一条", "next_steps"), ("office: 3", "office 应为文字"), ("issue_date: 明天", "issue_date")],
)  # fmt: skip
def test_settings_that_cannot_be_used(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "bulletin.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnclearSettings, match=words):
        load_look(path, "331126")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_opens_it_and_the_weekly_sheet_is_one_page(content: Content, tmp_path: Path) -> None:
    import pypdfium2

    assert OFFICE is not None
    pages = {}
    for kind in ("会商", "通报"):
        (tmp_path / f"{kind}.docx").write_bytes(made(content, kind=kind)[".docx"])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    for path in tmp_path.glob("*.pdf"):
        pages[path.stem] = len(pypdfium2.PdfDocument(path))
    assert pages["会商"] == 1
    assert pages["通报"] >= 7

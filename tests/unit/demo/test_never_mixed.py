"""Example data and real data never meet: not by folder, not by file, not by record."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import openpyxl
import pytest

from pipelines.demo.make import UnsafeDemo, demo_settings, prepare
from pipelines.demo.scenario import Scenario
from pipelines.example_data import MARK_FILE, WORDS, MixedData, is_example, mark, refuse_mixture
from pipelines.intake.background import Background
from pipelines.intake.receive import Told, understand
from pipelines.intake.register import Register
from pipelines.landing.submissions import land_submissions
from pipelines.runs.execute import run
from pipelines.runs.progress import Progress
from pipelines.settings import PROJECT_DIR, Settings
from pipelines.submissions.forms.read import read_form
from pipelines.submissions.forms.write import write_form
from pipelines.submissions.model import Form
from pipelines.submissions.receipts.page import Notice, page, shown
from pipelines.warehouse.publish import ORIGIN_COLUMN, mark_tables

from .conftest import DEPARTMENT, MONTHS

MONTH = MONTHS[2]
NOW = datetime(2025, 4, 3, 2, 0, tzinfo=UTC)


@pytest.fixture
def real(tmp_path: Path) -> Settings:
    made = Settings(project_dir=PROJECT_DIR, raw_dir=tmp_path / "raw", home=tmp_path / "var")
    made.raw_dir.mkdir()
    made.home.mkdir()
    return made


def background(form: Form, is_example: bool) -> Background:
    return Background([DEPARTMENT], {MONTH: {DEPARTMENT: form}}, {}, is_example=is_example)


# -- folders -----------------------------------------------------------------------------------------------------------


def test_the_example_lies_in_a_folder_of_its_own(real: Settings) -> None:
    made = demo_settings(real)
    assert (made.home, made.raw_dir) == (real.home / "demo", real.home / "demo" / "raw")


@pytest.mark.parametrize("place", ["var", "raw", ".", "raw/x", "var/published", "var/demo/x"])
def test_the_real_folders_are_refused(real: Settings, tmp_path: Path, place: str) -> None:
    with pytest.raises(UnsafeDemo, match="示例库不能建在"):
        demo_settings(real, tmp_path / place)


def test_a_link_to_the_real_home_is_refused(real: Settings, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(real.home)
    with pytest.raises(UnsafeDemo):
        demo_settings(real, tmp_path / "link")


def test_a_folder_with_other_things_is_not_overwritten(real: Settings, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("x")
    with pytest.raises(UnsafeDemo, match="不能覆盖"):
        demo_settings(real, tmp_path / "mine")


def test_an_environment_that_is_an_example_already_is_refused(real: Settings) -> None:
    mark(real.home, {})
    with pytest.raises(UnsafeDemo, match="PLANLEDGER_HOME"):
        demo_settings(real)


def test_preparing_copies_inputs_but_no_submission(real: Settings) -> None:
    (real.raw_dir / "plans").mkdir()
    (real.raw_dir / "plans" / "a.txt").write_text("规划")
    (real.raw_dir / "submissions" / "2025-01").mkdir(parents=True)
    (real.raw_dir / "submissions" / "2025-01" / "x.intake.json").write_text("{}")
    made = demo_settings(real)
    prepare(real, made, Scenario())
    assert (made.raw_dir / "plans" / "a.txt").exists()
    assert not (made.raw_dir / "submissions").exists()
    assert is_example(made) and not is_example(real)
    assert not (real.raw_dir / MARK_FILE).exists()
    demo_settings(real)  # may be made again


def test_home_and_inputs_must_belong_together(real: Settings) -> None:
    made = demo_settings(real)
    prepare(real, made, Scenario())
    with pytest.raises(MixedData, match="不能进入正式库"):
        refuse_mixture(replace(real, raw_dir=made.raw_dir))
    with pytest.raises(MixedData, match="不能进入示例库"):
        refuse_mixture(replace(made, raw_dir=real.raw_dir))
    with pytest.raises(MixedData), Progress() as progress:
        run(replace(real, raw_dir=made.raw_dir), progress)
    assert not list(real.home.glob("landing/*"))


# -- files -------------------------------------------------------------------------------------------------------------


def test_forms_of_example_data_say_so_in_sight_and_out_of_sight(forms: dict[date, Form], tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(write_form(forms[MONTH]))
    book = openpyxl.load_workbook(path)
    assert WORDS in book["封面"]["B2"].value
    assert all(WORDS in book[name]["B1"].value for name in ("指标", "任务", "项目"))
    assert any(row[1].value == WORDS for row in book["_form"].iter_rows(max_row=8, max_col=2))
    plain = openpyxl.load_workbook(_saved(replace(forms[MONTH], is_example=False), tmp_path))
    assert not any(WORDS in str(cell.value) for sheet in plain for row in sheet.iter_rows() for cell in row)


def _saved(form: Form, folder: Path) -> Path:
    path = folder / "plain.xlsx"
    path.write_bytes(write_form(form))
    return path


@pytest.mark.parametrize("lost", ["nothing", "hidden sheet", "titles"])
def test_a_real_home_returns_a_form_of_example_data(forms: dict[date, Form], tmp_path: Path, lost: str) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(write_form(forms[MONTH]))
    book = openpyxl.load_workbook(path)
    book["指标"]["G4"] = 90
    if lost == "hidden sheet":
        book.remove(book["_form"])
    if lost == "titles":
        book["封面"]["B2"] = book["指标"]["B1"] = book["任务"]["B1"] = book["项目"]["B1"] = "报送表"
    book.save(path)
    form = replace(forms[MONTH], is_example=False)
    for known in (background(form, False), Background()):
        record = understand(path.read_bytes(), "a.xlsx", Told("某人"), known, NOW)
        assert record.verdict == "returned"
        assert [found.code for found in record.findings] == ["example_data"]
        assert WORDS in record.findings[0].message
        assert not record.figures and not record.texts and not record.is_example


def test_a_table_exported_from_an_example_is_returned(forms: dict[date, Form]) -> None:
    data = f"地区,年份,地区生产总值（亿元）,{ORIGIN_COLUMN}\n庆元县,2024,100,{WORDS}\n".encode()
    known = background(replace(forms[MONTH], is_example=False), False)
    told = Told("某人", department=DEPARTMENT.name, region="331126", month=MONTH)
    assert [f.code for f in understand(data, "a.csv", told, known, NOW).findings] == ["example_data"]


def test_a_real_form_is_returned_by_an_example(forms: dict[date, Form], tmp_path: Path) -> None:
    path = _saved(replace(forms[MONTH], is_example=False), tmp_path)
    record = understand(path.read_bytes(), "a.xlsx", Told("某人"), background(forms[MONTH], True), NOW)
    assert (record.verdict, [f.code for f in record.findings]) == ("returned", ["not_example_data"])


def test_a_sentence_about_example_data_is_no_mark(forms: dict[date, Form], tmp_path: Path) -> None:
    form = replace(forms[MONTH], is_example=False)
    path = _saved(form, tmp_path)
    book = openpyxl.load_workbook(path)
    book["任务"]["E4"] = "本月整理公共示例数据集 3 个"
    book.save(path)
    record = understand(path.read_bytes(), "a.xlsx", Told("某人"), background(form, False), NOW)
    assert "example_data" not in {found.code for found in record.findings}
    assert read_form(path.read_bytes(), "a.xlsx").rows


@pytest.mark.parametrize("is_marked_home", [False, True])
def test_records_of_the_other_home_are_not_landed(
    forms: dict[date, Form], tmp_path: Path, is_marked_home: bool
) -> None:
    form = replace(forms[MONTH], is_example=not is_marked_home)
    data = write_form(form)
    record = understand(data, "a.xlsx", Told("某人"), background(form, form.is_example), NOW)
    Register(tmp_path / "one").add(data, record)
    if is_marked_home:
        mark(tmp_path / "other", {})
    shutil.copytree(tmp_path / "one", tmp_path / "other", dirs_exist_ok=True)
    with pytest.raises(ValueError, match="不能进入"):
        land_submissions(tmp_path / "other", tmp_path / "landed")


# -- what is shown -----------------------------------------------------------------------------------------------------


def test_receipts_of_an_example_say_so() -> None:
    notice = Notice("0" * 16, "a.xlsx", "县示例局", "庆元县", "2025年3月", "2025-04-03 10:00", "x", "accepted", 1, 0)
    marked = replace(notice, is_example=True)
    assert WORDS in page(marked, ()) and WORDS in shown(marked, ())[0]
    assert WORDS not in page(notice, ()) and WORDS not in shown(notice, ())[0]


def test_every_table_is_marked_whatever_refers_to_it() -> None:
    with duckdb.connect() as connection:
        connection.execute("CREATE SCHEMA marts; CREATE TABLE marts.a (id INTEGER PRIMARY KEY, name VARCHAR NOT NULL)")
        connection.execute("CREATE TABLE marts.b (id INTEGER PRIMARY KEY, a INTEGER REFERENCES marts.a (id))")
        connection.execute("INSERT INTO marts.a VALUES (1, 'x'); INSERT INTO marts.b VALUES (1, 1)")
        connection.execute("COMMENT ON TABLE marts.a IS '甲''s'")
        mark_tables(connection, "memory")
        assert connection.execute("FROM marts.a").fetchall() == [(1, "x", WORDS)]
        assert connection.execute("FROM marts.b").fetchall() == [(1, 1, WORDS)]
        comments = connection.execute("SELECT comment FROM duckdb_tables() ORDER BY table_name").fetchall()
        assert comments == [(f"【{WORDS}】甲's",), (f"【{WORDS}】",)]

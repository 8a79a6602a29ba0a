"""The workbooks of a statistics bureau in ``../shared``: read whole, and right by what else was published."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipelines.settings import PROJECT_DIR
from pipelines.submissions.indicators import link
from pipelines.submissions.reading import read_workbook
from pipelines.submissions.records import FigureRecord, WorkbookReading
from pipelines.submissions.workbooks.opening import open_workbook

SHARED = PROJECT_DIR.parent / "shared"
WORKBOOKS = sorted((SHARED / "workbooks").glob("*.xls*")) if SHARED.is_dir() else []
needs_shared = pytest.mark.skipif(not WORKBOOKS, reason="../shared/workbooks is not beside the project")
COUNTS = {"2015": 204, "2018": 204, "2019": 187, "2021": 176, "2024": 1305}


def year_of(path: Path) -> str:
    return path.name.rpartition("（")[2][:4]


def read(path: Path) -> WorkbookReading:
    return read_workbook(path.read_bytes(), path.name)


@needs_shared
@pytest.mark.parametrize("path", WORKBOOKS, ids=year_of)
def test_every_figure_of_the_grid_is_read_or_refused_by_name(path: Path) -> None:
    reading = read(path)
    (sheet,) = open_workbook(path.read_bytes(), path.name).sheets
    figures = {cell.address for cell in sheet.cells.values() if cell.number is not None}
    assert len(reading.records) == COUNTS[year_of(path)]
    refused = {sheet.cells[found_at(found.cell)].text for found in reading.findings}
    assert refused == ({"浙东北", "浙西南"} if year_of(path) == "2015" else set())
    rows = {found.cell[1:] for found in reading.findings}
    unread = figures - {record.cell for record in reading.records}
    assert {address.lstrip("ABCDEFGHIJKLMNOPQRS") for address in unread} == rows


def found_at(address: str) -> tuple[int, int]:
    return int(address[1:]) - 1, ord(address[0]) - 65


@needs_shared
@pytest.mark.parametrize("path", WORKBOOKS, ids=year_of)
def test_every_figure_has_the_year_of_its_title(path: Path) -> None:
    assert {(r.period_start.year, r.period_end.year) for r in read(path).records} == {(int(year_of(path)),) * 2}


@needs_shared
def test_figures_agree_with_those_published() -> None:
    read_by_key: dict[tuple[str, str | None, str], FigureRecord] = {}
    for path in WORKBOOKS:
        for record in read(path).records:
            read_by_key[record.region_name, record.indicator_id, str(record.period_start.year)] = record
    compared, differing = 0, []
    with (SHARED / "statistics" / "published_figures.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            indicator_id = link(row["indicator"], row["unit"])
            record = read_by_key.get((row["region"], indicator_id, row["year"]))
            if indicator_id is None or record is None:
                continue
            compared += 1
            if record.unit != row["unit"] or abs(record.value - float(row["value"])) > 0.006:
                differing.append((row["region"], row["indicator"], row["year"], row["source_title"]))
    print(f"compared {compared}, equal {compared - len(differing)}, different {len(differing)}: {differing}")
    assert compared >= 150
    # What differs comes from reports that round or that came before the yearbook, never from the yearbook itself.
    assert len(differing) <= 4
    assert not any("统计年鉴" in source for *_, source in differing)


@needs_shared
@pytest.mark.parametrize(
    ("year", "cell", "expected"),
    [
        ("2015", "I5", ("杭州市", "人均生产总值", 139653.0, "元", "gdp_per_capita_registered")),
        ("2015", "S17", ("丽水市", "农村居民人均可支配收入", 15000.0, "元", "rural_disposable_income_per_capita")),
        ("2018", "M11", ("义乌市", "出口总额", 382.78, "亿美元", "exports_usd")),
        ("2018", "H15", ("丽水市", "生产总值 工业", 478.45, "亿元", None)),
        ("2019", "K4", ("杭州市", "进口总额", 1839.4, "亿元", "imports")),
        ("2021", "N14", ("丽水市", "一般公共预算支出", 545.6911, "亿元", "general_public_budget_expenditure")),
        ("2024", "B92", ("景宁畲族自治县", "土地面积", 1939.0, "平方公里", None)),
        ("2024", "E14", ("桐庐县", "生产总值 第一产业", 30.68, "亿元", None)),
        ("2024", "P91", ("庆元县", "农村居民人均可支配收入", 27970.0, "元", "rural_disposable_income_per_capita")),
    ],
)
def test_single_figures(year: str, cell: str, expected: tuple[str, str, float, str, str | None]) -> None:
    (path,) = (p for p in WORKBOOKS if year_of(p) == year)
    (record,) = (r for r in read(path).records if r.cell == cell)
    assert (record.region_name, record.indicator_text, record.value, record.unit, record.indicator_id) == expected

"""Tables with planted figures: random layouts of which every figure's meaning is known (see `workbook_fuzz`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from pipelines.plans.gazetteer import Region, load_default

Meaning = tuple[str, str, str, float, str]  # region code, indicator, period, value, unit
INDICATORS = [
    ("地区生产总值", "亿元"),
    ("常住人口", "万人"),
    ("财政总收入", "万元"),
    ("粮食产量", "吨"),
    ("城镇化率", "%"),
    ("出口总额", "亿美元"),
    ("普通中学", "所"),
    ("公路里程", "公里"),
    ("耕地面积", "千公顷"),
]


@dataclass
class Table:
    """A grid with what its cells mean. ``planted`` holds the cells of figures; None for one that must not be read."""

    layout: str
    name: str
    grid: list[list[Any]]
    planted: dict[tuple[int, int], Meaning | None] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    label_rows: dict[int, list[tuple[int, int]]] = field(default_factory=dict)  # row of a region -> its figures
    first_row: int = 0  # of the data
    title_row: int = 0
    is_text: bool = False

    def refuse(self, cells: list[tuple[int, int]]) -> None:
        for cell in cells:
            if cell in self.planted:
                self.planted[cell] = None


def make_table(random: Random) -> Table:
    """A table of one of the layouts."""
    return random.choice([_regions_down, _regions_across, _years_down, _years_across, _side_by_side])(random)


def _regions(random: Random, count: int) -> list[Region]:
    inside = [r for r in load_default().by_code.values() if r.code.startswith("33") and r.level != "province"]
    return random.sample(inside, count)


def _value(random: Random) -> float:
    return random.choice(
        [round(random.uniform(0.01, 99), 2), round(random.uniform(100, 99999), 2), random.randint(3, 9999)]
    )


def _period(random: Random) -> tuple[str, str]:
    year = random.randint(2004, 2024)
    if random.random() < 0.3:
        last = random.randint(2, 12)
        return f"{year}年1-{last}月", f"{year}-01..{year}-{last:02}" if last < 12 else f"{year}"
    return f"{year}年", f"{year}"


def _regions_down(random: Random) -> Table:
    regions, chosen = _regions(random, random.randint(2, 6)), random.sample(INDICATORS, random.randint(1, 5))
    text, period = _period(random)
    grid: list[list[Any]] = [[f"{text}各县（市、区）主要指标"]]
    style = random.choice(["head", "row"])
    grid.append(["地区", *[f"{n}（{u}）" if style == "head" else n for n, u in chosen]])
    if style == "row":
        grid.append(["单位", *[u for _, u in chosen]])
    table = Table(f"regions down, unit in {style}", "报表", grid, first_row=len(grid))
    for region in regions:
        row = len(grid)
        grid.append([region.name])
        for column, (name, unit) in enumerate(chosen, 1):
            value = _value(random)
            grid[row].append(value)
            table.planted[row, column] = (region.code, name, period, value, unit)
            table.label_rows.setdefault(row, []).append((row, column))
    return table


def _regions_across(random: Random) -> Table:
    regions, chosen = _regions(random, random.randint(2, 6)), random.sample(INDICATORS, random.randint(1, 6))
    text, period = _period(random)
    grid: list[list[Any]] = [[f"{text}主要指标"], ["指标", "单位", *[r.name for r in regions]]]
    table = Table("regions across", "报表", grid, first_row=2)
    for name, unit in chosen:
        row = len(grid)
        grid.append([name, unit])
        for column, region in enumerate(regions, 2):
            value = _value(random)
            grid[row].append(value)
            table.planted[row, column] = (region.code, name, period, value, unit)
    return table


def _years_down(random: Random) -> Table:
    (region,) = _regions(random, 1)
    chosen = random.sample(INDICATORS, random.randint(1, 5))
    grid: list[list[Any]] = [[f"{region.name}历年主要指标"], ["年份", *[f"{n}({u})" for n, u in chosen]]]
    table = Table("years down", "报表", grid, first_row=2)
    start = random.randint(1990, 2020)
    for year in range(start, start + random.randint(2, 6)):
        row = len(grid)
        grid.append([random.choice([year, f"{year}年"])])
        for column, (name, unit) in enumerate(chosen, 1):
            value = _value(random)
            grid[row].append(value)
            table.planted[row, column] = (region.code, name, f"{year}", value, unit)
    return table


def _years_across(random: Random) -> Table:
    regions = _regions(random, random.randint(2, 6))
    name, unit = random.choice(INDICATORS)
    start = random.randint(1990, 2020)
    years = list(range(start, start + random.randint(2, 5)))
    grid: list[list[Any]] = [[f"各县（市、区）{name}"], [f"单位：{unit}"], ["地区", *[f"{y}年" for y in years]]]
    table = Table("years across", "报表", grid, first_row=3)
    for region in regions:
        row = len(grid)
        grid.append([region.name])
        for column, year in enumerate(years, 1):
            value = _value(random)
            grid[row].append(value)
            table.planted[row, column] = (region.code, name, f"{year}", value, unit)
            table.label_rows.setdefault(row, []).append((row, column))
    return table


def _side_by_side(random: Random) -> Table:
    regions = _regions(random, 2 * random.randint(2, 4))
    name, unit = random.choice(INDICATORS)
    text, period = _period(random)
    grid: list[list[Any]] = [[f"{text}各地{name}"], ["地区", f"{name}（{unit}）", "地区", f"{name}（{unit}）"]]
    table = Table("side by side", "报表", grid, first_row=2)
    half = len(regions) // 2
    for left, right in zip(regions[:half], regions[half:], strict=True):
        row = len(grid)
        values = _value(random), _value(random)
        grid.append([left.name, values[0], right.name, values[1]])
        for column, region, value in ((1, left, values[0]), (3, right, values[1])):
            table.planted[row, column] = (region.code, name, period, value, unit)
        table.label_rows[row] = [(row, 1)]
    return table

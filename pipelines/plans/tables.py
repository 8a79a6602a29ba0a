"""Indicator tables: rows of cells with their places -> one statement a value cell.

Tables reach a text as pipe or tab rows, often with ragged rows where cells were merged. Columns are told by their
headers (base, target, done, growth), rows are aligned on the unit column where there is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from pipelines.plans import lexicon
from pipelines.plans.cells import EMPTY, Cell, CellValue, is_value, read_value, rows_of
from pipelines.plans.clauses import do_verbs
from pipelines.plans.model import Kind
from pipelines.plans.quantities import class_of, unit_pattern
from pipelines.plans.textview import Line

_UNIT_IN_NAME = re.compile(
    rf"（(?P<unit>(?:{unit_pattern()}|[十百千万亿]+(?:{unit_pattern()})|[^（）]{{1,8}}[/／][^（）]{{1,6}}|-))）$"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_TARGET = re.compile(r"目标|规划|预期|计划|力争|预计达|指标值")
_ACTUAL = re.compile(r"基期|基数|基准|实际|完成|现状|实绩|实现值|已达|当前|年末数|初值")
_GROWTH = re.compile(r"年均|增速|增长率?|增幅|递增|累计|五年|±|增减|同比")
_MOVES = re.compile(r"降低|减少|下降|降幅|减排")
_HEAD_NAME = re.compile(r"指标|名称|项目|内容|任务|分类|领域|事项")
_HEAD_OTHER = re.compile(
    r"序号|编号|类别|类型|属性|性质|备注|说明|责任|牵头|单位|部门|领域|分类|目标类|维度|一级|来源|口径"
)


@dataclass(slots=True)
class Column:
    role: str  # number, category, name, unit, attribute, department, value, other
    kind: Kind = "target"
    year: int | None = None
    growth: bool = False
    yearly: bool = False  # growth a year over several years (年均), not that of the column's year
    unit: str = ""
    head: str = ""


@dataclass(slots=True)
class Table:
    rows: list[list[Cell]]
    columns: list[Column] = field(default_factory=list)
    header_rows: int = 0


@dataclass(slots=True)
class CellStatement:
    """A value cell read, with its indicator; places are in the shown text."""

    value: CellValue
    name: str
    kind: Kind
    quote_start: int
    departments_text: str = ""
    attribute: str | None = None
    region: str | None = None  # where the row, not the plan, says whom the value is about


def build_table(
    lines: list[Line], previous: Table | None, start_year: int | None, end_year: int | None
) -> Table | None:
    """A table whose columns are understood, or None where it is no table of indicators."""
    rows = rows_of(lines)
    if not rows:
        return None
    header = 0
    while header < min(4, len(rows)) and _is_header(rows[header]):
        header += 1
    table = Table(rows, header_rows=header)
    if header == 0:
        if previous is not None and previous.columns and abs(len(previous.columns) - max(map(len, rows))) <= 1:
            table.columns = previous.columns
            return table
        return None
    table.columns = _columns(rows[:header], start_year, end_year)
    values = [c for c in table.columns if c.role == "value"]
    names = [c for c in table.columns if c.role == "name"]
    return table if values and names else None


def _is_header(row: list[Cell]) -> bool:
    filled = [c.text for c in row if c.text]
    if not filled:
        return False
    if any(is_value(t) and not _YEAR.fullmatch(t) for t in filled):
        return False
    told = sum(
        bool(
            _HEAD_NAME.search(t)
            or _HEAD_OTHER.search(t)
            or _YEAR.search(t)
            or _TARGET.search(t)
            or _ACTUAL.search(t)
            or _GROWTH.search(t)
        )
        for t in filled
    )
    return told >= max(1, 0.6 * len(filled)) and all(len(t) <= 30 for t in filled)


def _columns(header: list[list[Cell]], start_year: int | None, end_year: int | None) -> list[Column]:
    width = max(len(r) for r in header)
    heads = ["" for _ in range(width)]
    for depth, row in enumerate(header):
        texts = [row[i].text if i < len(row) else "" for i in range(width)]
        below = header[depth + 1 :]
        for i in range(1, width):
            # A merged head covers the columns to its right that have a head of their own below.
            if (
                not texts[i]
                and texts[i - 1]
                and any(i < len(b) and b[i].text for b in below)
                and not _HEAD_OTHER.search(texts[i - 1])
            ):
                texts[i] = texts[i - 1]
        heads = [h + " " + t if h and t else h or t for h, t in zip(heads, texts, strict=True)]
    columns = [_column(h, start_year, end_year) for h in heads]
    _unmerge_name(columns)
    for before, column in pairwise(columns):
        # 2009年预计 | 增长%: the growth of that year
        if column.growth and not column.yearly and column.year is None and before.role == "value":
            column.year, column.kind = before.year, before.kind
    return columns


def _column(head: str, start_year: int | None, end_year: int | None) -> Column:
    plain = head.replace(" ", "")
    unit_match = re.search(r"（([^（）]{1,10})）$", plain)
    unit = unit_match.group(1) if unit_match and class_of(unit_match.group(1).lstrip("十百千万亿")) else ""
    year_match = _YEAR.findall(plain)
    year = int(year_match[-1]) if year_match else None
    if not plain:
        return Column("blank", head=plain)
    if year is None and re.search(r"序号|编号", plain):
        return Column("number", head=plain)
    if year is None and re.search(r"责任|牵头|部门|(?<!计量)单位$", plain) and plain != "单位":
        return Column("department", head=plain)
    if plain in ("单位", "计量单位", "计量", "量纲"):
        return Column("unit", head=plain)
    if year is None and re.search(r"属性|性质|指标类型|约束性|预期性|类型$", plain):
        return Column("attribute", head=plain)
    growth = bool(re.search(r"年均|增速|增长|增幅|递增|累计|五年|±|增减|同比", plain))
    if year is not None or growth or re.search(r"目标值?$|基期|基数|现状|实际|完成|目标|预期", plain):
        if year is None and not growth and re.search(r"指标名|名称|类别|领域|分类", plain):
            return Column("name" if re.search("指标|名称", plain) else "category", head=plain)
        expected = "预计" in plain and year is not None and start_year is not None and year < start_year
        done = expected or bool(_ACTUAL.search(plain))
        aim = bool(_TARGET.search(plain))
        if done and not aim:
            kind: Kind = "actual"
        elif aim and not done:
            kind = "target"
        else:
            kind = "target" if year is None or start_year is None or year >= start_year else "actual"
        if year is None and not growth:
            year = end_year if kind == "target" else (start_year - 1 if start_year and re.search("基", plain) else None)
        yearly = bool(re.search(r"年均|递增|累计|五年", plain))
        return Column("value", kind, year, growth, yearly, unit, plain)
    if re.search(r"类别|领域|分类|维度|一级|目标类", plain):
        return Column("category", head=plain)
    if _HEAD_NAME.search(plain):
        return Column("name", head=plain)
    return Column("other", head=plain)


def _unmerge_name(columns: list[Column]) -> None:
    """A head 指标名称 over two or three columns leaves blank heads behind it: number, group, name."""
    for i in range(1, len(columns)):
        if columns[i].role == "blank" and columns[i - 1].role == "name":
            columns[i].role = "name"


def read_table(table: Table, region_years: tuple[int | None, int | None]) -> list[CellStatement]:
    """Statements of an indicator table in reading order."""
    out: list[CellStatement] = []
    columns = table.columns
    span = _span(columns, *region_years)
    unit_column = next((i for i, c in enumerate(columns) if c.role == "unit"), None)
    group = ""
    for row in table.rows[table.header_rows :]:
        if all(_is_header_again(c, columns) for c in row if c.text):
            continue
        cells, unit_text = _align(row, columns, unit_column)
        name, group = _row_name(cells, columns, unit_column, group)
        if not name:
            continue
        unit = unit_text
        group_unit = _UNIT_IN_NAME.search(group)
        if group_unit and not unit and not _UNIT_IN_NAME.search(name):
            unit = group_unit.group("unit")
        stripped = _UNIT_IN_NAME.search(name)
        if stripped:
            unit = unit or stripped.group("unit")
            name = name[: stripped.start()]
        unit = "" if unit in EMPTY or "=" in unit else unit  # 上年=100 is no unit
        departments = next(
            (cells[i].text for i, c in enumerate(columns) if c.role == "department" and i < len(cells)), ""
        )
        attribute = next(
            (m.group() for c in cells if (m := re.search("约束性|预期性|引导性", c.text)) and len(c.text) <= 6), None
        )
        first = next((c.raw_start for c in cells if c.text and not c.text.isdigit()), None)
        for index, column in enumerate(columns):
            if column.role != "value" or index >= len(cells):
                continue
            value = read_value(
                cells[index], None if column.yearly else column.year, column.growth, column.unit, unit, span
            )
            if value is not None:
                if value.period.type == "over" and value.measure == "level" and _MOVES.search(name):
                    value.measure = "change"  # 单位能耗降低: [16]
                if value.value is not None and value.measure == "level" and re.search("(?<!自然)增长率?$", name):
                    value.measure = "growth"
                out.append(CellStatement(value, name, column.kind, first or value.start, departments, attribute))
    return out


def uses_of_numbers(table: Table) -> list[tuple[int, int, str]]:
    """What the numbers of a table are that are no values: heads, list numbers, parts of names, units and notes."""
    uses: list[tuple[int, int, str]] = []
    for index, row in enumerate(table.rows):
        for position, cell in enumerate(row):
            if not cell.text:
                continue
            if index < table.header_rows:
                use = "table_head"
            elif re.fullmatch(r"（?\d{1,3}）?[.、]?", cell.text) and position <= 2:
                use = "list_number"
            elif not is_value(cell.text):
                use = "name"
            else:
                continue
            uses.append((cell.raw_start, cell.raw_end, use))
    return uses


def _is_header_again(cell: Cell, columns: list[Column]) -> bool:
    return bool(cell.text) and any(cell.text in c.head for c in columns if c.head)


def _span(columns: list[Column], start_year: int | None, end_year: int | None) -> tuple[int | None, int | None]:
    """Years between the base column and the target column: what 年均 and 【】 run over."""
    years = [c.year for c in columns if c.role == "value" and c.year is not None]
    if len(set(years)) >= 2:
        return min(years) + 1, max(years)
    return start_year, end_year


def _align(row: list[Cell], columns: list[Column], unit_column: int | None) -> tuple[list[Cell], str]:
    """Cells put under their columns: rows lose or gain a cell where a head or category was merged."""
    blank = Cell("", [], row[0].raw_start, row[0].raw_start) if row else Cell("", [], 0, 0)
    if unit_column is not None and len(row) == len(columns) and class_of(row[unit_column].text.lstrip("十百千万亿")):
        return row, row[unit_column].text
    if unit_column is None:
        shift = len(row) - len(columns)
        if shift and -2 <= shift < 0:
            # The merged category on the left was left out.
            missing_left = (
                row and not re.fullmatch(r"\d{1,3}", row[0].text) and columns[0].role in ("number", "category")
            )
            pad = [blank] * -shift
            return ([*pad, *row] if missing_left else [*row, *pad]), ""
        return row, ""
    at = next(
        (
            i
            for i, c in enumerate(row)
            if i > 0 and _is_unit(c.text) and not is_value(c.text) and (abs(i - unit_column) <= 2)
        ),
        None,
    )
    if at is None:
        return row, row[unit_column].text if unit_column < len(row) else ""
    left, right = row[:at], row[at + 1 :]
    wanted = len(columns) - unit_column - 1
    filled = len([c for c in columns[unit_column + 1 :] if c.role != "blank"])
    if len(right) > filled and any(c.text for c in right[filled:]):
        empty = next((i for i, c in enumerate(right) if not c.text), None)
        if empty is not None:
            right = right[:empty] + right[empty + 1 :]
    right = (right + [blank] * wanted)[:wanted]
    if len(left) > unit_column:
        left = left[len(left) - unit_column :]
    left = [blank] * (unit_column - len(left)) + left
    return [*left, row[at], *right], row[at].text


def _is_unit(text: str) -> bool:
    bare = re.sub(r"^[十百千万亿]+", "", text)
    return (
        text in ("-", "—", "--") or class_of(bare) != "" or bool(re.fullmatch(r"[^\d\s]{1,6}[/／每][^\d\s]{1,6}", text))
    )


def _row_name(cells: list[Cell], columns: list[Column], unit_column: int | None, group: str) -> tuple[str, str]:
    """Name of the row's indicator: the last text cell before the values that is neither number nor category."""
    values = next((i for i, c in enumerate(columns) if c.role == "value"), len(cells))
    limit = min(unit_column, values) if unit_column is not None else values
    texts: list[str] = []
    for i in range(min(limit, len(cells))):
        text = cells[i].text
        role = columns[i].role
        if not text or re.fullmatch(r"（?\d{1,3}）?[.、]?", text) or role in ("number", "attribute", "department"):
            continue
        if role == "category" and any(
            columns[j].role in ("name", "blank") and cells[j].text for j in range(i + 1, min(limit, len(cells)))
        ):
            continue
        texts.append(text)
    if not texts:
        return "", group
    name = re.sub(r"^(?:（?\d{1,2}）?[.、]|其中：|#|[①-⑳]|[一二三四五六七八九十]{1,3}、)", "", texts[-1])
    if len(texts) > 1:
        group = texts[-2]
    elif name == texts[-1]:
        group = ""  # a row of its own
    return _joined(group, name), group


def _joined(group: str, name: str) -> str:
    """A sub-row's name with what only its group says: 居民人均可支配收入 + 城镇居民 -> 城镇居民人均可支配收入."""
    whole = _UNIT_IN_NAME.sub("", group)
    if not whole or lexicon.pattern("measured_noun").search(name) or _UNIT_IN_NAME.search(name):
        return name
    for length in range(min(len(name), len(whole)), 1, -1):
        if name.endswith(whole[:length]):
            return name + whole[length:]
    return name


def has_acts(text: str) -> bool:
    """Whether a cell holds running text rather than a value or a name."""
    return len(text) >= 8 and bool(do_verbs().search(text))

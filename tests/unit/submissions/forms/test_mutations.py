"""Forms changed at random: reading never fails, and no value ever goes to another item than its row names."""

from __future__ import annotations

import random
from typing import Any

import pytest
from form_examples import FORM, filled_book, read

from pipelines.submissions.forms.keys import item_key

NAMES = {r.row_id: r.item_name for r in FORM.rows}
OF_ROW = {item_key(r.item_name): r.row_id for r in FORM.rows}
ODD: list[Any] = [
    "",
    None,
    "—",
    "=1",
    "名称",
    "本期值",
    "69%",
    -1e300,
    1e9,
    True,
    "i-00000000000000a3",
    "城镇化率",
    "\n",
    "注：x",
]


def mutate(book: Any, chance: random.Random) -> None:
    sheet = book[chance.choice([t for t in ("指标", "任务", "项目", "封面", "_form") if t in book.sheetnames])]
    act = chance.randrange(8)
    at, column = chance.randint(1, 8), chance.randint(1, 13)
    if act in (3, 4, 5):
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
    if act <= 1:
        found = sheet.cell(at, column)
        if type(found).__name__ == "Cell":
            found.value = chance.choice(ODD)
    elif act == 2:
        swap(sheet, at, chance.randint(1, 8), chance.choice([1, 2]))
    elif act == 3:
        sheet.delete_rows(at)
    elif act == 4:
        sheet.insert_cols(column)
    elif act == 5:
        sheet.delete_cols(column)
    elif act == 6 and sheet.title != "封面":
        del book[sheet.title]
    else:
        sheet.title = f"表{chance.randrange(10**6)}"


def swap(sheet: Any, one: int, two: int, first: int) -> None:
    for column in range(first, 14):
        a, b = sheet.cell(one, column), sheet.cell(two, column)
        if type(a).__name__ == type(b).__name__ == "Cell":
            a.value, b.value = b.value, a.value


@pytest.mark.parametrize("seed", range(60))
def test_no_value_goes_to_another_item(seed: int) -> None:
    chance = random.Random(seed)
    book = filled_book()
    for _ in range(chance.randint(1, 5)):
        mutate(book, chance)
    for form in (None, FORM):
        for found in read(book, form).rows:
            name = item_key(found.item_name)
            if found.row_id in NAMES and found.item_name and not found.is_blank and (form or name in OF_ROW):
                assert name == item_key(NAMES[found.row_id])

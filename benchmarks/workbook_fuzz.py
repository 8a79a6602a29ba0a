"""``python -m benchmarks.workbook_fuzz --count 10000 --seed 1``: mutated workbooks and delimited texts.

Tables with planted figures (`workbook_tables`) are changed in what they mean (a misspelt region, a lost year, words in
a number …) and in their bytes. Counted are crashes, hangs, and planted figures that are accepted with a wrong region,
indicator, time, value or unit. Ends with 1 where there is any.
"""

from __future__ import annotations

import argparse
import csv
import io
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

import openpyxl

from benchmarks.workbook_tables import Table, make_table
from pipelines.submissions.reading import read_workbook
from pipelines.submissions.records import FigureRecord

LIMIT_SECONDS = 10
Mutation = Callable[[Table, Random], None]


class Hang(Exception):
    """A file took longer than the limit."""


@dataclass
class Outcome:
    """Counts of a run; ``failures`` describes the first of each kind."""

    files: int = 0
    planted: int = 0
    accepted: int = 0
    refused_rightly: int = 0
    crashes: int = 0
    hangs: int = 0
    wrong: int = 0
    failures: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)

    def tell(self, text: str) -> None:
        if len(self.failures) < 30:
            self.failures.append(text)


# -- what a table means ------------------------------------------------------------------------------------------------


def misspell_region(table: Table, random: Random) -> None:
    if table.label_rows:
        row = random.choice(list(table.label_rows))
        table.grid[row][0] = random.choice(["某某县", "杭洲市", "甲县", "开发区", f"{table.grid[row][0]}x"])
        table.refuse(table.label_rows[row])


def lose_region(table: Table, random: Random) -> None:
    if table.label_rows:
        row = random.choice(list(table.label_rows))
        table.grid[row][0] = None
        table.refuse(table.label_rows[row])


def space_names(table: Table, random: Random) -> None:
    for row in table.label_rows:
        if isinstance(table.grid[row][0], str) and random.random() < 0.5:
            table.grid[row][0] = random.choice([" ", "　", "\n"]).join(table.grid[row][0])


def words_in_number(table: Table, random: Random) -> None:
    row, column = random.choice(list(table.planted))
    table.grid[row][column] = random.choice(["待定", "1.2.3", "约100", "12a", "1,23,4", ">5", "五十", "3-5", "#DIV/0!"])
    table.refuse([(row, column)])


def missing_mark(table: Table, random: Random) -> None:
    row, column = random.choice(list(table.planted))
    table.grid[row][column] = random.choice(["—", "…", "-", "...", "", "#", "/", None])
    table.refuse([(row, column)])


def numbers_as_text(table: Table, random: Random) -> None:
    wide = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
    for row, column in table.planted:
        value = table.grid[row][column]
        if isinstance(value, int | float) and random.random() < 0.5:
            text = f"{value:,}"
            table.grid[row][column] = random.choice([text, text.translate(wide), f" {value} "])


def negative(table: Table, random: Random) -> None:
    row, column = random.choice(list(table.planted))
    meaning = table.planted[row, column]
    value = table.grid[row][column]
    if meaning is not None and isinstance(value, int | float):
        table.grid[row][column] = random.choice([f"({value})", f"（{value}）", f"-{value}", f"−{value}"])
        table.planted[row, column] = (*meaning[:3], -meaning[3], meaning[4])


def lose_title(table: Table, random: Random) -> None:
    table.grid[0][0] = None
    table.refuse(list(table.planted))


def lose_head(table: Table, random: Random) -> None:
    row = table.first_row - 1
    columns = {c for _, c in table.planted}
    column = random.choice(sorted(columns))
    if table.layout == "regions down, unit in row":
        row -= 1
    table.grid[row][column] = None
    table.refuse([cell for cell in table.planted if cell[1] == column])


def move_down(table: Table, random: Random) -> None:
    """Lines above the table: a second title in English, or the name of the office."""
    _insert_row(table, 1, [random.choice(["Main Indicators by County", "统计局编", "（快报）", None])])


def blank_row(table: Table, random: Random) -> None:
    _insert_row(table, random.randint(table.first_row, len(table.grid)), [])


def note_row(table: Table, random: Random) -> None:
    text = random.choice(["注：本表为快报数。", "资料来源：统计局", "说明：2010年为普查数。", "注:本表2025年1月整理。"])
    table.grid.append([text])


def number_rows(table: Table, random: Random) -> None:
    """A column that numbers the rows."""
    _insert_column(table, 0)
    table.grid[table.first_row - 1][0] = "序号"
    for number, row in enumerate(range(table.first_row, len(table.grid)), 1):
        if any(cell[0] == row for cell in table.planted):
            table.grid[row][0] = number


def total_row(table: Table, random: Random) -> None:
    """A sum of some regions is no region."""
    if table.label_rows:
        row = len(table.grid)
        columns = sorted({c for _, c in table.planted})
        table.grid.append([random.choice(["合计", "总计", "市区", "浙东北"]), *[1.5] * max(columns)])
        for column in columns:
            table.planted[row, column] = None


def repeat_row(table: Table, random: Random) -> None:
    """One region twice with other figures: both are doubtful."""
    if table.label_rows and table.layout != "side by side":
        rows = [r for r in table.label_rows if any(table.planted[cell] is not None for cell in table.label_rows[r])]
        if not rows:
            return
        row = random.choice(rows)
        cells = [c for c in table.label_rows[row] if isinstance(table.grid[row][c[1]], int | float)]
        copy = list(table.grid[row])
        for _, column in cells:
            copy[column] = table.grid[row][column] + 1
            table.planted[len(table.grid), column] = None
        table.refuse(cells)
        table.grid.append(copy)


def unknown_unit(table: Table, random: Random) -> None:
    """An unknown unit is kept as written."""
    if table.layout == "regions across":
        row = random.choice([r for r, _ in table.planted])
        table.grid[row][1] = "万坨"
        for cell, meaning in table.planted.items():
            if cell[0] == row and meaning is not None:
                table.planted[cell] = (*meaning[:4], "万坨")


def error_cell(table: Table, random: Random) -> None:
    row, column = random.choice(list(table.planted))
    table.grid[row][column] = "=1/0" if not table.is_text else "#DIV/0!"
    table.refuse([(row, column)])


MEANING: list[Mutation] = [
    misspell_region,
    lose_region,
    space_names,
    words_in_number,
    missing_mark,
    numbers_as_text,
    negative,
    lose_title,
    lose_head,
    move_down,
    blank_row,
    note_row,
    number_rows,
    total_row,
    repeat_row,
    unknown_unit,
    error_cell,
]


def _insert_row(table: Table, at: int, row: list[Any]) -> None:
    table.grid.insert(at, row)
    table.planted = {(r + (r >= at), c): m for (r, c), m in table.planted.items()}
    table.label_rows = {r + (r >= at): [(x + (x >= at), y) for x, y in cells] for r, cells in table.label_rows.items()}
    table.first_row += at < table.first_row


def _insert_column(table: Table, at: int) -> None:
    for number, row in enumerate(table.grid):
        if number >= table.first_row - 1 or len(row) > 1:
            row.insert(at, None)
    table.planted = {(r, c + (c >= at)): m for (r, c), m in table.planted.items()}
    table.label_rows = {}


# -- files and bytes ---------------------------------------------------------------------------------------------------


def as_file(table: Table, random: Random) -> tuple[bytes, str]:
    if table.is_text:
        width = max(len(row) for row in table.grid)
        stream = io.StringIO()
        delimiter = random.choice([",", "\t", ";"])
        writer = csv.writer(stream, delimiter=delimiter)
        for row in table.grid:
            writer.writerow(["" if v is None else v for v in row] + [""] * (width - len(row)))
        return stream.getvalue().encode(random.choice(["utf-8", "utf-8-sig", "gb18030", "utf-16"])), f"{table.name}.csv"
    book = openpyxl.Workbook()
    sheet = book.active
    for number, row in enumerate(table.grid, 1):
        for column, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(number, column, value)
    output = io.BytesIO()
    book.save(output)
    return output.getvalue(), f"{table.name}.xlsx"


def damage(data: bytes, random: Random) -> bytes:
    """Bytes flipped, cut off, taken out, put in or repeated."""
    changed = bytearray(data)
    for _ in range(random.randint(1, 8)):
        at = random.randrange(len(changed) or 1)
        kind = random.choice(["flip", "cut", "drop", "insert", "repeat"])
        if kind == "flip" and changed:
            changed[at] ^= 1 << random.randrange(8)
        elif kind == "cut" and random.random() < 0.3:
            del changed[at:]
        elif kind == "drop":
            del changed[at : at + random.randint(1, 20)]
        elif kind == "insert":
            changed[at:at] = random.randbytes(random.randint(1, 20))
        elif kind == "repeat":
            changed[at:at] = changed[at : at + random.randint(1, 200)]
    return bytes(changed)


def meaning_of(record: FigureRecord) -> tuple[str, str, str, float, str]:
    start, end = record.period_start, record.period_end
    is_year = (start.month, end.month) == (1, 12)
    period = f"{start.year}" if is_year else f"{start:%Y-%m}..{end:%Y-%m}"
    return record.region_code, record.indicator_text, period, record.value, record.unit


def _order(mutation: Mutation) -> int:
    return 2 if mutation is number_rows else 1 if mutation in (repeat_row, total_row) else 0


def try_one(random: Random, outcome: Outcome) -> None:
    """Make, change and read one file, and judge what was read."""
    table = make_table(random)
    table.is_text = random.random() < 0.35
    kinds = random.sample(MEANING, random.choice([0, 1, 1, 2, 3]))
    # What repeats rows works on rows as they stand; what adds a column comes last, as the others count columns.
    for mutation in sorted(kinds, key=_order):
        mutation(table, random)
    data, name = as_file(table, random)
    is_damaged = random.random() < 0.35
    if is_damaged:
        data = damage(data, random)
    what = f"{table.layout} {[m.__name__ for m in kinds]} {'damaged ' if is_damaged else ''}{name}"
    outcome.files += 1
    outcome.kinds[table.layout] += 1
    signal.setitimer(signal.ITIMER_REAL, LIMIT_SECONDS)
    try:
        reading = read_workbook(data, name)
    except Hang:
        outcome.hangs += 1
        outcome.tell(f"hang: {what}")
        return
    except Exception as error:
        outcome.crashes += 1
        outcome.tell(f"crash: {what}: {error!r}")
        return
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    if any(found.code == "reading_failed" for found in reading.findings):
        outcome.crashes += 1
        outcome.tell(f"crash: {what}: {reading.findings[-1].message}")
        return
    if is_damaged and table.is_text:
        return  # a changed byte of a text is another text: nothing can tell
    outcome.planted += len(table.planted)
    found = {record.cell: record for record in reading.records}
    for (row, column), meaning in table.planted.items():
        record = found.get(f"{chr(65 + column)}{row + 1}")
        if record is None:
            outcome.refused_rightly += meaning is None
        elif meaning is None or meaning_of(record) != meaning:
            outcome.wrong += 1
            outcome.tell(f"wrong: {what} {record.cell}: read {meaning_of(record)}, planted {meaning}")
        else:
            outcome.accepted += 1


def run(count: int, seed: int) -> Outcome:
    """Try ``count`` files made from ``seed``."""

    def expired(*_: object) -> None:
        raise Hang

    before = signal.signal(signal.SIGALRM, expired)
    outcome = Outcome()
    try:
        for number in range(count):
            try_one(Random(f"{seed}-{number}"), outcome)
    finally:
        signal.signal(signal.SIGALRM, before)
    return outcome


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    started = time.perf_counter()
    outcome = run(arguments.count, arguments.seed)
    for text in outcome.failures:
        print(text)
    print(f"files {outcome.files}  planted figures {outcome.planted}  accepted right {outcome.accepted}")
    print(f"refused rightly {outcome.refused_rightly}  layouts {dict(outcome.kinds)}")
    print(f"crashes {outcome.crashes}  hangs {outcome.hangs}  accepted wrong {outcome.wrong}")
    print(f"{time.perf_counter() - started:.0f} s, seed {arguments.seed}")
    return int(bool(outcome.crashes or outcome.hangs or outcome.wrong))


if __name__ == "__main__":
    sys.exit(main())

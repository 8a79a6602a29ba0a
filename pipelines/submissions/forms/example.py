"""Whether an opened file says that it holds example data."""

from __future__ import annotations

from pipelines.example_data import WORDS
from pipelines.submissions.forms.frame import hidden_sheet
from pipelines.submissions.forms.parts import DATA_ORIGIN
from pipelines.submissions.labels import narrowed
from pipelines.submissions.workbooks.grid import Workbook

_TOP_ROWS = 3  # the titles of a form, the first rows of a table that was exported


def says_example(workbook: Workbook) -> bool:
    """By the hidden sheet of a form; where it is lost by a title, or a cell at the top that says nothing else.

    A sentence that only speaks of example data is no mark.
    """
    hidden = hidden_sheet(workbook)
    if hidden is not None and hidden.values.get(DATA_ORIGIN) == WORDS:
        return True
    return any(
        _is_mark(cell.text) for sheet in workbook.sheets for (row, _), cell in sheet.cells.items() if row < _TOP_ROWS
    )


def _is_mark(text: str) -> bool:
    plain = narrowed(text).strip()
    return plain == WORDS or plain.endswith(f"({WORDS})")

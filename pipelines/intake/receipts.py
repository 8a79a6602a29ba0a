"""Receipts on disk: a page for every submission, and the marked workbook where cells are at fault."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipelines.intake.receive import Received
from pipelines.intake.record import IntakeRecord
from pipelines.landing.store import write_atomically
from pipelines.submissions.months import CHINA, month_text
from pipelines.submissions.receipts.marked import marked, needs_marks
from pipelines.submissions.receipts.page import Notice, page
from pipelines.submissions.workbooks.opening import open_workbook


@dataclass(frozen=True, slots=True)
class Receipt:
    """Where the receipt of a submission lies; ``workbook`` is None where no cell is at fault."""

    page: Path
    workbook: Path | None


def notice_of(received: Received, region_name: str) -> Notice:
    """The head of a receipt."""
    record = received.record
    return Notice(
        submission_id=record.submission_id,
        file_name=record.file_name,
        department=record.department,
        region_name=region_name,
        month_text=month_text(record.month),
        received_text=f"{record.received_at.astimezone(CHINA):%Y-%m-%d %H:%M}",
        received_by=record.received_by,
        verdict=record.verdict,
        figure_count=len(record.figures),
        quarantined_count=sum(figure.is_quarantined for figure in record.figures),
        is_repeat=not received.is_new,
        is_example=record.is_example,
    )


def write_receipt(folder: Path, data: bytes, received: Received, region_name: str) -> Receipt:
    """Write the receipt under ``folder/<month>/``. Raises OSError."""
    record = received.record
    text = page(notice_of(received, region_name), record.findings)
    target = _target(folder, record)
    page_path = target.with_suffix(".html")
    write_atomically(page_path, lambda temporary: temporary.write_text(text, encoding="utf-8"))
    if not needs_marks(record.findings):
        return Receipt(page_path, None)
    workbook_path = target.with_suffix(".xlsx")
    if not received.is_new and workbook_path.exists():
        return Receipt(page_path, workbook_path)
    workbook = marked(data, open_workbook(data, record.file_name), record.findings)
    if workbook is None:
        return Receipt(page_path, None)
    write_atomically(workbook_path, lambda temporary: temporary.write_bytes(workbook))
    return Receipt(page_path, workbook_path)


def _target(folder: Path, record: IntakeRecord) -> Path:
    return folder / f"{record.month:%Y-%m}" / f"回执_{record.submission_id}"

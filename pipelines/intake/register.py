"""The files of ``raw/submissions``: what was received, its intake record, and withdrawals. Append-only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from pipelines.intake.record import IntakeRecord, Withdrawal, parse_record, parse_withdrawal
from pipelines.landing.store import sha256_of, write_atomically

FOLDER = "submissions"
RECORD = ".intake.json"
WITHDRAWAL = ".withdrawal.json"
T = TypeVar("T")
_UNSAFE = re.compile(r"[^\w\u4e00-\u9fff（）()\-. ]+")
_LONGEST = 180  # bytes of a stem in UTF-8; with id, extension and the mark of a temporary file below 255


class NotRegistered(LookupError):
    """No submission of this id is known; the message says so in Chinese."""


class Register:
    """Submissions under one ``raw`` folder."""

    def __init__(self, raw_dir: Path) -> None:
        self._folder = raw_dir / FOLDER

    def find(self, submission_id: str) -> IntakeRecord | None:
        """The record of a submission by its id, None where there is none. Raises ValueError for one that is damaged."""
        path = self._record_path(submission_id)
        return _parsed(path, parse_record) if path is not None else None

    def add(self, data: bytes, record: IntakeRecord) -> Path:
        """Keep the bytes and then the record; with the record the submission is received. Returns the file kept.

        Raises ValueError where the bytes are not those that the record speaks of.
        """
        if sha256_of(data) != record.sha256:
            raise ValueError("the record is of other bytes")
        folder = self._folder / f"{record.month:%Y-%m}"
        kept = folder / f"{record.submission_id}_{safe_name(record.file_name)}"
        if not kept.exists():
            write_atomically(kept, lambda temporary: temporary.write_bytes(data))
        text = record.as_json()
        path = folder / f"{record.submission_id}{RECORD}"
        write_atomically(path, lambda temporary: temporary.write_text(text, encoding="utf-8"))
        return kept

    def withdraw(self, withdrawal: Withdrawal) -> IntakeRecord:
        """Take a submission back. Raises `NotRegistered`."""
        path = self._record_path(withdrawal.submission_id)
        if path is None:
            raise NotRegistered(f"没有编号为 {withdrawal.submission_id} 的报送。编号见回执")
        target = path.with_name(f"{withdrawal.submission_id}{WITHDRAWAL}")
        if not target.exists():
            write_atomically(target, lambda temporary: temporary.write_text(withdrawal.as_json(), encoding="utf-8"))
        return _parsed(path, parse_record)

    def kept_file(self, submission_id: str) -> Path | None:
        """The file as received."""
        record = self._record_path(submission_id)
        if record is None:
            return None
        return next(iter(sorted(record.parent.glob(f"{submission_id}_*"))), None)

    def records(self) -> Iterator[tuple[Path, IntakeRecord]]:
        """Every record with its file, by month and id. Raises ValueError, naming the file, for one that is damaged."""
        for path in sorted(self._folder.glob(f"*/*{RECORD}")):
            yield path, _parsed(path, parse_record)

    def withdrawals(self) -> Iterator[tuple[Path, Withdrawal]]:
        """Every withdrawal with its file, by month and id. Raises ValueError for a damaged one, as `records` does."""
        for path in sorted(self._folder.glob(f"*/*{WITHDRAWAL}")):
            yield path, _parsed(path, parse_withdrawal)

    def _record_path(self, submission_id: str) -> Path | None:
        if not re.fullmatch(r"[0-9a-f]{16}", submission_id):
            return None
        return next(iter(sorted(self._folder.glob(f"*/{submission_id}{RECORD}"))), None)


def _parsed(path: Path, parse: Callable[[str], T]) -> T:
    """What a file of the register says. Raises ValueError, naming the file, where it is damaged."""
    try:
        return parse(path.read_text(encoding="utf-8"))
    except ValueError as error:  # a run tells the first cause alone, which would not name the file
        raise ValueError(f"报送记录 {path} 已损坏（{error}）。请从备份恢复") from None


def safe_name(file_name: str) -> str:
    """A file name that any system keeps; the name as given stands in the record."""
    name = _UNSAFE.sub("_", file_name).strip(". ") or "file"
    stem, dot, extension = name.rpartition(".")
    return f"{_cut(stem)}{dot}{extension[:8]}" if stem else _cut(name)


def _cut(text: str) -> str:
    return text.encode()[:_LONGEST].decode(errors="ignore")

"""What the commands submit and withdraw do, and what the sensor does with the drop folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path

from pipelines.example_data import refuse_mixture
from pipelines.intake.background import Background
from pipelines.intake.receipts import Receipt, notice_of, write_receipt
from pipelines.intake.receive import Received, Told, understand
from pipelines.intake.record import IntakeRecord, Withdrawal
from pipelines.intake.register import Register
from pipelines.landing.store import document_id_of, sha256_of
from pipelines.settings import Settings
from pipelines.submissions.batch import table_files
from pipelines.submissions.forms.read import read_opened
from pipelines.submissions.receipts.page import shown
from pipelines.submissions.workbooks import limits
from pipelines.submissions.workbooks.opening import open_workbook

POOL_MINIMUM = 40  # files; below, starting processes costs more than it saves


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one file; ``problem`` says in Chinese why it could not even be read from the disk."""

    path: Path
    received: Received | None
    receipt: Receipt | None
    lines: list[str]
    problem: str | None = None


def submit(settings: Settings, paths: list[Path], told: Told, now: datetime | None = None) -> Iterator[Answer]:
    """Receive files, and the tables in folders, one after the other; each is answered as it comes.

    Args:
        told: who hands them in, and for files that are no forms what they are about.
        now: the time of receipt; the present by default.

    Raises `MixedData` where home and inputs do not belong together.
    """
    refuse_mixture(settings)
    files = table_files(paths)
    moment = now or datetime.now(UTC)
    register = Register(settings.raw_dir)
    background = Background.load(settings.home, _months(files, told, moment))
    names = {department.region_code: department.region_name for department in background.known}
    for path, data, record in _understood(files, told, background, register, moment):
        if isinstance(data, str):
            yield Answer(path, None, None, [], data)
            continue
        before = register.find(record.submission_id)
        if before is None:
            register.add(data, record)
        received = Received(before or record, before is None)
        receipt = write_receipt(settings.receipts_dir, data, received, names.get(received.record.region_code, ""))
        notice = notice_of(received, names.get(received.record.region_code, ""))
        yield Answer(path, received, receipt, shown(notice, received.record.findings))


def file_count(paths: list[Path]) -> int:
    """How many files `submit` would receive."""
    return len(table_files(paths))


def _understood(
    files: list[Path], told: Told, background: Background, register: Register, now: datetime
) -> Iterator[tuple[Path, bytes | str, IntakeRecord]]:
    """Each file with its bytes, or why it could not be read, and its record. Many files are read by all processors."""
    blank = understand(b"", "", told, Background(), now)
    workers = cpu_count() or 1
    if len(files) < POOL_MINIMUM or workers < 2:
        for path in files:
            data = _bytes(path)
            if isinstance(data, str):
                yield path, data, blank
            else:
                known = register.find(document_id_of(sha256_of(data)))
                yield path, data, known or understand(data, path.name, told, background, now)
        return
    # "spawn": a forked child of a process that has threads may hang.
    with ProcessPoolExecutor(workers, get_context("spawn"), _start, (told, background, now)) as pool:
        for path, (data, record) in zip(files, pool.map(_understand_in_worker, files, chunksize=4), strict=True):
            yield path, data, record or blank


_task: tuple[Told, Background, datetime] | None = None


def _start(told: Told, background: Background, now: datetime) -> None:
    global _task
    _task = (told, background, now)


def _understand_in_worker(path: Path) -> tuple[bytes | str, IntakeRecord | None]:
    assert _task is not None
    told, background, now = _task
    data = _bytes(path)
    return (data, None) if isinstance(data, str) else (data, understand(data, path.name, told, background, now))


def _bytes(path: Path) -> bytes | str:
    """The bytes of a file; of one above the limit only its beginning, which is refused by its size."""
    try:
        with path.open("rb") as handle:
            return handle.read(limits.MAX_FILE_BYTES + 1)
    except FileNotFoundError:
        return f"找不到文件 {path}。请检查路径"
    except OSError as error:
        return f"读不了 {path}：{error.strerror}"


def _months(files: Iterable[Path], told: Told, now: datetime) -> list[date]:
    """The months that forms may be about: asked of the published file once."""
    if told.month is not None:
        return [told.month]
    found: Counter[date] = Counter()
    for path in files:
        data = _bytes(path)
        if isinstance(data, bytes):
            month = read_opened(open_workbook(data, path.name)).head.month
            if month is not None:
                found[month] += 1
    return sorted(found)[-24:]


def withdraw(settings: Settings, submission_id: str, who: str, reason: str) -> IntakeRecord:
    """Take a submission back. Raises `NotRegistered`, and `MixedData` as `submit`."""
    refuse_mixture(settings)
    now = datetime.now(UTC).replace(microsecond=0)
    return Register(settings.raw_dir).withdraw(Withdrawal(submission_id, now, who, reason))


def empty_inbox(settings: Settings, quiet_seconds: float = 5.0) -> list[Answer]:
    """Receive what lies in the drop folder and move it to ``done/``; a file that still grows is left for the next time.

    The receipt is put beside the file in ``done/``. A file that cannot be read stays where it is.
    """
    inbox = settings.inbox_dir
    inbox.mkdir(parents=True, exist_ok=True)
    now = datetime.now(UTC)
    lying = [p for p in sorted(inbox.iterdir()) if p.is_file() and not p.name.startswith((".", "~$"))]
    ready = [path for path in lying if now.timestamp() - path.stat().st_mtime > quiet_seconds]
    answers: list[Answer] = []
    for answer in submit(settings, ready, Told(who="收件夹")) if ready else []:
        answers.append(answer)
        if answer.received is None or answer.receipt is None:
            continue
        done = inbox / "done" / f"{now:%Y-%m-%d}"
        done.mkdir(parents=True, exist_ok=True)
        name = f"{answer.received.record.submission_id}_{answer.path.name}"
        answer.path.replace(done / name)
        for part in (answer.receipt.page, answer.receipt.workbook):
            if part is not None:
                (done / part.name).write_bytes(part.read_bytes())
    return answers

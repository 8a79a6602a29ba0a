"""What the commands submit and withdraw do, and what the sensor does with the drop folder."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path

from pipelines.example_data import refuse_mixture
from pipelines.intake.background import Background
from pipelines.intake.receipts import Receipt, notice_of, write_receipt
from pipelines.intake.receive import Received, Told, keep, lacks_telling, understand
from pipelines.intake.record import IntakeRecord, Withdrawal
from pipelines.intake.register import Register, safe_name
from pipelines.landing.store import document_id_of, sha256_of
from pipelines.settings import Settings
from pipelines.submissions.batch import table_files
from pipelines.submissions.receipts.page import shown
from pipelines.submissions.workbooks import limits

POOL_MINIMUM = 40  # files; below, starting processes costs more than it saves
QUIET_SECONDS = 5.0  # a file in the drop folder that changed later than this may still be written


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one file; ``problem`` says in Chinese why it could not be received, or not be answered."""

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
    background = Background.load(settings.home)
    names = {department.region_code: department.region_name for department in background.known}
    for path, data, record in _understood(files, told, background, register, moment):
        if isinstance(data, str):
            yield Answer(path, None, None, [], data)
        else:
            yield _answer(settings, register, path, data, record, names)


def _answer(
    settings: Settings, register: Register, path: Path, data: bytes, record: IntakeRecord, names: dict[str, str]
) -> Answer:
    """Keep one file and write its receipt. What fails is told of this file alone: the next ones are not held up."""
    received = None
    try:
        received = keep(data, record, register)
        region_name = names.get(received.record.region_code, "")
        lines = shown(notice_of(received, region_name), received.record.findings)
        return Answer(path, received, write_receipt(settings.receipts_dir, data, received, region_name), lines)
    except OSError as error:
        problem = f"{path}：写文件失败：{error.strerror or error}"
    except ValueError as error:
        problem = f"{path}：{error}"
    state = "已接收，没有出回执。处理后再次提交即可补出" if received else "没有接收。处理后重新提交即可"
    return Answer(path, received, None, [], f"{problem}。{state}")


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
            data, record = _known_or_read(path, told, background, register, now)
            yield path, data, record or blank
        return
    # "spawn": a forked child of a process that has threads may hang.
    with ProcessPoolExecutor(workers, get_context("spawn"), _start, (told, background, register, now)) as pool:
        for path, (data, record) in zip(files, pool.map(_understand_in_worker, files, chunksize=4), strict=True):
            yield path, data, record or blank


_task: tuple[Told, Background, Register, datetime] | None = None


def _start(told: Told, background: Background, register: Register, now: datetime) -> None:
    global _task
    _task = (told, background, register, now)


def _understand_in_worker(path: Path) -> tuple[bytes | str, IntakeRecord | None]:
    assert _task is not None
    told, background, register, now = _task
    return _known_or_read(path, told, background, register, now)


def _known_or_read(
    path: Path, told: Told, background: Background, register: Register, now: datetime
) -> tuple[bytes | str, IntakeRecord | None]:
    data = _bytes(path)
    known = None if isinstance(data, str) else _known(register, data)
    return (data, known) if known else _read(path, data, told, background, now)


def _known(register: Register, data: bytes) -> IntakeRecord | None:
    """The record of these bytes, if they need not be read again; a damaged one is told of when the file is kept."""
    try:
        known = register.find(document_id_of(sha256_of(data)))
    except ValueError:
        return None
    return None if known is None or lacks_telling(known) else known


def _read(
    path: Path, data: bytes | str, told: Told, background: Background, now: datetime
) -> tuple[bytes | str, IntakeRecord | None]:
    """The bytes with their record; a fault of our own costs that file and is told."""
    if isinstance(data, str):
        return data, None
    try:
        return data, understand(data, path.name, told, background, now)
    except MemoryError:
        raise
    except Exception as error:
        return f"读 {path} 时程序出错（{type(error).__name__}：{error}），没有接收。请联系管理员", None


def _bytes(path: Path) -> bytes | str:
    """The bytes of a file; of one above the limit only its beginning, which is refused by its size."""
    try:
        with path.open("rb") as handle:
            return handle.read(limits.MAX_FILE_BYTES + 1)
    except FileNotFoundError:
        return f"找不到文件 {path}。请检查路径"
    except OSError as error:
        return f"读不了 {path}：{error.strerror}"


def withdraw(settings: Settings, submission_id: str, who: str, reason: str) -> IntakeRecord:
    """Take a submission back. Raises `NotRegistered`, and `MixedData` as `submit`."""
    refuse_mixture(settings)
    now = datetime.now(UTC).replace(microsecond=0)
    return Register(settings.raw_dir).withdraw(Withdrawal(submission_id, now, who, reason))


def empty_inbox(settings: Settings, quiet_seconds: float = QUIET_SECONDS) -> list[Answer]:
    """Receive what lies in the drop folder and move it to ``done/``; a file that still grows is left for the next time.

    The receipt is put beside the file in ``done/``. A file that cannot be received or answered stays where it is, and
    so does one that changed while it was read.
    """
    inbox = settings.inbox_dir
    inbox.mkdir(parents=True, exist_ok=True)
    now = datetime.now(UTC)
    lying = [p for p in sorted(inbox.iterdir()) if p.is_file() and not p.name.startswith((".", "~$"))]
    states = {path: state for path in lying if (state := _state(path)) is not None}
    ready = [path for path, (changed, _) in states.items() if now.timestamp() - changed > quiet_seconds]
    answers: list[Answer] = []
    for answer in submit(settings, ready, Told(who="收件夹")) if ready else []:
        if answer.received is None or answer.receipt is None or _state(answer.path) != states[answer.path]:
            answers.append(answer)
            continue
        try:
            _put_aside(answer.path, answer.received, answer.receipt, inbox / "done" / f"{now:%Y-%m-%d}")
            answers.append(answer)
        except OSError as error:
            problem = f"{answer.path}：已接收，移不到 done：{error.strerror or error}"
            answers.append(replace(answer, problem=problem))
    return answers


def _state(path: Path) -> tuple[float, int] | None:
    """When a file last changed and its size; None where it is gone.

    The time of change is the system's own: the time of modification may be one that whoever copies the file has set.
    """
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_ctime, stat.st_size


def _put_aside(path: Path, received: Received, receipt: Receipt, done: Path) -> None:
    """Put the receipt into ``done`` and then the file."""
    done.mkdir(parents=True, exist_ok=True)
    for part in (receipt.page, receipt.workbook):
        if part is not None:
            (done / part.name).write_bytes(part.read_bytes())
    path.replace(done / f"{received.record.submission_id}_{safe_name(path.name)}")

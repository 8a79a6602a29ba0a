"""Inputs in ``raw/`` and the origin file that lies beside each: where it came from, and what it is said to be.

The origin of ``raw/plans/x.txt`` is ``raw/plans/x.txt.origin.json``. An input without an origin, or with one that does
not fit, is kept but not built from: a number whose source nobody can name has no place in the ledger.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipelines.plans.model import Finding

SUFFIX = ".origin.json"
SUBMISSIONS = "submissions"  # kept by their register, each with its own record (pipelines/intake)
INPUT_KINDS = ("plan", "statistics", "region_codes", "corrections", "supervision", "reference")
IGNORED = {"README.md", "Thumbs.db"}
AMEND_MODES = ("amend", "replace")
_DATE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of an input beside its bytes. ``issue_date`` of month precision is the month's first day.

    ``amends`` and ``replaces`` name earlier plans, by 文号 or by path below ``raw/``. A plan that amends another says
    nothing of what it leaves out; one that replaces another drops it.
    """

    input_kind: str
    source: str
    received_date: date
    sha256: str | None
    title: str | None
    document_number: str | None
    issuer: str | None
    region_name: str | None
    issue_date: date | None
    start_year: int | None
    end_year: int | None
    amends: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RawInput:
    """One file in ``raw/``; ``origin`` is None where ``findings`` say why."""

    path: Path
    input_path: str  # relative to raw/, with forward slashes
    origin_path: str | None
    origin: Origin | None
    findings: tuple[Finding, ...]

    @property
    def kind(self) -> str:
        """From the origin, else from the folder, so that even an unnamed file is shown in its place."""
        if self.origin is not None:
            return self.origin.input_kind
        folders = {"plans": "plan", "corrections": "corrections", "supervision": "supervision"}
        return folders.get(self.input_path.split("/")[0], "reference")


def scan(raw_dir: Path) -> list[RawInput]:
    """Every input under ``raw/`` in the order of its path, with its origin."""
    inputs = []
    for path in sorted(raw_dir.rglob("*")):
        if not path.is_file() or path.name.startswith((".", "~$")) or path.name in IGNORED:
            continue
        if path.name.endswith(SUFFIX) or path.relative_to(raw_dir).parts[0] == SUBMISSIONS:
            continue
        inputs.append(_with_origin(raw_dir, path))
    return inputs


def _with_origin(raw_dir: Path, path: Path) -> RawInput:
    input_path = path.relative_to(raw_dir).as_posix()
    origin_file = path.with_name(path.name + SUFFIX)
    if not origin_file.is_file():
        finding = Finding(
            "origin_missing",
            "error",
            f"缺少来源说明文件 {origin_file.name}",
            f"运行 planledger origin raw/{input_path} --source 来源 生成来源说明，填写后再运行 make run",
        )
        return RawInput(path, input_path, None, None, (finding,))
    origin_path = origin_file.relative_to(raw_dir).as_posix()
    try:
        origin = parse_origin(json.loads(origin_file.read_text(encoding="utf-8-sig")))
    except (ValueError, UnicodeDecodeError) as error:
        finding = Finding(
            "origin_invalid", "error", f"来源说明 {origin_file.name} 有误：{error}", "改正后再运行 make run"
        )
        return RawInput(path, input_path, origin_path, None, (finding,))
    return RawInput(path, input_path, origin_path, origin, ())


def parse_origin(record: Any) -> Origin:
    """Check an origin record. Raises ValueError with a Chinese message that names the field."""
    if not isinstance(record, dict):
        raise ValueError("应是一个 JSON 对象")
    kind = record.get("input_kind")
    if kind not in INPUT_KINDS:
        raise ValueError(f"input_kind 应为 {'、'.join(INPUT_KINDS)} 之一，现为 {kind!r}")
    source = record.get("source")
    if not isinstance(source, str) or not source.strip():
        raise ValueError("source（来源）不能为空")
    received = _date(record, "received_date")
    if received is None:
        raise ValueError("received_date（收到日期）不能为空")
    sha256 = _text(record, "sha256")
    if sha256 is not None and not re.fullmatch(r"[0-9a-f]{64}", sha256):
        raise ValueError("sha256 应为 64 位小写十六进制")
    amendments = _amendments(record)
    if amendments and kind != "plan":
        raise ValueError("amends（修订或替代的规划）只用于 input_kind 为 plan 的文件")
    return Origin(
        input_kind=kind,
        source=source.strip(),
        received_date=received,
        sha256=sha256,
        title=_text(record, "title"),
        document_number=_text(record, "document_number"),
        issuer=_text(record, "issuer"),
        region_name=_text(record, "region"),
        issue_date=_date(record, "issue_date"),
        start_year=_year(record, "plan_start_year"),
        end_year=_year(record, "plan_end_year"),
        amends=tuple(document for document, mode in amendments if mode == "amend"),
        replaces=tuple(document for document, mode in amendments if mode == "replace"),
    )


def _amendments(record: dict[str, Any]) -> list[tuple[str, str]]:
    """The earlier plans named in ``amends``, each with its mode, in the order of the file."""
    entries = record.get("amends")
    if entries is None:
        return []
    if not isinstance(entries, list):
        raise ValueError(f"amends 应为列表，现为 {entries!r}")
    amendments: list[tuple[str, str]] = []
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, dict) or entry.keys() - {"document", "mode"}:
            raise ValueError(f'amends 第 {number} 项应写成 {{"document": 文号或路径, "mode": amend 或 replace}}')
        document, mode = _text(entry, "document"), entry.get("mode", "amend")
        if document is None:
            raise ValueError(f"amends 第 {number} 项的 document（被修订规划的文号或 raw/ 下的路径）不能为空")
        if mode not in AMEND_MODES:
            raise ValueError(f"amends 第 {number} 项的 mode 应为 amend（修订）或 replace（替代），现为 {mode!r}")
        document = document.removeprefix("raw/")
        if document in (named for named, _ in amendments):
            raise ValueError(f"amends 中 {document} 出现了不止一次")
        amendments.append((document, mode))
    return amendments


def _text(record: dict[str, Any], field: str) -> str | None:
    value = record.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError(f"{field} 应为文字或 null，现为 {value!r}")
    return value.strip() or None


def _year(record: dict[str, Any], field: str) -> int | None:
    value = record.get(field)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 1949 <= value <= 2100:
        raise ValueError(f"{field} 应为四位年份或 null，现为 {value!r}")
    return value


def _date(record: dict[str, Any], field: str) -> date | None:
    value = _text(record, field)
    if value is None:
        return None
    match = _DATE.fullmatch(value)
    if match is None:
        raise ValueError(f"{field} 应写成 2023-04-06 或 2023-04，现为 {value!r}")
    return date(int(match[1]), int(match[2]), int(match[3] or 1))


def check_bytes(raw: RawInput, sha256: str) -> list[Finding]:
    """Whether the bytes are those that the origin speaks of."""
    stated = raw.origin.sha256 if raw.origin is not None else None
    if stated is None or stated == sha256:
        return []
    return [
        Finding(
            "origin_sha256_mismatch",
            "error",
            f"文件内容与来源说明记载的 SHA-256 不符（记载 {stated[:12]}…，实为 {sha256[:12]}…）",
            "确认文件是否被改动：若是新版本，请更新来源说明中的 sha256、收到日期和来源",
        )
    ]


def template(data: bytes, kind: str, source: str, received: date) -> dict[str, Any]:
    """An origin record to be filled in, for ``planledger origin``."""
    import hashlib

    return {
        "input_kind": kind,
        "title": None,
        "document_number": None,
        "issuer": None,
        "region": None,
        "region_code": None,
        "issue_date": None,
        "plan_start_year": None,
        "plan_end_year": None,
        "amends": [],
        "received_date": received.isoformat(),
        "source": source,
        "sha256": hashlib.sha256(data).hexdigest(),
        "notes": [],
    }

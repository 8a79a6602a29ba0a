"""The manifest: one row for every file that lies in ``raw/`` now, and findings about files that cannot be used.

Builds join it, so that only what is in force is built: a file taken out of ``raw/`` stays landed and leaves the marts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import polars as pl

from pipelines.landing import plans, store
from pipelines.landing.land import STATISTICS_TABLES, STRICT_READERS, read_codes
from pipelines.landing.origin import RawInput, check_bytes
from pipelines.plans.model import Finding
from pipelines.settings import Settings

# Findings about files as they lie there, not about what is in them; written anew each time.
FINDINGS_FILE = "_inputs.parquet"


def write_manifest(settings: Settings, inputs: Iterable[RawInput]) -> pl.DataFrame:
    """Write ``landing/inputs.parquet`` (schema INPUTS) and the findings about inputs. Returns the manifest."""
    rows: list[dict[str, Any]] = []
    findings: list[dict[str, Any]] = []
    first_seen: dict[str, str] = {}
    known = _KnownRegions(read_codes(settings.raw_dir))
    for raw in inputs:
        data = raw.path.read_bytes()
        sha256, _ = store.keep_bytes(settings.objects_dir, data)
        problems = [*raw.findings, *check_bytes(raw, sha256)]
        if sha256 in first_seen:
            message = f"内容与 {first_seen[sha256]} 完全相同，只用前者"
            problems.append(Finding("input_duplicate", "warning", message, "删去多余的一份"))
        first_seen.setdefault(sha256, raw.input_path)
        is_usable = not problems
        if is_usable and raw.kind != "reference" and not _is_landed(settings, raw.kind, sha256):
            problems.append(
                Finding("input_changed_meanwhile", "error", "运行期间文件有变化，本次未读入", "再运行一次 make run")
            )
            is_usable = False
        is_readable = is_usable and _has_rows(settings, raw.kind, sha256)
        if is_readable and raw.kind == "plan" and (problem := _region_problem(settings, raw, sha256, known)):
            problems.append(problem)
            is_readable = False
        rows.append(_row(raw, sha256, len(data), is_readable))
        document_id = store.document_id_of(sha256)
        findings += plans.finding_rows(
            document_id, raw.input_path, ((None, problem) for problem in problems), f"i{len(rows):03d}-"
        )
    store.write_table(
        store.landed_path(settings.landed_statistics, "findings", FINDINGS_FILE[:-8]), "findings", findings
    )
    store.write_table(settings.inputs_file, "inputs", rows)
    return pl.read_parquet(settings.inputs_file)


def _is_landed(settings: Settings, kind: str, sha256: str) -> bool:
    if kind == "plan":
        return store.is_landed(settings.landed_plans, plans.PLAN_TABLES, sha256)
    return store.is_landed(settings.landed_statistics, STATISTICS_TABLES, sha256)


def _has_rows(settings: Settings, kind: str, sha256: str) -> bool:
    """Whether reading yielded anything to build from; a reference file is kept and not read.

    A file of corrections or supervision may be empty, but not unreadable.
    """
    if kind == "reference":
        return False
    if kind in ("corrections", "supervision"):
        findings = pl.read_parquet(store.landed_path(settings.landed_statistics, "findings", sha256))
        return not {f"{kind}_unreadable", "undecodable"} & set(findings["code"])
    if kind == "plan":
        path = store.landed_path(settings.landed_plans, "documents", sha256)
    else:
        table, _ = STRICT_READERS[kind]
        path = store.landed_path(settings.landed_statistics, table, sha256)
    return bool(pl.scan_parquet(path).select(pl.len()).collect().item())


class _KnownRegions:
    """The regions of the national standard; without the standard every region passes, and the build says so."""

    def __init__(self, codes: list[tuple[str, str]]) -> None:
        self._codes = {code for code, _ in codes}
        self._names = Counter(name for _, name in codes)

    def has(self, code: str | None, name: str | None) -> bool:
        return not self._codes or code in self._codes or self._names[name or ""] == 1


def _region_problem(settings: Settings, raw: RawInput, sha256: str, known: _KnownRegions) -> Finding | None:
    """Facts about nowhere are no facts: a plan whose region cannot be told waits until its origin file names it."""
    path = store.landed_path(settings.landed_plans, "documents", sha256)
    head = pl.read_parquet(path, columns=["region_code", "region_name"]).to_dicts()[0]
    name = head["region_name"] or (raw.origin.region_name if raw.origin else None)
    if known.has(head["region_code"], name):
        return None
    said = f"写的地区“{name}”不在行政区划代码（GB/T 2260）中，或不止一个" if name else "没有读出是哪个地区的规划"
    return Finding(
        "region_unknown",
        "error",
        said,
        f"在 {raw.origin_path} 的 region 中写上地区全称，如 庆元县，再运行 make run",
    )


def _row(raw: RawInput, sha256: str, byte_count: int, is_readable: bool) -> dict[str, Any]:
    origin = raw.origin
    return {
        "input_path": raw.input_path,
        "input_kind": raw.kind,
        "document_id": store.document_id_of(sha256),
        "sha256": sha256,
        "byte_count": byte_count,
        "received_date": origin.received_date if origin else None,
        "source": origin.source if origin else None,
        "origin_path": raw.origin_path,
        "origin_title": origin.title if origin else None,
        "origin_document_number": origin.document_number if origin else None,
        "origin_issuer": origin.issuer if origin else None,
        "origin_region_name": origin.region_name if origin else None,
        "origin_issue_date": origin.issue_date if origin else None,
        "origin_start_year": origin.start_year if origin else None,
        "origin_end_year": origin.end_year if origin else None,
        "origin_amends": list(origin.amends) if origin else [],
        "origin_replaces": list(origin.replaces) if origin else [],
        "is_readable": is_readable,
    }

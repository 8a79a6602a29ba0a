"""dbt in this process: the manifest, kept fresh, and the build, with the outcome of every node.

A process of its own would spend twice as long on imports. What Dagster makes of the outcomes is wiring and stands in
``pipelines/assets/warehouse.py``.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pipelines.landing.versions import digest_files
from pipelines.settings import Settings
from pipelines.warehouse.errors import DbtFailed

SAMPLE_SIZE = 5
PROJECT_SUFFIXES = {".sql", ".yml", ".yaml", ".csv", ".md"}


@dataclass(frozen=True, slots=True)
class NodeOutcome:
    """One node of a build: ``status`` is success, pass, warn, fail, error or skipped.

    ``sample`` holds a few of the rows that a test has found, each as column: value.
    """

    unique_id: str
    status: str
    message: str | None
    failures: int | None
    seconds: float
    sample: list[dict[str, Any]] = field(default_factory=list)


@dataclass(slots=True)
class BuildOutcome:
    is_success: bool
    nodes: list[NodeOutcome] = field(default_factory=list)

    @property
    def broken(self) -> list[NodeOutcome]:
        """Nodes that failed, not counting those skipped because of them."""
        return [node for node in self.nodes if node.status in ("fail", "error", "runtime error")]


_parsed: tuple[str, Any] | None = None  # what this process has parsed, so that a build need not parse again


def project_files(dbt_dir: Path) -> list[Path]:
    """Files that make the dbt project, in a fixed order."""
    skipped = {"target", "logs", "dbt_packages"}
    return sorted(
        path
        for path in dbt_dir.rglob("*")
        if path.suffix in PROJECT_SUFFIXES and path.is_file() and not skipped & set(path.relative_to(dbt_dir).parts)
    )


def fresh_manifest(settings: Settings) -> Path:
    """Path of a manifest that fits the project as it is, parsing it where needed. Raises `DbtFailed`."""
    manifest = settings.dbt_target / "manifest.json"
    stamp = settings.dbt_target / "manifest.sha256"
    now = _manifest_digest(settings)
    if manifest.is_file() and stamp.is_file() and stamp.read_text() == now and _is_json(manifest):
        return manifest
    stamp.unlink(missing_ok=True)
    if settings.as_of is not None:
        _copy_present_manifest(settings)
        stamp.write_text(now)
        return manifest
    global _parsed
    # Not partially: where only a path in the environment has changed, dbt loses the descriptions of some tests.
    (settings.dbt_target / "partial_parse.msgpack").unlink(missing_ok=True)
    _parsed = (now, _invoke(settings, ["parse"]).result)
    stamp.write_text(now)
    return manifest


def _copy_present_manifest(settings: Settings) -> None:
    """Take the project of a past view as it is parsed for the present, for parsing takes as long as building.

    The day stands in no configuration and decides no reference between models: it matters when they are compiled.
    """
    present = replace(settings, as_of=None)
    present.dbt_target.mkdir(parents=True, exist_ok=True)
    try:
        fresh_manifest(present)
    finally:
        os.environ.update(settings.environment())  # parsing has set that of the present
    for name in ("manifest.json", "partial_parse.msgpack"):
        shutil.copyfile(present.dbt_target / name, settings.dbt_target / name)


def _parsed_project(settings: Settings) -> Any:
    """The parsed project, from this process or as dbt keeps it for partial parsing; None where dbt must parse.

    Only asked for after `fresh_manifest`, whose stamp vouches that what lies there fits the project as it is.
    """
    if _parsed is not None and _parsed[0] == _manifest_digest(settings):
        return _parsed[1]
    try:
        from dbt.contracts.graph.manifest import Manifest

        manifest = Manifest.from_msgpack((settings.dbt_target / "partial_parse.msgpack").read_bytes())
        manifest.build_flat_graph()
    except Exception:  # another version of dbt, a file cut short: parsing is always right, only slower
        return None
    return manifest


def _manifest_digest(settings: Settings) -> str:
    """Of the project's files, the paths that dbt reads from the environment, and the day of a past view."""
    paths = json.dumps({key: value for key, value in settings.environment().items() if key.startswith("PLANLEDGER_")})
    return digest_files(project_files(settings.dbt_dir)) + _short_hash(paths)


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _is_json(path: Path) -> bool:
    try:
        json.loads(path.read_bytes())
    except ValueError:  # cut short by a killed run
        return False
    return True


def _invoke(
    settings: Settings, args: list[str], callbacks: Iterable[Callable[[Any], None]] = (), manifest: Any = None
) -> Any:
    os.environ.update(settings.environment())
    if settings.as_of is not None:
        args = [*args, "--vars", json.dumps({"as_of": settings.as_of.isoformat()})]
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner

    try:
        result = dbtRunner(manifest=manifest, callbacks=list(callbacks)).invoke(
            # What goes wrong is in the outcome. dbt's own log is off: a tenth of a build would go there.
            [*args, "--log-level", "none", "--no-use-colors", "--no-version-check"]
        )
    finally:
        # dbt keeps the file open for writing after it has ended; nobody could read it.
        DuckDBConnectionManager.close_all_connections()
    if result.exception is not None:
        raise DbtFailed(f"dbt {args[0]}: {result.exception}") from result.exception
    return result


def remove_warehouse(settings: Settings) -> None:
    """Delete the private warehouse. dbt builds all of it in any case, and faster where nothing has to be dropped.

    So neither a file that a killed run has left broken, nor the columns of an earlier version, can stop a build.
    """
    path = settings.warehouse_file
    for leftover in (path, path.with_name(path.name + ".wal")):
        leftover.unlink(missing_ok=True)


def build(settings: Settings, on_node: Callable[[str, str], None] | None = None) -> BuildOutcome:
    """``dbt build`` of the whole project; ``on_node`` is told the name and status of each node that ends.

    Raises `DbtFailed` where dbt could not start. A failing model or test is no exception: see the outcome.
    """
    fresh_manifest(settings)
    remove_warehouse(settings)

    def listen(event: Any) -> None:
        if on_node is not None and event.info.name in ("LogModelResult", "LogTestResult", "LogSeedResult"):
            info = event.data.node_info
            on_node(info.node_name, event.data.status if hasattr(event.data, "status") else info.node_status)

    parsed = _parsed_project(settings)
    # Unit tests try the models on made-up rows; they belong to the test suite, not to every run.
    arguments = ["build", "--exclude-resource-type", "unit_test"]
    result = _invoke(settings, arguments, [listen], parsed)
    runs = result.result.results if result.result is not None else []
    samples = _samples(settings, [run for run in runs if str(run.status) in ("warn", "fail")])
    nodes = [
        NodeOutcome(
            unique_id=run.node.unique_id,
            status=str(run.status),
            message=run.message,
            failures=run.failures,
            seconds=run.execution_time,
            sample=samples.get(run.node.unique_id, []),
        )
        for run in runs
    ]
    # dbt rewrites the manifest while building; it describes the same project.
    return BuildOutcome(bool(result.success), nodes)


def _samples(settings: Settings, runs: list[Any]) -> dict[str, list[dict[str, Any]]]:
    """A few rows of what each of these tests has found, by its unique id: its query, run again on what was built."""
    if not runs:
        return {}
    import duckdb

    found: dict[str, list[dict[str, Any]]] = {}
    with duckdb.connect(str(settings.warehouse_file), read_only=True) as connection:
        for run in runs:
            try:
                cursor = connection.execute(f"SELECT * FROM ({run.node.compiled_code}\n) LIMIT {SAMPLE_SIZE}")
            except duckdb.Error:  # a table that was never built: the count of rows has been told
                continue
            names = [column[0] for column in cursor.description or []]
            found[run.node.unique_id] = [
                {name: _plain(value) for name, value in zip(names, row, strict=True)} for row in cursor.fetchall()
            ]
    return found


def _plain(value: Any) -> Any:
    """A value that JSON can hold; texts are cut short."""
    return value if value is None or isinstance(value, (bool, int, float)) else str(value)[:200]

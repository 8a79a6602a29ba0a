"""The life of warnings (督办): the list of what is open, and entries for the file of events.

Entries are written to ``raw/supervision``, where people may write too; nothing is changed or taken back, and what was
entered counts from the next run on. How an entry is read stands in `pipelines.landing.supervision`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.landing.origin import scan
from pipelines.landing.supervision import EVENT_KINDS, in_order, read_supervision
from pipelines.runs.entry_file import CannotAppend, append, keep_origin, writing
from pipelines.settings import Settings
from pipelines.terms import WARNING_STATES

if TYPE_CHECKING:
    import duckdb

FILE = Path("supervision") / "events.yml"
HEADER = "# 督办记录：对预警的答复、延期、销号、重启，只增不改。写法见 docs/supervision.md。\n"
SHORTEST = 6  # of an id that is cut short
CHINA = timezone(timedelta(hours=8))

Row = dict[str, Any]


class SupervisionError(ValueError):
    """An event cannot be entered, or warnings cannot be shown; the message says why, in Chinese."""


def now_in_china() -> datetime:
    return datetime.now(CHINA)


def warnings_of(connection: duckdb.DuckDBPyConnection, every: bool, kind: str | None, region: str | None) -> list[Row]:
    """Warnings, those due first before the others: the open ones, or ``every``. Raises `SupervisionError`."""
    _require_marts(connection)
    return _rows(
        connection,
        "SELECT w.*, r.region_name, r.path_name FROM marts.mart_warnings w "
        "LEFT JOIN marts.dim_region r ON w.region_code = r.region_code "
        "WHERE (w.is_open OR $every) AND w.warning_kind = coalesce($kind, w.warning_kind) "
        "AND ($region IS NULL OR r.region_name = $region OR w.region_code = $region) "
        "ORDER BY w.due_date NULLS LAST, w.raised_on, w.region_code, w.warning_id",
        {"every": every, "kind": kind, "region": region},
    )


def find_warning(connection: duckdb.DuckDBPyConnection, name: str) -> Row:
    """The warning of an id, which may be cut short where it stays clear. Raises `SupervisionError`."""
    _require_marts(connection)
    wanted = name.strip().lower()
    if len(wanted) < SHORTEST:
        raise SupervisionError(f"编号“{name}”太短，至少写前 {SHORTEST} 位；编号见 planledger supervise --all")
    rows = _rows(
        connection,
        "SELECT * FROM marts.mart_warnings WHERE starts_with(warning_id, $name) ORDER BY warning_id",
        {"name": wanted},
    )
    if not rows:
        raise SupervisionError(f"没有编号为 {name} 的预警；编号见 planledger supervise --all")
    if len(rows) > 1:
        several = "、".join(row["warning_id"][: len(wanted) + 4] for row in rows[:5])
        raise SupervisionError(f"编号以 {name} 开头的预警不止一条（{several}），请多写几位")
    return rows[0]


def state_name(row: Row) -> str:
    """How a warning stands, in Chinese; one that was not closed and stands no more has gone by itself."""
    if not row["is_standing"] and row["state"] != "closed":
        return "已消除"
    return WARNING_STATES[row["state"]]


def short_length(rows: list[Row]) -> int:
    """To how many characters ids can be cut and stay different from one another."""
    length = 8
    while len({row["warning_id"][:length] for row in rows}) < len(rows):
        length += 1
    return length


def entry_of(warning_id: str, action: str, reason: str, who: str, when: str, more: Mapping[str, str | None]) -> str:
    """An event as text for the file, tried out with its own reader. Raises `SupervisionError`."""
    import yaml

    entry = {"warning": warning_id, "action": action, "until": more.get("until"), "reason": reason, "who": who}
    entry |= {"date": when, "submission": more.get("submission")}
    told = {name: _plain_day(name, value) for name, value in entry.items() if value is not None}
    text: str = yaml.safe_dump([told], allow_unicode=True, sort_keys=False, width=10_000)
    _, findings = read_supervision(text.encode(), "0" * 16, str(FILE))
    if findings:
        raise SupervisionError(findings[0][1].message)
    return text


def enter(settings: Settings, warning: Row, text: str, today: date) -> Path:
    """Add an event to the file where it can follow those before it. Raises `SupervisionError`."""
    path = settings.raw_dir / FILE
    [event], _ = read_supervision(text.encode(), "0" * 16, FILE.as_posix())
    if event["occurred_on"] > today:
        raise SupervisionError(f"日期 {event['occurred_on']} 还没有到")
    if event["occurred_on"] < warning["raised_on"]:
        raise SupervisionError(f"日期 {event['occurred_on']} 早于这条预警的日期 {warning['raised_on']}")
    try:
        with writing(path):
            _check_order(recorded(settings), warning, event)
            append(path, text, HEADER, read_supervision)
            keep_origin(path, "supervision", "本地督办记录：每条写明何人、何时、依据", today)
    except CannotAppend as error:
        raise SupervisionError(str(error)) from error
    return path


def recorded(settings: Settings) -> list[Row]:
    """Every event that lies in ``raw/`` now, in the order in which it counts; each once."""
    events: dict[str, Row] = {}
    for raw in scan(settings.raw_dir):
        if raw.kind == "supervision" and not raw.findings:
            for row in read_supervision(raw.path.read_bytes(), "0" * 16, raw.input_path)[0]:
                events.setdefault(row["event_id"], row)
    return sorted(events.values(), key=lambda row: (row["occurred_on"], row["input_path"], row["line"]))


def waiting_count(connection: duckdb.DuckDBPyConnection, settings: Settings) -> int:
    """How many events were entered since the last run."""
    known = {row["event_id"] for row in _rows(connection, "SELECT event_id FROM marts.fct_supervision_events", {})}
    return sum(event["event_id"] not in known for event in recorded(settings))


def _check_order(events: list[Row], warning: Row, event: Row) -> None:
    """That the event can stand where its day puts it, and those after it still can. Raises `SupervisionError`."""
    mine = [
        row
        for row in events
        if row["warning_id"] == warning["warning_id"] and row["occurred_on"] >= warning["raised_on"]
    ]
    if any(row["event_id"] == event["event_id"] for row in mine):
        raise SupervisionError("同样的一条已经登记过")
    earlier = [row for row in mine if row["occurred_on"] <= event["occurred_on"]]
    later = mine[len(earlier) :]
    before = in_order(row["event_kind"] for row in mine)
    after = in_order(row["event_kind"] for row in (*earlier, event, *later))
    if not after[len(earlier)]:
        if event["event_kind"] == "reopened":
            raise SupervisionError("这条预警没有销号，不需要重启")
        closed = [row for row in earlier if row["event_kind"] == "closed"][-1]
        raise SupervisionError(
            f"这条预警已于 {closed['occurred_on']} 销号（{closed['recorded_by']}）；要继续督办，"
            f"先运行 planledger supervise reopen {warning['warning_id'][:8]}"
        )
    for row, fitted, fits in zip(later, before[len(earlier) :], after[len(earlier) + 1 :], strict=True):
        if fitted and not fits:
            raise SupervisionError(f"与 {row['occurred_on']} 已登记的一条（{_done(row)}）先后矛盾，请核对日期")


def _done(event: Row) -> str:
    names = {"answered": "答复", "extended": "延期", "closed": "销号", "reopened": "重启"}
    assert names.keys() == set(EVENT_KINDS.values())
    return names[event["event_kind"]]


def _plain_day(name: str, value: str) -> Any:
    """A day as a day, so that it is written without quotation marks."""
    if name not in ("until", "date"):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        return value


def _require_marts(connection: duckdb.DuckDBPyConnection) -> None:
    found = connection.execute(
        "SELECT count(*) FROM duckdb_columns() WHERE database_name = current_database() "
        "AND schema_name = 'marts' AND table_name = 'mart_warnings' AND column_name = 'state'"
    ).fetchone()
    if not found or not found[0]:
        raise SupervisionError("已发布的数据是旧版本建的，还没有预警和督办状态。请先运行：make run")


def _rows(connection: duckdb.DuckDBPyConnection, sql: str, values: Mapping[str, Any]) -> list[Row]:
    cursor = connection.execute(sql, dict(values))
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

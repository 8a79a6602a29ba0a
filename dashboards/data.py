"""Rows of the published warehouse, by the name of a query in ``dashboards/queries``.

The published file is opened behind its symlink, read-only and for the making of one page only, so that a reader never
keeps a publish waiting and never stays on yesterday's file. Results are cached by the version of the file: a publish
during a visit is seen at the next click. A connection is never kept from one click to the next.

`rows` is the only way to the data, and it gives nobody a row beyond what that person may see (`access`, `scoping`).
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import streamlit as st

from dashboards import access, scoping
from dashboards import text as words
from dashboards.access_rules import EVERYTHING, Region, Scope
from pipelines.settings import Settings
from pipelines.warehouse.query import NoWarehouse, published_file

__all__ = [
    "NoWarehouse",
    "UnreadableWarehouse",
    "Version",
    "current_version",
    "one_page",
    "published_link",
    "rows",
    "visitor",
]

QUERIES = Path(__file__).resolve().parent / "queries"

Row = dict[str, Any]


class UnreadableWarehouse(Exception):
    """There is a published file, but this dashboard cannot read it: damaged, or of another version."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(reason)
        self.path = path
        self.reason = reason


class Version(NamedTuple):
    """Which published file: its real path and, should one name be built twice, when it was written and its size."""

    path: str
    modified_ns: int
    byte_count: int


def published_link() -> Path:
    """Where the published file is looked for."""
    return Settings.load().published_link


def current_version() -> Version:
    """The published file of this moment, behind its link. Raises `NoWarehouse`."""
    path = published_file(Settings.load().view)
    state = path.stat()
    return Version(str(path), state.st_mtime_ns, state.st_size)


@cache
def _statement(name: str) -> str:
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")


class _Reader:
    """A connection to one published file for one scope. Raises duckdb.Error and `scoping.NoRule`."""

    def __init__(self, path: str, scope: Scope) -> None:
        self.key = (path, scope)
        self.connection = duckdb.connect(path, read_only=True)
        try:
            self._scoped = None if scope == EVERYTHING else scoping.Scoped(self.connection, scope)
        except BaseException:
            self.connection.close()
            raise

    def read(self, statement: str, parameters: dict[str, Any]) -> list[Row]:
        if self._scoped is not None:
            self._scoped.allow(scoping.tables_of(statement))
        cursor = self.connection.execute(statement, parameters)
        names = [column[0] for column in cursor.description or []]
        return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]


class _Page(threading.local):
    """Of the thread that makes a page: whether it is at it, and the connection it has opened for that."""

    is_open = False
    reader: _Reader | None = None


_page = _Page()


@contextmanager
def one_page() -> Iterator[None]:
    """Within it all that has to be read is read over one connection, opened at the first need and closed at the end.

    Opening the file costs more than most queries (55 ms against a few, measured on the example data).
    """
    _page.is_open = True
    try:
        yield
    finally:
        _page.is_open = False
        _close()


def _close() -> None:
    if _page.reader is not None:
        _page.reader.connection.close()
        _page.reader = None


@contextmanager
def _open(path: str, scope: Scope) -> Iterator[_Reader]:
    """The page's reader, or one for this block only. Another file or another person gets another one."""
    if _page.reader is not None and _page.reader.key != (path, scope):
        _close()
    reader = _page.reader or _Reader(path, scope)
    if _page.is_open:
        _page.reader = reader
        yield reader
        return
    try:
        yield reader
    finally:
        reader.connection.close()


@st.cache_data(max_entries=200, show_spinner=False)
def _rows(version: Version, scope: Scope, name: str, parameters: tuple[tuple[str, Any], ...]) -> list[Row]:
    # The scope is part of the key: what was read for one person is never shown to another with a different one.
    try:
        with _open(version.path, scope) as reader:
            return reader.read(_statement(name), dict(parameters))
    except duckdb.Error as error:
        raise UnreadableWarehouse(version.path, str(error).splitlines()[0]) from error
    except scoping.NoRule as error:
        raise UnreadableWarehouse(version.path, words.ACCESS_NO_RULE.format(table=error)) from error


def _regions(version: Version) -> tuple[Region, ...]:
    try:
        with duckdb.connect(version.path, read_only=True) as connection:
            found = connection.execute(
                "select region_code, region_name, path_name, parent_region_code from marts.dim_region"
            ).fetchall()
    except duckdb.Error as error:
        raise UnreadableWarehouse(version.path, str(error).splitlines()[0]) from error
    return tuple(Region(code, name, path or name, parent) for code, name, path, parent in found)


def visitor() -> access.Visitor:
    """Who is looking, and what of the file published now that person may see.

    Raises `access.Refusal`; for those who are let in `NoWarehouse` or `UnreadableWarehouse`.
    """

    def read_regions() -> tuple[Region, ...]:
        return _regions(current_version())

    return access.visitor(published_link().resolve(), read_regions)


def rows(name: str, **parameters: Any) -> list[Row]:
    """The rows of ``queries/<name>.sql`` that the one who is looking may see, as of the file published now.

    Raises `access.Refusal`, `NoWarehouse` or `UnreadableWarehouse`. The list is the caller's own copy.
    """
    scope = visitor().scope
    return _rows(current_version(), scope, name, tuple(sorted(parameters.items())))

"""What an intake needs to know of what is published: the form of the department, and earlier values of its rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.submissions.forms.content import Department, departments, read_forms
from pipelines.submissions.forms.naming import UnclearDepartment, resolve_department
from pipelines.submissions.model import Form, Point
from pipelines.warehouse.query import NoWarehouse, is_example_data, open_published

if TYPE_CHECKING:
    import duckdb

# Values that were published or reported, in the unit of the indicator. A submission counts as it stands now.
_ACTUALS = """
select region_code, indicator_id, period_start, period_end, value, maturity, source_kind
from marts.fct_indicator_actuals
where value is not null and period_start is not null and is_preferred
order by region_code, indicator_id, period_start, period_end, actual_id
"""
_REPORTED = """
select region_code, indicator_id, period_start, period_end, value_in_unit, maturity, 'submission'
from marts.fct_submission_figures
where is_current and value_in_unit is not null and indicator_id is not null
order by region_code, indicator_id, period_start, period_end, figure_id
"""


@dataclass(slots=True)
class Background:
    """Everything read at once, so that a thousand files ask the published file once. Empty before the first run."""

    known: list[Department] = field(default_factory=list)
    forms: dict[date, dict[Department, Form]] = field(default_factory=dict)
    points: dict[tuple[str, str], list[Point]] = field(default_factory=dict)
    is_example: bool = False  # of a home of example data

    @classmethod
    def load(cls, home: Path, months: Iterable[date]) -> Background:
        """From what is published under ``home``, for the months to be received."""
        background = cls()
        try:
            with open_published(home) as connection:
                background.is_example = is_example_data(connection)
                background.known = departments(connection)
                for month in sorted(set(months)):
                    background.forms[month] = read_forms(connection, month)
                background.points = _points(connection)
        except NoWarehouse:
            pass
        return background

    def department(self, name: str, region: str) -> Department | None:
        """The department meant, None where it is unknown or several are meant."""
        try:
            return resolve_department(self.known, name, region or None)
        except UnclearDepartment:
            return None

    def form(self, name: str, region: str, month: date | None) -> Form | None:
        """The form that a department was given for a month."""
        department = self.department(name, region) if name and month else None
        return self.forms.get(month, {}).get(department) if department and month else None

    def history(self, form: Form | None) -> dict[str, list[Point]]:
        """Earlier values of the rows of a form, by row id."""
        if form is None:
            return {}
        return {
            row.row_id: self.points.get((row.region_code, row.indicator_id), [])
            for row in form.rows
            if row.indicator_id is not None
        }


def _points(connection: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], list[Point]]:
    points: dict[tuple[str, str], list[Point]] = {}
    has_submissions = connection.execute(
        "select count(*) from information_schema.tables "
        "where table_schema = 'marts' and table_name = 'fct_submission_figures'"
    ).fetchone()
    queries = [_ACTUALS, _REPORTED] if has_submissions and has_submissions[0] else [_ACTUALS]
    for query in queries:
        for region, indicator, start, end, value, maturity, kind in connection.execute(query).fetchall():
            point = Point(start, end, value, maturity or "unknown", kind)
            points.setdefault((region, indicator), []).append(point)
    return points

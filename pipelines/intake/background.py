"""What an intake needs to know of what is published: the form of the department, and earlier values of its rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.submissions.forms.content import Department, departments, read_forms
from pipelines.submissions.forms.naming import UnclearDepartment, resolve_department
from pipelines.submissions.model import Form, Point
from pipelines.warehouse.query import NoWarehouse, is_example_data, open_file, published_file

if TYPE_CHECKING:
    import duckdb

KEPT_MONTHS = 24  # forms of so many months are held in memory at once

# Values that were published or reported, in the unit of the indicator. A submission counts as it stands now.
_ACTUALS = """
select region_code, indicator_id, period_start, period_end, value, maturity, source_kind
from marts.fct_indicator_actuals
where value is not null and is_preferred and period_kind in ('year', 'span')
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
    """Read once, so that a thousand files ask the published file once. Empty before the first run.

    The forms of a month are read when the first file about it comes, from the very file that the rest was read from.
    """

    known: list[Department] = field(default_factory=list)
    forms: dict[date, dict[Department, Form]] = field(default_factory=dict)
    points: dict[tuple[str, str], list[Point]] = field(default_factory=dict)
    published: Path | None = None
    is_example: bool = False  # of a home of example data

    @classmethod
    def load(cls, home: Path) -> Background:
        """From what is published under ``home``."""
        background = cls()
        try:
            background.published = published_file(home)
            with open_file(background.published) as connection:
                background.is_example = is_example_data(connection)
                background.known = departments(connection)
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
        return self.forms_of(month).get(department) if department and month else None

    def forms_of(self, month: date) -> dict[Department, Form]:
        """The forms that the departments were given for a month."""
        if month not in self.forms and self.published is not None:
            if len(self.forms) >= KEPT_MONTHS:
                self.forms.clear()
            with open_file(self.published) as connection:
                self.forms[month] = read_forms(connection, month)
        return self.forms.get(month, {})

    def points_of(self, region_code: str, indicator_id: str) -> list[Point]:
        """Earlier values of an indicator in a region."""
        return self.points.get((region_code, indicator_id), [])

    def history(self, form: Form | None) -> dict[str, list[Point]]:
        """Earlier values of the rows of a form, by row id."""
        if form is None:
            return {}
        return {
            row.row_id: self.points_of(row.region_code, row.indicator_id)
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

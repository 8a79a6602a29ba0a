"""Plan text -> outline, statements, measures. Pure functions: nothing here knows of Dagster, dbt or DuckDB."""

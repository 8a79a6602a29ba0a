-- One row: the version of the published file that is being read.
select version, cast(published_at as varchar) as published_at, run_id, duckdb_version, code_version
from meta.publication
order by publication.published_at desc
limit 1

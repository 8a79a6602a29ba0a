-- One row: the version of the published file that is being read; published_at is UTC.
select version, published_at, run_id, duckdb_version, code_version
from meta.publication
order by published_at desc
limit 1

-- One row: the version of the published file that is being read; published_at is UTC.
-- All columns, by name or not: a file from before there was example data has no is_example.
select *
from meta.publication
order by published_at desc
limit 1

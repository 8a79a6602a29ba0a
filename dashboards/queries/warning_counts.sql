-- One row a unit: how many warnings it has, and how many of them are open; the empty unit has those that name nobody.
with named as (
    select unnest(case when len(department_names) > 0 then department_names else [''] end) as unit, is_open
    from marts.mart_warnings
    where $region is null or region_code = $region
)
select unit, count(*) filter (where is_open) as open_count, count(*) as warning_count
from named
group by unit
order by unit

-- One row a region that has a target: the choices of the region filter.
select r.region_code, r.region_name, r.path_name, count(*) as target_count
from marts.fct_indicator_progress as p
inner join marts.dim_region as r using (region_code)
where p.is_current
group by all
order by r.region_code

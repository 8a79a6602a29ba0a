-- One row a region whose departments are asked to report.
select distinct status.region_code, coalesce(regions.region_name, status.region_code) as region_name
from marts.mart_submission_status as status
left join marts.dim_region as regions on status.region_code = regions.region_code
order by status.region_code

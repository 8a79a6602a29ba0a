-- One row a region that any downloadable table has rows for.
select r.region_code, r.path_name
from marts.dim_region as r
where r.region_code in (
    select region_code from marts.fct_indicator_progress where is_current
    union select region_code from marts.fct_indicator_actuals
    union select region_code from marts.mart_submission_status
)
order by r.region_code

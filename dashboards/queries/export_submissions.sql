-- One row a department and month: how it reported, for a file.
select
    s.region_code, r.region_name, s.department_name, s.month as report_month, s.status as submission_status, s.due_date,
    s.late_days, s.figure_count, s.quarantined_count, s.quality_score
from marts.mart_submission_status as s
left join marts.dim_region as r on r.region_code = s.region_code
where $region is null or s.region_code = $region
order by s.month desc, s.region_code, s.department_name

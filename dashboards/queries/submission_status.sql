-- One row a department for a month: what came, when, how good; what is missing first, then what is late.
select
    status.department_name,
    status.region_code,
    regions.region_name,
    status.status,
    status.due_date,
    status.last_received_at,
    status.late_days,
    status.version_count,
    status.returned_count,
    status.asked_count,
    status.answered_count,
    status.figure_count,
    status.quarantined_count,
    status.error_count,
    status.warning_count,
    status.quality_score,
    status.reminder_steps,
    status.reminder_dates
from marts.mart_submission_status as status
left join marts.dim_region as regions on status.region_code = regions.region_code
where status.month = $month and ($region is null or status.region_code = $region)
order by
    case status.status when 'missing' then 1 when 'withdrawn' then 2 when 'returned' then 3 when 'late' then 4 else 5 end,
    status.late_days desc nulls last, status.region_code, status.department_name

-- Who reported on the month, and how.
select
    status_id,
    department_name,
    due_date,
    status,
    first_received_at,
    late_days,
    asked_count,
    answered_count,
    quality_score
from marts.mart_submission_status
where region_code = $region_code and month = $month
order by
    case status when 'missing' then 0 when 'returned' then 1 when 'withdrawn' then 2 when 'late' then 3 else 4 end,
    department_name

-- One row a month of one department: how it reported, the latest first.
select month, status, due_date, last_received_at, late_days, version_count, returned_count, asked_count, answered_count,
    figure_count, quarantined_count, error_count, warning_count, quality_score
from marts.mart_submission_status
where region_code = $region and department_name = $department
order by month desc

-- One row a month that any submission is about, the latest first, with how many departments stand how.
select
    month,
    due_date,
    count(*) as department_count,
    count(*) filter (where status = 'in_time') as in_time_count,
    count(*) filter (where status = 'late') as late_count,
    count(*) filter (where status = 'returned') as returned_count,
    count(*) filter (where status in ('missing', 'withdrawn')) as missing_count
from marts.mart_submission_status
group by month, due_date
order by month desc

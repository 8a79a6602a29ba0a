-- One row: the newest month that departments report on, how many have, and how many of their figures were not taken.
select
    s.month,
    any_value(s.due_date) as due_date,
    count(*) as asked_count,
    count(*) filter (where s.status in ('in_time', 'late')) as received_count,
    sum(s.figure_count) as figure_count,
    sum(s.quarantined_count) as held_count
from marts.mart_submission_status as s
where $region is null or s.region_code = $region
group by s.month
order by s.month desc
limit 1

-- One row a month that has verdicts: the choices of the period, the latest first.
select p.period_end, count(*) filter (where p.is_judged) as judged_count
from marts.fct_indicator_progress as p
where p.period_kind = 'month' and ($region is null or p.region_code = $region)
group by p.period_end
having count(*) filter (where p.is_judged) > 0
order by p.period_end desc

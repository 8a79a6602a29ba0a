-- The plans that have targets in the month, oldest first.
select distinct plans.plan_id, plans.plan_title, plans.document_number, plans.start_year
from marts.dim_plan as plans
inner join marts.fct_indicator_progress as progress on plans.plan_id = progress.plan_id
where progress.region_code = $region_code
    and progress.period_kind = 'month'
    and progress.period_end = $period_end
    and progress.is_nearest_target
order by plans.start_year, plans.plan_id

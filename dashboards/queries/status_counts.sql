-- One row a plan x region x state x light x attribute: how many targets (region x indicator x year) stand where, by the
-- verdict that stands now, or that of the month which ends on $period.
select
    p.plan_id, p.region_code, r.region_name, p.status, p.light, p.attribute,
    count(*) as target_count,
    count(*) filter (where p.actual_value is not null or d.latest_actual_value is not null) as with_actual_count,
    count(*) filter (where t.is_disputed) as disputed_count
from marts.fct_indicator_progress as p
inner join marts.fct_indicator_targets as t using (target_id)
left join marts.fct_indicator_progress as d on d.target_id = p.target_id and d.is_target_period
left join marts.dim_region as r on r.region_code = p.region_code
where
    case when $period is null then p.is_current else p.period_kind = 'month' and p.period_end = $period end
    and ($region is null or p.region_code = $region)
    and ($plan is null or p.plan_id = $plan)
group by all
order by p.plan_id, p.region_code, p.status, p.light, p.attribute

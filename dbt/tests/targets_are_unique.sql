-- The grain of the targets, and of what is preferred among the actuals.
{{ config(meta={'dagster': {'ref': {'name': 'fct_indicator_targets'}}}) }}
select 'target' as what, plan_id, region_code, indicator_id, year
from {{ ref('fct_indicator_targets') }}
group by plan_id, region_code, indicator_id, year, is_period_total
having count(*) > 1
union all
select 'preferred actual' as what, null as plan_id, region_code, indicator_id, year
from {{ ref('fct_indicator_actuals') }}
where is_preferred
group by region_code, indicator_id, period_start, period_end, period_kind, year
having count(*) > 1

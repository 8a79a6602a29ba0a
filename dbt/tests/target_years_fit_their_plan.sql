-- A target is for a year of its plan or after; a plan may reckon up the one before it, of the same length, and no older.
{{ config(meta={'dagster': {'ref': {'name': 'fct_indicator_targets'}}}) }}
select targets.target_id, targets.year, plans.start_year, plans.end_year, targets.quote
from {{ ref('fct_indicator_targets') }} as targets
inner join {{ ref('dim_plan') }} as plans on targets.plan_id = plans.plan_id
where targets.year < plans.start_year - (plans.end_year - plans.start_year + 1)
    or targets.start_year > targets.end_year
    or targets.base_year >= targets.year

{{ config(materialized='table') }}
-- Every target with the day it begins to hold and the series it belongs to: what is promised of one indicator of one
-- region for one year, by whichever plan.
select
    {{ stable_id([
        'targets.region_code', 'targets.indicator_id', 'targets.year', 'targets.is_period_total',
        "case when targets.measure = 'growth' then 'growth' else 'level' end"
    ]) }} as series_id,
    targets.target_id,
    targets.plan_id,
    targets.region_code,
    targets.indicator_id,
    targets.year,
    targets.is_period_total,
    targets.target_value,
    targets.target_value_text,
    targets.comparator,
    targets.unit_code,
    targets.period_type,
    targets.measure,
    indicators.direction,
    coalesce({{ written_rounding('targets.target_value_text', 'targets.target_value') }}, 0) + 1e-9 as rounding,
    plan_order.valid_from
from {{ ref('fct_indicator_targets') }} as targets
inner join {{ ref('int_plan_order') }} as plan_order on targets.plan_id = plan_order.plan_id
inner join {{ ref('int_indicators') }} as indicators on targets.indicator_id = indicators.indicator_id

-- A target that the same plan says was passed already: 每千人医师 4.2 by 2025, and 4.6 in 2020. Only targets to be reached
-- (no floor such as 99%以上, which may lie below what is) of catalogued levels of which more is better: of what is done
-- anew each year (改造老旧小区66个) less may be planned.
with pairs as (

    select
        targets.statement_id as statement_id_a,
        actuals.statement_id as statement_id_b,
        targets.region_code,
        targets.indicator_id,
        targets.indicator_name,
        targets.first_year as start_year,
        targets.end_year as year,
        targets.value as value_a,
        actuals.value as value_b,
        actuals.end_year as actual_year,
        targets.unit_code,
        targets.unit_name,
        targets.difference_unit_name,
        targets.indicator_text as name_a,
        actuals.indicator_text as name_b,
        row_number() over (partition by targets.statement_id order by actuals.end_year desc, actuals.value desc, actuals.start_char) as choice
    from {{ ref('int_conflict_figures') }} as targets
    inner join {{ ref('int_conflict_figures') }} as actuals
        on targets.plan_id = actuals.plan_id
        and targets.region_code = actuals.region_code
        and targets.indicator_id = actuals.indicator_id
        and actuals.end_year < targets.first_year
    inner join {{ ref('int_plans') }} as plans on targets.plan_id = plans.plan_id
    where targets.kind = 'target'
        and actuals.kind = 'actual'
        and targets.measure = 'level'
        and actuals.measure = 'level'
        and targets.comparator = 'eq'
        and targets.period_type in ('by', 'in')
        and targets.direction = 'higher'
        and targets.indicator_kind in ('stock', 'rate', 'flow')
        and targets.indicator_link <> 'own'
        and targets.suspect is null
        and actuals.suspect is null
        and targets.end_year >= plans.start_year
        and actuals.end_year >= plans.start_year - 2
        and not coalesce(targets.is_period_total, false)
        and not coalesce(actuals.is_period_total, false)
        and targets.value < actuals.value - {{ leeway('targets', 'actuals') }}

)

select
    'target_below_actual' as conflict_kind,
    'disagreement' as severity,
    region_code,
    indicator_id,
    start_year,
    year,
    statement_id_a,
    {{ no_place('a') }},
    value_a,
    statement_id_b,
    {{ no_place('b') }},
    value_b,
    unit_code,
    {{ size_of('value_a', 'value_b') }} as size,
    {{ size_pct_of('value_a', 'value_b') }} as size_pct,
    cast(null as varchar) as likelier,
    cast(null as varchar) as likelier_reason,
    indicator_name || cast(year as varchar) || '年的目标是' || {{ number_text('value_a') }} || unit_name || '，而同一规划写' || cast(actual_year as varchar)
    || '年已是' || {{ number_text('value_b') }} || unit_name || '，目标低于现状' || {{ number_text(size_of('value_a', 'value_b')) }} || difference_unit_name
    || case
        when {{ indicator_key('name_a') }} <> {{ indicator_key('name_b') }}
            then '；两处的名称是“' || name_a || '”和“' || name_b || '”，口径可能不同'
        else ''
    end as explanation
from pairs
where choice = 1

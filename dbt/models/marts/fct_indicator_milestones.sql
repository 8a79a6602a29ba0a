with periods as (

    select
        target_id, 'year' as period_kind, year, cast(null as integer) as month, {{ last_day_of('year') }} as period_end,
        milestone_value, rule, milestone_note
    from {{ ref('int_milestones_yearly') }}

    union all

    select target_id, 'month', year, month, period_end, milestone_value, rule, milestone_note
    from {{ ref('int_milestones_monthly') }}

)

select
    {{ stable_id(['periods.target_id', 'periods.period_kind', 'periods.period_end']) }} as milestone_id,
    periods.target_id,
    paths.document_id as plan_id,
    paths.region_code,
    paths.indicator_id,
    periods.period_kind,
    periods.year,
    periods.month,
    periods.period_end,
    periods.milestone_value,
    paths.unit_code,
    periods.rule as milestone_rule,
    periods.milestone_note
from periods
inner join {{ ref('int_target_paths') }} as paths on periods.target_id = paths.target_id
order by periods.target_id, periods.period_kind desc, periods.period_end

-- Each target at the end of each of its years: what was asked for, what came of it. Rows of years that the ledger has not
-- reached yet are kept for the target year alone; years before it of which nothing is asked are kept where something is known.
select
    paths.target_id,
    'year' as period_kind,
    milestones.year,
    cast(null as integer) as month,
    {{ last_day_of('milestones.year') }} as period_end,
    milestones.year = paths.target_year as is_target_period,
    milestones.milestone_value,
    milestones.rule as milestone_rule,
    milestones.milestone_note,
    milestones.reference_id,
    actuals.actual_value,
    actuals.known_value,
    actuals.known_count,
    actuals.needed_count,
    actuals.words,
    actuals.actual_id,
    actuals.actual_ids,
    actuals.is_provisional,
    actuals.actual_note,
    (milestones.year - paths.first_year + 1) * 12 as elapsed_months,
    (paths.target_year - paths.first_year + 1) * 12 as all_months
from {{ ref('int_milestones_yearly') }} as milestones
inner join {{ ref('int_target_paths') }} as paths on milestones.target_id = paths.target_id
inner join {{ ref('int_target_actuals_yearly') }} as actuals
    on milestones.target_id = actuals.target_id and milestones.year = actuals.year
cross join {{ ref('int_clock') }} as clock
where milestones.year = paths.target_year
    or actuals.actual_value is not null
    or actuals.known_value is not null
    or (
        milestones.rule <> 'none_before_target_year'
        and milestones.milestone_value is not null
        and {{ last_day_of('milestones.year') }} <= clock.as_of_date
    )

union all

-- Targets without a number to be judged by: one row, at the target year, which says why.
select
    paths.target_id,
    'year',
    paths.target_year,
    null,
    {{ last_day_of('paths.target_year') }},
    true,
    null,
    'none',
    paths.resolution_note,
    null,
    actuals.value,
    null,
    case when actuals.value is null then 0 else 1 end,
    1,
    case when actuals.value is null then actuals.value_text end,
    actuals.actual_id,
    case when actuals.actual_id is null then {{ empty_list() }} else {{ list_of_one('actuals.actual_id') }} end,
    {{ is_provisional('actuals.maturity') }},
    actuals.source_title,
    12,
    12
from {{ ref('int_target_paths') }} as paths
left join {{ ref('int_actuals') }} as actuals
    on paths.region_code = actuals.region_code
    and paths.indicator_id = actuals.indicator_id
    and paths.target_year = actuals.year
    and actuals.period_kind = 'year'
    and actuals.is_preferred
where paths.path = 'none'

{{ config(materialized='table') }}
-- What scorecards count, once for all of them: the targets of each year and month (of several of a plan for one indicator
-- the one due next), and as the slice 'current' every target as it stands now. Targets that ask for nothing within a year
-- (年度指标) are added to the months without a state: they are told of and stand in no denominator.
with progress as (

    select * from {{ ref('fct_indicator_progress') }}

),

sliced as (

    select
        progress_id,
        target_id,
        plan_id,
        region_code,
        indicator_id,
        is_period_total,
        period_kind,
        year,
        month,
        period_end,
        status
    from progress
    where is_nearest_target

    union all

    select
        progress.progress_id,
        progress.target_id,
        progress.plan_id,
        progress.region_code,
        progress.indicator_id,
        progress.is_period_total,
        'current' as period_kind,
        cast(extract(year from clock.as_of_date) as integer) as year,
        cast(null as integer) as month,
        clock.as_of_date as period_end,
        progress.status
    from progress
    cross join {{ ref('int_clock') }} as clock
    where progress.is_current

),

months as (

    select distinct region_code, year, month, period_end
    from progress
    where period_kind = 'month'

),

not_asked as (

    select
        cast(null as varchar) as progress_id,
        yearly.target_id,
        yearly.plan_id,
        yearly.region_code,
        yearly.indicator_id,
        yearly.is_period_total,
        'month' as period_kind,
        months.year,
        months.month,
        months.period_end,
        cast(null as varchar) as status
    from progress as yearly
    inner join months on yearly.region_code = months.region_code and yearly.year = months.year
    left join progress as monthly
        on yearly.plan_id = monthly.plan_id
        and yearly.region_code = monthly.region_code
        and yearly.indicator_id = monthly.indicator_id
        and yearly.is_period_total = monthly.is_period_total
        and monthly.period_kind = 'month'
        and months.period_end = monthly.period_end
    where yearly.period_kind = 'year' and yearly.is_nearest_target and monthly.progress_id is null

),

slices as (

    select * from sliced
    union all
    select * from not_asked

)

select
    slices.target_id,
    slices.plan_id,
    slices.region_code,
    slices.period_kind,
    slices.year,
    slices.month,
    slices.period_end,
    coalesce(targets.attribute, '未注明') as attribute_class,
    targets.departments,
    coalesce(nullif(trim(split_part(targets.section_path, ' / ', 1)), ''), '（不在章内）') as chapter_name,
    targets.start_char,
    slices.status,
    case
        when slices.status is not null then null
        when indicators.frequency = 'year' then 'annual_only'
        else 'other'
    end as not_asked,
    coalesce(progress.is_judged, false) as is_judged,
    -- A figure is there, whether or not it can be judged. Of a period that is not over nobody asks for one yet.
    slices.status is not null
    and slices.status <> 'not_due'
    and (progress.actual_value is not null or progress.known_value is not null) as is_reported,
    coalesce(progress.is_provisional, false) as is_provisional,
    progress.light,
    progress.schedule_gap_points
from slices
inner join {{ ref('fct_indicator_targets') }} as targets on slices.target_id = targets.target_id
inner join {{ ref('dim_indicator') }} as indicators on slices.indicator_id = indicators.indicator_id
left join progress on slices.progress_id = progress.progress_id

{{ config(materialized='table') }}
-- Each target at the end of each month that departments report on: what the schedule asks for by then, and what was
-- reported. Amounts count since January, or since the first year of a span; levels and growth as they stand.
-- Figures that come once a year ask for nothing within it: they have a row only where a department reported all the same.
with reported_months as (

    select {{ last_day_of_month('month') }} as period_end
    from {{ ref('stg_reporting_months') }}

),

reporting_regions as (

    select distinct region_code from {{ ref('stg_submissions') }}

),

target_months as (

    select
        paths.*,
        milestones.year,
        milestones.month,
        milestones.period_end,
        milestones.rule,
        milestones.reference_id,
        milestones.elapsed_months,
        milestones.all_months,
        milestones.milestone_value,
        milestones.milestone_note,
        reporting_regions.region_code is not null
        and (paths.frequency = 'month' or (paths.frequency = 'quarter' and milestones.month % 3 = 0)) as is_expected
    from {{ ref('int_milestones_monthly') }} as milestones
    inner join reported_months on milestones.period_end = reported_months.period_end
    inner join {{ ref('int_target_paths') }} as paths on milestones.target_id = paths.target_id
    left join reporting_regions on paths.region_code = reporting_regions.region_code

),

figures as (

    select *, {{ is_provisional('maturity') }} as is_provisional
    from {{ ref('int_actuals') }}
    where is_preferred and value is not null

),

-- Figures of a month: since January for amounts and growth, of the month itself for levels.
of_month as (

    select
        target_months.target_id,
        target_months.period_end,
        figures.value,
        figures.actual_id,
        figures.is_provisional,
        figures.source_title,
        row_number() over (
            partition by target_months.target_id, target_months.period_end
            order by
                case
                    when figures.period_kind = 'year' then 0
                    when (target_months.is_amount or target_months.indicator_kind = 'growth') = (figures.period_kind = 'year_to_date') then 1
                    else 2
                end,
                figures.source_title
        ) as choice
    from target_months
    inner join figures
        on target_months.region_code = figures.region_code
        and target_months.indicator_id = figures.indicator_id
        and target_months.period_end = figures.period_end
    where figures.period_kind in ('month', 'year_to_date', 'year')
        and not (target_months.is_amount and figures.period_kind = 'month')

),

-- Full years of a span that lie behind.
before_this_year as (

    select
        target_months.target_id,
        target_months.period_end,
        count(*) as known_count,
        sum(figures.value) as total_value,
        bool_or(figures.is_provisional) as is_provisional,
        {{ list_of('figures.actual_id', 'figures.year') }} as actual_ids
    from target_months
    inner join figures
        on target_months.region_code = figures.region_code
        and target_months.indicator_id = figures.indicator_id
        and figures.year >= target_months.first_year
        and target_months.year > figures.year
    where target_months.path = 'total' and figures.period_kind = 'year'
    group by target_months.target_id, target_months.period_end

),

combined as (

    select
        target_months.*,
        of_month.value as month_value,
        of_month.actual_id,
        of_month.source_title,
        before_this_year.total_value as before_value,
        coalesce(before_this_year.known_count, 0) as before_count,
        target_months.year - target_months.first_year as before_needed,
        coalesce(before_this_year.actual_ids, {{ empty_list() }}) as before_ids,
        coalesce(of_month.is_provisional, false) or coalesce(before_this_year.is_provisional, false) as is_provisional
    from target_months
    left join of_month
        on target_months.target_id = of_month.target_id
        and target_months.period_end = of_month.period_end
        and of_month.choice = 1
    left join before_this_year
        on target_months.target_id = before_this_year.target_id and target_months.period_end = before_this_year.period_end

)

select
    combined.target_id,
    'month' as period_kind,
    combined.year,
    combined.month,
    combined.period_end,
    false as is_target_period,
    combined.milestone_value,
    combined.rule as milestone_rule,
    combined.milestone_note,
    combined.reference_id,
    round(
        case
            when combined.path <> 'total' then combined.month_value
            when combined.before_count = combined.before_needed then coalesce(combined.before_value, 0) + combined.month_value
        end, 8
    ) as actual_value,
    case
        when combined.path = 'total' and combined.before_count < combined.before_needed and combined.month_value is not null
            then round(coalesce(combined.before_value, 0) + combined.month_value, 8)
    end as known_value,
    combined.before_count + case when combined.month_value is null then 0 else 1 end as known_count,
    case when combined.path = 'total' then combined.before_needed + 1 else 1 end as needed_count,
    cast(null as varchar) as words,
    combined.actual_id,
    case
        when combined.actual_id is null then {{ empty_list() }}
        when combined.path = 'total' then {{ with_one_more('combined.before_ids', 'combined.actual_id') }}
        else {{ list_of_one('combined.actual_id') }}
    end as actual_ids,
    combined.is_provisional,
    case
        when combined.month_value is null then null
        when combined.path = 'total' and combined.before_value is not null
            then '以前年度 ' || {{ number_text('combined.before_value') }} || ' + 本年 ' || {{ number_text('combined.month_value') }}
        else combined.source_title
    end as actual_note,
    combined.elapsed_months,
    combined.all_months
from combined
cross join {{ ref('int_clock') }} as clock
where combined.period_end <= clock.as_of_date
    and (combined.month_value is not null or (combined.is_expected and combined.milestone_value is not null))

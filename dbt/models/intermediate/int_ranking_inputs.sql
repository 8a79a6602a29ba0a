{{ config(materialized='table') }}
-- What the scores are made of: for each region, comparable indicator and year or month the figure that regions are compared
-- on, and the completion of each target of the region. Within the year amounts and growth count since January, levels and shares
-- at the month's end, and indicators that come once a year (年度指标) take no part.
with figures as (

    select
        region_code,
        indicator_id,
        case when period_kind = 'year' then 'year' else 'month' end as period_kind,
        period_end,
        value,
        actual_id,
        is_provisional
    from {{ ref('int_ranking_figures') }}
    where value is not null
        and direction in ('higher', 'lower')
        and (
            period_kind = 'year'
            or (
                frequency <> 'year'
                and period_kind = case when indicator_kind in ('flow', 'cumulative', 'growth') then 'year_to_date' else 'month' end
            )
        )

    union all

    -- January to December is the year.
    select
        figures.region_code,
        figures.indicator_id,
        'month' as period_kind,
        figures.period_end,
        figures.value,
        figures.actual_id,
        figures.is_provisional
    from {{ ref('int_ranking_figures') }} as figures
    inner join {{ ref('stg_reporting_months') }} as months on figures.period_end = {{ last_day_of_month('months.month') }}
    where figures.value is not null
        and figures.direction in ('higher', 'lower')
        and figures.frequency <> 'year'
        and figures.indicator_kind in ('flow', 'cumulative', 'growth')
        and figures.period_kind = 'year'

),

-- A target over years (a five-year total) is told apart from one of a year by its first year. Of several plans of a region
-- that set one for the same year: the one whose table gives the attribute, then the latest.
completions as (

    select
        progress.region_code,
        progress.indicator_id,
        progress.period_kind,
        progress.period_end,
        progress.target_year,
        case when progress.is_period_total then targets.start_year end as total_since_year,
        progress.completion_pct,
        progress.progress_id,
        progress.is_provisional,
        row_number() over (
            partition by
                progress.region_code,
                progress.indicator_id,
                progress.period_kind,
                progress.period_end,
                progress.target_year,
                case when progress.is_period_total then targets.start_year end
            order by progress.attribute is not null desc, plans.issue_date desc nulls last, progress.progress_id
        ) as choice
    from {{ ref('fct_indicator_progress') }} as progress
    inner join {{ ref('fct_indicator_targets') }} as targets on progress.target_id = targets.target_id
    inner join {{ ref('dim_indicator') }} as indicators on progress.indicator_id = indicators.indicator_id
    inner join {{ ref('dim_plan') }} as plans on progress.plan_id = plans.plan_id
    where indicators.is_catalogued
        and indicators.is_comparable
        and progress.is_judged
        and progress.is_nearest_target
        and progress.completion_pct is not null
        and (progress.period_kind = 'year' or indicators.frequency <> 'year')

),

inputs as (

    select
        region_code,
        indicator_id,
        period_kind,
        period_end,
        value,
        actual_id,
        cast(null as double) as completion_pct,
        cast(null as integer) as target_year,
        cast(null as integer) as total_since_year,
        cast(null as varchar) as progress_id,
        is_provisional
    from figures

    union all

    select
        region_code,
        indicator_id,
        period_kind,
        period_end,
        cast(null as double) as value,
        cast(null as varchar) as actual_id,
        completion_pct,
        target_year,
        total_since_year,
        progress_id,
        is_provisional
    from completions
    where choice = 1

)

select
    inputs.*,
    cast(extract(year from inputs.period_end) as integer) as year,
    case when inputs.period_kind = 'month' then cast(extract(month from inputs.period_end) as integer) end as month,
    indicators.direction,
    indicators.unit_code,
    regions.level,
    regions.parent_region_code,
    attributes.attribute_class,
    attributes.attribute_source
from inputs
inner join {{ ref('dim_indicator') }} as indicators on inputs.indicator_id = indicators.indicator_id
inner join {{ ref('dim_region') }} as regions on inputs.region_code = regions.region_code
inner join {{ ref('int_ranking_attributes') }} as attributes
    on inputs.region_code = attributes.region_code and inputs.indicator_id = attributes.indicator_id

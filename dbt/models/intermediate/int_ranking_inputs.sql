{{ config(materialized='table') }}
-- What the scores are made of: for each region, comparable indicator and year or month the figure that regions are compared
-- on and the completion of the region's target. Within the year amounts and growth count since January, levels and shares
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

-- Of several plans of a region: one with a completion for the single year before one over years, one whose table gives the
-- attribute, the target that is due first, the latest plan.
completions as (

    select
        progress.region_code,
        progress.indicator_id,
        progress.period_kind,
        progress.period_end,
        progress.completion_pct,
        progress.progress_id,
        progress.is_provisional,
        row_number() over (
            partition by progress.region_code, progress.indicator_id, progress.period_kind, progress.period_end
            order by
                progress.is_period_total, progress.attribute is not null desc, progress.target_year, plans.issue_date desc nulls last, progress.progress_id
        ) as choice
    from {{ ref('fct_indicator_progress') }} as progress
    inner join {{ ref('dim_indicator') }} as indicators on progress.indicator_id = indicators.indicator_id
    inner join {{ ref('dim_plan') }} as plans on progress.plan_id = plans.plan_id
    where indicators.is_catalogued
        and indicators.is_comparable
        and progress.is_judged
        and progress.is_nearest_target
        and progress.completion_pct is not null
        and (progress.period_kind = 'year' or indicators.frequency <> 'year')

),

joined as (

    select
        coalesce(figures.region_code, completions.region_code) as region_code,
        coalesce(figures.indicator_id, completions.indicator_id) as indicator_id,
        coalesce(figures.period_kind, completions.period_kind) as period_kind,
        coalesce(figures.period_end, completions.period_end) as period_end,
        figures.value,
        figures.actual_id,
        figures.is_provisional as is_figure_provisional,
        completions.completion_pct,
        completions.progress_id,
        completions.is_provisional as is_completion_provisional
    from figures
    full join (select * from completions where choice = 1) as completions
        on figures.region_code = completions.region_code
        and figures.indicator_id = completions.indicator_id
        and figures.period_kind = completions.period_kind
        and figures.period_end = completions.period_end

)

select
    joined.*,
    cast(extract(year from joined.period_end) as integer) as year,
    case when joined.period_kind = 'month' then cast(extract(month from joined.period_end) as integer) end as month,
    indicators.direction,
    indicators.unit_code,
    regions.level,
    regions.parent_region_code,
    attributes.attribute_class,
    attributes.attribute_source
from joined
inner join {{ ref('dim_indicator') }} as indicators on joined.indicator_id = indicators.indicator_id
inner join {{ ref('dim_region') }} as regions on joined.region_code = regions.region_code
inner join {{ ref('int_ranking_attributes') }} as attributes
    on joined.region_code = attributes.region_code and joined.indicator_id = attributes.indicator_id

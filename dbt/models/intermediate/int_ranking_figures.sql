{{ config(materialized='table') }}
-- The figures that regions are compared on: preferred actuals of comparable indicators of the catalogue, of a year, of a
-- month, or since January. A region that was to report one and did not is in here without a value, so that a ranking can
-- say so; it has a rank nowhere.
with indicators as (

    select * from {{ ref('dim_indicator') }}
    where is_catalogued and is_comparable

),

known as (

    select
        actuals.region_code,
        actuals.indicator_id,
        actuals.period_kind,
        actuals.period_end,
        -- Free of the noise of unit conversion, so that equal figures are equal.
        round(actuals.value, 8) as value,
        actuals.actual_id,
        {{ is_provisional('actuals.maturity') }} as is_provisional
    from {{ ref('fct_indicator_actuals') }} as actuals
    where actuals.is_preferred and actuals.period_kind in ('year', 'year_to_date', 'month')

),

missing as (

    select distinct
        progress.region_code,
        progress.indicator_id,
        case
            when progress.period_kind = 'year' then 'year'
            when indicators.kind in ('flow', 'cumulative', 'growth') then 'year_to_date'
            else 'month'
        end as period_kind,
        progress.period_end
    from {{ ref('fct_indicator_progress') }} as progress
    inner join indicators on progress.indicator_id = indicators.indicator_id
    where progress.status = 'not_reported' and progress.is_nearest_target

),

figures as (

    select * from known

    union all

    select
        missing.*,
        cast(null as double) as value,
        cast(null as varchar) as actual_id,
        false as is_provisional
    from missing
    left join known
        on missing.region_code = known.region_code
        and missing.indicator_id = known.indicator_id
        and missing.period_kind = known.period_kind
        and missing.period_end = known.period_end
    where known.region_code is null

)

select
    figures.region_code,
    regions.level,
    regions.parent_region_code,
    figures.indicator_id,
    indicators.kind as indicator_kind,
    indicators.direction,
    indicators.frequency,
    indicators.unit_code,
    figures.period_kind,
    cast(extract(year from figures.period_end) as integer) as year,
    case when figures.period_kind <> 'year' then cast(extract(month from figures.period_end) as integer) end as month,
    figures.period_end,
    figures.value,
    figures.actual_id,
    figures.is_provisional
from figures
inner join indicators on figures.indicator_id = indicators.indicator_id
inner join {{ ref('dim_region') }} as regions on figures.region_code = regions.region_code

with targets as (

    select
        targets.*,
        indicators.direction,
        -- What "reached" asks for: the comparator where it points one way, otherwise the indicator's own direction.
        case
            when targets.value_high is not null then 'range'
            when targets.comparator in ('ge', 'gt') then 'higher'
            when targets.comparator in ('le', 'lt') or indicators.direction = 'lower' then 'lower'
            else 'higher'
        end as wanted,
        case when targets.comparator = 'approx' then abs(targets.target_value) * {{ var('approx_tolerance_pct') }} / 100.0 else 0 end as tolerance
    from {{ ref('fct_indicator_targets') }} as targets
    inner join {{ ref('dim_indicator') }} as indicators on targets.indicator_id = indicators.indicator_id

),

actuals as (

    select *, extract(year from period_start) as first_year
    from {{ ref('fct_indicator_actuals') }}
    where is_preferred

),

-- The clock of this table is the data: the last year for which any figure has been published.
horizon as (

    select max(year) as last_published_year
    from {{ ref('fct_indicator_actuals') }}
    where source_kind = 'statistics'

),

latest as (

    select
        targets.target_id,
        actuals.value as latest_actual_value,
        actuals.year as latest_actual_year,
        row_number() over (partition by targets.target_id order by actuals.year desc) as recency
    from targets
    inner join actuals
        on targets.region_code = actuals.region_code
        and targets.indicator_id = actuals.indicator_id
        and targets.year >= actuals.year
    where actuals.value is not null and not actuals.is_period_total and not targets.is_period_total

),

compared as (

    select
        targets.*,
        actuals.value as actual_value,
        actuals.actual_id,
        latest.latest_actual_value,
        latest.latest_actual_year,
        horizon.last_published_year,
        case
            when targets.wanted = 'range' then actuals.value between targets.target_value and targets.value_high
            when targets.comparator = 'gt' then actuals.value > targets.target_value
            when targets.comparator = 'lt' then actuals.value < targets.target_value
            when targets.wanted = 'lower' then actuals.value <= targets.target_value + targets.tolerance
            else actuals.value >= targets.target_value - targets.tolerance
        end as is_reached
    from targets
    cross join horizon
    left join actuals
        on targets.region_code = actuals.region_code
        and targets.indicator_id = actuals.indicator_id
        and targets.year = actuals.year
        and targets.is_period_total = actuals.is_period_total
        and (not targets.is_period_total or targets.start_year = actuals.first_year)
    left join latest on targets.target_id = latest.target_id and latest.recency = 1

)

select
    {{ stable_id(['target_id', "'progress'"]) }} as progress_id,
    plan_id,
    region_code,
    indicator_id,
    year,
    is_period_total,
    target_value,
    comparator,
    actual_value,
    actual_id,
    target_id,
    unit_code,
    case
        -- Lower is better: the way gone from the base to the target, and nothing without a base (41 against 35 is no 85 %).
        when wanted = 'lower' and base_value > target_value
            then round((base_value - actual_value) / (base_value - target_value) * 100, 4)
        when wanted = 'higher' and direction <> 'keep' and target_value > 0 and actual_value is not null
            then round(actual_value / target_value * 100, 4)
    end as completion_pct,
    round(actual_value - target_value, 8) as gap_value,
    case
        when resolution = 'unresolved' then 'unresolved'
        when target_value is null then 'not_numeric'
        when actual_value is not null and is_reached then 'reached'
        when actual_value is not null then 'not_reached'
        when year > last_published_year then 'not_due'
        else 'no_actual'
    end as status,
    latest_actual_value,
    latest_actual_year,
    base_value,
    base_year,
    document_id,
    start_char,
    end_char
from compared
order by plan_id, region_code, indicator_id, year, is_period_total

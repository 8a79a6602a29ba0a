{{ config(materialized='table') }}
-- How each target is to be judged: which way is better, by which road from the base to the target year, and from when.
-- The road follows from the kind of target:
--   total           an amount over a span of years: the share of the span that has passed
--   average_growth  年均增长 over a span: the same rate for every year
--   growth          a rate of growth: the target rate itself, unscaled
--   single_year     a value or amount of one year alone (每年…, 2023年目标 of a yearly amount): only that year is judged
--   hold            to be kept (基本保持, 粮食面积), or already better than the target at the base: the target in every year
--   constant_growth an amount a year that is to grow from its base: the same rate every year
--   straight_line   a level or share that is to move from its base: the same step every year
--   target_year     no base is known: nothing is asked before the target year
--   follow          与经济增长同步: the growth of the region's product in the same year
--   none            no number to be judged by
with targets as (

    select
        targets.*,
        indicators.direction,
        indicators.frequency,
        plans.start_year as plan_start_year,
        case
            when targets.target_value_high is not null then 'range'
            when targets.comparator in ('ge', 'gt') then 'higher'
            when targets.comparator in ('le', 'lt') or indicators.direction = 'lower' then 'lower'
            when targets.resolution = 'kept_at_base' and indicators.direction = 'lower' then 'lower'
            else 'higher'
        end as wanted,
        -- 左右 and 基本保持 are met by what comes close.
        case when targets.comparator = 'approx' or targets.resolution = 'kept_at_base' then {{ var('approx_tolerance_pct') }} else 0 end as tolerance_pct,
        -- What a department first reports of a level stands in for a base that nobody has stated.
        first_reported.year as first_year_known,
        first_reported.value as first_value_known,
        first_reported.actual_id as first_actual_id
    from {{ ref('int_targets_ranked') }} as targets
    inner join {{ ref('int_indicators') }} as indicators on targets.indicator_id = indicators.indicator_id
    inner join {{ ref('int_plans') }} as plans on targets.document_id = plans.document_id
    left join (

        select
            region_code,
            indicator_id,
            year,
            value,
            actual_id,
            row_number() over (partition by region_code, indicator_id order by year) as earliness
        from {{ ref('int_actuals') }}
        where is_preferred and period_kind = 'year' and source_kind = 'submission' and value is not null

    ) as first_reported
        on targets.region_code = first_reported.region_code
        and targets.indicator_id = first_reported.indicator_id
        and first_reported.earliness = 1
        and targets.year > first_reported.year
    where targets.preference = 1

),

based as (

    select
        * exclude (base_year, base_value, base_source, base_id),
        coalesce(base_year, first_year_known) as base_year,
        case when base_year is not null then base_value else first_value_known end as base_value,
        case when base_year is not null then base_source when first_year_known is not null then 'first_reported' end as base_source,
        case when base_year is not null then base_id else first_actual_id end as base_id
    from targets

),

roads as (

    select
        *,
        case
            when resolution = 'follows_growth' then 'follow'
            when target_value is null then 'none'
            when is_period_total and measure = 'growth' then 'average_growth'
            when is_period_total then 'total'
            when measure = 'growth' or indicator_kind = 'growth' then 'growth'
            when period_type = 'every' or indicator_kind = 'cumulative' then 'single_year'
            when wanted = 'range' or direction = 'keep' or resolution = 'kept_at_base' then 'hold'
            when base_value is null then 'target_year'
            when wanted = 'lower' and base_value <= target_value then 'hold'
            when wanted = 'higher' and base_value >= target_value then 'hold'
            when indicator_kind = 'flow' and base_value > 0 and target_value > 0 then 'constant_growth'
            else 'straight_line'
        end as path
    from based

)

select
    target_id,
    -- The same promise from year to year: 2023年目标, 2024年目标 … of one plan.
    {{ stable_id(['document_id', 'region_code', 'indicator_id', 'is_period_total']) }} as series_id,
    statement_id,
    attribute,
    document_id,
    region_code,
    indicator_id,
    indicator_kind,
    frequency,
    direction,
    wanted,
    tolerance_pct,
    comparator,
    unit_code,
    path,
    -- What adds up within a year is reported from January on and judged by the share of the year; a level is not.
    path = 'total'
    or (
        path in ('single_year', 'constant_growth', 'hold', 'target_year', 'straight_line')
        and indicator_kind in ('flow', 'cumulative')
    ) as is_amount,
    target_value,
    target_value_high,
    resolution,
    resolution_note,
    is_period_total,
    coalesce(year < plan_start_year, false) as is_earlier_plan,
    base_year,
    base_value,
    base_source,
    base_id,
    cast(case
        when path in ('total', 'average_growth') then start_year
        when path = 'single_year' then year
        when path in ('constant_growth', 'straight_line') then base_year + 1
        when path in ('growth', 'none') then year
        else least(coalesce(plan_start_year, year), year)
    end as integer) as first_year,
    cast(year as integer) as target_year
from roads

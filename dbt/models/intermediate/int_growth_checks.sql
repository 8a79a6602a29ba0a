{{ config(materialized='table') }}
-- A value at the start, one at the end and the average growth that a plan states between them: 57.07, 7.5 %, 85. The rate
-- that the two values come to is worked out at the edges of what rounding leaves open; a target is written as it is meant,
-- so that only its start and its rate are rounded. Amounts of money may be at current
-- prices and the rate at constant ones; a text that says at whose prices (绝对数按2020年价格计算) takes that doubt away for
-- the indicators it names, and so does a rate that other end values of the same text give to its last digit: whoever
-- wrote it worked it out from such values.
with growth_indicators as (

    select indicator_id as level_indicator_id, growth_indicator_id, true as is_catalogued
    from {{ ref('indicators') }}
    where growth_indicator_id is not null
    union
    select levels.indicator_id as level_indicator_id, growths.indicator_id as growth_indicator_id, false as is_catalogued
    from {{ ref('int_indicators') }} as levels
    inner join {{ ref('int_indicators') }} as growths
        on levels.plan_id = growths.plan_id
        and levels.indicator_name || '增速' = growths.indicator_name
    where growths.kind = 'growth'

),

price_notes as (

    select
        document_id as plan_id,
        regexp_extract(text, '([^。；;）)\n]{2,80})绝对数(均?按|为)\s*([0-9]{4})\s*年(不变)?价', 1) as indicator_names,
        try_cast(regexp_extract(text, '绝对数(均?按|为)\s*([0-9]{4})\s*年(不变)?价', 2) as integer) as price_year
    from {{ ref('stg_plan_documents') }}

),

triples as (

    select
        growths.plan_id,
        growths.region_code,
        ends.indicator_id,
        ends.indicator_name,
        growths.kind,
        growths.first_year,
        growths.end_year,
        growths.end_year - growths.first_year + 1 as year_count,
        bases.statement_id as base_statement_id,
        bases.value as base_value,
        bases.end_year as base_year,
        bases.is_in_table as is_base_in_table,
        ends.statement_id as end_statement_id,
        ends.value as end_value,
        ends.is_in_table as is_end_in_table,
        ends.comparator as end_comparator,
        ends.unit_code,
        ends.unit_name,
        ends.quantity,
        growths.statement_id as growth_statement_id,
        growths.value as growth_value,
        growths.comparator as growth_comparator,
        growths.rounding as growth_rounding,
        growths.is_in_table as is_growth_in_table,
        bases.start_char as base_start_char,
        ends.start_char as end_start_char,
        growths.start_char as growth_start_char,
        coalesce(
            price_notes.price_year = bases.end_year
            and (
                contains(price_notes.indicator_names, ends.indicator_text)
                or contains(price_notes.indicator_names, ends.indicator_name)
                or contains(
                    price_notes.indicator_names,
                    regexp_replace(ends.indicator_text, '^(全县|全市|全省)?(城镇|农村|全体)(常住)?', '')
                )
            ),
            false
        ) as is_at_constant_prices,
        power(greatest(ends.value - case ends.kind when 'actual' then ends.rounding else 0 end, 0) / (bases.value + bases.rounding), 1.0 / (growths.end_year - growths.first_year + 1)) * 100 - 100 as implied_low,
        power((ends.value + case ends.kind when 'actual' then ends.rounding else 0 end) / (bases.value - bases.rounding), 1.0 / (growths.end_year - growths.first_year + 1)) * 100 - 100 as implied_high,
        round(power(ends.value / bases.value, 1.0 / (growths.end_year - growths.first_year + 1)) * 100 - 100, 4) as implied_growth
    from {{ ref('int_conflict_figures') }} as growths
    inner join growth_indicators on growths.indicator_id = growth_indicators.growth_indicator_id
    inner join {{ ref('int_conflict_figures') }} as ends
        on growth_indicators.level_indicator_id = ends.indicator_id
        and growths.plan_id = ends.plan_id
        and growths.region_code = ends.region_code
        and growths.kind = ends.kind
        and growths.end_year = ends.end_year
    inner join {{ ref('int_conflict_figures') }} as bases
        on ends.indicator_id = bases.indicator_id
        and growths.plan_id = bases.plan_id
        and growths.region_code = bases.region_code
        and growths.first_year - 1 = bases.end_year
    left join price_notes on growths.plan_id = price_notes.plan_id
    where growths.measure = 'growth'
        -- In prose 企业发展到40户，实现增加值9.5亿元，年均增长26% leaves open what grows; the row of a table does not.
        and (growth_indicators.is_catalogued or growths.is_in_table)
        and growths.period_type = 'every'
        and growths.first_year < growths.end_year
        and ends.measure = 'level'
        and not coalesce(ends.is_period_total, false)
        and ends.value_high is null
        and bases.kind = 'actual'
        and bases.measure = 'level'
        and not coalesce(bases.is_period_total, false)
        and bases.value > bases.rounding
        and ends.value > 0
        and growths.suspect is null
        and ends.suspect is null
        and bases.suspect is null

),

compared as (

    select
        *,
        -- How far the end value lies below, or above, every value that the stated rate allows. 8%以上 has no upper edge.
        case
            when growth_comparator in ('le', 'lt') or end_comparator in ('ge', 'gt') then 0
            else greatest(growth_value - growth_rounding - implied_high, 0)
        end as too_low_points,
        case
            when growth_comparator in ('ge', 'gt') or end_comparator in ('le', 'lt') then 0
            else greatest(implied_low - growth_value - growth_rounding, 0)
        end as too_high_points
    from triples

)

select
    *,
    too_low_points < 1e-9 and too_high_points < 1e-9 as fits,
    -- 8%以上 fits whatever grows faster, and so says nothing of what it was worked out from.
    bool_or(too_low_points < 1e-9 and too_high_points < 1e-9 and growth_comparator = 'eq' and end_comparator = 'eq') over (
        partition by plan_id, region_code, indicator_id, kind, first_year, end_year, growth_value
    ) as has_fitting_values
from compared

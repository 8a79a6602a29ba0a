-- The level that an average growth over a span leads to: 78.93 × (1 + 8%)^5 = 115.97. Growth is measured at constant
-- prices and the base at current ones, so it says where the growth leads and is no target of its own.
with growth_targets as (

    select
        targets.statement_id,
        targets.year,
        targets.document_id,
        targets.region_code,
        targets.start_year,
        targets.target_value as growth_pct,
        levels.indicator_id as level_indicator_id,
        levels.unit_code as level_unit_code
    from {{ ref('int_targets_resolved') }} as targets
    inner join {{ ref('indicators') }} as levels on targets.indicator_id = levels.growth_indicator_id
    where targets.is_average_growth and targets.target_value is not null

),

based as (

    select
        growth_targets.*,
        bases.base_value,
        bases.base_year
    from growth_targets
    inner join {{ ref('int_plan_bases') }} as bases
        on growth_targets.document_id = bases.document_id
        and growth_targets.region_code = bases.region_code
        and growth_targets.level_indicator_id = bases.indicator_id
        and growth_targets.start_year = bases.base_year + 1

)

select
    statement_id,
    year,
    level_indicator_id,
    level_unit_code,
    base_value as level_base_value,
    base_year as level_base_year,
    round(base_value * pow(1 + growth_pct / 100.0, year - base_year), 4) as implied_level_value,
    cast(base_year as varchar) || '年 ' || {{ number_text('base_value') }} || ' × (1 ' || case when growth_pct < 0 then '-' else '+' end
    || ' ' || {{ number_text('abs(growth_pct)') }} || '%)^' || cast(year - base_year as varchar) || ' = '
    || {{ number_text('round(base_value * pow(1 + growth_pct / 100.0, year - base_year), 4)') }} as implied_level_note
from based

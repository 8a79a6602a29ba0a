-- The urban population is part of the resident one, above-scale industry part of all industry, and so on.
{{ config(severity='warn', meta={'dagster': {'ref': {'name': 'fct_indicator_actuals'}}}) }}
with pairs (part_id, whole_id) as (

    values
        ('urban_resident_population', 'resident_population'),
        ('above_scale_industrial_value_added', 'industrial_value_added'),
        ('industrial_value_added', 'gdp'),
        ('services_value_added', 'gdp'),
        ('primary_value_added', 'gdp'),
        ('general_public_budget_revenue', 'total_fiscal_revenue'),
        ('exports', 'foreign_trade')

)

select parts.region_code, parts.year, pairs.part_id, parts.value as part, pairs.whole_id, wholes.value as whole
from pairs
inner join {{ ref('fct_indicator_actuals') }} as parts on pairs.part_id = parts.indicator_id
inner join {{ ref('fct_indicator_actuals') }} as wholes
    on pairs.whole_id = wholes.indicator_id
    and parts.region_code = wholes.region_code
    and parts.period_start = wholes.period_start
    and parts.period_end = wholes.period_end
    and parts.period_kind = wholes.period_kind
where parts.is_preferred and wholes.is_preferred and parts.value > wholes.value

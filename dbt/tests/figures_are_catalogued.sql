-- A published figure without an entry of the catalogue is compared with no plan.
{{ config(severity='warn', meta={'dagster': {'ref': {'name': 'fct_indicator_actuals'}}}) }}
select actuals.actual_id, indicators.indicator_name, actuals.unit_text, actuals.input_path, actuals.line
from {{ ref('fct_indicator_actuals') }} as actuals
inner join {{ ref('dim_indicator') }} as indicators on actuals.indicator_id = indicators.indicator_id
where actuals.source_kind = 'statistics' and not indicators.is_catalogued

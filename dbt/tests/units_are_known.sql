-- Units that the list of units does not know, and values that no conversion brings into their indicator's unit: the row
-- stays, its value in the indicator's unit is null. Add the writing to unit_aliases or the unit to units.
{{ config(severity='warn', meta={'dagster': {'ref': {'name': 'fct_plan_statements'}}}) }}
select statement_id as record_id, indicator_text, value_text, unit_text
from {{ ref('fct_plan_statements') }}
where value is not null
    and value_in_unit is null
    and (stated_unit_code is null or measure <> 'times')
union all
select actual_id as record_id, indicator_id as indicator_text, value_text, unit_text
from {{ ref('fct_indicator_actuals') }}
where source_kind = 'statistics' and (value is null or unit_code is null)

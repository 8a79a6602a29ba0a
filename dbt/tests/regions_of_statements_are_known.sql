-- Places that statements name and the national standard does not: they stay in the name of an indicator of the plan's own.
{{ config(severity='warn', meta={'dagster': {'ref': {'name': 'fct_plan_statements'}}}) }}
select statement_id, region_text, indicator_text
from {{ ref('fct_plan_statements') }}
where region_link = 'part_of_plan'

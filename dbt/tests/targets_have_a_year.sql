-- A target whose year the reader could not tell is a statement and no target.
{{ config(severity='warn', meta={'dagster': {'ref': {'name': 'fct_plan_statements'}}}) }}
select statement_id, quote
from {{ ref('fct_plan_statements') }}
where kind = 'target' and end_year is null

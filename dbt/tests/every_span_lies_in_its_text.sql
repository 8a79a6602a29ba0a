-- A statement's span cuts its own value out of the plan's text, so that any number can be shown where it stands.
{{ config(meta={'dagster': {'ref': {'name': 'fct_plan_statements'}}}) }}
select statements.statement_id, statements.value_text
from {{ ref('fct_plan_statements') }} as statements
inner join {{ ref('plan_texts') }} as texts on statements.plan_id = texts.plan_id
where substr(texts.text, statements.start_char + 1, statements.end_char - statements.start_char) <> statements.value_text

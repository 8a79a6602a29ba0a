-- An amendment that names a plan which is not among the plans changes nothing: the 文号 or the path may be mistyped.
{{ config(severity='warn', meta={'dagster': {'ref': {'name': 'fct_target_versions'}}}) }}
select plan_id, document_text, mode
from {{ ref('int_plan_amendments') }}
where amended_plan_id is null

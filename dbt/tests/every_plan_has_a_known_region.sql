-- A plan whose region is not in the national standard would give facts about nowhere.
{{ config(meta={'dagster': {'ref': {'name': 'dim_plan'}}}) }}
select plan_id, doc, stated_region_name
from {{ ref('int_plans') }}
where region_code is null

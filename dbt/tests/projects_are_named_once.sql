-- A project stands once in a plan, however often the text names it.
{{ config(meta={'dagster': {'ref': {'name': 'fct_projects'}}}) }}
select plan_id, project_name, count(*) as row_count
from {{ ref('fct_projects') }}
group by plan_id, project_name
having count(*) > 1

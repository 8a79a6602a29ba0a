-- Every statement landed for a plan in force is in the mart once, every target with a year has its years unless someone
-- rejected it, and every published figure is an actual.
{{ config(meta={'dagster': {'ref': {'name': 'fct_plan_statements'}}}) }}
select statement_id, 'statement' as what
from {{ ref('stg_plan_statements') }}
where statement_id not in (select statement_id from {{ ref('fct_plan_statements') }})
union all
select statement_id, 'target' as what
from {{ ref('fct_plan_statements') }}
where kind = 'target'
    and end_year is not null
    and not is_rejected
    and statement_id not in (
        select statement_id from {{ ref('fct_indicator_targets') }}
        union all
        select {{ unnest_list('other_statement_ids') }} from {{ ref('fct_indicator_targets') }}
    )
union all
select cast(count(*) as varchar), 'published figure' as what
from {{ ref('stg_published_figures') }}
having count(*) <> (select count(*) from {{ ref('fct_indicator_actuals') }} where source_kind = 'statistics')

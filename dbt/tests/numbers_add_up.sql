-- Nothing of a text falls between the classes: the counts of a plan add up to the numbers that were landed for it, and a
-- number belongs to a statement exactly where its use says so.
{{ config(meta={'dagster': {'ref': {'name': 'mart_number_accounting'}}}) }}
with landed as (

    select document_id, count(*) as number_count
    from {{ ref('stg_plan_numbers') }}
    group by document_id

),

accounted as (

    select plan_id, sum(number_count) as number_count, max(plan_number_count) as stated_count
    from {{ ref('mart_number_accounting') }}
    group by plan_id

)

select accounted.plan_id, accounted.number_count, accounted.stated_count, landed.number_count as landed_count
from accounted
left join landed on accounted.plan_id = landed.document_id
where accounted.number_count <> coalesce(landed.number_count, 0)
    or accounted.stated_count <> coalesce(landed.number_count, 0)
union all
select document_id as plan_id, count(*) as number_count, null as stated_count, null as landed_count
from {{ ref('fct_plan_numbers') }}
where (number_use = 'statement') <> (statement_id is not null)
group by document_id

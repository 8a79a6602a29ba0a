-- Every plan with every use, so that a use which a plan does not have says 0 and is not left out.
with uses as (

    select number_use, use_name from {{ ref('number_uses') }}
    union all
    -- A use that the list does not know yet is still counted, under its own code.
    select distinct number_use, number_use as use_name
    from {{ ref('stg_plan_numbers') }}
    where number_use not in (select number_use from {{ ref('number_uses') }})

),

counted as (

    select document_id, number_use, count(*) as number_count
    from {{ ref('stg_plan_numbers') }}
    group by document_id, number_use

),

totals as (

    select document_id, sum(number_count) as plan_number_count
    from counted
    group by document_id

)

select
    plans.plan_id,
    uses.number_use,
    uses.use_name,
    cast(coalesce(counted.number_count, 0) as integer) as number_count,
    cast(coalesce(totals.plan_number_count, 0) as integer) as plan_number_count,
    -- A plan without a number has no shares.
    round(100.0 * coalesce(counted.number_count, 0) / nullif(totals.plan_number_count, 0), 4) as share_pct
from {{ ref('int_plans') }} as plans
cross join uses
left join counted on plans.document_id = counted.document_id and uses.number_use = counted.number_use
left join totals on plans.document_id = totals.document_id
order by plans.doc, plans.plan_id, uses.number_use

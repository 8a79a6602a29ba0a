-- The day a plan's targets begin to hold: its issue date; where none is known, the first day of the plan's first year; for
-- a plan without a period, the first day of the first year it has a target for.
select
    plans.plan_id,
    plans.region_code,
    plans.document_number,
    plans.input_path,
    plans.start_year,
    coalesce(
        plans.issue_date,
        {{ first_day('plans.start_year') }},
        {{ first_day('first_targets.first_year') }}
    ) as valid_from
from {{ ref('int_plans') }} as plans
left join (

    select document_id, min(end_year) as first_year
    from {{ ref('int_statement_values') }}
    where kind = 'target'
    group by document_id

) as first_targets on plans.document_id = first_targets.document_id

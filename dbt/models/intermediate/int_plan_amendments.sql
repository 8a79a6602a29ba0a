-- Which plan amends or replaces which, where the earlier one is among the plans: found by its path below raw/ or its 文号,
-- in whichever brackets that is written.
select distinct
    amendments.plan_id,
    amendments.document_text,
    amendments.mode,
    earlier.plan_id as amended_plan_id
from {{ ref('stg_plan_amendments') }} as amendments
left join {{ ref('int_plan_order') }} as earlier
    on earlier.plan_id <> amendments.plan_id
    and (
        earlier.input_path = amendments.document_text
        or {{ document_number_key('earlier.document_number') }} = {{ document_number_key('amendments.document_text') }}
    )

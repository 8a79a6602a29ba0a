-- What the origin files say of plans that amend or replace earlier ones, one row for each earlier plan named.
select document_id as plan_id, {{ unnest_list('origin_amends') }} as document_text, 'amend' as mode
from {{ ref('stg_inputs') }}
where input_kind = 'plan' and is_readable and is_first_of_bytes
union all
select document_id as plan_id, {{ unnest_list('origin_replaces') }} as document_text, 'replace' as mode
from {{ ref('stg_inputs') }}
where input_kind = 'plan' and is_readable and is_first_of_bytes

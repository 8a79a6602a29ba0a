-- The day that the ledger stands at: the day asked for, otherwise the day on which the newest input came in. What falls due
-- later is not due. A calendar would make the same inputs give other marts tomorrow.
select coalesce({{ as_of_date() }}, max(received_date), cast('1970-01-01' as date)) as as_of_date
from (

    select received_date from {{ ref('stg_inputs') }}
    union all
    select {{ china_day('received_at') }} as received_date from {{ ref('stg_submissions') }}

) as inputs

select
    *,
    -- The same bytes may lie under two names; they are built once, under the first.
    row_number() over (partition by document_id order by input_path) = 1 as is_first_of_bytes
from {{ source('landing', 'inputs') }}

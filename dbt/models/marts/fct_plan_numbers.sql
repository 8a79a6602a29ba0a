select
    numbers.number_id,
    numbers.document_id as plan_id,
    numbers.document_id,
    numbers.ordinal,
    numbers.number_text,
    numbers.number_use,
    numbers.statement_id,
    numbers.start_char,
    numbers.end_char
from {{ ref('stg_plan_numbers') }} as numbers
order by numbers.number_id

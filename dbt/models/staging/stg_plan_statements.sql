select landed.*, {{ reading_text('landed') }} as reading
from {{ source('landing', 'statements') }} as landed
inner join {{ ref('stg_inputs') }} as inputs on landed.document_id = inputs.document_id
where {{ is_of_known_plan('inputs') }}

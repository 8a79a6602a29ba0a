select landed.* exclude (input_path), inputs.input_path
from {{ source('landing', 'corrections') }} as landed
inner join {{ ref('stg_inputs') }} as inputs on landed.document_id = inputs.document_id
where inputs.is_readable and inputs.is_first_of_bytes and {{ is_known_by('landed.decided_on') }}

select
    landed.region_code,
    landed.region_name,
    landed.document_id,
    inputs.input_path,
    landed.line
from {{ source('landing', 'region_codes') }} as landed
inner join {{ ref('stg_inputs') }} as inputs on landed.document_id = inputs.document_id
where inputs.is_readable and inputs.is_first_of_bytes

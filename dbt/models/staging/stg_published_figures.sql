select
    landed.figure_id,
    landed.document_id,
    inputs.input_path,
    landed.line,
    landed.region_text,
    landed.indicator_text,
    landed.year,
    landed.value,
    landed.value_text,
    landed.unit_text,
    landed.status,
    landed.source_title,
    landed.source,
    inputs.received_date
from {{ source('landing', 'published_figures') }} as landed
inner join {{ ref('stg_inputs') }} as inputs on landed.document_id = inputs.document_id
where inputs.is_readable and inputs.is_first_of_bytes

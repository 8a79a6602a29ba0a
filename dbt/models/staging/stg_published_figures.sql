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
    inputs.received_date,
    days.published_on,
    days.publication_rule
from {{ source('landing', 'published_figures') }} as landed
inner join {{ ref('stg_inputs') }} as inputs on landed.document_id = inputs.document_id
left join {{ ref('stg_figure_publication_days') }} as days on landed.figure_id = days.figure_id
where inputs.is_readable and inputs.is_first_of_bytes and {{ is_known_by('days.published_on') }}

-- Findings of unreadable inputs stay in: that is what they are for.
select
    landed.finding_id,
    landed.document_id,
    inputs.input_path,
    inputs.input_kind,
    landed.code,
    landed.severity,
    landed.message,
    landed.remedy,
    landed.start_char,
    landed.end_char,
    landed.line
from {{ source('landing', 'findings') }} as landed
inner join {{ ref('stg_inputs') }} as inputs on landed.document_id = inputs.document_id
where inputs.is_first_of_bytes and {{ is_known_by('inputs.known_on') }}

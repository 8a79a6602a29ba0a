select
    section_id,
    document_id,
    document_id as plan_id,
    parent_section_id,
    level,
    kind,
    number,
    title,
    path,
    start_char,
    heading_end_char,
    end_char
from {{ ref('stg_plan_sections') }}
order by section_id

select
    deliverables.deliverable_id,
    deliverables.document_id as plan_id,
    deliverables.document_id,
    plans.region_code,
    deliverables.section_id,
    sections.path as section_path,
    deliverables.measure_id,
    deliverables.deliverable_text,
    deliverables.act,
    deliverables.start_year,
    deliverables.end_year,
    coalesce(deliverables.departments, {{ empty_list() }}) as departments,
    substr(documents.text, deliverables.start_char + 1, deliverables.end_char - deliverables.start_char) as quote,
    deliverables.start_char,
    deliverables.end_char,
    deliverables.rule,
    deliverables.confidence
from {{ ref('stg_plan_deliverables') }} as deliverables
inner join {{ ref('int_plans') }} as plans on deliverables.document_id = plans.document_id
inner join {{ ref('stg_plan_documents') }} as documents on deliverables.document_id = documents.document_id
left join {{ ref('stg_plan_sections') }} as sections on deliverables.section_id = sections.section_id
order by deliverables.deliverable_id

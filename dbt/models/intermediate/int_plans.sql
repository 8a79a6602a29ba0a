-- The plan's own region: the code the reader gave where the standard has it, otherwise its name where that is unique.
with unique_full_names as (

    {{ unique_full_names() }}

)

select
    documents.document_id as plan_id,
    documents.document_id,
    documents.sha256,
    documents.input_path,
    documents.doc,
    documents.title,
    documents.document_number,
    documents.issuer,
    documents.stated_region_name,
    coalesce(regions.region_code, named.region_code) as region_code,
    documents.issue_date,
    documents.start_year,
    documents.end_year,
    documents.char_count,
    documents.source
from {{ ref('stg_plan_documents') }} as documents
left join {{ ref('int_regions') }} as regions on documents.stated_region_code = regions.region_code
left join unique_full_names as named on documents.stated_region_name = named.name_text

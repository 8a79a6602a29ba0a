-- What the text says of itself comes first, then what its origin file says.
select
    documents.document_id,
    inputs.sha256,
    inputs.input_path,
    documents.doc,
    coalesce(documents.title, inputs.origin_title) as title,
    coalesce(documents.document_number, inputs.origin_document_number) as document_number,
    coalesce(documents.issuer, inputs.origin_issuer) as issuer,
    documents.region_code as stated_region_code,
    coalesce(documents.region_name, inputs.origin_region_name) as stated_region_name,
    coalesce(documents.issue_date, inputs.origin_issue_date) as issue_date,
    coalesce(documents.start_year, inputs.origin_start_year) as start_year,
    coalesce(documents.end_year, inputs.origin_end_year) as end_year,
    documents.period_source,
    documents.text,
    documents.char_count,
    inputs.source,
    inputs.received_date,
    inputs.known_on
from {{ source('landing', 'documents') }} as documents
inner join {{ ref('stg_inputs') }} as inputs on documents.document_id = inputs.document_id
where {{ is_of_known_plan('inputs') }}

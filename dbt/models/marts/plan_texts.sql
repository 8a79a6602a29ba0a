select document_id, document_id as plan_id, text
from {{ ref('stg_plan_documents') }}
order by document_id

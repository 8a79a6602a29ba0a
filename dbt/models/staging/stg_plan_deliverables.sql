select landed.*
from {{ source('landing', 'deliverables') }} as landed
inner join {{ ref('stg_inputs') }} as inputs on landed.document_id = inputs.document_id
where {{ is_of_known_plan('inputs') }}

select landed.*
from {{ source('landing', 'submission_texts') }} as landed
inner join {{ ref('stg_submissions') }} as submissions on landed.submission_id = submissions.submission_id

select * from {{ source('landing', 'submission_texts') }}

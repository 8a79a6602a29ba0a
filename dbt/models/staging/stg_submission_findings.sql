select * from {{ source('landing', 'submission_findings') }}

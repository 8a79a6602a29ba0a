select * from {{ source('landing', 'submission_figures') }}

select * from {{ source('landing', 'submissions') }}

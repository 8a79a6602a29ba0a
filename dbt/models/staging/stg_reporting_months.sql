select * from {{ source('landing', 'reporting_months') }}

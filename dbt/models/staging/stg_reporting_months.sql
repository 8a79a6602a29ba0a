-- A month is there since the first day on which what had come in made it one that is reported on.
select *
from {{ source('landing', 'reporting_months') }}
where {{ is_known_by('opened_on') }}

-- Every way a unit is written, as a key, with the unit it means. An unknown unit is not in here and stays without a code.
select {{ unit_key('unit_name') }} as unit_key, unit_code
from {{ ref('units') }}
union all
select {{ unit_key('unit_text') }} as unit_key, unit_code
from {{ ref('unit_aliases') }}
where unit_code is not null

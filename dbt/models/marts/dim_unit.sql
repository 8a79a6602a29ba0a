select
    unit_code,
    coalesce(unit_name, '') as unit_name,
    base_unit_code,
    cast(scale as double) as scale,
    quantity
from {{ ref('units') }}
order by unit_code

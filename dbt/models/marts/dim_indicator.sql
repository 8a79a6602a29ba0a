select
    indicator_id,
    indicator_name,
    indicator_name_en,
    unit_code,
    direction,
    kind,
    frequency,
    usual_attribute,
    definition,
    is_comparable,
    is_catalogued,
    plan_id
from {{ ref('int_indicators') }}
order by not is_catalogued, indicator_id

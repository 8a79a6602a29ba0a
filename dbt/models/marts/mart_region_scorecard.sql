select
    {{ stable_id(['region_code', 'attribute_class', 'period_kind', 'period_end']) }} as scorecard_id,
    region_code,
    attribute_class,
    period_kind,
    year,
    month,
    period_end,
    {{ scorecard_measures() }},
    cast(count(status) filter (where {{ list_size('departments') }} = 0) as integer) as no_department_count
from {{ ref('int_scorecard_targets') }}
group by region_code, attribute_class, period_kind, year, month, period_end
order by region_code, period_kind, period_end, attribute_class

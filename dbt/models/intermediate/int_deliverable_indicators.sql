-- Indicators of a plan's own that are things to be done once (培育农创客1000人) and so need no entry of the catalogue: named
-- by a verb of doing, or promised over the years of the plan and nothing else.
select distinct indicators.indicator_id
from {{ ref('int_indicators') }} as indicators
left join {{ ref('deed_verbs') }} as verbs on starts_with(indicators.indicator_name, verbs.verb)
where not indicators.is_catalogued
    and indicators.plan_id is not null
    and (verbs.verb is not null or indicators.kind = 'cumulative')

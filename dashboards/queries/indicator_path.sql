-- One row a year of the way to the targets of one indicator: what would be needed by the end of that year, by which rule.
select m.target_id, m.plan_id, m.region_code, m.year, m.milestone_value as value, m.milestone_rule, m.milestone_note
from marts.fct_indicator_milestones as m
where m.indicator_id = $indicator and m.period_kind = 'year' and m.milestone_value is not null
order by m.region_code, m.target_id, m.year

-- One row a target with the verdict that stands now, for a file.
select
    p.region_code, r.region_name, pl.plan_title, p.indicator_id, i.indicator_name, p.attribute, p.target_year, p.target_value,
    t.target_value_text, p.comparator, p.year, p.month, p.actual_value, coalesce(u.unit_name, p.unit_code, '') as unit_name,
    p.milestone_value, p.milestone_rule, p.completion_pct, p.schedule_gap_points, p.schedule_gap_unit, p.status, p.light,
    p.is_provisional, p.status_reason, p.working, array_to_string(t.departments, '、') as departments, t.quote, t.statement_id
from marts.fct_indicator_progress as p
inner join marts.fct_indicator_targets as t using (target_id)
inner join marts.dim_plan as pl on pl.plan_id = p.plan_id
inner join marts.dim_indicator as i on i.indicator_id = p.indicator_id
left join marts.dim_region as r on r.region_code = p.region_code
left join marts.dim_unit as u on u.unit_code = p.unit_code
where p.is_current and ($region is null or p.region_code = $region)
order by p.attribute = '约束性' desc nulls last, p.region_code, pl.doc, t.start_char, p.target_year, p.progress_id

-- One row a target of one indicator (plan x region x year).
select
    t.target_id, t.plan_id, pl.doc, pl.plan_title, t.region_code, coalesce(r.region_name, t.region_code) as region_name,
    t.year, t.is_period_total, t.target_value, t.target_value_text, t.value_high, t.comparator, t.measure, t.resolution, t.attribute,
    coalesce(u.unit_name, t.unit_code, '') as unit_name, t.period_type, t.start_year, t.end_year,
    t.base_value, t.base_year, t.is_disputed, t.is_corrected, t.departments, t.statement_id, t.quote,
    p.status, p.light, p.completion_pct, p.gap_value, p.working
from marts.fct_indicator_targets as t
inner join marts.dim_plan as pl on pl.plan_id = t.plan_id
left join marts.fct_indicator_progress as p on p.target_id = t.target_id and p.is_current
left join marts.dim_region as r on r.region_code = t.region_code
left join marts.dim_unit as u on u.unit_code = t.unit_code
where t.indicator_id = $indicator
order by t.region_code, t.year, pl.doc, t.target_id

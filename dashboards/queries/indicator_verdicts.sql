-- One row a target of one indicator with the verdict that stands now and every number it is made of.
select
    p.region_code, coalesce(r.region_name, p.region_code) as region_name, pl.doc, p.target_year, p.year, p.month, p.target_value,
    p.comparator, t.value_high, t.target_value_text, p.base_value, p.base_year, p.milestone_value, p.milestone_note,
    p.actual_value, p.known_value, p.known_count, p.needed_count, p.completion_pct, p.elapsed_pct,
    p.schedule_gap_points, p.schedule_gap_unit, p.gap_value, p.observed_rate_pct, p.required_rate_pct, p.pace_ratio,
    p.status, p.status_reason, p.light, p.is_provisional, p.is_due, p.working, f.forecast_value, f.forecast_low,
    f.forecast_high, f.is_expected_to_meet, f.working as forecast_working,
    coalesce(u.unit_name, p.unit_code, '') as unit_name
from marts.fct_indicator_progress as p
inner join marts.fct_indicator_targets as t using (target_id)
inner join marts.dim_plan as pl on pl.plan_id = p.plan_id
left join marts.fct_indicator_forecasts as f on f.target_id = p.target_id
left join marts.dim_region as r on r.region_code = p.region_code
left join marts.dim_unit as u on u.unit_code = p.unit_code
where p.indicator_id = $indicator and p.is_current
order by p.region_code, pl.doc, p.target_year, p.progress_id

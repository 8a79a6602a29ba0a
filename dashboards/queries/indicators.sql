-- One row an indicator that has a target or an actual: the choices of the indicator page, catalogued ones first.
with targets as (
    select indicator_id, count(*) as target_count, count(distinct region_code) as target_region_count
    from marts.fct_indicator_targets group by all
),
actuals as (
    select indicator_id, count(*) as actual_count, count(distinct region_code) as actual_region_count
    from marts.fct_indicator_actuals where period_kind in ('year', 'span') and superseded_at is null group by all
)
select
    i.indicator_id, i.indicator_name, i.indicator_name_en, i.unit_code, coalesce(u.unit_name, i.unit_code, '') as unit_name,
    i.direction, i.kind, i.definition, i.is_comparable, i.is_catalogued, i.plan_id, pl.doc, pl.region_name,
    coalesce(t.target_count, 0) as target_count, coalesce(a.actual_count, 0) as actual_count,
    coalesce(t.target_region_count, 0) as target_region_count,
    coalesce(a.actual_region_count, 0) as actual_region_count
from marts.dim_indicator as i
left join targets as t using (indicator_id)
left join actuals as a using (indicator_id)
left join marts.dim_unit as u on u.unit_code = i.unit_code
left join marts.dim_plan as pl on pl.plan_id = i.plan_id
where t.target_count > 0 or a.actual_count > 0
order by i.is_catalogued desc, (t.target_count > 0 and a.actual_count > 0) desc nulls last,
    coalesce(t.target_count, 0) + coalesce(a.actual_count, 0) desc, i.indicator_name, i.indicator_id

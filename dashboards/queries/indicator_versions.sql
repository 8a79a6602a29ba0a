-- One row a version of an actual of one indicator that was replaced since, with its successor's day, and its months.
select
    a.region_code, coalesce(r.region_name, a.region_code) as region_name, a.period_kind, a.year, month(a.period_end) as month,
    a.value, a.value_text, coalesce(u.unit_name, a.unit_code, a.unit_text, '') as unit_name, a.maturity, a.source_kind,
    a.source_title, a.department_name, a.source, a.version, a.recorded_at, a.superseded_at, a.is_preferred
from marts.fct_indicator_actuals as a
left join marts.dim_region as r on r.region_code = a.region_code
left join marts.dim_unit as u on u.unit_code = a.unit_code
where a.indicator_id = $indicator and (a.superseded_at is not null or a.period_kind not in ('year', 'span'))
order by a.region_code, a.period_end desc, a.version desc, a.actual_id
limit 500

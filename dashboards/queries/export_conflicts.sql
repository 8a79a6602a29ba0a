-- One row a pair of figures that do not agree, with both sentences, for a file.
select
    c.conflict_kind, c.severity, c.region_code, r.region_name, c.indicator_id, i.indicator_name, c.year, c.value_a, c.quote_a,
    c.value_b, c.quote_b, coalesce(u.unit_name, c.unit_code, '') as unit_name, c.explanation
from marts.plan_conflicts as c
left join marts.dim_indicator as i on i.indicator_id = c.indicator_id
left join marts.dim_region as r on r.region_code = c.region_code
left join marts.dim_unit as u on u.unit_code = c.unit_code
where $region is null or c.region_code = $region
order by c.region_code, c.plan_id_a, c.start_char_a, c.conflict_id

-- One row a named project, largest investment first, then in the order of the text.
select
    p.project_id, p.plan_id, pl.doc, pl.region_name, p.project_name, p.stage, p.stage_text, p.kind,
    p.investment_100m_cny, p.investment_text, p.scale_text, p.place_text, p.start_year, p.end_year, p.departments,
    p.start_char, p.end_char, m.number as measure_number, m.title as measure_title
from marts.fct_projects as p
inner join marts.dim_plan as pl on pl.plan_id = p.plan_id
left join marts.fct_measures as m on m.measure_id = p.measure_id
where
    ($plan is null or p.plan_id = $plan)
    and ($unit is null or list_contains(p.departments, $unit))
    and ($kind is null or coalesce(p.kind, '') = $kind)
order by p.investment_100m_cny desc nulls last, pl.doc, p.plan_id, p.start_char, p.project_id
limit $row_limit

-- One row a promised result, by its year, then in the order of the text.
select
    d.deliverable_id, d.plan_id, pl.doc, pl.region_name, d.deliverable_text, d.end_year, d.departments, d.start_char,
    d.end_char, m.number as measure_number, m.title as measure_title
from marts.fct_deliverables as d
inner join marts.dim_plan as pl on pl.plan_id = d.plan_id
left join marts.fct_measures as m on m.measure_id = d.measure_id
where
    ($plan is null or d.plan_id = $plan)
    and ($unit is null or list_contains(d.departments, $unit))
order by d.end_year nulls last, pl.doc, d.plan_id, d.start_char, d.deliverable_id
limit $row_limit

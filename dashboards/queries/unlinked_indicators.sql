-- One row an indicator that a plan names and the catalogue does not hold, with the first statement that names it.
select
    i.indicator_id, i.indicator_name, i.plan_id, pl.doc, coalesce(pl.region_name, '') as region_name,
    count(*) filter (where s.kind = 'target') as target_count,
    count(*) filter (where s.kind = 'actual') as actual_count,
    arg_min(s.statement_id, s.start_char) as statement_id
from marts.fct_plan_statements as s
inner join marts.dim_indicator as i using (indicator_id)
left join marts.dim_plan as pl on pl.plan_id = i.plan_id
where not i.is_catalogued
group by all
order by target_count desc, actual_count desc, pl.doc, i.indicator_name, i.indicator_id
limit $row_limit

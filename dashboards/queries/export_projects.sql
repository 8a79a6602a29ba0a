-- One row a named project, for a file.
select
    p.region_code, r.region_name, pl.plan_title, p.project_name, p.stage_text as stage, p.investment_100m_cny, p.start_year,
    p.end_year, array_to_string(p.departments, '、') as departments, p.quote
from marts.fct_projects as p
inner join marts.dim_plan as pl on pl.plan_id = p.plan_id
left join marts.dim_region as r on r.region_code = p.region_code
where $region is null or p.region_code = $region
order by p.region_code, pl.doc, p.start_char, p.project_id

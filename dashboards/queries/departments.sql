-- One row a department that a plan names or that has to report: the choices of the department page.
with named as (
    select region_code, department_name, count(*) as target_count
    from (
        select t.region_code, unnest(t.departments) as department_name from marts.fct_indicator_targets as t
    )
    group by all
),
reporting as (
    select region_code, department_name, count(*) as month_count from marts.mart_submission_status group by all
)
select
    coalesce(named.region_code, reporting.region_code) as region_code, r.region_name,
    coalesce(named.department_name, reporting.department_name) as department_name,
    coalesce(named.target_count, 0) as target_count, coalesce(reporting.month_count, 0) as month_count
from named
full join reporting on reporting.region_code = named.region_code and reporting.department_name = named.department_name
left join marts.dim_region as r on r.region_code = coalesce(named.region_code, reporting.region_code)
where $region is null or coalesce(named.region_code, reporting.region_code) = $region
order by region_code, target_count desc, department_name

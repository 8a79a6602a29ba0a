-- One row a responsible unit (as written) that owns a measure, a result or a project, with how many measures it owns.
with owned as (
    select plan_id, measure_id, unnest(departments) as unit from marts.fct_measures
    union
    select plan_id, measure_id, unnest(departments) from marts.fct_deliverables
    union
    select plan_id, measure_id, unnest(departments) from marts.fct_projects
)
select unit, count(distinct measure_id) as measure_count
from owned
where ($plan is null or plan_id = $plan)
group by unit
order by measure_count desc, unit

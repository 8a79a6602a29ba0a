-- One row a sector, with how many projects it has; the empty sector is that of projects whose sector no word tells.
select coalesce(kind, '') as kind, count(*) as project_count, count(investment_100m_cny) as with_investment_count,
    sum(investment_100m_cny) as investment_100m_cny
from marts.fct_projects
where ($plan is null or plan_id = $plan) and ($unit is null or list_contains(departments, $unit))
group by 1
order by project_count desc, 1

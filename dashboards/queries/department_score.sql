-- One row a class of indicators: how the targets of one department stand now.
select attribute_class, target_count, judged_count, red_count, yellow_count, green_count, achieved_count, behind_count,
    regressing_count, not_reported_count, shared_count
from marts.mart_department_scorecard
where region_code = $region and department_name = $department and period_kind = 'current'
order by attribute_class = '约束性' desc, attribute_class = '预期性' desc, attribute_class

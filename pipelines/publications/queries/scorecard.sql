-- The counts of the region in the month, one row a class: 约束性 first, then 预期性, then what the plans do not say.
select *
from marts.mart_region_scorecard
where region_code = $region_code and period_kind = 'month' and period_end = $period_end
order by case attribute_class when '约束性' then 0 when '预期性' then 1 else 2 end

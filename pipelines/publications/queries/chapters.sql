-- The counts of each chapter of the region's plans in the month, in the order of the texts.
select scorecard.*
from marts.mart_chapter_scorecard as scorecard
inner join marts.dim_plan as plans on scorecard.plan_id = plans.plan_id
where plans.region_code = $region_code and scorecard.period_kind = 'month' and scorecard.period_end = $period_end
order by
    plans.start_year,
    scorecard.plan_id,
    min(scorecard.chapter_start_char) over (partition by scorecard.plan_id, scorecard.chapter_name),
    case scorecard.attribute_class when '约束性' then 0 when '预期性' then 1 else 2 end

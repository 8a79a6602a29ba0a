-- Warnings that stood at the end of the month and were open at the day of the ledger: those raised by then, and by no later
-- period alone.
select
    warnings.warning_id,
    warnings.warning_kind,
    warnings.indicator_name,
    warnings.department_names,
    warnings.raised_on,
    warnings.last_raised_on,
    warnings.running_count,
    warnings.state,
    warnings.due_date,
    warnings.due_date < $cut_off as is_overdue,
    coalesce(warnings.attribute, '未注明') as attribute_class
from marts.mart_warnings as warnings
inner join marts.fct_indicator_progress as progress
    on warnings.series_id = progress.series_id
    and progress.period_kind = 'month'
    and progress.period_end = $period_end
    and progress.is_nearest_target
where warnings.region_code = $region_code
    and warnings.is_open
    and warnings.raised_on <= $period_end
    and (warnings.last_raised_on >= $month or (warnings.warning_kind = 'forecast_miss' and warnings.is_standing))
order by
    case warnings.warning_kind when 'red' then 0 when 'worse' then 1 when 'forecast_miss' then 2 else 3 end,
    case warnings.attribute when '约束性' then 0 when '预期性' then 1 else 2 end,
    warnings.due_date,
    warnings.warning_id

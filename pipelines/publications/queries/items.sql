-- The targets that count in the month, each with its verdict and with the one before, of the same promise, that `is_worse`
-- is told against, in the order of the plans' texts.
with months as (

    select progress.*, states.status_name, rules.light_name
    from marts.fct_indicator_progress as progress
    inner join marts.dim_progress_state as states on progress.status = states.status
    left join marts.dim_light_rule as rules
        on progress.light_rule_set = rules.rule_set and progress.light = rules.light
    where progress.region_code = $region_code and progress.period_kind = 'month'

),

earlier as (

    select now.progress_id as now_id, before.*
    from months as now
    inner join months as before
        on now.series_id = before.series_id and now.period_end > before.period_end
    where now.period_end = $period_end and before.is_judged and before.is_nearest_target
    qualify row_number() over (partition by now.progress_id order by before.period_end desc) = 1

)

select
    now.progress_id,
    now.target_id,
    now.plan_id,
    now.indicator_id,
    indicators.indicator_name,
    targets.departments,
    targets.section_path,
    coalesce(targets.attribute, '未注明') as attribute_class,
    coalesce(nullif(trim(split_part(targets.section_path, ' / ', 1)), ''), '（不在章内）') as chapter_name,
    units.unit_name,
    units.quantity,
    now.is_period_total,
    now.target_year,
    now.target_value,
    now.comparator,
    targets.target_value_text,
    now.milestone_value,
    now.actual_value,
    now.completion_pct,
    now.schedule_gap_points,
    now.schedule_gap_unit,
    now.milestone_gap_value,
    now.status,
    now.status_name,
    now.status_reason,
    now.light_name,
    now.light_severity,
    now.is_worse,
    now.is_judged,
    now.is_provisional,
    earlier.progress_id as before_id,
    earlier.period_end as before_end,
    earlier.status as before_status,
    earlier.status_name as before_status_name,
    earlier.light_name as before_light_name
from months as now
inner join marts.fct_indicator_targets as targets on now.target_id = targets.target_id
inner join marts.dim_indicator as indicators on now.indicator_id = indicators.indicator_id
left join marts.dim_unit as units on now.unit_code = units.unit_code
left join earlier on now.progress_id = earlier.now_id
where now.period_end = $period_end and now.is_nearest_target
order by
    case targets.attribute when '约束性' then 0 when '预期性' then 1 else 2 end,
    now.plan_id,
    now.start_char,
    now.progress_id

{{ config(materialized='table') }}
-- The value that each target asks for at the end of each month of its years, with the rule and its working. Amounts: the
-- share of the year (or of the span) that has passed. Levels: the way from the milestone of last year to that of this
-- year. Growth and what is to be kept: the same every month.
with target_months as (

    select
        paths.*,
        milestones.year,
        cast({{ years_between(1, 12) }} as integer) as month,
        milestones.milestone_value as year_value,
        milestones.reference_id,
        coalesce(before.milestone_value, case when milestones.year = paths.base_year + 1 then paths.base_value end) as value_before
    from {{ ref('int_target_paths') }} as paths
    inner join {{ ref('int_milestones_yearly') }} as milestones on paths.target_id = milestones.target_id
    left join {{ ref('int_milestones_yearly') }} as before
        on milestones.target_id = before.target_id and milestones.year = before.year + 1

),

ruled as (

    select
        *,
        (year - first_year) * 12 + month as elapsed_months,
        (target_year - first_year + 1) * 12 as all_months,
        case
            when path = 'total' then 'share_of_time'
            when is_amount and year_value is not null then 'share_of_year'
            when path in ('straight_line', 'constant_growth') and value_before is not null then 'between_years'
            when path in ('target_year', 'straight_line', 'constant_growth') then 'none_before_year_end'
            when path = 'follow' then 'region_growth'
            else 'same_every_month'
        end as rule
    from target_months

)

select
    target_id,
    year,
    month,
    {{ last_day_of_month('make_date(year, month, 1)') }} as period_end,
    rule,
    reference_id,
    elapsed_months,
    all_months,
    case rule
        when 'share_of_time' then round(target_value * elapsed_months / all_months, 8)
        when 'share_of_year' then round(year_value * month / 12, 8)
        when 'between_years' then round(value_before + (year_value - value_before) * month / 12, 8)
        when 'none_before_year_end' then null
        else year_value
    end as milestone_value,
    case rule
        when 'share_of_time'
            then {{ number_text('target_value') }} || ' × ' || cast(elapsed_months as varchar) || '/' || cast(all_months as varchar) || '个月（按时间进度）'
        when 'share_of_year' then {{ number_text(shown('year_value')) }} || ' × ' || cast(month as varchar) || '/12（按全年时间进度）'
        when 'between_years'
            then {{ number_text(shown('value_before')) }} || ' + (' || {{ number_text(shown('year_value')) }} || ' - ' || {{ number_text(shown('value_before')) }}
                || ') × ' || cast(month as varchar) || '/12（按年内直线）'
        when 'none_before_year_end' then '没有基期值，年底以前不作要求'
        when 'region_growth' then '随本地区生产总值增速'
        else '每月都是 ' || {{ number_text(shown('year_value')) }}
    end as milestone_note
from ruled

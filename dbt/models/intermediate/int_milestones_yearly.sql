{{ config(materialized='table') }}
-- The value that each target asks for at the end of each of its years, with the rule and its working. Between the base and
-- the target the plan's own steps (2023年目标) are kept to: the road goes from one to the next.
with years as (

    select *, cast({{ years_between('first_year', 'target_year') }} as integer) as year
    from {{ ref('int_target_paths') }}
    where path <> 'none'

),

-- The points that a road goes through: its base, the plan's own numbers for earlier years, its target.
points as (

    select target_id, base_year as point_year, base_value as point_value
    from {{ ref('int_target_paths') }}
    where path in ('constant_growth', 'straight_line')

    union all

    select paths.target_id, steps.target_year, steps.target_value
    from {{ ref('int_target_paths') }} as paths
    inner join {{ ref('int_target_paths') }} as steps
        on paths.document_id = steps.document_id
        and paths.region_code = steps.region_code
        and paths.indicator_id = steps.indicator_id
        and paths.target_year > steps.target_year
        and paths.base_year < steps.target_year
    where paths.path in ('constant_growth', 'straight_line')
        and not steps.is_period_total
        and steps.target_value is not null
        and steps.path <> 'follow'

    union all

    select target_id, target_year, target_value
    from {{ ref('int_target_paths') }}
    where path in ('constant_growth', 'straight_line')

),

bracketed as (

    select
        years.target_id,
        years.year,
        max(before.point_year) as before_year,
        max_by(before.point_value, before.point_year) as before_value,
        min(following.point_year) as after_year,
        min_by(following.point_value, following.point_year) as after_value
    from years
    inner join points as before on years.target_id = before.target_id and years.year > before.point_year
    inner join points as following on years.target_id = following.target_id and years.year <= following.point_year
    group by years.target_id, years.year

),

growth_of_region as (

    select region_code, year, value, actual_id
    from {{ ref('int_actuals') }}
    where indicator_id = 'gdp_growth' and is_preferred and period_kind = 'year' and value is not null

),

ruled as (

    select
        years.target_id,
        years.year,
        years.target_year,
        years.first_year,
        years.target_value,
        years.path,
        bracketed.before_year,
        bracketed.before_value,
        bracketed.after_year,
        bracketed.after_value,
        growth_of_region.value as region_growth,
        growth_of_region.actual_id as reference_id,
        case
            when years.path = 'follow' then 'region_growth'
            when years.path = 'total' and years.year < years.target_year then 'share_of_time'
            when years.path in ('average_growth', 'growth', 'hold') and years.year < years.target_year then 'same_every_year'
            when years.path = 'target_year' and years.year < years.target_year then 'none_before_target_year'
            when years.year = years.target_year then 'target'
            when bracketed.after_year = years.year then 'own_step'
            when years.path = 'constant_growth' and bracketed.before_value > 0 and bracketed.after_value > 0 then 'constant_growth'
            else 'straight_line'
        end as rule
    from years
    left join bracketed on years.target_id = bracketed.target_id and years.year = bracketed.year
    left join growth_of_region on years.region_code = growth_of_region.region_code and years.year = growth_of_region.year

)

select
    target_id,
    year,
    rule,
    reference_id,
    case rule
        when 'region_growth' then region_growth
        when 'share_of_time' then round(target_value * (year - first_year + 1) / (target_year - first_year + 1), 8)
        when 'own_step' then after_value
        when 'constant_growth'
            then round(before_value * pow(after_value / before_value, (year - before_year) * 1.0 / (after_year - before_year)), 8)
        when 'straight_line'
            then round(before_value + (after_value - before_value) * (year - before_year) / (after_year - before_year), 8)
        when 'none_before_target_year' then null
        else target_value
    end as milestone_value,
    case rule
        when 'region_growth' then '随本地区生产总值增速'
        when 'share_of_time'
            then {{ number_text('target_value') }} || ' × ' || cast(year - first_year + 1 as varchar) || '/'
                || cast(target_year - first_year + 1 as varchar) || '（按时间进度）'
        when 'same_every_year' then '每年都是 ' || {{ number_text('target_value') }}
        when 'own_step' then '规划自定的 ' || cast(year as varchar) || '年目标 ' || {{ number_text('after_value') }}
        when 'constant_growth'
            then {{ number_text('before_value') }} || ' × (' || {{ number_text('after_value') }} || ' / ' || {{ number_text('before_value') }}
                || ')^(' || cast(year - before_year as varchar) || '/' || cast(after_year - before_year as varchar) || ')（按等速增长）'
        when 'straight_line'
            then {{ number_text('before_value') }} || ' + (' || {{ number_text('after_value') }} || ' - ' || {{ number_text('before_value') }}
                || ') × ' || cast(year - before_year as varchar) || '/' || cast(after_year - before_year as varchar) || '（按直线）'
        when 'none_before_target_year' then '没有基期值，目标年以前不作要求'
        else '目标值 ' || {{ number_text('target_value') }}
    end as milestone_note
from ruled

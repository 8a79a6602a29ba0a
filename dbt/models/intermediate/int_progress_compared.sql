{{ config(materialized='table') }}
-- The arithmetic of each comparison, none of it rounded before it is compared. Gaps count in the wanted direction: below
-- zero is behind, whichever way is better.
--   schedule_gap_points  amounts: share of the target done less share that was due; levels: way from the base gone less way
--                        due; growth: points above the rate asked for; what is only to be kept: per cent of the value asked for
--   pace_ratio           observed rate since the base against the rate required to reach the target in its year
with periods as (

    select * from {{ ref('int_progress_yearly') }}
    union all
    select * from {{ ref('int_progress_monthly') }}

),

paired as (

    select
        periods.*,
        paths.document_id,
        paths.statement_id,
        paths.attribute,
        paths.series_id,
        paths.is_earlier_plan,
        paths.region_code,
        paths.indicator_id,
        paths.indicator_kind,
        paths.unit_code,
        paths.path,
        paths.is_amount,
        paths.wanted,
        paths.direction,
        paths.comparator,
        paths.tolerance_pct,
        abs(periods.milestone_value) * paths.tolerance_pct / 100.0 as milestone_tolerance,
        paths.target_value,
        paths.target_value_high,
        paths.target_year,
        paths.is_period_total,
        paths.resolution,
        paths.resolution_note,
        paths.base_value,
        paths.base_year,
        paths.base_source,
        paths.base_id,
        case when paths.wanted = 'lower' then -1 else 1 end as sign,
        (periods.elapsed_months - periods.all_months) / 12.0 + paths.target_year - paths.base_year as years_since_base,
        paths.path in ('straight_line', 'constant_growth') and paths.base_value <> paths.target_value as has_way
    from periods
    inner join {{ ref('int_target_paths') }} as paths on periods.target_id = paths.target_id

),

measured as (

    select
        *,
        -- Whether the value meets the target itself.
        {{ meets('paired.actual_value', 'paired') }} as meets_target,
        -- The years that are known come to it by themselves, whatever the missing ones were.
        coalesce(
            wanted = 'higher'
            and (known_value > target_value or (known_value = target_value and comparator <> 'gt')),
            false
        ) as is_met_by_known_years,
        -- Whether it meets what the schedule asks for by now.
        case
            when actual_value is null or milestone_value is null then null
            when wanted = 'range' then actual_value between target_value and target_value_high
            when wanted = 'lower' then actual_value <= milestone_value + milestone_tolerance
            else actual_value >= milestone_value - milestone_tolerance
        end as meets_milestone,
        round(elapsed_months * 100.0 / all_months, 4) as elapsed_pct,
        round(case
            -- Lower is better: the way gone from the base to the target, and nothing without a base (41 against 35 is no 85 %).
            when wanted = 'lower' and base_value > target_value
                then (base_value - actual_value) / (base_value - target_value) * 100
            when wanted = 'higher' and direction <> 'keep' and target_value > 0
                then actual_value / target_value * 100
        end, 8) as completion_pct,
        case when has_way and not is_amount then (actual_value - base_value) / (target_value - base_value) * 100 end as way_done_pct,
        case when has_way and not is_amount then (milestone_value - base_value) / (target_value - base_value) * 100 end as way_due_pct,
        sign * (actual_value - milestone_value) as milestone_gap_value,
        case
            when not has_way or period_kind <> 'year' then null
            when base_value > 0 and target_value > 0 and actual_value > 0
                then (pow(actual_value / base_value, 1.0 / years_since_base) - 1) * 100
        end as observed_rate_pct,
        case
            when not has_way or period_kind <> 'year' then null
            when base_value > 0 and target_value > 0
                then (pow(target_value / base_value, 1.0 / (target_year - base_year)) - 1) * 100
        end as required_rate_pct
    from paired

)

select
    *,
    -- Rounded at the eighth decimal only, so that a gap of exactly ten is not ten and a hair.
    round(case
        when milestone_value is null or actual_value is null then null
        when indicator_kind = 'growth' or path in ('average_growth', 'follow') then milestone_gap_value
        when is_amount and target_value <> 0 then sign * (actual_value - milestone_value) / abs(target_value) * 100
        when has_way then way_done_pct - way_due_pct
        when milestone_value <> 0 then milestone_gap_value / abs(milestone_value) * 100
    end, 8) as schedule_gap_points,
    -- What the gap counts in: points of a target, a way or a growth; for a value only to be kept, per cent of what was asked.
    case
        when milestone_value is null or actual_value is null then null
        when indicator_kind = 'growth' or path in ('average_growth', 'follow') or (is_amount and target_value <> 0) or has_way
            then '个百分点'
        else '%'
    end as schedule_gap_unit,
    case when required_rate_pct <> 0 then round(observed_rate_pct / required_rate_pct, 8) end as pace_ratio,
    -- Amounts that count up and levels to be reached by a year are done once they are there; a ceiling on an amount is not.
    path in ('total', 'single_year', 'straight_line', 'constant_growth', 'target_year')
    and (wanted = 'higher' or not is_amount)
    and (path not in ('total', 'single_year') or is_amount) as can_complete_early,
    -- Worse than where it started from.
    case
        when has_way and (period_kind = 'year' or not is_amount) then sign * (actual_value - base_value) < 0
        when indicator_kind = 'growth' or path = 'average_growth' then wanted = 'higher' and actual_value < 0 and milestone_value >= 0
        else false
    end as is_worse_than_base
from measured

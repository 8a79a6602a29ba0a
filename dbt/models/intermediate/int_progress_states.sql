{{ config(materialized='table') }}
-- The state of each comparison, and why there is none where there is none. In this order: no number to be judged by; a
-- missing figure; reached; worse than the base; by the schedule. What can be completed before its time (an amount, a level
-- to be reached by a year) is 已完成 as soon as it is reached; what has to hold every year only when its time is over.
select
    compared.*,
    -- Of several targets of a series the one due next counts in a period: 2023年目标 in 2023, then 2027年目标.
    row_number() over (
        partition by compared.series_id, compared.period_kind, compared.period_end order by compared.target_year
    ) = 1 as is_nearest_target,
    compared.is_target_period and compared.period_end <= clock.as_of_date as is_due,
    case
        when compared.is_met_by_known_years then true
        when compared.path = 'follow' then compared.meets_milestone
        else compared.meets_target
    end as is_reached,
    case
        when compared.resolution in ('unresolved', 'waits') then 'undetermined'
        when compared.path = 'none' then 'no_target'
        when compared.is_met_by_known_years then 'achieved'
        when compared.actual_value is null and compared.period_end > clock.as_of_date then 'not_due'
        when compared.actual_value is null and (compared.words is not null or compared.known_value is not null) then 'undetermined'
        when compared.actual_value is null then 'not_reported'
        when compared.path = 'follow' and compared.milestone_value is null then 'undetermined'
        when compared.meets_target and (compared.is_target_period or compared.can_complete_early) then 'achieved'
        when compared.path = 'follow' and compared.is_target_period and compared.meets_milestone then 'achieved'
        when compared.milestone_value is null then 'undetermined'
        when compared.is_worse_than_base and not coalesce(compared.meets_milestone, false) then 'regressing'
        when compared.is_target_period and compared.period_end <= clock.as_of_date then 'behind'
        when compared.meets_milestone and compared.schedule_gap_points > {{ var('ahead_points') }} then 'ahead'
        when compared.meets_milestone then 'on_track'
        else 'behind'
    end as status,
    case
        when compared.resolution in ('unresolved', 'waits') or compared.path = 'none' then compared.resolution_note
        when compared.is_met_by_known_years then '有数的年份合计 ' || {{ number_text('compared.known_value') }} || '，已经达到目标'
        when compared.actual_value is null and compared.known_value is not null and compared.period_end <= clock.as_of_date
            then '累计数不全：' || cast(compared.needed_count as varchar) || '个年度中只有' || cast(compared.known_count as varchar) || '个有数，已知合计 '
                || {{ number_text('compared.known_value') }}
        when compared.actual_value is null and compared.period_end > clock.as_of_date then '未到目标年'
        when compared.actual_value is null and compared.words is not null then '实际值不是数字：' || compared.words
        when compared.actual_value is null then '没有报送，也没有公布的数'
        when compared.path = 'follow' and compared.milestone_value is null then '本地区生产总值增速未知，无从对照'
        when compared.milestone_value is null then compared.milestone_note
    end as status_reason,
    case
        when compared.actual_value is null or compared.period_kind <> 'year' or not compared.has_way then null
        when compared.meets_target then 'achieved'
        when compared.pace_ratio >= {{ var('pace_on_track') }} then 'on_track'
        when compared.pace_ratio >= {{ var('pace_acceleration') }} then 'acceleration_needed'
        when compared.pace_ratio >= 0 then 'limited'
        when compared.pace_ratio < 0 then 'moving_away'
    end as pace_band
from {{ ref('int_progress_compared') }} as compared
cross join {{ ref('int_clock') }} as clock

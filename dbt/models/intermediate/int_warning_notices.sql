-- A warning is dated by the end of the period that raised it, but nobody can answer before it can be seen: the figures of
-- a year come out months after it. Its term counts from the day on which the first figure of that period was known; where
-- nothing was reported, from the month's deadline.
with warnings as (

    select
        {{ warning_id('episodes') }} as warning_id,
        episodes.warning_kind,
        episodes.raised_on,
        targets.region_code,
        targets.indicator_id
    from {{ ref('int_warning_episodes') }} as episodes
    inner join {{ ref('fct_indicator_targets') }} as targets on episodes.target_id = targets.target_id

),

figures as (

    select region_code, indicator_id, period_end, min(recorded_at) as known_on
    from {{ ref('int_actuals') }}
    group by region_code, indicator_id, period_end

)

select
    warnings.warning_id,
    greatest(
        warnings.raised_on,
        coalesce(
            case when warnings.warning_kind = 'not_reported' then months.due_date else figures.known_on end,
            warnings.raised_on
        )
    ) as counts_from
from warnings
left join figures
    on warnings.region_code = figures.region_code
    and warnings.indicator_id = figures.indicator_id
    and warnings.raised_on = figures.period_end
left join {{ ref('stg_reporting_months') }} as months on warnings.raised_on = {{ last_day_of_month('months.month') }}

-- What calls for attention, for each series of targets, from the first period of the run it stands in to the last. Only
-- the target due next counts, and only periods that were judged or that a figure was due for. Targets of the plan before
-- are reckoned up and no longer warned of.
--   red           the light is red
--   worse         fct_indicator_progress.is_worse
--   not_reported  a figure was due for the month, or for the target year, and there is none
with periods as (

    select
        progress.series_id,
        progress.target_id,
        progress.period_kind,
        progress.period_end,
        progress.light = 'red' as is_red,
        progress.is_worse,
        progress.status = 'not_reported' and (progress.period_kind = 'month' or progress.is_target_period) as is_not_reported,
        progress.is_judged,
        progress.working
    from {{ ref('fct_indicator_progress') }} as progress
    cross join {{ ref('int_clock') }} as clock
    where progress.is_nearest_target
        and not progress.is_earlier_plan
        and progress.period_end <= clock.as_of_date
        and (progress.is_judged or progress.status = 'not_reported')

),

-- One row a period and kind of warning that it could raise; a period without a verdict says nothing of red or worse.
flags as (

    select series_id, target_id, 'red' as warning_kind, period_kind, period_end, is_red as is_raised, working from periods where is_judged
    union all
    select series_id, target_id, 'worse', period_kind, period_end, is_worse, working from periods where is_judged
    union all
    select series_id, target_id, 'not_reported', period_kind, period_end, is_not_reported, working
    from periods
    where period_kind = 'month' or is_judged or is_not_reported

),

-- Months take the place of years where a series has both: the sequence that ends last is the one that counts.
newest as (

    select
        *,
        max(period_end) over (partition by series_id, warning_kind) as last_period_end,
        sum(case when is_raised then 0 else 1 end) over (
            partition by series_id, warning_kind, period_kind order by period_end rows between unbounded preceding and current row
        ) as run_number
    from flags

),

runs as (

    select
        series_id,
        warning_kind,
        period_kind,
        run_number,
        max_by(target_id, period_end) as target_id,
        min(period_end) as raised_on,
        max(period_end) as last_raised_on,
        count(*) as running_count,
        max_by(working, period_end) as working,
        max(last_period_end) as last_period_end
    from newest
    where is_raised
    group by series_id, warning_kind, period_kind, run_number

),

ranked as (

    select *, row_number() over (partition by series_id, warning_kind order by last_raised_on desc, period_kind) as recency
    from runs

),

-- Forecast to miss: of the target of the series that is due next, raised by the newest figure that it rests on.
forecasts as (

    select
        paths.series_id,
        forecasts.target_id,
        forecasts.outlook,
        forecasts.working,
        forecasts.actual_ids,
        row_number() over (partition by paths.series_id order by paths.target_year) as nearness
    from {{ ref('fct_indicator_forecasts') }} as forecasts
    inner join {{ ref('int_target_paths') }} as paths on forecasts.target_id = paths.target_id

),

misses as (

    select series_id, target_id, working, {{ unnest_list('actual_ids') }} as actual_id
    from forecasts
    where nearness = 1 and outlook in ('misses', 'misses_uncertain')

)

select
    series_id,
    target_id,
    warning_kind,
    raised_on,
    last_raised_on,
    cast(running_count as integer) as running_count,
    last_raised_on = last_period_end as is_standing,
    case when last_raised_on < last_period_end then last_period_end end as cleared_on,
    working
from ranked
where recency = 1

union all

select
    misses.series_id,
    misses.target_id,
    'forecast_miss',
    max(actuals.period_end),
    max(actuals.period_end),
    1,
    true,
    cast(null as date),
    min(misses.working)
from misses
inner join {{ ref('int_actuals') }} as actuals on misses.actual_id = actuals.actual_id
group by misses.series_id, misses.target_id

-- The known values that a target's course is read from: one a year since its base, at the end of the year, and of a level
-- the latest month after the last of them. x is time in years, y the value, or its logarithm where the road is growth.
with open_targets as (

    select paths.*
    from {{ ref('int_target_paths') }} as paths
    cross join {{ ref('int_clock') }} as clock
    where {{ last_day_of('paths.target_year') }} > clock.as_of_date
        and paths.target_value is not null
        and paths.wanted <> 'range'
        and paths.path in ('straight_line', 'constant_growth', 'hold', 'target_year')

),

figures as (

    select
        *,
        case period_kind when 'year' then year + 1 else year + extract(month from period_end) / 12.0 end as x,
        max(case when period_kind = 'year' then period_end end) over (partition by region_code, indicator_id) as last_year_end,
        row_number() over (partition by region_code, indicator_id, period_kind order by period_end desc) as recency
    from {{ ref('int_actuals') }}
    where is_preferred and value is not null and period_kind in ('year', 'month')

)

select
    open_targets.target_id,
    open_targets.target_year,
    figures.actual_id,
    figures.x,
    case when open_targets.path = 'constant_growth' then ln(figures.value) else figures.value end as y,
    figures.value,
    open_targets.path = 'constant_growth' as is_logarithmic,
    case period_kind when 'year' then cast(figures.year as varchar) || '年' else {{ month_text('figures.period_end') }} end as period_text
from open_targets
inner join figures
    on open_targets.region_code = figures.region_code
    and open_targets.indicator_id = figures.indicator_id
    and figures.year >= coalesce(open_targets.base_year, open_targets.first_year - 3)
where (
    figures.period_kind = 'year'
    or (not open_targets.is_amount and figures.recency = 1 and figures.period_end > coalesce(figures.last_year_end, cast('1900-01-01' as date)))
)
and (open_targets.path <> 'constant_growth' or figures.value > 0)

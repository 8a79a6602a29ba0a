-- Where an amount over years will end at the present pace: what is done so far divided by the share of the time that has
-- passed. The interval comes from how much the known full years differ: with s their standard deviation, the years to come
-- add up to within t × s × sqrt(years to come) of their mean.
with open_rows as (

    select
        states.*,
        row_number() over (partition by states.target_id order by states.period_end desc, states.period_kind = 'year' desc) as recency
    from {{ ref('int_progress_states') }} as states
    cross join {{ ref('int_clock') }} as clock
    where states.path = 'total'
        and states.actual_value is not null
        and states.period_end <= clock.as_of_date
        and {{ last_day_of('states.target_year') }} > clock.as_of_date

),

years as (

    select
        open_rows.target_id,
        count(*) as year_count,
        stddev_samp(figures.value) as year_deviation
    from open_rows
    inner join {{ ref('int_target_paths') }} as paths on open_rows.target_id = paths.target_id
    inner join {{ ref('int_actuals') }} as figures
        on paths.region_code = figures.region_code
        and paths.indicator_id = figures.indicator_id
        and figures.year between paths.first_year and open_rows.year
    where open_rows.recency = 1 and figures.is_preferred and figures.period_kind = 'year' and figures.value is not null
    group by open_rows.target_id

),

projected as (

    select
        open_rows.target_id,
        coalesce(years.year_count, 0) as year_count,
        open_rows.actual_value,
        open_rows.elapsed_months,
        open_rows.all_months,
        open_rows.actual_ids,
        open_rows.actual_value * open_rows.all_months / open_rows.elapsed_months as forecast_value,
        case
            when years.year_count >= 2
                then quantiles.t_value * years.year_deviation * sqrt((open_rows.all_months - open_rows.elapsed_months) / 12.0)
        end as half_width
    from open_rows
    left join years on open_rows.target_id = years.target_id
    left join {{ ref('t_quantiles') }} as quantiles on least(years.year_count - 1, 20) = quantiles.degrees_of_freedom
    where open_rows.recency = 1

)

select
    target_id,
    'share_of_time' as method,
    cast(year_count as integer) as point_count,
    round(forecast_value, 8) as forecast_value,
    -- What is done is done: it cannot become less.
    round(case when half_width is not null then greatest(forecast_value - half_width, actual_value) end, 8) as forecast_low,
    round(forecast_value + half_width, 8) as forecast_high,
    actual_ids,
    '已完成 ' || {{ number_text(shown('actual_value')) }} || '，用去 ' || cast(elapsed_months as varchar) || '/' || cast(all_months as varchar) || '个月'
    as points_text
from projected

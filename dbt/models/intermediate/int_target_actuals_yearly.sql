{{ config(materialized='table') }}
-- What is known of each target at the end of each of its years. A value of one year is the preferred figure of that year.
-- A total over years is the figure of the span where one was stated, otherwise the sum of its years; an average growth
-- likewise is the stated one, or the geometric mean of the years. Where a year is missing there is no total: what the
-- known years come to stands in known_value and is not taken for the whole.
with years as (

    select
        milestones.target_id,
        milestones.year,
        paths.path,
        paths.region_code,
        paths.indicator_id,
        paths.first_year,
        paths.path in ('total', 'average_growth') as is_over_years
    from {{ ref('int_milestones_yearly') }} as milestones
    inner join {{ ref('int_target_paths') }} as paths on milestones.target_id = paths.target_id

),

figures as (

    select *, {{ is_provisional('maturity') }} as is_provisional
    from {{ ref('int_actuals') }}
    where is_preferred and period_kind in ('year', 'span')

),

-- The one figure of the very period asked for.
stated as (

    select
        years.target_id,
        years.year,
        figures.value,
        figures.value_text,
        figures.actual_id,
        figures.is_provisional,
        figures.source_title
    from years
    inner join figures
        on years.region_code = figures.region_code
        and years.indicator_id = figures.indicator_id
        and years.year = figures.year
        and (case when years.is_over_years then years.first_year else years.year end) = figures.start_year

),

-- The years of a span, one by one.
summed as (

    select
        years.target_id,
        years.year,
        count(*) as known_count,
        sum(figures.value) as total_value,
        (exp(avg(ln(greatest(1 + figures.value / 100.0, 0.000001)))) - 1) * 100 as mean_growth,
        bool_or(figures.is_provisional) as is_provisional,
        {{ list_of('figures.actual_id', 'figures.year') }} as actual_ids,
        {{ joined('cast(figures.year as varchar) || \'年 \' || ' ~ number_text('figures.value'), '、', 'figures.year') }} as year_text
    from years
    inner join figures
        on years.region_code = figures.region_code
        and years.indicator_id = figures.indicator_id
        and figures.year between years.first_year and years.year
    where years.is_over_years and figures.period_kind = 'year' and figures.value is not null
    group by years.target_id, years.year

)

select
    years.target_id,
    years.year,
    round(
        case
            when stated.value is not null then stated.value
            when not years.is_over_years then null
            when summed.known_count < years.year - years.first_year + 1 then null
            when years.path = 'total' then summed.total_value
            else summed.mean_growth
        end, 8
    ) as actual_value,
    case when years.is_over_years and stated.value is null and years.path = 'total' then round(summed.total_value, 8) end as known_value,
    coalesce(summed.known_count, 0) as known_count,
    case when years.is_over_years then years.year - years.first_year + 1 else 1 end as needed_count,
    case when stated.value is null then stated.value_text end as words,
    case
        when stated.actual_id is not null and (stated.value is not null or summed.actual_ids is null)
            then {{ list_of_one('stated.actual_id') }}
        else coalesce(summed.actual_ids, {{ empty_list() }})
    end as actual_ids,
    case when stated.value is not null or not years.is_over_years then stated.actual_id end as actual_id,
    coalesce(case when stated.value is not null then stated.is_provisional else summed.is_provisional end, false) as is_provisional,
    case
        when stated.value is not null then stated.source_title
        when years.path = 'average_growth' then '各年几何平均：' || summed.year_text
        else '各年合计：' || summed.year_text
    end as actual_note
from years
left join stated on years.target_id = stated.target_id and years.year = stated.year
left join summed on years.target_id = summed.target_id and years.year = summed.year

-- Target statements, one row a year they hold for: `every` gives each year of its span, `by`, `in` and `over` their last.
-- An amount over a span of years is a total of the span, not the value of its last year; so is a change of an indicator
-- that is itself counted up over years (【3503】 new jobs), while a change of a level ends at a level. A rate of growth for
-- every year of a span is what plans write as 年均增长: an average over the span, by which no single year is judged.
with targets as (

    select
        *,
        measure = 'growth' and period_type = 'every' and start_year < end_year as is_average_growth,
        (
            period_type = 'over'
            and start_year < end_year
            and (measure in ('level', 'growth') or (measure = 'change' and indicator_kind = 'cumulative'))
        )
        or (measure = 'growth' and period_type = 'every' and start_year < end_year) as is_period_total
    from {{ ref('int_statement_values') }}
    where kind = 'target' and end_year is not null and is_rejected is not true

)

select *, end_year as year, case when period_type in ('every', 'over') then start_year else end_year end as first_year
from targets
where period_type <> 'every' or is_average_growth
union all
select *, cast({{ years_between('start_year', 'end_year') }} as integer) as year, start_year as first_year
from targets
where period_type = 'every' and not is_average_growth

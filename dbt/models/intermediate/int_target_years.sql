-- Target statements, one row a year they hold for: `every` gives each year of its span, `by`, `in` and `over` their last.
-- An amount over a span of years is a total of the span, not the value of its last year; so is a change of an indicator
-- that is itself counted up over years (【3503】 new jobs), while a change of a level ends at a level.
with targets as (

    select
        *,
        period_type = 'over'
        and start_year < end_year
        and (measure in ('level', 'growth') or (measure = 'change' and indicator_kind = 'cumulative')) as is_period_total
    from {{ ref('int_statement_values') }}
    where kind = 'target' and end_year is not null

)

select *, end_year as year, case when period_type in ('every', 'over') then start_year else end_year end as first_year
from targets
where period_type <> 'every'
union all
select *, cast({{ years_between('start_year', 'end_year') }} as integer) as year, start_year as first_year
from targets
where period_type = 'every'

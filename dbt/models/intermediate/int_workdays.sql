{{ config(materialized='table') }}
-- Monday to Friday, amended by the published holidays and make-up days; a year without rows in the seed has weekends
-- only. The same rule as in pipelines/submissions/calendar.py. From n working days after a day: workday_number + n.
with told as (

    select date as day from {{ ref('holidays') }}
    union all
    select counts_from from {{ ref('int_warning_notices') }}
    union all
    select occurred_on from {{ ref('stg_supervision_events') }}

),

-- A year more than asked for, so that a term that begins in December has its end.
span as (

    select min(extract(year from day)) as first_year, max(extract(year from day)) + 1 as last_year from told

),

days as (

    select cast({{ days_between(first_day('first_year'), last_day_of('last_year')) }} as date) as day from span

),

judged as (

    select days.day, coalesce(holidays.is_workday, not ({{ is_weekend('days.day') }})) as is_workday
    from days
    left join {{ ref('holidays') }} as holidays on days.day = holidays.date

)

select
    day,
    is_workday,
    sum(case when is_workday then 1 else 0 end) over (order by day rows between unbounded preceding and current row) as workday_number
from judged

-- A target with several responsible units counts for each of them.
with listed as (

    select *, {{ unnest_list('departments') }} as department_name
    from {{ ref('int_scorecard_targets') }}

),

owned as (

    select distinct * from listed

),

counted as (

    select
        region_code,
        department_name,
        attribute_class,
        period_kind,
        year,
        month,
        period_end,
        {{ scorecard_measures() }},
        cast(count(status) filter (where {{ list_size('departments') }} > 1) as integer) as shared_count
    from owned
    group by region_code, department_name, attribute_class, period_kind, year, month, period_end

)

select
    {{ stable_id(['counted.region_code', 'counted.department_name', 'counted.attribute_class', 'counted.period_kind', 'counted.period_end']) }} as scorecard_id,
    counted.*,
    submissions.status as submission_status,
    submissions.quality_score as submission_quality_score
from counted
left join {{ ref('mart_submission_status') }} as submissions
    on counted.period_kind = 'month'
    and counted.region_code = submissions.region_code
    and counted.department_name = submissions.department_name
    and counted.period_end = {{ last_day_of_month('submissions.month') }}
order by counted.region_code, counted.department_name, counted.period_kind, counted.period_end, counted.attribute_class

-- Every department of the plans for every month from the first to the last that any is about: the score takes off what is late, returned,
-- held back or left out, and a department that sent nothing has none.
with expected as (

    select departments.department_name, departments.region_code, months.month, months.due_date, months.reminder_steps, months.reminder_dates
    from {{ ref('dim_department') }} as departments
    cross join {{ ref('stg_reporting_months') }} as months

),

received as (

    select
        region_code,
        department_name,
        month,
        min(received_at) as first_received_at,
        max(received_at) as last_received_at,
        count(*) as version_count,
        count(*) filter (where verdict = 'returned') as returned_count,
        count(*) filter (where withdrawn_at is not null) as withdrawn_count,
        min(late_days) filter (where verdict <> 'returned') as late_days,
        max(submission_id) filter (where is_current) as submission_id
    from {{ ref('fct_submissions') }}
    group by region_code, department_name, month

),

answered as (

    select submission_id, count(distinct row_key) as answered_count
    from (
        select submission_id, row_key from {{ ref('stg_submission_figures') }} where not is_quarantined
        union all
        select submission_id, row_key from {{ ref('stg_submission_texts') }} where not is_quarantined
    ) as answers
    group by submission_id

)

select
    {{ stable_id(['expected.region_code', 'expected.department_name', 'expected.month']) }} as status_id,
    expected.region_code,
    expected.department_name,
    expected.month,
    expected.due_date,
    case
        when current_one.submission_id is not null and received.late_days > 0 then 'late'
        when current_one.submission_id is not null then 'in_time'
        when received.returned_count > 0 then 'returned'
        when received.version_count > 0 then 'withdrawn'
        else 'missing'
    end as status,
    received.first_received_at,
    received.last_received_at,
    received.late_days,
    cast(coalesce(received.version_count, 0) as integer) as version_count,
    cast(coalesce(received.returned_count, 0) as integer) as returned_count,
    current_one.submission_id,
    current_one.asked_count,
    cast(answered.answered_count as integer) as answered_count,
    current_one.figure_count,
    current_one.quarantined_count,
    current_one.error_count,
    current_one.warning_count,
    case
        when current_one.submission_id is not null
            then round(
                greatest(
                    0,
                    10
                    - 0.5 * received.late_days
                    - 1.0 * received.returned_count
                    - 4.0 * current_one.quarantined_count / greatest(current_one.figure_count, 1)
                    - 2.0 * (1 - least(1, coalesce(answered.answered_count, 0) / greatest(current_one.asked_count, 1)))
                ),
                1
            )
    end as quality_score,
    expected.reminder_steps,
    expected.reminder_dates
from expected
left join received
    on expected.region_code = received.region_code
    and expected.department_name = received.department_name
    and expected.month = received.month
left join {{ ref('fct_submissions') }} as current_one on received.submission_id = current_one.submission_id
left join answered on received.submission_id = answered.submission_id
order by expected.month, expected.region_code, expected.department_name

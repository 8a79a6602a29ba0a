with figure_counts as (

    select submission_id, count(*) as figure_count, count(*) filter (where is_quarantined) as quarantined_count
    from {{ ref('stg_submission_figures') }}
    group by submission_id

),

finding_counts as (

    select
        submission_id,
        count(*) filter (where severity = 'error') as error_count,
        count(*) filter (where severity = 'warning') as warning_count
    from {{ ref('stg_submission_findings') }}
    group by submission_id

),

versions as (

    select
        *,
        row_number() over (
            partition by region_code, department_name, month order by received_at, submission_id
        ) as version,
        row_number() over (
            partition by region_code, department_name, month, verdict = 'returned' or withdrawn_at is not null
            order by received_at desc, submission_id desc
        ) as recency
    from {{ ref('stg_submissions') }}

)

select
    versions.submission_id,
    versions.region_code,
    versions.department_name,
    versions.month,
    cast(versions.version as integer) as version,
    versions.form_kind,
    versions.verdict,
    versions.file_name,
    versions.input_path,
    versions.received_at,
    versions.received_by,
    versions.reason,
    months.due_date,
    versions.late_days,
    versions.filled_by,
    versions.checked_by,
    versions.led_by,
    versions.asked_count,
    cast(coalesce(figure_counts.figure_count, 0) as integer) as figure_count,
    cast(coalesce(figure_counts.quarantined_count, 0) as integer) as quarantined_count,
    cast(coalesce(finding_counts.error_count, 0) as integer) as error_count,
    cast(coalesce(finding_counts.warning_count, 0) as integer) as warning_count,
    versions.withdrawn_at,
    versions.withdrawn_by,
    versions.withdrawal_reason,
    versions.verdict <> 'returned' and versions.withdrawn_at is null and versions.recency = 1 as is_current
from versions
left join {{ ref('stg_reporting_months') }} as months on versions.month = months.month
left join figure_counts on versions.submission_id = figure_counts.submission_id
left join finding_counts on versions.submission_id = finding_counts.submission_id
order by versions.submission_id

-- Reported numbers with the state of their submission, in the unit of their indicator. A number is in force where it was
-- not held back, its submission was neither returned nor withdrawn, and nothing later says otherwise.
with figures as (

    select
        figures.*,
        submissions.department_name,
        submissions.month,
        submissions.received_at as recorded_at,
        submissions.withdrawn_at,
        submissions.input_path,
        submissions.verdict <> 'returned' and not figures.is_quarantined as is_usable,
        coalesce(figures.indicator_id, figures.indicator_text) as figure_about
    from {{ ref('stg_submission_figures') }} as figures
    inner join {{ ref('stg_submissions') }} as submissions on figures.submission_id = submissions.submission_id

),

versions as (

    select
        *,
        lead(recorded_at) over (
            partition by region_code, department_name, figure_about, value_kind, period_start, period_end, is_usable
            order by recorded_at, submission_id, ordinal
        ) as next_recorded_at,
        row_number() over (
            partition by region_code, department_name, figure_about, value_kind, period_start, period_end, is_usable, withdrawn_at is null
            order by recorded_at desc, submission_id desc, ordinal desc
        ) as recency
    from figures

)

select
    versions.figure_id,
    versions.submission_id,
    versions.ordinal,
    versions.row_key,
    versions.item_kind,
    versions.item_name,
    versions.plan_id,
    versions.region_code,
    versions.department_name,
    versions.month,
    indicators.indicator_id,
    versions.indicator_text,
    versions.value_kind,
    versions.period_start,
    versions.period_end,
    versions.value,
    versions.unit_text,
    round(versions.value * conversion.factor, 8) as value_in_unit,
    indicators.unit_code,
    versions.maturity,
    versions.recorded_at,
    case when versions.is_usable then versions.next_recorded_at end as superseded_at,
    versions.withdrawn_at,
    versions.is_quarantined,
    versions.is_usable,
    versions.is_usable and versions.withdrawn_at is null and versions.recency = 1 as is_current,
    versions.input_path,
    versions.sheet,
    versions.cell
from versions
left join {{ ref('int_indicators') }} as indicators on versions.indicator_id = indicators.indicator_id
left join {{ ref('int_unit_names') }} as unit_names on {{ unit_key('versions.unit_text') }} = unit_names.unit_key
left join {{ ref('int_unit_conversion') }} as conversion
    on unit_names.unit_code = conversion.from_unit_code
    and indicators.unit_code = conversion.to_unit_code
    and not conversion.is_for_change_only

{{ config(materialized='table') }}
-- Every known value of a region, indicator and period, with the version it is within its source, and which one of the
-- period is compared with: one with a number, in force; published statistics before what departments report, that before
-- what a plan says of itself; final before preliminary before estimated; then the later title, file and line.
with actuals as (

    select * from {{ ref('int_actuals_from_statistics') }}
    union all
    select * from {{ ref('int_actuals_from_plans') }}
    union all
    select * from {{ ref('int_actuals_from_submissions') }}

),

ranked as (

    select
        *,
        row_number() over (
            partition by region_code, indicator_id, period_start, period_end, period_kind, source_kind, source_title
            order by recorded_at, superseded_at nulls last, record_id  -- of one day, what was replaced came first
        ) as version,
        row_number() over (
            partition by region_code, indicator_id, period_start, period_end, period_kind
            order by
                is_current desc,
                value is not null desc,
                case source_kind when 'statistics' then 1 when 'submission' then 2 else 3 end,
                case maturity when 'final' then 1 when 'preliminary' then 2 when 'flash' then 3 when 'estimate' then 5 else 4 end,
                source_title desc,
                input_path,
                line,
                recorded_at desc,
                is_in_table desc,
                start_char,
                record_id
        ) as preference
    from actuals

)

select
    {{ stable_id(['source_kind', 'record_id']) }} as actual_id,
    region_code,
    indicator_id,
    period_start,
    period_end,
    period_kind,
    cast(extract(year from period_start) as integer) as start_year,
    cast(extract(year from period_end) as integer) as year,
    value,
    unit_code,
    value_text,
    unit_text,
    maturity,
    source_kind,
    source_title,
    department_name,
    source,
    cast(version as integer) as version,
    recorded_at,
    publication_rule,
    superseded_at,
    document_id,
    input_path,
    line,
    start_char,
    end_char,
    statement_id,
    quote,
    is_corrected,
    correction_note,
    is_current,
    preference,
    is_current and preference = 1 as is_preferred
from ranked

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
            partition by region_code, indicator_id, start_year, end_year
            order by
                value is not null desc,
                case source_kind when 'statistics' then 1 when 'submission' then 2 else 3 end,
                case maturity when 'final' then 1 when 'preliminary' then 2 when 'flash' then 3 else 4 end,
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
    {{ first_day('start_year') }} as period_start,
    {{ last_day_of('end_year') }} as period_end,
    end_year as year,
    start_year < end_year as is_period_total,
    value,
    unit_code,
    value_text,
    unit_text,
    maturity,
    source_kind,
    source_title,
    source,
    recorded_at,
    publication_rule,
    document_id,
    input_path,
    line,
    start_char,
    end_char,
    statement_id,
    quote,
    is_corrected,
    correction_note,
    preference = 1 as is_preferred
from ranked
order by region_code, indicator_id, start_year, end_year, preference

-- Reported numbers as actuals: the amount or level of a month, of the year to date, of a whole year, every version kept.
-- What was held back, returned with its submission, or has no indicator of the ledger stays in fct_submission_figures.
select
    figure_id as record_id,
    region_code,
    indicator_id,
    period_start,
    period_end,
    case
        when extract(year from period_start) < extract(year from period_end) then 'span'
        when extract(month from period_start) = 1 and extract(month from period_end) = 12 then 'year'
        when extract(month from period_start) = 1 and value_kind <> 'current' then 'year_to_date'
        when extract(month from period_start) = extract(month from period_end) then 'month'
        when extract(month from period_start) = 1 then 'year_to_date'
        else 'part_of_year'
    end as period_kind,
    value_in_unit as value,
    unit_code,
    {{ number_text('value') }} as value_text,
    unit_text,
    coalesce(maturity, 'unknown') as maturity,
    'submission' as source_kind,
    department_name || '报送' as source_title,
    department_name,
    sheet || '!' || cell as source,
    -- Times are UTC, the day is China's.
    {{ china_day('recorded_at') }} as recorded_at,
    {{ china_day('least(superseded_at, withdrawn_at)') }} as superseded_at,
    cast(null as varchar) as publication_rule,
    submission_id as document_id,
    input_path,
    cast(null as integer) as line,
    cast(null as varchar) as statement_id,
    cast(null as integer) as start_char,
    cast(null as integer) as end_char,
    cast(null as varchar) as quote,
    true as is_in_table,
    false as is_corrected,
    cast(null as varchar) as correction_note,
    is_current
from {{ ref('int_submission_figures') }}
where is_usable
    and indicator_id is not null
    and value_in_unit is not null
    and period_start is not null
    and period_end is not null

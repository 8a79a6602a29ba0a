-- Reported numbers of whole years, as actuals: what departments reported from January to December, as it stands now.
-- Numbers of a month or of part of a year stay in fct_submission_figures.
select
    figure_id as record_id,
    region_code,
    indicator_id,
    cast(extract(year from period_start) as integer) as start_year,
    cast(extract(year from period_end) as integer) as end_year,
    value_in_unit as value,
    unit_code,
    {{ number_text('value') }} as value_text,
    unit_text,
    coalesce(maturity, 'unknown') as maturity,
    'submission' as source_kind,
    department_name || '报送' as source_title,
    sheet || '!' || cell as source,
    {{ china_day('recorded_at') }} as recorded_at,
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
    cast(null as varchar) as correction_note
from {{ ref('int_submission_figures') }}
where is_current
    and indicator_id is not null
    and value_in_unit is not null
    and value_kind in ('cumulative', 'stated')
    and extract(month from period_start) = 1
    and extract(month from period_end) = 12

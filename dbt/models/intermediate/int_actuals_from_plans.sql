-- Baselines and results that plans state. One without a year cannot be placed and is left out (it stays a statement);
-- a change or a multiple is a comparison and not a value, except the change of what is itself counted up over years
-- (【7542】 new jobs), which is the total of the span. 1.45 (预计数) is an estimate: the word stands behind the number.
select
    statement_values.statement_id as record_id,
    statement_values.region_code,
    statement_values.indicator_id,
    {{ first_day('statement_values.start_year') }} as period_start,
    {{ last_day_of('statement_values.end_year') }} as period_end,
    case when statement_values.start_year < statement_values.end_year then 'span' else 'year' end as period_kind,
    case when statement_values.suspect is null then statement_values.value_in_unit end as value,
    statement_values.unit_code,
    statements.value_text,
    statements.unit_text,
    case
        when {{ matches("substr(documents.text, statements.end_char + 1, 8)", '^[\s（(]*(预计|快报|初步|估计|估算)') }}
            or {{ matches('statements.quote', '预计|快报数|初步核算|初步统计') }}
            then 'estimate'
        else 'stated_in_plan'
    end as maturity,
    'plan' as source_kind,
    plans.title as source_title,
    cast(null as varchar) as department_name,
    plans.source,
    plans.issue_date as recorded_at,
    cast(null as date) as superseded_at,
    cast(null as varchar) as publication_rule,
    plans.document_id,
    plans.input_path,
    cast(null as integer) as line,
    statements.statement_id,
    statements.start_char,
    statements.end_char,
    statements.quote,
    statement_values.is_in_table,
    statements.is_corrected,
    statements.correction_note,
    true as is_current
from {{ ref('int_statement_values') }} as statement_values
inner join {{ ref('int_reviewed_statements') }} as statements on statement_values.statement_id = statements.statement_id
inner join {{ ref('int_plans') }} as plans on statement_values.document_id = plans.document_id
inner join {{ ref('stg_plan_documents') }} as documents on statement_values.document_id = documents.document_id
where statement_values.kind = 'actual'
    and statement_values.is_rejected is not true
    and statement_values.end_year is not null
    and (
        statement_values.measure in ('level', 'growth')
        or (
            statement_values.measure = 'change'
            and statement_values.indicator_kind = 'cumulative'
            and statement_values.start_year < statement_values.end_year
        )
    )

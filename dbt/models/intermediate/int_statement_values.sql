{{ config(materialized='table') }}
-- A statement's value in its indicator's unit. A multiple (翻一番) has none: it is resolved against its base.
select
    statements.statement_id,
    statements.document_id,
    statements.region_code,
    statements.region_link,
    links.indicator_id,
    links.indicator_link,
    indicators.kind as indicator_kind,
    statements.unit_code as stated_unit_code,
    indicators.unit_code,
    statements.kind,
    statements.measure,
    statements.period_type,
    statements.start_year,
    statements.end_year,
    statements.comparator,
    statements.value,
    case
        when statements.measure = 'times' then null
        when statements.measure in ('change', 'growth')
            then round(statements.value * conversion.factor * {{ sign_of_change('statements.quote', 'statements.value', 'statements.indicator_name') }}, 8)
        else round(statements.value * conversion.factor, 8)
    end as value_in_unit,
    case when statements.measure = 'level' then round(statements.value_high * conversion.factor, 8) end as value_high_in_unit,
    statements.is_in_table,
    statements.start_char,
    statements.suspect,
    statements.is_rejected
from {{ ref('int_statements') }} as statements
inner join {{ ref('int_statement_indicators') }} as links on statements.statement_id = links.statement_id
inner join {{ ref('int_indicators') }} as indicators on links.indicator_id = indicators.indicator_id
left join {{ ref('int_unit_conversion') }} as conversion
    on statements.unit_code = conversion.from_unit_code
    and indicators.unit_code = conversion.to_unit_code
    and (statements.measure = 'change' or not conversion.is_for_change_only)

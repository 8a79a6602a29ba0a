{{ config(materialized='table') }}
-- Statements as they count after the decisions of people: amended fields in place of what was read, which stays beside
-- them; an accepted or amended one is certain and no longer suspect. A statement that an amendment or rejection was meant
-- for and no longer fits is suspect until someone looks: it is not used as a number meanwhile.
with applied as (

    select * from {{ ref('int_corrections') }} where outcome = 'applied'

),

in_doubt as (

    select distinct statements.statement_id
    from {{ ref('int_corrections') }} as corrections
    inner join {{ ref('stg_plan_statements') }} as statements
        on corrections.plan_id = statements.document_id
        and corrections.value_text = statements.value_text
        and (
            corrections.start_char = statements.start_char
            or corrections.expect_reading = statements.reading
            or corrections.expect_quote = statements.quote
        )
    where corrections.outcome in ('text_differs', 'ambiguous', 'read_otherwise')
        and corrections.action in ('amend', 'reject')
        and statements.statement_id not in (select statement_id from applied)

)

select
    statements.statement_id,
    statements.document_id,
    statements.section_id,
    statements.measure_id,
    statements.ordinal,
    statements.quote,
    statements.quote_start_char,
    statements.value_text,
    statements.start_char,
    statements.end_char,
    coalesce(applied.amend_indicator, statements.indicator_text) as indicator_text,
    coalesce(applied.amend_region, statements.region_text) as region_text,
    coalesce(applied.amend_kind, statements.kind) as kind,
    coalesce(applied.amend_period_type, statements.period_type) as period_type,
    case when applied.amend_period_type is null then statements.start_year else applied.amend_start_year end as start_year,
    case when applied.amend_period_type is null then statements.end_year else applied.amend_end_year end as end_year,
    coalesce(applied.amend_comparator, statements.comparator) as comparator,
    coalesce(applied.amend_value, statements.value) as value,
    case when applied.amend_value is null then statements.value_high else applied.amend_value_high end as value_high,
    coalesce(applied.amend_unit, statements.unit_text) as unit_text,
    coalesce(applied.amend_measure, statements.measure) as measure,
    statements.departments,
    statements.section_path,
    statements.is_in_table,
    statements.attribute,
    statements.rule,
    case when applied.action in ('accept', 'amend') then 1.0 else statements.confidence end as confidence,
    case
        when applied.action in ('accept', 'amend') then null
        when in_doubt.statement_id is not null then '有一条更正与现在的原文或读法对不上，核对前不采用'
        else statements.suspect
    end as suspect,
    statements.reading,
    statements.value as value_as_written,
    statements.unit_text as unit_as_written,
    statements.confidence as confidence_as_read,
    applied.action as review_action,
    coalesce(applied.action = 'amend', false) as is_corrected,
    coalesce(applied.action = 'reject', false) as is_rejected,
    nullif(
        concat_ws(
            '；',
            {{ change_note('指标', 'statements.indicator_text', 'applied.amend_indicator') }},
            {{ change_note('地区', 'statements.region_text', 'applied.amend_region') }},
            {{ change_note('类别', 'statements.kind', 'applied.amend_kind') }},
            case
                when applied.amend_period_type is not null
                    then '时间 ' || statements.period_type || ' ' || coalesce(cast(statements.end_year as varchar), '?')
                        || ' → ' || applied.amend_period_type || ' ' || cast(applied.amend_end_year as varchar)
            end,
            {{ change_note('比较', 'statements.comparator', 'applied.amend_comparator') }},
            {{ change_note('数值', number_text('statements.value'), number_text('applied.amend_value')) }},
            {{ change_note('单位', 'statements.unit_text', 'applied.amend_unit') }},
            {{ change_note('性质', 'statements.measure', 'applied.amend_measure') }}
        ),
        ''
    ) as correction_note,
    applied.reason as correction_reason,
    applied.decided_by as reviewed_by,
    applied.decided_on as reviewed_on,
    applied.correction_id
from {{ ref('stg_plan_statements') }} as statements
left join applied on statements.statement_id = applied.statement_id
left join in_doubt on statements.statement_id = in_doubt.statement_id

{{ config(materialized='table') }}
-- Statements with a number, as figures that can be held against one another: their value in the indicator's unit, how far
-- it is rounded, which years it is for, and what it is a figure of. Names of a plan's own count as one where they differ
-- only by a verb of doing or what stands in brackets (创成和美乡村示范村, 创建和美乡村示范村（未来乡村）); a name that bears
-- more than two values in one plan, or says no more than 总投资 or 占地面积, names several things and is left out of this.
with figures as (

    select
        statement_values.statement_id,
        statement_values.document_id as plan_id,
        statement_values.region_code,
        statement_values.indicator_id,
        statement_values.indicator_link,
        indicators.indicator_name,
        indicators.kind as indicator_kind,
        indicators.direction,
        case
            when statement_values.indicator_link = 'own'
                then regexp_replace(
                    regexp_replace(regexp_replace({{ indicator_key('indicators.indicator_name') }}, '\([^()]*\)', '', 'g'), '的', '', 'g'),
                    '^(力争|争取|全面|累计|共|统筹|高标准|高质量)*(建设|创建|创成|建成|打造|争创|培育|推进|实施|完成|开展)+', ''
                )
            else statement_values.indicator_id
        end as concept,
        statement_values.kind,
        statement_values.measure,
        statement_values.period_type,
        case
            when statement_values.period_type in ('every', 'over') then coalesce(statement_values.start_year, statement_values.end_year)
            else statement_values.end_year
        end as first_year,
        statement_values.end_year,
        statement_values.start_year < statement_values.end_year
        and (
            statement_values.period_type = 'over'
            and (statement_values.measure <> 'change' or statement_values.indicator_kind = 'cumulative')
            or statement_values.period_type = 'every' and statement_values.measure = 'growth'
        ) as is_period_total,
        statement_values.comparator,
        coalesce(statement_values.value_in_unit, case when statement_values.measure = 'times' then statement_values.value end) as value,
        statement_values.value_high_in_unit as value_high,
        {{ written_rounding('statements.value_text', 'statement_values.value_in_unit') }} as rounding,
        statement_values.unit_code,
        coalesce(units.unit_name, '') as unit_name,
        -- What a difference of two such values is counted in.
        case when statement_values.unit_code = 'percent' then '个百分点' else coalesce(units.unit_name, '') end as difference_unit_name,
        units.quantity,
        statement_values.is_in_table,
        statement_values.suspect,
        statements.indicator_text,
        statements.value_text,
        statements.quote,
        statements.start_char,
        statements.end_char,
        statements.section_id,
        {{ matches('statements.value_text || substr(documents.text, statements.end_char + 1, 8)', '^[^|]*预计|^[^|]*初步') }} as is_estimate,
        sections.kind = 'box' as is_in_box
    from {{ ref('int_statement_values') }} as statement_values
    inner join {{ ref('int_reviewed_statements') }} as statements on statement_values.statement_id = statements.statement_id
    inner join {{ ref('stg_plan_documents') }} as documents on statement_values.document_id = documents.document_id
    inner join {{ ref('int_indicators') }} as indicators on statement_values.indicator_id = indicators.indicator_id
    left join {{ ref('units') }} as units on statement_values.unit_code = units.unit_code
    left join {{ ref('stg_plan_sections') }} as sections on statements.section_id = sections.section_id
    where statement_values.is_rejected is not true
        and statement_values.value is not null
        and statement_values.end_year is not null

),

names as (

    select
        plan_id,
        region_code,
        concept,
        unit_code,
        count(distinct value) as value_count
    from figures
    where measure = 'level'
    group by plan_id, region_code, concept, unit_code

)

select
    figures.*,
    figures.indicator_link <> 'own'
    or (
        coalesce(names.value_count, 1) <= 2
        and length(figures.concept) > 3
        and not coalesce(figures.is_in_box, false)
        and not {{ matches('figures.concept', '^(项目|计划|概算|估算|总|建筑|占地|用地|规划|新增|年)*(投资|投资额|面积|用地|长度|里程|全长|规模|产值|岗位|项目)$') }}
    ) as is_named_well
from figures
left join names
    on figures.plan_id = names.plan_id
    and figures.region_code = names.region_code
    and figures.concept = names.concept
    and figures.unit_code is not distinct from names.unit_code

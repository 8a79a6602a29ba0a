with doubts as (

    select
        statement_id,
        sum(weight) as priority,
        {{ list_of('doubt', 'weight desc, doubt') }} as doubts,
        string_agg(evidence, '；' order by weight desc, doubt) as why
    from {{ ref('fct_statement_doubts') }}
    group by statement_id

)

select
    statements.statement_id,
    statements.plan_id,
    cast(row_number() over (
        order by doubts.priority desc, statements.confidence, plans.doc, statements.plan_id, statements.start_char, statements.statement_id
    ) as integer) as review_rank,
    cast(doubts.priority as integer) as priority,
    doubts.doubts,
    doubts.why,
    statements.confidence,
    statements.rule,
    statements.reading,
    statements.quote,
    statements.value_text,
    statements.kind,
    statements.region_code,
    statements.indicator_id,
    statements.document_id,
    statements.start_char,
    statements.end_char
from doubts
inner join {{ ref('fct_plan_statements') }} as statements on doubts.statement_id = statements.statement_id
inner join {{ ref('dim_plan') }} as plans on statements.plan_id = plans.plan_id
order by review_rank

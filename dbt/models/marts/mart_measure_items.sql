with items as (

    select
        statement_id as item_id,
        measure_id,
        'quantified' as item_kind,
        indicator_text || ' ' || value_text as item_text,
        end_year as deadline_year,
        departments,
        statement_id,
        cast(null as varchar) as deliverable_id,
        cast(null as varchar) as project_id,
        start_char,
        end_char
    from {{ ref('fct_plan_statements') }}
    where kind = 'target' and not is_rejected and measure_id is not null

    union all

    select
        deliverable_id,
        measure_id,
        'deliverable',
        deliverable_text,
        end_year,
        departments,
        null,
        deliverable_id,
        null,
        start_char,
        end_char
    from {{ ref('fct_deliverables') }}
    where measure_id is not null

    union all

    select
        project_id,
        measure_id,
        'project',
        project_name,
        end_year,
        departments,
        null,
        null,
        project_id,
        start_char,
        end_char
    from {{ ref('fct_projects') }}
    where measure_id is not null

)

select
    items.item_id,
    measures.plan_id,
    measures.region_code,
    items.measure_id,
    items.item_kind,
    cast(
        row_number() over (partition by items.measure_id order by items.start_char, items.item_id) as integer
    ) as ordinal,
    items.item_text,
    items.deadline_year,
    case when len(items.departments) > 0 then items.departments else measures.departments end as departments,
    items.statement_id,
    items.deliverable_id,
    items.project_id,
    measures.document_id,
    items.start_char,
    items.end_char
from items
inner join {{ ref('fct_measures') }} as measures on items.measure_id = measures.measure_id
order by items.measure_id, ordinal

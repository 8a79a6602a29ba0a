with statement_counts as (

    select measure_id, count(*) as statement_count
    from {{ ref('stg_plan_statements') }}
    where measure_id is not null
    group by measure_id

)

select
    measures.measure_id,
    measures.document_id as plan_id,
    plans.region_code,
    measures.number,
    measures.title,
    measures.path,
    coalesce(measures.lead_departments, {{ empty_list() }}) as lead_departments,
    coalesce(measures.departments, {{ empty_list() }}) as departments,
    measures.deadline_year,
    cast(coalesce(statement_counts.statement_count, 0) as integer) as statement_count,
    measures.document_id,
    measures.start_char,
    measures.end_char,
    measures.section_id
from {{ ref('stg_plan_measures') }} as measures
inner join {{ ref('int_plans') }} as plans on measures.document_id = plans.document_id
left join statement_counts on measures.measure_id = statement_counts.measure_id
order by measures.measure_id

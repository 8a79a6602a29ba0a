with statement_counts as (

    select document_id, count(*) as statement_count
    from {{ ref('stg_plan_statements') }}
    group by document_id

),

measure_counts as (

    select document_id, count(*) as measure_count
    from {{ ref('stg_plan_measures') }}
    group by document_id

)

select
    plans.plan_id,
    plans.doc,
    coalesce(plans.title, plans.doc) as plan_title,
    plans.document_number,
    plans.issuer,
    plans.region_code,
    regions.region_name,
    plans.issue_date,
    plans.start_year,
    plans.end_year,
    plans.input_path,
    plans.sha256,
    plans.source,
    plans.char_count,
    cast(coalesce(statement_counts.statement_count, 0) as integer) as statement_count,
    cast(coalesce(measure_counts.measure_count, 0) as integer) as measure_count
from {{ ref('int_plans') }} as plans
left join {{ ref('int_regions') }} as regions on plans.region_code = regions.region_code
left join statement_counts on plans.document_id = statement_counts.document_id
left join measure_counts on plans.document_id = measure_counts.document_id
order by plans.doc, plans.plan_id

with mentions as (

    select document_id, {{ unnest_list('lead_departments') }} as department_name from {{ ref('stg_plan_measures') }}
    union all
    select document_id, {{ unnest_list('departments') }} as department_name from {{ ref('stg_plan_measures') }}
    union all
    select document_id, {{ unnest_list('departments') }} as department_name from {{ ref('stg_plan_statements') }}

)

select distinct
    {{ stable_id(['plans.region_code', 'mentions.department_name']) }} as department_id,
    mentions.department_name,
    plans.region_code,
    regions.region_name
from mentions
inner join {{ ref('int_plans') }} as plans on mentions.document_id = plans.document_id
left join {{ ref('int_regions') }} as regions on plans.region_code = regions.region_code
order by plans.region_code, mentions.department_name

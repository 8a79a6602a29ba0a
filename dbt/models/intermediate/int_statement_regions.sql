-- A place name is looked for as near to the plan as possible: the plan's own region, its prefecture, its province, then
-- the whole country (full names only). The nearest ring that knows the name decides, if it knows one such place alone.
with statements as (

    select
        statements.statement_id,
        statements.region_text,
        plans.region_code as plan_region_code
    from {{ ref('int_reviewed_statements') }} as statements
    inner join {{ ref('int_plans') }} as plans on statements.document_id = plans.document_id

),

mentions as (

    select distinct region_text, plan_region_code
    from statements

),

candidates as (

    select
        mentions.region_text,
        mentions.plan_region_code,
        names.region_code,
        names.name_kind,
        case
            when names.region_code = mentions.plan_region_code then 0
            when left(names.region_code, 4) = left(mentions.plan_region_code, 4) then 1
            when left(names.region_code, 2) = left(mentions.plan_region_code, 2) then 2
            else 3
        end as distance
    from mentions
    inner join {{ ref('int_region_names') }} as names on mentions.region_text = names.name_text
    where names.name_kind = 'full' or left(names.region_code, 2) = left(mentions.plan_region_code, 2)

),

ranked as (

    select *, rank() over (partition by region_text, plan_region_code order by distance, name_kind = 'short') as nearness
    from candidates

),

resolved as (

    select region_text, plan_region_code, min(region_code) as region_code, min(name_kind) as name_kind
    from ranked
    where nearness = 1
    group by region_text, plan_region_code
    having count(distinct region_code) = 1

)

select
    statements.statement_id,
    coalesce(resolved.region_code, statements.plan_region_code) as region_code,
    case
        when resolved.region_code is not null then resolved.name_kind
        when statements.region_text is null or statements.region_text in ('全省', '全市', '全县', '全区', '我省', '我市', '我县', '我区', '本地') then 'plan'
        else 'part_of_plan'
    end as region_link
from statements
left join resolved
    on statements.region_text = resolved.region_text
    and statements.plan_region_code = resolved.plan_region_code

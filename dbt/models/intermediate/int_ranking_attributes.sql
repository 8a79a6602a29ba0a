-- 约束性 or 预期性 of each comparable indicator in each region that may be compared on it: as the region's own plan says (the
-- latest that does); where none does, as the plans of the other regions of its level say if they all say the same; otherwise
-- 未注明. Indicators that no plan of the level has a target for are not in here: scores are about what was promised.
with targets as (

    select
        targets.region_code,
        targets.indicator_id,
        targets.attribute,
        regions.level,
        row_number() over (
            partition by targets.region_code, targets.indicator_id
            order by targets.attribute is not null desc, plans.issue_date desc nulls last, targets.plan_id, targets.year desc, targets.target_id
        ) as choice
    from {{ ref('fct_indicator_targets') }} as targets
    inner join {{ ref('dim_indicator') }} as indicators on targets.indicator_id = indicators.indicator_id
    inner join {{ ref('dim_region') }} as regions on targets.region_code = regions.region_code
    inner join {{ ref('dim_plan') }} as plans on targets.plan_id = plans.plan_id
    where indicators.is_catalogued and indicators.is_comparable

),

agreed as (

    select
        level,
        indicator_id,
        case when count(distinct attribute) = 1 then min(attribute) end as attribute
    from targets
    group by level, indicator_id

),

compared as (

    select region_code, level, indicator_id from {{ ref('int_ranking_figures') }}
    union
    select region_code, level, indicator_id from targets

)

select
    compared.region_code,
    compared.indicator_id,
    coalesce(own.attribute, agreed.attribute, '未注明') as attribute_class,
    case
        when own.attribute is not null then 'own_plan'
        when agreed.attribute is not null then 'other_plans'
        else 'not_stated'
    end as attribute_source
from compared
inner join agreed on compared.level = agreed.level and compared.indicator_id = agreed.indicator_id
left join targets as own
    on compared.region_code = own.region_code and compared.indicator_id = own.indicator_id and own.choice = 1

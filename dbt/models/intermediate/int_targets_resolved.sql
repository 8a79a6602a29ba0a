-- The number a target statement comes to in a year. A change adds to the base (65, 提高0.8个百分点 -> 65.8; 年均: 0.8 for
-- each year since the base), a multiple multiplies it (688亿 翻一番 -> 1376). The base is the plan's own latest stated
-- value from before the target's first year. What has no base, no convertible unit or is impossible stays unresolved.
with targets as (

    select * from {{ ref('int_target_years') }}

),

bases as (

    select
        targets.statement_id,
        targets.year,
        bases.base_year,
        bases.base_value,
        row_number() over (partition by targets.statement_id, targets.year order by bases.base_year desc) as recency
    from targets
    inner join {{ ref('int_plan_bases') }} as bases
        on targets.document_id = bases.document_id
        and targets.region_code = bases.region_code
        and targets.indicator_id = bases.indicator_id
        and bases.base_year < targets.first_year

),

resolved as (

    select
        targets.*,
        bases.base_year,
        bases.base_value,
        case
            when targets.suspect is not null then null
            when targets.measure in ('level', 'growth') or targets.is_period_total then targets.value_in_unit
            when targets.measure = 'change' and targets.period_type = 'every'
                then round(bases.base_value + targets.value_in_unit * (targets.year - bases.base_year), 8)
            when targets.measure = 'change' then round(bases.base_value + targets.value_in_unit, 8)
            when targets.measure = 'times' then round(bases.base_value * targets.value, 8)
        end as target_value
    from targets
    left join bases
        on targets.statement_id = bases.statement_id
        and targets.year = bases.year
        and bases.recency = 1

)

select
    *,
    case when measure = 'level' and target_value is not null then value_high_in_unit end as target_value_high,
    case
        when value is not null and target_value is null then 'unresolved'
        when measure in ('change', 'times') and not is_period_total then 'from_base'
        else 'stated'
    end as resolution
from resolved

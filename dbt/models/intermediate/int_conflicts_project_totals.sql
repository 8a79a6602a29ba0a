-- The investment of some projects above that of all major projects, for the same years of one plan: 168亿元 for nine
-- green-energy projects where all fifteen major ones come to 56亿元.
with totals as (

    select * from {{ ref('int_conflict_figures') }}
    where quantity = 'money_cny' and measure = 'level' and is_period_total and suspect is null and kind = 'target'

),

pairs as (

    select
        a.statement_id as statement_id_a,
        b.statement_id as statement_id_b,
        a.region_code,
        a.indicator_id,
        a.first_year as start_year,
        a.end_year as year,
        conversion.factor * a.value as value_a,
        b.value as value_b,
        b.unit_code,
        b.unit_name,
        a.indicator_name || {{ figure_text('a') }} as said_a,
        b.indicator_name || {{ figure_text('b') }} as said_b,
        {{ period_text('b') }} as period,
        b.comparator not in ('ge', 'gt') as is_firm
    from totals as b
    inner join totals as a
        on b.plan_id = a.plan_id
        and b.region_code = a.region_code
        and b.first_year = a.first_year
        and b.end_year = a.end_year
        and b.statement_id <> a.statement_id
    inner join {{ ref('int_unit_conversion') }} as conversion
        on a.unit_code = conversion.from_unit_code
        and b.unit_code = conversion.to_unit_code
        and not conversion.is_for_change_only
    where b.indicator_id = 'key_project_investment'
        and a.indicator_link = 'own'
        and {{ matches('a.indicator_name', '项目.*投资|投资.*项目') }}
        and not {{ matches('a.indicator_name', '^(全部|所有|重点|重大|政府)?(重点|重大)?(建设)?项目(累计|总|计划|完成)*投资额?$') }}
        and conversion.factor * a.value > b.value + b.rounding + conversion.factor * a.rounding

)

select
    'part_above_whole' as conflict_kind,
    case when is_firm then 'contradiction' else 'disagreement' end as severity,
    region_code,
    indicator_id,
    start_year,
    year,
    statement_id_a,
    {{ no_place('a') }},
    value_a,
    statement_id_b,
    {{ no_place('b') }},
    value_b,
    unit_code,
    {{ size_of('value_a', 'value_b') }} as size,
    {{ size_pct_of('value_a', 'value_b') }} as size_pct,
    cast(null as varchar) as likelier,
    cast(null as varchar) as likelier_reason,
    period || said_a || '，大于' || said_b || '，多出' || {{ number_text(size_of('value_a', 'value_b')) }} || unit_name
    || '；一处可能是总投资，另一处是期内完成投资' as explanation
from pairs

-- A county against its prefecture and province. Only amounts that add up are held against one another: a county's total
-- above that of the region it lies in, and the known counties of a region together above it. Averages, rates and ratios
-- may differ between levels; nothing is said of them, unless the region above demands it of every county (各县).
with figures as (

    select
        figures.*,
        regions.region_name,
        regions.level,
        regions.parent_region_code,
        figures.quantity not in ('percent', 'percentage_point', 'permille', 'ratio', 'index')
        and figures.quantity not like 'per\_%' escape '\'
        and not {{ matches('figures.indicator_name', '人均|每.{0,2}[千万百亿]|平均|亩均|村均|户均|率|比重|占比|密度|浓度|年限|寿命') }} as is_additive
    from {{ ref('int_conflict_figures') }} as figures
    inner join {{ ref('int_regions') }} as regions on figures.region_code = regions.region_code
    where figures.measure = 'level'
        and figures.suspect is null
        and figures.value_high is null
        and figures.indicator_link <> 'own'
        and figures.indicator_kind in ('stock', 'flow', 'cumulative', 'rate')

),

-- One figure of a region, indicator and period: table first, then the first in the text of the plan issued last.
chosen as (

    select *
    from (

        select
            figures.*,
            row_number() over (
                partition by figures.region_code, figures.indicator_id, figures.kind, figures.first_year, figures.end_year, figures.is_period_total
                order by plans.valid_from desc, figures.is_in_table desc, figures.start_char, figures.statement_id
            ) as choice
        from figures
        inner join {{ ref('int_plan_order') }} as plans on figures.plan_id = plans.plan_id

    ) as ranked
    where choice = 1

),

ancestors as (

    select region_code, parent_region_code as ancestor_code from {{ ref('int_regions') }} where parent_region_code is not null
    union
    select children.region_code, parents.parent_region_code as ancestor_code
    from {{ ref('int_regions') }} as children
    inner join {{ ref('int_regions') }} as parents on children.parent_region_code = parents.region_code
    where parents.parent_region_code is not null

),

pairs as (

    select
        children.statement_id as statement_id_a,
        parents.statement_id as statement_id_b,
        children.region_code,
        parents.region_code as ancestor_code,
        children.region_name as child_name,
        parents.region_name as ancestor_name,
        children.indicator_id,
        children.indicator_name,
        children.kind,
        children.first_year as start_year,
        children.end_year as year,
        children.value as value_a,
        parents.value as value_b,
        children.unit_code,
        children.unit_name,
        children.difference_unit_name,
        children.is_additive,
        children.rounding as rounding_a,
        parents.rounding as rounding_b,
        children.comparator as comparator_a,
        parents.comparator as comparator_b,
        children.direction,
        children.parent_region_code = parents.region_code as is_direct,
        {{ matches('parents.quote', '各县|每个县|所有县|全部县|各区县|各设区市|每县') }} as is_demanded_of_each,
        {{ figure_text('children') }} as said_a,
        {{ figure_text('parents') }} as said_b,
        {{ period_text('children') }} as period,
        {{ leeway('children', 'parents') }} as leeway
    from chosen as children
    inner join ancestors on children.region_code = ancestors.region_code
    inner join chosen as parents
        on ancestors.ancestor_code = parents.region_code
        and children.indicator_id = parents.indicator_id
        and children.kind = parents.kind
        and children.first_year = parents.first_year
        and children.end_year = parents.end_year
        and coalesce(children.is_period_total, false) = coalesce(parents.is_period_total, false)
        and children.unit_code = parents.unit_code

),

one_above as (

    select
        *,
        '大于' || ancestor_name || '的' || said_b || '，县区之数不能大于全域' as finding,
        'level_against_level' as conflict_kind
    from pairs
    where is_additive and value_a > value_b + leeway

),

short_of_demand as (

    select
        *,
        '达不到' || ancestor_name || '要求各县的' || said_b as finding,
        'level_against_level' as conflict_kind
    from pairs
    where not is_additive
        and is_demanded_of_each
        and kind = 'target'
        and case
            when comparator_b in ('le', 'lt') or direction = 'lower' then value_a - value_b
            else value_b - value_a
        end > leeway

),

-- The largest of them stands for the sum.
sums as (

    select
        ancestor_code,
        indicator_id,
        kind,
        start_year,
        year,
        statement_id_b,
        min(ancestor_name) as ancestor_name,
        min(indicator_name) as indicator_name,
        min(value_b) as value_b,
        min(said_b) as said_b,
        min(period) as period,
        min(unit_code) as unit_code,
        min(unit_name) as unit_name,
        min(difference_unit_name) as difference_unit_name,
        bool_and(comparator_b not in ('ge', 'gt')) as is_firm,
        sum(value_a) as value_a,
        sum(rounding_a) + min(rounding_b) as leeway,
        count(*) as child_count,
        max_by(statement_id_a, value_a) as statement_id_a,
        max(value_a) as largest_value,
        max_by(region_code, value_a) as largest_region_code,
        string_agg(child_name || {{ number_text('value_a') }}, '、' order by region_code) as children
    from pairs
    where is_additive and is_direct
    group by ancestor_code, indicator_id, kind, start_year, year, statement_id_b

)

select
    conflict_kind,
    case when is_additive and comparator_b not in ('ge', 'gt') then 'contradiction' else 'disagreement' end as severity,
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
    indicator_name || period || '：' || child_name || said_a || '，' || finding || '，相差' || {{ number_text(size_of('value_a', 'value_b')) }} || difference_unit_name as explanation
from (

    select * from one_above
    union all
    select * from short_of_demand

) as single
union all
select
    'level_against_level' as conflict_kind,
    case when is_firm then 'contradiction' else 'disagreement' end as severity,
    ancestor_code as region_code,
    indicator_id,
    start_year,
    year,
    statement_id_a,
    {{ no_place('a') }},
    round(value_a, 8) as value_a,
    statement_id_b,
    {{ no_place('b') }},
    value_b,
    unit_code,
    {{ size_of('value_a', 'value_b') }} as size,
    {{ size_pct_of('value_a', 'value_b') }} as size_pct,
    cast(null as varchar) as likelier,
    cast(null as varchar) as likelier_reason,
    indicator_name || period || '：' || children || '，合计' || {{ number_text('value_a') }} || unit_name || '，大于' || ancestor_name || '的' || said_b
    || '，相差' || {{ number_text(size_of('value_a', 'value_b')) }} || difference_unit_name as explanation
from sums
where child_count > 1
    and value_a > value_b + leeway
    and largest_value <= value_b -- one alone above the whole is told of already

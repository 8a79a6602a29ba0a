-- So many every year, and so many in all, of one thing in one plan: 每年20个 over 2023-2027 makes 100.
with yearly as (

    select * from {{ ref('int_conflict_figures') }}
    where kind = 'target' and measure = 'level' and period_type = 'every' and first_year < end_year
        and suspect is null and is_named_well and quantity not in ('percent', 'ratio', 'permille', 'index')

),

totals as (

    select * from {{ ref('int_conflict_figures') }}
    where kind = 'target' and measure = 'level' and is_period_total and suspect is null and is_named_well

),

pairs as (

    select
        a.statement_id as statement_id_a,
        b.statement_id as statement_id_b,
        a.region_code,
        a.indicator_id,
        a.indicator_name,
        a.first_year as start_year,
        a.end_year as year,
        a.value * (a.end_year - a.first_year + 1) as value_a,
        b.value as value_b,
        a.value as yearly_value,
        a.end_year - a.first_year + 1 as year_count,
        a.comparator as comparator_a,
        b.comparator as comparator_b,
        b.unit_code,
        b.unit_name,
        a.rounding * (a.end_year - a.first_year + 1) + b.rounding as leeway,
        {{ figure_text('a') }} as said_a,
        {{ figure_text('b') }} as said_b
    from yearly as a
    inner join totals as b
        on a.plan_id = b.plan_id
        and a.region_code = b.region_code
        and a.concept = b.concept
        and a.unit_code = b.unit_code
        and a.first_year = b.first_year
        and a.end_year = b.end_year

)

select
    'yearly_against_total' as conflict_kind,
    'disagreement' as severity,
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
    indicator_name || '：每年' || said_a || '，' || cast(year_count as varchar) || '年是' || {{ number_text('value_a') }} || unit_name
    || '；合计写' || said_b || '，相差' || {{ number_text(size_of('value_a', 'value_b')) }} || unit_name as explanation
from pairs
where case
        when comparator_a in ('ge', 'gt') and comparator_b in ('eq', 'approx') then value_a - value_b
        when comparator_b in ('ge', 'gt') and comparator_a in ('eq', 'approx') then value_b - value_a
        else abs(value_a - value_b)
    end > leeway

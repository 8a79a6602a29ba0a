-- A part above its whole, for the relations of the seed indicator_relations (part_of); and two quantities that must come
-- near one another (near: an output and the capacity for it). Parts and wholes are of one plan, region, period and kind;
-- what must come near may stand in two plans of the region, for years that lie close.
with figures as (

    select * from {{ ref('int_conflict_figures') }}
    where measure = 'level' and suspect is null and value_high is null and value > 0

),

pairs as (

    select
        relations.relation,
        relations.note,
        relations.factor,
        a.statement_id as statement_id_a,
        b.statement_id as statement_id_b,
        a.plan_id as plan_id_first,
        a.region_code,
        a.indicator_id,
        a.indicator_name as name_a,
        b.indicator_name as name_b,
        a.first_year as start_year,
        a.end_year as year,
        a.value as value_a,
        b.value as value_b,
        b.unit_code,
        b.unit_name,
        b.difference_unit_name,
        b.comparator not in ('ge', 'gt') and a.comparator not in ('le', 'lt') as is_firm,
        {{ period_text('a') }} || a.indicator_name || {{ figure_text('a') }} as said_a,
        {{ period_text('b') }} || b.indicator_name || {{ figure_text('b') }} as said_b,
        row_number() over (
            partition by relations.relation, a.region_code, relations.indicator_id, relations.other_indicator_id,
                case when relations.relation = 'part_of' then a.plan_id end,
                case when relations.relation = 'part_of' then a.kind end,
                case when relations.relation = 'part_of' then a.end_year end
            order by abs(a.end_year - b.end_year), a.is_in_table desc, b.is_in_table desc, a.plan_id, a.start_char, b.plan_id, b.start_char
        ) as choice
    from {{ ref('indicator_relations') }} as relations
    inner join figures as a on relations.indicator_id = a.indicator_id
    inner join figures as b
        on relations.other_indicator_id = b.indicator_id
        and a.region_code = b.region_code
        and a.unit_code = b.unit_code
        and coalesce(a.is_period_total, false) = coalesce(b.is_period_total, false)
    where (
            relations.relation = 'part_of'
            and a.plan_id = b.plan_id
            and a.kind = b.kind
            and a.first_year = b.first_year
            and a.end_year = b.end_year
            and a.value > b.value + {{ leeway('a', 'b') }}
        )
        or (
            relations.relation = 'near'
            and abs(a.end_year - b.end_year) <= {{ var('near_years') }}
            and greatest(a.value, b.value) > relations.factor * least(a.value, b.value)
        )

)

select
    case relation when 'part_of' then 'part_above_whole' else 'unlike_quantities' end as conflict_kind,
    case when relation = 'part_of' and is_firm then 'contradiction' else 'disagreement' end as severity,
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
    case relation
        when 'part_of'
            then said_a || '，大于' || said_b || '，多出' || {{ number_text(size_of('value_a', 'value_b')) }} || difference_unit_name || '；' || note
        else said_a || '，而' || said_b || '，相差' || {{ number_text('round(greatest(value_a, value_b) / least(value_a, value_b), 1)') }} || '倍；' || note
    end as explanation
from pairs
where choice = 1

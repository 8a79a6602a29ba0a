-- What an earlier plan promised and a later one of the same region says otherwise: another value for the same year; for a
-- later year no more than was promised for an earlier one (70% by 2025, 69% by 2027); the same value for a later year
-- with nothing left for the earlier (moved). And a fact that two plans give differently.
with figures as (

    select figures.*, plans.valid_from
    from {{ ref('int_conflict_figures') }} as figures
    inner join {{ ref('int_plan_order') }} as plans on figures.plan_id = plans.plan_id
    where figures.measure in ('level', 'growth')
        and figures.suspect is null
        and figures.value_high is null
        and figures.indicator_link <> 'own'

),

pairs as (

    select
        a.statement_id as statement_id_a,
        b.statement_id as statement_id_b,
        a.plan_id as plan_a,
        b.plan_id as plan_b,
        a.region_code,
        a.indicator_id,
        a.indicator_name,
        a.kind,
        a.measure,
        a.direction,
        a.indicator_kind,
        a.period_type as period_type_a,
        b.period_type as period_type_b,
        coalesce(a.is_period_total, false) as is_period_total,
        a.first_year as first_year_a,
        b.first_year as first_year_b,
        a.end_year as year_a,
        b.end_year as year_b,
        a.value as value_a,
        b.value as value_b,
        a.unit_code,
        a.unit_name,
        a.difference_unit_name,
        {{ period_text('a') }} as period_a,
        {{ period_text('b') }} as period_b,
        {{ figure_text('a') }} as said_a,
        {{ figure_text('b') }} as said_b,
        {{ figures_differ('a', 'b') }} as differ,
        a.comparator as comparator_a,
        b.comparator as comparator_b,
        {{ leeway('a', 'b') }} as leeway,
        a.is_in_table as is_in_table_a,
        b.is_in_table as is_in_table_b,
        a.start_char as start_char_first,
        b.start_char as start_char_second,
        extract(year from b.valid_from) as later_year
    from figures as a
    inner join figures as b
        on a.region_code = b.region_code
        and a.indicator_id = b.indicator_id
        and a.unit_code is not distinct from b.unit_code
        and a.kind = b.kind
        and a.measure = b.measure
        and coalesce(a.is_period_total, false) = coalesce(b.is_period_total, false)
        and a.plan_id <> b.plan_id
        and (a.valid_from < b.valid_from or (a.valid_from = b.valid_from and a.plan_id < b.plan_id))

),

-- The earlier plan's years of which the later plan says something too.
kept_years as (

    select distinct plan_a, plan_b, region_code, indicator_id, kind, measure, is_period_total, year_a
    from pairs
    where year_a between first_year_b and year_b

),

judged as (

    select
        pairs.*,
        case
            when pairs.kind = 'actual' and pairs.year_a = pairs.year_b and pairs.first_year_a = pairs.first_year_b and pairs.differ then 'fact'
            when pairs.kind = 'actual' then null
            when pairs.is_period_total and (pairs.first_year_a <> pairs.first_year_b or pairs.year_a <> pairs.year_b) then null
            when pairs.year_a >= pairs.first_year_b and pairs.year_b >= pairs.first_year_a and pairs.differ
                then case when pairs.value_b < pairs.value_a then 'lowered' else 'raised' end
            when pairs.measure = 'growth' or pairs.indicator_kind = 'cumulative' or pairs.is_period_total then null
            when pairs.period_type_a not in ('by', 'in') or pairs.period_type_b not in ('by', 'in') then null
            when pairs.year_b <= pairs.year_a or pairs.year_a < pairs.later_year or kept_years.year_a is not null then null
            when abs(pairs.value_a - pairs.value_b) <= pairs.leeway then 'moved'
            when pairs.direction = 'higher' and pairs.comparator_b not in ('ge', 'gt') and pairs.value_b < pairs.value_a then 'falls_short_later'
            when pairs.direction = 'higher' and pairs.value_b < pairs.value_a then 'falls_short_later'
            when pairs.direction = 'lower' and pairs.value_b > pairs.value_a then 'falls_short_later'
        end as change
    from pairs
    left join kept_years
        on pairs.plan_a = kept_years.plan_a
        and pairs.plan_b = kept_years.plan_b
        and pairs.region_code = kept_years.region_code
        and pairs.indicator_id = kept_years.indicator_id
        and pairs.kind = kept_years.kind
        and pairs.measure = kept_years.measure
        and pairs.is_period_total = kept_years.is_period_total
        and pairs.year_a = kept_years.year_a

),

chosen as (

    select
        *,
        row_number() over (
            partition by plan_a, plan_b, region_code, indicator_id, change, value_a, value_b, year_a, year_b
            order by is_in_table_a desc, is_in_table_b desc, start_char_first, start_char_second
        ) as choice,
        dense_rank() over (
            partition by plan_a, plan_b, region_code, indicator_id, change
            order by case when change in ('moved', 'falls_short_later') then year_a end desc, case when change in ('moved', 'falls_short_later') then year_b end
        ) as nearness
    from judged
    where change is not null

)

select
    'plan_against_later_plan' as conflict_kind,
    case when change = 'fact' then 'disagreement' else 'change' end as severity,
    region_code,
    indicator_id,
    first_year_b as start_year,
    year_b as year,
    statement_id_a,
    {{ no_place('a') }},
    value_a,
    statement_id_b,
    {{ no_place('b') }},
    value_b,
    unit_code,
    {{ size_of('value_a', 'value_b') }} as size,
    {{ size_pct_of('value_a', 'value_b') }} as size_pct,
    case when change <> 'fact' then 'b' end as likelier,
    case when change <> 'fact' then '后发的规划改变了先发的，以后发的为准' end as likelier_reason,
    indicator_name || '：先发的规划写' || period_a || said_a || '，后发的写' || period_b || said_b
    || case change
        when 'fact' then '，同一年的数两份规划不一'
        when 'moved' then '，数未变，时间推后'
        when 'falls_short_later' then '，时间更晚而要求更低'
        when 'lowered' then '，下调'
        else '，上调'
    end
    || case when size_text <> '0' then size_text || difference_unit_name else '' end as explanation
from (

    select *, {{ number_text(size_of('value_a', 'value_b')) }} as size_text
    from chosen
    where choice = 1 and nearness = 1

) as described

-- The mean of the scores of fct_ranking_scores, put in order as it is shown (four decimals). Regions with too few of the
-- group's indicators keep their score and have no rank.
{%- set basket = 'method, compared_within, level, group_region_code, attribute_class, period_kind, period_end' %}
with scores as (

    select * from {{ ref('fct_ranking_scores') }}

),

baskets as (

    select
        method,
        compared_within,
        level,
        group_region_code,
        attribute_class,
        period_kind,
        year,
        month,
        period_end,
        count(distinct indicator_id) as group_indicator_count
    from scores
    group by method, compared_within, level, group_region_code, attribute_class, period_kind, year, month, period_end

),

averaged as (

    select
        method,
        compared_within,
        level,
        group_region_code,
        attribute_class,
        period_kind,
        period_end,
        region_code,
        round(avg(score), 4) as score,
        count(*) as indicator_count,
        round(avg(rank), 4) as mean_rank,
        count(*) filter (where is_provisional) as provisional_count,
        {{ joined('indicator_id', ',', 'indicator_id') }} as indicators
    from scores
    group by method, compared_within, level, group_region_code, attribute_class, period_kind, period_end, region_code

),

covered as (

    select
        averaged.*,
        baskets.year,
        baskets.month,
        baskets.group_indicator_count,
        round(averaged.indicator_count * 100.0 / baskets.group_indicator_count, 4) as coverage_pct,
        case
            when averaged.indicator_count * 100.0 / baskets.group_indicator_count >= {{ var('ranking_min_coverage_pct') }} then -averaged.score
        end as sort_value
    from averaged
    inner join baskets
        on averaged.method = baskets.method
        and averaged.compared_within = baskets.compared_within
        and averaged.level = baskets.level
        and averaged.group_region_code is not distinct from baskets.group_region_code
        and averaged.attribute_class = baskets.attribute_class
        and averaged.period_kind = baskets.period_kind
        and averaged.period_end = baskets.period_end

),

ranked as (

    select
        *,
        {{ ranked('sort_value', basket) }}
    from covered

),

-- Which regions were ranked, each by which indicators: only where this is the same does a change of rank mean anything.
compared_groups as (

    select
        method,
        compared_within,
        level,
        group_region_code,
        attribute_class,
        period_kind,
        year,
        month,
        period_end,
        {{ joined("region_code || ':' || indicators", ';', 'region_code') }} as basis
    from ranked
    where rank is not null
    group by method, compared_within, level, group_region_code, attribute_class, period_kind, year, month, period_end

),

paired as (

    select
        later.method,
        later.compared_within,
        later.level,
        later.group_region_code,
        later.attribute_class,
        later.period_kind,
        later.period_end,
        earlier.period_end as period_end_before,
        later.basis = earlier.basis as is_same_basis,
        row_number() over (
            partition by later.method, later.compared_within, later.level, later.group_region_code, later.attribute_class, later.period_kind, later.period_end
            order by earlier.period_end desc
        ) as nearness
    from compared_groups as later
    inner join compared_groups as earlier
        on later.method = earlier.method
        and later.compared_within = earlier.compared_within
        and later.level = earlier.level
        and later.group_region_code is not distinct from earlier.group_region_code
        and later.attribute_class = earlier.attribute_class
        and later.period_kind = earlier.period_kind
        and later.period_end > earlier.period_end
        and {{ is_period_before('earlier', 'later') }}

),

-- Each ranked region's row in the period before.
before as (

    select
        ranked.method,
        ranked.compared_within,
        ranked.attribute_class,
        ranked.period_kind,
        ranked.region_code,
        paired.period_end,
        ranked.period_end as period_end_before,
        ranked.rank as rank_before,
        paired.is_same_basis
    from paired
    inner join ranked
        on paired.method = ranked.method
        and paired.compared_within = ranked.compared_within
        and paired.level = ranked.level
        and paired.group_region_code is not distinct from ranked.group_region_code
        and paired.attribute_class = ranked.attribute_class
        and paired.period_kind = ranked.period_kind
        and paired.period_end_before = ranked.period_end
    where paired.nearness = 1 and ranked.rank is not null

)

select
    {{ stable_id(['ranked.method', 'ranked.compared_within', 'ranked.attribute_class', 'ranked.period_kind', 'ranked.period_end', 'ranked.region_code']) }} as ranking_id,
    ranked.method,
    methods.method_name,
    ranked.method = '{{ var("ranking_method") }}' as is_default_method,
    ranked.attribute_class,
    ranked.compared_within,
    ranked.level,
    ranked.group_region_code,
    ranked.period_kind,
    ranked.year,
    ranked.month,
    ranked.period_end,
    ranked.region_code,
    ranked.score,
    ranked.mean_rank,
    ranked.rank,
    ranked.tied_count > 1 as is_tied,
    ranked.tied_count,
    ranked.compared_count,
    cast(ranked.indicator_count as integer) as indicator_count,
    cast(ranked.group_indicator_count as integer) as group_indicator_count,
    ranked.coverage_pct,
    cast(ranked.provisional_count as integer) as provisional_count,
    ranked.provisional_count > 0 as is_provisional,
    before.period_end_before,
    before.rank_before,
    case when before.is_same_basis then before.rank_before - ranked.rank end as rank_change,
    case
        when ranked.rank is not null then null
        when ranked.sort_value is null
            then '只有' || cast(ranked.indicator_count as varchar) || '项指标有数，共' || cast(ranked.group_indicator_count as varchar) || '项，不足'
                || {{ number_text(var('ranking_min_coverage_pct')) }} || '%，不排位'
        else '只有本地区够条件，不排位'
    end as no_rank_reason
from ranked
inner join {{ ref('ranking_methods') }} as methods on ranked.method = methods.method
left join before
    on ranked.method = before.method
    and ranked.compared_within = before.compared_within
    and ranked.attribute_class = before.attribute_class
    and ranked.period_kind = before.period_kind
    and ranked.period_end = before.period_end
    and ranked.region_code = before.region_code
    and ranked.rank is not null
order by
    ranked.period_kind,
    ranked.period_end,
    ranked.level,
    ranked.compared_within,
    ranked.group_region_code nulls first,
    ranked.attribute_class,
    methods.ordinal,
    ranked.rank nulls last,
    ranked.region_code

-- The score of each indicator by each method, before it is averaged. An indicator that only one region of the group has is
-- compared with nothing and scores nothing; nor does one on which all regions are equal, by 功效系数 without bounds of its own.
{%- set group = 'compared_within, level, group_region_code, attribute_class, indicator_id, period_kind, period_end' %}
with grouped as (

    select
        inputs.*,
        comparisons.compared_within,
        case when comparisons.compared_within = 'parent' then inputs.parent_region_code end as group_region_code,
        {{ order_of('inputs.value', 'inputs.direction') }} as sort_value
    from {{ ref('int_ranking_inputs') }} as inputs
    cross join {{ comparisons() }} as comparisons
    where comparisons.compared_within = 'level' or inputs.parent_region_code is not null

),

ranked as (

    select
        *,
        {{ ranked('sort_value', group) }},
        max(value) over (partition by {{ group }}) as highest_value,
        min(value) over (partition by {{ group }}) as lowest_value
    from grouped
    where value is not null

),

bounded as (

    select
        ranked.*,
        coalesce(bounds.unacceptable_value, case ranked.direction when 'lower' then ranked.highest_value else ranked.lowest_value end) as lower_bound_value,
        coalesce(bounds.satisfactory_value, case ranked.direction when 'lower' then ranked.lowest_value else ranked.highest_value end) as upper_bound_value,
        bounds.indicator_id is not null as is_bound_set
    from ranked
    left join {{ ref('ranking_bounds') }} as bounds
        on ranked.indicator_id = bounds.indicator_id
        and ranked.level = bounds.level
        and ranked.period_kind = bounds.period_kind

),

-- A share of a target for 2025 says nothing beside a share of one for 2027: for each indicator the target year that most
-- regions of the group have is compared, the earliest of several.
same_target as (

    select
        *,
        count(*) over (partition by {{ group }}, target_year, total_since_year) as completion_count
    from grouped
    where completion_pct is not null

),

chosen_target as (

    select
        *,
        dense_rank() over (
            partition by {{ group }} order by completion_count desc, total_since_year is not null, target_year, total_since_year
        ) as choice
    from same_target

),

scored as (

    select
        'completion' as method,
        compared_within,
        level,
        group_region_code,
        attribute_class,
        attribute_source,
        indicator_id,
        period_kind,
        year,
        month,
        period_end,
        region_code,
        least(completion_pct, {{ var('ranking_completion_cap_pct') }}) as score,
        completion_pct as value,
        'percent' as unit_code,
        target_year,
        cast(null as double) as lower_bound_value,
        cast(null as double) as upper_bound_value,
        cast(null as boolean) as is_bound_set,
        cast(null as integer) as rank,
        cast(null as integer) as tied_count,
        cast(completion_count as integer) as compared_count,
        is_provisional,
        progress_id,
        cast(null as varchar) as actual_id
    from chosen_target
    where choice = 1 and completion_count > 1

    union all

    select
        'efficacy' as method,
        compared_within,
        level,
        group_region_code,
        attribute_class,
        attribute_source,
        indicator_id,
        period_kind,
        year,
        month,
        period_end,
        region_code,
        (value - lower_bound_value) / (upper_bound_value - lower_bound_value) * 40 + 60 as score,
        value,
        unit_code,
        cast(null as integer) as target_year,
        lower_bound_value,
        upper_bound_value,
        is_bound_set,
        cast(null as integer) as rank,
        cast(null as integer) as tied_count,
        compared_count,
        is_provisional,
        cast(null as varchar) as progress_id,
        actual_id
    from bounded
    where rank is not null and upper_bound_value <> lower_bound_value

    union all

    select
        'position' as method,
        compared_within,
        level,
        group_region_code,
        attribute_class,
        attribute_source,
        indicator_id,
        period_kind,
        year,
        month,
        period_end,
        region_code,
        (compared_count - rank) * 100.0 / (compared_count - 1) as score,
        value,
        unit_code,
        cast(null as integer) as target_year,
        cast(null as double) as lower_bound_value,
        cast(null as double) as upper_bound_value,
        cast(null as boolean) as is_bound_set,
        rank,
        tied_count,
        compared_count,
        is_provisional,
        cast(null as varchar) as progress_id,
        actual_id
    from ranked
    where rank is not null

)

select
    {{ stable_id(['method', 'compared_within', 'attribute_class', 'indicator_id', 'period_kind', 'period_end', 'region_code']) }} as ranking_score_id,
    method,
    attribute_class,
    attribute_source,
    compared_within,
    level,
    group_region_code,
    period_kind,
    year,
    month,
    period_end,
    region_code,
    indicator_id,
    score,
    value,
    unit_code,
    target_year,
    lower_bound_value,
    upper_bound_value,
    is_bound_set,
    rank,
    tied_count > 1 as is_tied,
    compared_count,
    is_provisional,
    case method
        when 'completion' then
            '完成' || cast(target_year as varchar) || '年目标的 ' || {{ number_text(shown('value')) }} || '%'
            || case when value > score then '，按上限 ' || {{ number_text('score') }} || '% 计' else '' end
        when 'efficacy' then
            '(' || {{ number_text('value') }} || {{ minus_text('lower_bound_value') }} || ') ÷ ('
            || {{ number_text('upper_bound_value') }} || {{ minus_text('lower_bound_value') }} || ') × 40 + 60 = ' || {{ number_text('round(score, 4)') }}
        else
            cast(compared_count as varchar) || '个地区中第' || cast(rank as varchar)
            || case when tied_count > 1 then '（' || cast(tied_count as varchar) || '个地区并列）' else '' end
    end as working,
    progress_id,
    actual_id
from scored
order by period_kind, period_end, level, compared_within, group_region_code nulls first, attribute_class, method, indicator_id, region_code

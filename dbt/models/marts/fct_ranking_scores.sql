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
        min(value) over (partition by {{ group }}) as lowest_value,
        count(completion_pct) over (partition by {{ group }}) as completion_count
    from grouped

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

scored as (

    select
        *,
        'completion' as method,
        least(completion_pct, {{ var('ranking_completion_cap_pct') }}) as score
    from bounded
    where completion_pct is not null and completion_count > 1

    union all

    select
        *,
        'efficacy' as method,
        (value - lower_bound_value) / (upper_bound_value - lower_bound_value) * 40 + 60 as score
    from bounded
    where rank is not null and upper_bound_value <> lower_bound_value

    union all

    select
        *,
        'position' as method,
        (compared_count - rank) * 100.0 / (compared_count - 1) as score
    from bounded
    where rank is not null

)

select
    {{ stable_id(['scored.method', 'scored.compared_within', 'scored.attribute_class', 'scored.indicator_id', 'scored.period_kind', 'scored.period_end', 'scored.region_code']) }} as ranking_score_id,
    scored.method,
    scored.compared_within,
    scored.attribute_class,
    scored.attribute_source,
    scored.level,
    scored.group_region_code,
    scored.period_kind,
    scored.year,
    scored.month,
    scored.period_end,
    scored.region_code,
    scored.indicator_id,
    scored.score,
    case when scored.method = 'completion' then scored.completion_pct else scored.value end as value,
    case when scored.method = 'completion' then 'percent' else scored.unit_code end as unit_code,
    case when scored.method = 'efficacy' then scored.lower_bound_value end as lower_bound_value,
    case when scored.method = 'efficacy' then scored.upper_bound_value end as upper_bound_value,
    case when scored.method = 'efficacy' then scored.is_bound_set end as is_bound_set,
    case when scored.method = 'position' then scored.rank end as rank,
    case when scored.method = 'position' then scored.tied_count > 1 end as is_tied,
    cast(case when scored.method = 'completion' then scored.completion_count else scored.compared_count end as integer) as compared_count,
    case when scored.method = 'completion' then scored.is_completion_provisional else scored.is_figure_provisional end as is_provisional,
    case scored.method
        when 'completion' then
            '完成目标的 ' || {{ number_text(shown('scored.completion_pct')) }} || '%'
            || case when scored.completion_pct > scored.score then '，按上限 ' || {{ number_text('scored.score') }} || '% 计' else '' end
        when 'efficacy' then
            '(' || {{ number_text('scored.value') }} || {{ minus_text('scored.lower_bound_value') }} || ') ÷ ('
            || {{ number_text('scored.upper_bound_value') }} || {{ minus_text('scored.lower_bound_value') }} || ') × 40 + 60 = ' || {{ number_text('round(scored.score, 4)') }}
        else
            cast(scored.compared_count as varchar) || '个地区中第' || cast(scored.rank as varchar)
            || case when scored.tied_count > 1 then '（' || cast(scored.tied_count as varchar) || '个地区并列）' else '' end
    end as working,
    case when scored.method = 'completion' then scored.progress_id end as progress_id,
    case when scored.method <> 'completion' then scored.actual_id end as actual_id
from scored
order by
    scored.period_kind,
    scored.period_end,
    scored.level,
    scored.compared_within,
    scored.group_region_code nulls first,
    scored.attribute_class,
    scored.method,
    scored.indicator_id,
    scored.region_code

{{ config(materialized='table') }}
-- Each figure among those of the same indicator and period: of all known regions of its level, and of those under the same
-- region. Where nobody of the level has a figure there is nothing to compare.
{%- set group = 'compared_within, level, group_region_code, indicator_id, period_kind, period_end' %}
with grouped as (

    select
        figures.*,
        comparisons.compared_within,
        case when comparisons.compared_within = 'parent' then figures.parent_region_code end as group_region_code,
        {{ order_of('figures.value', 'figures.direction') }} as sort_value
    from {{ ref('int_ranking_figures') }} as figures
    cross join {{ comparisons() }} as comparisons
    where comparisons.compared_within = 'level' or figures.parent_region_code is not null

),

ranked as (

    select
        *,
        {{ ranked('sort_value', group) }},
        count(value) over (partition by {{ group }}) as known_count,
        case direction
            when 'higher' then max(value) over (partition by {{ group }})
            when 'lower' then min(value) over (partition by {{ group }})
        end as best_value
    from grouped

),

-- Who is compared in each group, as one text: two groups are the same where it is.
compared_groups as (

    select
        compared_within,
        level,
        group_region_code,
        indicator_id,
        period_kind,
        year,
        month,
        period_end,
        {{ joined('region_code', ',', 'region_code') }} as compared_regions
    from ranked
    where rank is not null
    group by compared_within, level, group_region_code, indicator_id, period_kind, year, month, period_end

),

paired as (

    select
        later.compared_within,
        later.level,
        later.group_region_code,
        later.indicator_id,
        later.period_kind,
        later.period_end,
        earlier.period_end as period_end_before,
        later.compared_regions = earlier.compared_regions as is_same_group,
        row_number() over (
            partition by later.compared_within, later.level, later.group_region_code, later.indicator_id, later.period_kind, later.period_end
            order by earlier.period_end desc
        ) as nearness
    from compared_groups as later
    inner join compared_groups as earlier
        on later.compared_within = earlier.compared_within
        and later.level = earlier.level
        and later.group_region_code is not distinct from earlier.group_region_code
        and later.indicator_id = earlier.indicator_id
        and later.period_kind = earlier.period_kind
        and later.period_end > earlier.period_end
        and {{ is_period_before('earlier', 'later') }}

)

select
    ranked.*,
    before.period_end as period_end_before,
    before.rank as rank_before,
    case when paired.is_same_group then before.rank - ranked.rank end as rank_change
from ranked
left join paired
    on ranked.compared_within = paired.compared_within
    and ranked.level = paired.level
    and ranked.group_region_code is not distinct from paired.group_region_code
    and ranked.indicator_id = paired.indicator_id
    and ranked.period_kind = paired.period_kind
    and ranked.period_end = paired.period_end
    and ranked.rank is not null
    and paired.nearness = 1
left join ranked as before
    on paired.compared_within = before.compared_within
    and paired.level = before.level
    and paired.group_region_code is not distinct from before.group_region_code
    and paired.indicator_id = before.indicator_id
    and paired.period_kind = before.period_kind
    and paired.period_end_before = before.period_end
    and ranked.region_code = before.region_code
    and before.rank is not null
where ranked.compared_within = 'parent' or ranked.known_count > 0

-- A rank is never given without a figure, alone, or from figures that are not compared; the first of a group is number 1.
{{ config(meta={'dagster': {'ref': {'name': 'mart_indicator_ranking'}}}) }}
select 'rank without a figure or alone' as problem, ranking_id as entry
from {{ ref('mart_indicator_ranking') }}
where (rank_in_level is not null and (value is null or compared_in_level_count < 2 or direction not in ('higher', 'lower')))
    or (rank_in_parent is not null and (value is null or compared_in_parent_count < 2 or rank_in_level is null))
    or rank_in_level > compared_in_level_count
    or (rank_in_level is null) <> (no_rank_reason is not null)
union all
select 'rank with too few indicators or alone' as problem, ranking_id as entry
from {{ ref('mart_ranking') }}
where rank is not null and (coverage_pct < {{ var('ranking_min_coverage_pct') }} or compared_count < 2 or rank > compared_count)
union all
select 'group without a first' as problem, min(ranking_id) as entry
from {{ ref('mart_ranking') }}
where rank is not null
group by method, attribute_class, compared_within, level, group_region_code, period_kind, period_end
having min(rank) <> 1

-- The place of the region in the month, by the method in force: one row a class and group of regions compared.
select
    ranking.ranking_id,
    ranking.method_name,
    ranking.attribute_class,
    ranking.compared_within,
    ranking.level,
    parents.region_name as group_region_name,
    ranking.group_region_code,
    ranking.score,
    ranking.rank,
    ranking.is_tied,
    ranking.compared_count,
    ranking.indicator_count,
    ranking.is_provisional,
    ranking.period_end_before,
    ranking.rank_before,
    ranking.rank_change,
    ranking.no_rank_reason
from marts.mart_ranking as ranking
left join marts.dim_region as parents on ranking.group_region_code = parents.region_code
where ranking.region_code = $region_code
    and ranking.period_kind = 'month'
    and ranking.period_end = $period_end
    and ranking.is_default_method
order by
    case ranking.attribute_class when '约束性' then 0 when '预期性' then 1 else 2 end,
    ranking.compared_within

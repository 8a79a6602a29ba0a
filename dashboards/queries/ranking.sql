-- One row a region of a group, by one method, in one class of indicators and period: score, rank, change of rank.
select
    k.method, k.method_name, k.is_default_method, k.attribute_class, k.region_code, r.region_name, k.score, k.mean_rank,
    k.rank, k.is_tied, k.tied_count, k.compared_count, k.indicator_count, k.group_indicator_count, k.is_provisional,
    k.rank_before, k.rank_change, k.no_rank_reason
from marts.mart_ranking as k
inner join marts.dim_region as r on r.region_code = k.region_code
where k.compared_within = $within and k.level = $level
    and ($group is null or k.group_region_code = $group)
    and k.period_kind = $kind and k.period_end = $end
order by k.attribute_class = '约束性' desc, k.attribute_class = '预期性' desc, k.attribute_class, k.method, k.rank nulls last,
    k.region_code

-- One row a comparable indicator, period and region: the figure with its rank among all regions of its level, for a file.
select
    k.indicator_id, i.indicator_name, k.period_kind, k.year, k.month, k.region_code, r.region_name, k.value,
    coalesce(u.unit_name, k.unit_code, '') as unit_name, k.rank_in_level as rank, k.compared_in_level_count as compared_count,
    k.rank_in_level_change as rank_change, k.is_provisional, k.no_rank_reason
from marts.mart_indicator_ranking as k
inner join marts.dim_indicator as i on i.indicator_id = k.indicator_id
left join marts.dim_region as r on r.region_code = k.region_code
left join marts.dim_unit as u on u.unit_code = k.unit_code
where $region is null or k.region_code = $region
order by k.indicator_id, k.period_end desc, k.rank_in_level nulls last, k.region_code

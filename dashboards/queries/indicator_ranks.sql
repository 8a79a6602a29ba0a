-- One row a comparable indicator and region of a group in a period: the figure with its rank within the group.
select
    k.indicator_id, i.indicator_name, i.indicator_name_en, coalesce(u.unit_name, k.unit_code, '') as unit_name, k.direction,
    k.region_code, r.region_name, k.value, k.is_provisional,
    case when $within = 'parent' then k.rank_in_parent else k.rank_in_level end as rank,
    case when $within = 'parent' then k.is_tied_in_parent else k.is_tied_in_level end as is_tied,
    case when $within = 'parent' then k.compared_in_parent_count else k.compared_in_level_count end as compared_count,
    case when $within = 'parent' then k.rank_in_parent_change else k.rank_in_level_change end as rank_change,
    k.no_rank_reason
from marts.mart_indicator_ranking as k
inner join marts.dim_indicator as i on i.indicator_id = k.indicator_id
inner join marts.dim_region as r on r.region_code = k.region_code
left join marts.dim_unit as u on u.unit_code = k.unit_code
where k.level = $level and ($group is null or k.parent_region_code = $group)
    and k.period_kind = $kind and k.period_end = $end
order by i.indicator_name, k.indicator_id, rank nulls last, k.region_code

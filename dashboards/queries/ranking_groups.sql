-- One row a group of regions that are compared and a period: the choices of the ranking page, the latest first.
with ranked as (
    select 'level' as compared_within, i.level, null as group_region_code, i.period_kind, i.year, i.month, i.period_end,
        count(distinct i.region_code) filter (where i.rank_in_level is not null) as region_count
    from marts.mart_indicator_ranking as i
    group by all
    union all
    select 'parent', i.level, i.parent_region_code, i.period_kind, i.year, i.month, i.period_end,
        count(distinct i.region_code) filter (where i.rank_in_parent is not null)
    from marts.mart_indicator_ranking as i
    where i.parent_region_code is not null
    group by all
)
select ranked.*, r.region_name as group_region_name
from ranked
left join marts.dim_region as r on r.region_code = ranked.group_region_code
where ranked.region_count > 0
order by ranked.period_end desc, ranked.period_kind, ranked.compared_within, ranked.level, ranked.group_region_code

-- Regions that anything is judged for, and the months that each can have a bulletin about.
select
    regions.region_code,
    regions.region_name,
    list(distinct scorecard.period_end order by scorecard.period_end)
        filter (where scorecard.period_kind = 'month') as month_ends
from marts.mart_region_scorecard as scorecard
inner join marts.dim_region as regions on scorecard.region_code = regions.region_code
group by regions.region_code, regions.region_name
order by regions.region_code

-- The published file itself, and the day that the ledger stands at.
select
    publication.version,
    publication.published_at,
    publication.run_id,
    publication.as_of,
    clock.scorecard_id,
    clock.period_end as cut_off
from meta.publication as publication
left join (
    select scorecard_id, period_end
    from marts.mart_region_scorecard
    where period_kind = 'current'
    order by region_code <> $region_code, scorecard_id
    limit 1
) as clock on true

-- One row an actual as it stands, of every source, for a file.
select
    a.region_code, r.region_name, a.indicator_id, i.indicator_name, a.period_kind, a.year,
    case when a.period_kind = 'month' then month(a.period_end) end as month, a.value,
    coalesce(u.unit_name, a.unit_code, a.unit_text, '') as unit_name, a.maturity, a.source_kind, a.source_title, a.source,
    a.recorded_at, a.is_preferred, a.quote, a.statement_id
from marts.fct_indicator_actuals as a
inner join marts.dim_indicator as i on i.indicator_id = a.indicator_id
left join marts.dim_region as r on r.region_code = a.region_code
left join marts.dim_unit as u on u.unit_code = a.unit_code
where a.superseded_at is null and ($region is null or a.region_code = $region)
order by a.region_code, a.indicator_id, a.period_end, a.is_preferred desc, a.actual_id

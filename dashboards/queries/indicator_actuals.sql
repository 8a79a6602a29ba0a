-- One row a yearly actual of one indicator (region x period x source), as it stands. Several of one year may differ:
-- `is_preferred` marks the one that the progress table uses.
select
    a.actual_id, a.region_code, coalesce(r.region_name, a.region_code) as region_name, a.year, a.is_period_total, a.period_start,
    a.value, a.value_text,
    coalesce(u.unit_name, a.unit_code, a.unit_text, '') as unit_name, a.unit_text, a.maturity, a.source_kind,
    a.source_title, a.source, a.recorded_at, a.input_path, a.line, a.statement_id, a.quote, a.is_preferred, a.is_corrected
from marts.fct_indicator_actuals as a
left join marts.dim_region as r on r.region_code = a.region_code
left join marts.dim_unit as u on u.unit_code = a.unit_code
where a.indicator_id = $indicator and a.period_kind in ('year', 'span') and a.superseded_at is null
order by a.region_code, a.year, a.is_preferred desc, a.period_start, a.actual_id

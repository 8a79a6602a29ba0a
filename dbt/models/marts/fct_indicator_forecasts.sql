with forecasts as (

    select * from {{ ref('int_forecasts_of_levels') }}
    union all
    select * from {{ ref('int_forecasts_of_totals') }}

),

judged as (

    select
        forecasts.*,
        paths.document_id as plan_id,
        paths.region_code,
        paths.indicator_id,
        paths.target_year,
        paths.target_value,
        paths.comparator,
        paths.wanted,
        paths.unit_code,
        units.unit_name,
        {{ meets('forecasts.forecast_value', 'paths') }} as is_met,
        {{ meets("case when paths.wanted = 'lower' then forecasts.forecast_high else forecasts.forecast_low end", 'paths') }} as is_met_at_worst,
        {{ meets("case when paths.wanted = 'lower' then forecasts.forecast_low else forecasts.forecast_high end", 'paths') }} as is_met_at_best
    from forecasts
    inner join {{ ref('int_target_paths') }} as paths on forecasts.target_id = paths.target_id
    left join {{ ref('units') }} as units on paths.unit_code = units.unit_code

)

select
    target_id,
    plan_id,
    region_code,
    indicator_id,
    target_year,
    target_value,
    comparator,
    unit_code,
    method,
    point_count,
    round(forecast_value, 6) as forecast_value,
    round(forecast_low, 6) as forecast_low,
    round(forecast_high, 6) as forecast_high,
    round(case when wanted = 'lower' then -1 else 1 end * (forecast_value - target_value), 6) as forecast_gap_value,
    is_met as is_expected_to_meet,
    case
        when is_met and (is_met_at_worst or forecast_low is null) then 'meets'
        when is_met then 'meets_uncertain'
        when is_met_at_best then 'misses_uncertain'
        else 'misses'
    end as outlook,
    points_text || '；' || case method when 'growth_line' then '按等速增长外推' when 'straight_line' then '按直线外推' else '按现有进度推算' end
    || '，' || cast(target_year as varchar) || '年约 ' || {{ number_text(shown('forecast_value')) }} || coalesce(unit_name, '')
    || case
        when forecast_low is null then '（只有' || cast(point_count as varchar) || '个点，不给区间）'
        else '（八成把握在 ' || {{ number_text(shown('forecast_low')) }} || '～' || {{ number_text(shown('forecast_high')) }} || '）'
    end
    || '，目标 ' || {{ number_text(shown('target_value')) }} || coalesce(unit_name, '') as working,
    actual_ids
from judged
order by plan_id, region_code, indicator_id, target_year, target_id

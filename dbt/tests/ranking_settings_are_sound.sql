-- The settings of the rankings: the method chosen exists, the cap does not cut what is reached, and bounds name a
-- comparable indicator, once each, with 满意值 on the better side of 不允许值.
{{ config(meta={'dagster': {'ref': {'name': 'mart_ranking'}}}) }}
select 'method is unknown' as problem, '{{ var("ranking_method") }}' as entry
where '{{ var("ranking_method") }}' not in (select method from {{ ref('ranking_methods') }})
union all
select 'cap below 100' as problem, '{{ var("ranking_completion_cap_pct") }}' as entry
where {{ var('ranking_completion_cap_pct') }} < 100
union all
select 'least coverage is no share' as problem, '{{ var("ranking_min_coverage_pct") }}' as entry
where {{ var('ranking_min_coverage_pct') }} not between 0 and 100
union all
select 'bound of an indicator that is not compared' as problem, indicator_id as entry
from {{ ref('ranking_bounds') }}
where indicator_id not in (
    select indicator_id from {{ ref('indicators') }}
    where is_comparable and direction in ('higher', 'lower')
)
union all
select 'level or period of a bound is unknown' as problem, indicator_id as entry
from {{ ref('ranking_bounds') }}
where level is null or level not in ('province', 'prefecture', 'county') or period_kind is null or period_kind not in ('year', 'month')
union all
select 'bound twice' as problem, indicator_id as entry
from {{ ref('ranking_bounds') }}
group by indicator_id, level, period_kind
having count(*) > 1
union all
select 'bounds are missing or the wrong way round' as problem, bounds.indicator_id as entry
from {{ ref('ranking_bounds') }} as bounds
inner join {{ ref('indicators') }} as indicators on bounds.indicator_id = indicators.indicator_id
where bounds.unacceptable_value is null
    or bounds.satisfactory_value is null
    or (bounds.satisfactory_value - bounds.unacceptable_value) * case indicators.direction when 'lower' then -1 else 1 end <= 0

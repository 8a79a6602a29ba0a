-- The hand-kept lists: keys are unique, and what one list names exists in the other.
{{ config(meta={'dagster': {'ref': {'name': 'dim_indicator'}}}) }}
select 'indicator_id twice' as problem, indicator_id as entry from {{ ref('indicators') }} group by indicator_id having count(*) > 1
union all
select 'unit_code twice' as problem, unit_code as entry from {{ ref('units') }} group by unit_code having count(*) > 1
union all
select 'unit of an indicator is unknown' as problem, indicator_id as entry
from {{ ref('indicators') }}
where unit_code is null or unit_code not in (select unit_code from {{ ref('units') }})
union all
select 'growth indicator is unknown' as problem, indicator_id as entry
from {{ ref('indicators') }}
where growth_indicator_id is not null
    and growth_indicator_id not in (select indicator_id from {{ ref('indicators') }} where kind = 'growth')
union all
select 'alias of an unknown indicator' as problem, alias as entry
from {{ ref('indicator_aliases') }}
where indicator_id is null or indicator_id not in (select indicator_id from {{ ref('indicators') }})
union all
select 'alias of an unknown unit' as problem, unit_text as entry
from {{ ref('unit_aliases') }}
where unit_code is not null and unit_code not in (select unit_code from {{ ref('units') }})
union all
select 'a quantity has two base units' as problem, quantity as entry
from {{ ref('units') }}
group by quantity
having count(distinct base_unit_code) > 1
union all
select 'name of two indicators' as problem, indicator_name as entry from {{ ref('indicators') }} group by indicator_name having count(*) > 1
union all
select 'unknown frequency, kind, direction or attribute' as problem, indicator_id as entry
from {{ ref('indicators') }}
where frequency is null
    or frequency not in ('month', 'quarter', 'year')
    or kind not in ('stock', 'flow', 'cumulative', 'rate', 'growth')
    or direction not in ('higher', 'lower', 'keep', 'range')
    or usual_attribute not in ('约束性', '预期性')

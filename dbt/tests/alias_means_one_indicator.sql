-- A name or alias may mean two indicators only where their quantities tell them apart (出口总额 in 亿元 and in 亿美元).
{{ config(meta={'dagster': {'ref': {'name': 'dim_indicator'}}}) }}
select indicator_key, quantity, count(*) as indicators
from {{ ref('int_indicator_names') }}
group by indicator_key, quantity
having count(*) > 1
union all
select unit_key, 'unit' as quantity, count(*) as indicators
from {{ ref('int_unit_names') }}
group by unit_key
having count(*) > 1

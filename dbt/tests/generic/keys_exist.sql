{#
  Every key that a row carries exists where it points: one query for all foreign keys of a model. `keys` maps a column to
  `model.column`. A null key points nowhere and is allowed; where it must not be null, the contract says so.
#}
{% test keys_exist(model, keys) %}
{% for column, target in keys.items() %}
{%- set parent, parent_column = target.split('.') %}
select '{{ column }}' as key_column, cast({{ column }} as varchar) as missing_key, count(*) as row_count
from {{ model }}
where {{ column }} is not null
    and {{ column }} not in (select {{ parent_column }} from {{ ref(parent) }})
group by {{ column }}
{% if not loop.last %}union all{% endif %}
{% endfor %}
{% endtest %}

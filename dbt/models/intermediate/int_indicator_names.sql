-- Every name of a catalogued indicator, as the key it is matched by, with the indicator it means.
with names as (

    select {{ indicator_key('indicator_name') }} as indicator_key, indicator_id, 'name' as indicator_link
    from {{ ref('indicators') }}
    union all
    select {{ indicator_key('alias') }} as indicator_key, indicator_id, 'alias' as indicator_link
    from {{ ref('indicator_aliases') }}

)

-- An alias that differs from the name only by its writing gives the same key: once is enough.
select names.indicator_key, names.indicator_id, max(names.indicator_link) as indicator_link, min(catalogue.unit_code) as unit_code, min(units.quantity) as quantity
from names
inner join {{ ref('indicators') }} as catalogue on names.indicator_id = catalogue.indicator_id
inner join {{ ref('units') }} as units on catalogue.unit_code = units.unit_code
group by names.indicator_key, names.indicator_id

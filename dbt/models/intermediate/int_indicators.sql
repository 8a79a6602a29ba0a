{{ config(materialized='table') }}
-- The catalogue and, beside it, the indicators that only one plan (or only published figures) knows.
with own_statements as (

    select
        links.indicator_id,
        links.indicator_name,
        links.quantity,
        statements.document_id,
        statements.measure,
        statements.period_type,
        statements.comparator,
        statements.start_char,
        case
            when links.quantity = 'percent' then 'percent'
            when statements.quantity = links.quantity then statements.unit_code
        end as unit_code
    from {{ ref('int_statement_indicators') }} as links
    inner join {{ ref('int_statements') }} as statements on links.statement_id = statements.statement_id
    where links.indicator_link = 'own'

),

own_of_plans as (

    select
        indicator_id,
        min_by(indicator_name, start_char) as indicator_name,
        min_by(unit_code, start_char) as unit_code,
        -- Only an upper bound tells that lower is better; 降低 and the like in the name tell of a fall to be reached.
        case when bool_or(comparator in ('le', 'lt')) then 'lower' else 'higher' end as direction,
        case
            when bool_or(measure = 'growth') then 'growth'
            when min(quantity) = 'percent' then 'rate'
            when bool_and(period_type = 'over') then 'cumulative'
            else 'stock'
        end as kind,
        min(document_id) as plan_id
    from own_statements
    group by indicator_id

),

own_of_figures as (

    select
        indicator_id,
        min(indicator_name) as indicator_name,
        min(unit_code) as unit_code
    from {{ ref('int_figure_indicators') }}
    where indicator_link = 'own'
    group by indicator_id

)

select
    indicator_id,
    indicator_name,
    indicator_name_en,
    unit_code,
    direction,
    kind,
    frequency,
    usual_attribute,
    definition,
    is_comparable,
    true as is_catalogued,
    cast(null as varchar) as plan_id
from {{ ref('indicators') }}
union all
select
    indicator_id, indicator_name, null as indicator_name_en, unit_code, direction, kind,
    -- Amounts to be built or spent are reported every month; what a level stands at, once a year.
    case when kind = 'cumulative' then 'month' else 'year' end as frequency, null as usual_attribute, null as definition,
    false as is_comparable, false as is_catalogued, plan_id
from own_of_plans
union all
select
    indicator_id, indicator_name, null as indicator_name_en, unit_code, 'higher' as direction, 'stock' as kind,
    'year' as frequency, null as usual_attribute, null as definition, false as is_comparable, false as is_catalogued, null as plan_id
from own_of_figures

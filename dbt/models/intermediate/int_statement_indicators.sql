{{ config(materialized='table') }}
-- The link from a statement to its indicator, by an exact name or alias of the catalogue whose unit the statement's unit
-- converts into; otherwise to an indicator of the plan's own. A growth (年均增长8%) belongs to the growth indicator.
with statements as (

    select * from {{ ref('int_statements') }}

),

candidates as (

    select
        statements.statement_id,
        names.indicator_id,
        names.indicator_link,
        row_number() over (
            partition by statements.statement_id
            order by names.indicator_link = 'name' desc, names.indicator_id
        ) as choice
    from statements
    inner join {{ ref('int_indicator_names') }} as names on statements.indicator_key = names.indicator_key
    left join {{ ref('int_unit_conversion') }} as conversion
        on statements.unit_code = conversion.from_unit_code
        and names.unit_code = conversion.to_unit_code
        and (statements.measure = 'change' or not conversion.is_for_change_only)
    where statements.value is null
        or statements.unit_code is null
        or statements.measure in ('growth', 'times')
        or conversion.factor is not null

),

-- The catalogued indicator; none where the base is catalogued but its growth is not.
catalogued as (

    select
        candidates.statement_id,
        candidates.indicator_link,
        case
            when statements.measure = 'growth' and catalogue.kind <> 'growth' then catalogue.growth_indicator_id
            else catalogue.indicator_id
        end as indicator_id
    from candidates
    inner join statements on candidates.statement_id = statements.statement_id
    inner join {{ ref('indicators') }} as catalogue on candidates.indicator_id = catalogue.indicator_id
    where candidates.choice = 1

),

-- What the plan's own indicator is called, and in which quantity it is counted: 9个 and 168亿元 under one name are two.
-- A change, a multiple or a qualitative cell takes the quantity of the plainly stated values of that name.
plain_quantities as (

    select document_id, indicator_key, min_by(quantity, start_char) as quantity
    from statements
    where value is not null and measure = 'level' and quantity is not null
    group by document_id, indicator_key

),

own_names as (

    select
        statements.statement_id,
        statements.document_id,
        case
            when statements.measure = 'growth' and not {{ matches('statements.indicator_name', '增速|增长率|增长$') }}
                then statements.indicator_name || '增速'
            else statements.indicator_name
        end as indicator_name,
        case
            when statements.measure = 'growth' and not {{ matches('statements.indicator_key', '增速|增长率|增长$') }}
                then statements.indicator_key || '增速'
            else statements.indicator_key
        end as indicator_key,
        case
            when statements.measure = 'growth' then 'percent'
            when statements.value is not null and statements.measure = 'level'
                then coalesce(statements.quantity, 'unknown')
            else coalesce(plain_quantities.quantity, replace(statements.quantity, 'percentage_point', 'percent'), 'unknown')
        end as quantity
    from statements
    left join plain_quantities
        on statements.document_id = plain_quantities.document_id
        and statements.indicator_key = plain_quantities.indicator_key

)

select
    own_names.statement_id,
    coalesce(
        catalogued.indicator_id,
        'own_' || left({{ stable_id(['own_names.document_id', 'own_names.indicator_key', 'own_names.quantity']) }}, 16)
    ) as indicator_id,
    case when catalogued.indicator_id is not null then catalogued.indicator_link else 'own' end as indicator_link,
    own_names.indicator_name,
    own_names.quantity
from own_names
left join catalogued on own_names.statement_id = catalogued.statement_id

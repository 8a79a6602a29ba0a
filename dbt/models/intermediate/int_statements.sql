{{ config(materialized='table') }}
-- A statement with its region, its unit and the name its indicator is looked up by. A place without a code of its own,
-- and the seat of a county, stay in the name: the population of 龙游县城 is not that of 龙游县.
select
    statements.statement_id,
    statements.document_id,
    regions.region_code,
    regions.region_link,
    named.indicator_name,
    {{ indicator_key('named.indicator_name') }} as indicator_key,
    statements.kind,
    statements.measure,
    statements.period_type,
    coalesce(statements.start_year, statements.end_year) as start_year,
    statements.end_year,
    statements.comparator,
    statements.value,
    statements.value_high,
    statements.quote,
    statements.is_in_table,
    statements.start_char,
    statements.suspect,
    statements.is_rejected,
    unit_names.unit_code,
    units.quantity
from {{ ref('int_reviewed_statements') }} as statements
inner join {{ ref('int_statement_regions') }} as regions on statements.statement_id = regions.statement_id
inner join (

    select
        statements.statement_id,
        case
            when regions.region_link = 'part_of_plan' and not contains(statements.indicator_text, statements.region_text)
                then statements.region_text || statements.indicator_text
            when regions.region_link = 'county_seat' and contains(statements.indicator_text, statements.region_text)
                then replace(statements.indicator_text, statements.region_text, '县城')
            when regions.region_link = 'county_seat' and not contains(statements.indicator_text, '县城')
                then '县城' || statements.indicator_text
            else statements.indicator_text
        end as indicator_name
    from {{ ref('int_reviewed_statements') }} as statements
    inner join {{ ref('int_statement_regions') }} as regions on statements.statement_id = regions.statement_id

) as named on statements.statement_id = named.statement_id
left join {{ ref('int_unit_names') }} as unit_names on {{ unit_key('statements.unit_text') }} = unit_names.unit_key
left join {{ ref('units') }} as units on unit_names.unit_code = units.unit_code

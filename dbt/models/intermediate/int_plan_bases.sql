-- The values a plan itself states as already reached: what its relative targets start from. Table before prose, then
-- first in the text. A total over several years is no base.
with candidates as (

    select
        document_id,
        region_code,
        indicator_id,
        end_year as base_year,
        value_in_unit as base_value,
        statement_id,
        row_number() over (
            partition by document_id, region_code, indicator_id, end_year
            order by is_in_table desc, start_char, statement_id
        ) as choice
    from {{ ref('int_statement_values') }}
    where kind = 'actual'
        and measure = 'level'
        and start_year = end_year
        and value_in_unit is not null
        and suspect is null
        and is_rejected is not true

)

select document_id, region_code, indicator_id, base_year, base_value, statement_id as base_statement_id
from candidates
where choice = 1

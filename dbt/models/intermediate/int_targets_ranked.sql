{{ config(materialized='table') }}
-- Statements that promise the same thing for the same year, in the order in which they are believed: one that comes to a
-- number, one that states it before one in words (基本保持), the indicator table before prose, the first in the text.
select
    {{ stable_id(['document_id', 'region_code', 'indicator_id', 'year', 'is_period_total']) }} as target_id,
    *,
    row_number() over (
        partition by document_id, region_code, indicator_id, year, is_period_total
        order by target_value is not null desc, value is not null desc, is_in_table desc, start_char, statement_id
    ) as preference
from {{ ref('int_targets_resolved') }}

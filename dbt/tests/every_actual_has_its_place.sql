-- Every actual leads back to a character span of a plan or to a line of a file, and not to both or neither.
{{ config(meta={'dagster': {'ref': {'name': 'fct_indicator_actuals'}}}) }}
select actual_id, source_kind, line, start_char
from {{ ref('fct_indicator_actuals') }}
where (source_kind = 'plan' and (start_char is null or end_char <= start_char or statement_id is null or line is not null))
    or (source_kind = 'statistics' and (line is null or start_char is not null))

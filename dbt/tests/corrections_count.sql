-- Every decision about a statement fits the text and the reading as they are now.
{{ config(severity='warn', meta={'dagster': {'ref': {'name': 'fct_reading_findings'}}}) }}
select input_path, line, code, message
from {{ ref('fct_reading_findings') }}
where code = 'correction_unmatched'

-- An event that cannot be read would silently not count: then nothing is published.
{{ config(meta={'dagster': {'ref': {'name': 'fct_reading_findings'}}}) }}
select input_path, line, code, message
from {{ ref('stg_reading_findings') }}
where input_kind = 'supervision' and severity = 'error'

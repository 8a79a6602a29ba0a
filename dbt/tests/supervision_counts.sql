-- Every event in the life of a warning is about a warning of now and could follow those before it.
{{ config(severity='warn', meta={'dagster': {'ref': {'name': 'fct_reading_findings'}}}) }}
select input_path, line, code, message
from {{ ref('fct_reading_findings') }}
where code in ('supervision_event_misplaced', 'supervision_warning_unknown')

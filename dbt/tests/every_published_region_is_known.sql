-- A published figure of an unknown region raises, with its file and line.
{{ config(meta={'dagster': {'ref': {'name': 'fct_indicator_actuals'}}}) }}
select figures.input_path, figures.line, figures.region_text
from {{ ref('int_actuals_from_statistics') }} as actuals
inner join {{ ref('stg_published_figures') }} as figures on actuals.record_id = figures.figure_id
where actuals.region_code is null

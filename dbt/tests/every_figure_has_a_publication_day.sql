-- A published figure without a day would count as known at any time: the last of publication_rules must fit everything.
{{ config(meta={'dagster': {'ref': {'name': 'fct_indicator_actuals'}}}) }}
select figure_id, input_path, line, source_title, source
from {{ ref('stg_published_figures') }}
where published_on is null

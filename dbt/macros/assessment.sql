{# Whether a figure may still be revised, so that a verdict on it is provisional (初步、快报、预计). #}
{% macro is_provisional(maturity) -%} coalesce({{ maturity }} in ('preliminary', 'flash', 'estimate'), false) {%- endmacro %}

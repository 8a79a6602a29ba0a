{# Whether a figure may still be revised, so that a verdict on it is provisional (初步、快报、预计). #}
{% macro is_provisional(maturity) -%} coalesce({{ maturity }} in ('preliminary', 'flash', 'estimate'), false) {%- endmacro %}

{# Whether a value meets the target of a row of int_target_paths: its comparator, the way that is better, its tolerance. #}
{% macro meets(value, paths) -%}
    case
        when {{ value }} is null then null
        when {{ paths }}.wanted = 'range' then {{ value }} between {{ paths }}.target_value and {{ paths }}.target_value_high
        when {{ paths }}.comparator = 'gt' then {{ value }} > {{ paths }}.target_value
        when {{ paths }}.comparator = 'lt' then {{ value }} < {{ paths }}.target_value
        when {{ paths }}.wanted = 'lower'
            then {{ value }} <= {{ paths }}.target_value + abs({{ paths }}.target_value) * {{ paths }}.tolerance_pct / 100.0
        else {{ value }} >= {{ paths }}.target_value - abs({{ paths }}.target_value) * {{ paths }}.tolerance_pct / 100.0
    end
{%- endmacro %}

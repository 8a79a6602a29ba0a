{# The id of a warning: the same from month to month and from one year's target to the next. #}
{% macro warning_id(episodes) -%} {{ stable_id([episodes ~ '.series_id', episodes ~ '.warning_kind']) }} {%- endmacro %}

{# Every day from first to last, both included, as rows. #}
{% macro days_between(first, last) -%}{{ return(adapter.dispatch('days_between', 'planledger')(first, last)) }}{%- endmacro %}
{% macro default__days_between(first, last) -%} unnest(generate_series({{ first }}, {{ last }}, interval 1 day)) {%- endmacro %}

{# True for Saturday and Sunday. #}
{% macro is_weekend(day) -%} extract(isodow from {{ day }}) in (6, 7) {%- endmacro %}

{# What differs by engine. Each macro says what it returns; another engine overrides it through adapter dispatch. #}

{# Hex digest of the parts joined with '|', the same on every run; a null part counts as the empty string. #}
{% macro stable_id(parts) -%}
    md5({% for part in parts %}coalesce(cast({{ part }} as varchar), ''){% if not loop.last %} || '|' || {% endif %}{% endfor %})
{%- endmacro %}

{# The rows of a list column: a set-returning expression for the select list. #}
{% macro unnest_list(column) -%}{{ return(adapter.dispatch('unnest_list', 'planledger')(column)) }}{%- endmacro %}
{% macro default__unnest_list(column) -%} unnest({{ column }}) {%- endmacro %}

{# Every whole year from first to last, both included, as rows. #}
{% macro years_between(first, last) -%}{{ return(adapter.dispatch('years_between', 'planledger')(first, last)) }}{%- endmacro %}
{% macro default__years_between(first, last) -%} unnest(generate_series({{ first }}, {{ last }})) {%- endmacro %}

{# The values of a group as a list in the given order. #}
{% macro list_of(expression, order_by) -%}{{ return(adapter.dispatch('list_of', 'planledger')(expression, order_by)) }}{%- endmacro %}
{% macro default__list_of(expression, order_by) -%} array_agg({{ expression }} order by {{ order_by }}) {%- endmacro %}

{% macro empty_list() -%} cast([] as varchar[]) {%- endmacro %}

{# First or last day of a year. #}
{% macro first_day(year) -%} make_date(cast({{ year }} as bigint), 1, 1) {%- endmacro %}
{% macro last_day_of(year) -%} make_date(cast({{ year }} as bigint), 12, 31) {%- endmacro %}

{# True where the text holds a match of the pattern (RE2 syntax). #}
{% macro matches(text, pattern) -%} regexp_matches({{ text }}, '{{ pattern }}') {%- endmacro %}


{# The day in China (UTC+8, no summer time) of a time kept in UTC. #}
{% macro china_day(time) -%} cast({{ time }} + interval 8 hours as date) {%- endmacro %}

{# A list column of one value. #}
{% macro list_of_one(value) -%} [{{ value }}] {%- endmacro %}

{# The texts of a group in one text, in the given order. #}
{% macro joined(expression, separator, order_by) -%} string_agg({{ expression }}, '{{ separator }}' order by {{ order_by }}) {%- endmacro %}

{# The last day of the month of a date. #}
{% macro last_day_of_month(date) -%} last_day({{ date }}) {%- endmacro %}

{# A list column with one more value at its end. #}
{% macro with_one_more(list, value) -%} list_concat({{ list }}, [{{ value }}]) {%- endmacro %}

{# Two list columns in one, without what is null. #}
{% macro known_of(first, second) -%} list_filter(list_concat({{ first }}, {{ second }}), lambda item: item is not null) {%- endmacro %}

{# How many values a list column holds. #}
{% macro list_size(list) -%} len({{ list }}) {%- endmacro %}

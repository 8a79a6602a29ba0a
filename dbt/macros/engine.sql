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

{# A list column with one more value at its end. #}
{% macro with_one_more(list, value) -%} list_concat({{ list }}, [{{ value }}]) {%- endmacro %}

{# Two list columns in one, without what is null. #}
{% macro known_of(first, second) -%} list_filter(list_concat({{ first }}, {{ second }}), lambda item: item is not null) {%- endmacro %}

{# The last day of the month that a date lies in. #}
{% macro last_day_of_month(day) -%}{{ return(adapter.dispatch('last_day_of_month', 'planledger')(day)) }}{%- endmacro %}
{% macro default__last_day_of_month(day) -%} last_day({{ day }}) {%- endmacro %}

{# A date from year, month and day as texts or numbers, some years later; null where there is no such day. #}
{% macro date_or_null(year, month, day, add_years='0') -%}
    try_cast(
        cast(cast({{ year }} as integer) + {{ add_years }} as varchar) || '-' || cast({{ month }} as varchar) || '-' || cast({{ day }} as varchar)
        as date
    )
{%- endmacro %}

{# True where the text holds a match of a pattern that stands in a column; an empty pattern matches everything. #}
{% macro matches_column(text, pattern) -%} regexp_matches({{ text }}, {{ pattern }}) {%- endmacro %}

{# A group of the first match of a pattern that stands in a column; null where the group is not there or empty. #}
{% macro captured(text, pattern, group) -%} nullif(regexp_extract({{ text }}, {{ pattern }}, {{ group }}), '') {%- endmacro %}

{# How many values a list column holds. #}
{% macro list_size(list) -%} len({{ list }}) {%- endmacro %}

{# How alike two texts are, from 0 to 1: shared characters out of all of them. #}
{% macro similarity(first, second) -%} jaccard({{ first }}, {{ second }}) {%- endmacro %}

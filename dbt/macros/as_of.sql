{#
  The day whose knowledge the marts hold, as a date; null where they hold all that is known. Set with the variable as_of
  (dbt build --vars '{as_of: 2024-03-31}'). What became known later is left out where it enters: in staging.
#}
{% macro as_of_date() -%}
    {%- if var('as_of') -%} cast('{{ var("as_of") }}' as date) {%- else -%} cast(null as date) {%- endif -%}
{%- endmacro %}

{# True where something that became known on a day was known by the day asked for; an unknown day counts as known. #}
{% macro is_known_by(day) -%}
    {%- if var('as_of') -%} coalesce({{ day }} <= {{ as_of_date() }}, true) {%- else -%} true {%- endif -%}
{%- endmacro %}

{#
  True for rows of a plan text that builds use: of a file in force, under its first name, and known by the day asked for.
#}
{% macro is_of_known_plan(inputs) -%}
    {{ inputs }}.is_readable and {{ inputs }}.is_first_of_bytes and {{ is_known_by(inputs ~ '.known_on') }}
{%- endmacro %}

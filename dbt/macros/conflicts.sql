{# How two figures are compared. Each macro takes the names of row aliases of int_conflict_figures. #}

{#
  Half of the last place that a value is written to, in the unit of its value: 57.02 -> 0.005, 57.0 -> 0.05, 85 -> 0.5.
  A whole number that ends in zeros is a round one: half a per cent at least. A value in words (百亿元) likewise.
#}
{% macro written_rounding(value_text, value_in_unit) -%}
    {%- set digits = "regexp_extract(regexp_replace(" ~ value_text ~ ", '[,，]([0-9]{3})', '\\1', 'g'), '[0-9]+(?:\\.[0-9]+)?')" -%}
    case
        when {{ digits }} = '' or cast({{ digits }} as double) = 0 then 0.005 * abs({{ value_in_unit }})
        when contains({{ digits }}, '.')
            then 0.5 * power(10, strpos({{ digits }}, '.') - length({{ digits }})) * abs({{ value_in_unit }}) / cast({{ digits }} as double)
        when {{ digits }} like '%0'
            then greatest(0.5 * abs({{ value_in_unit }}) / cast({{ digits }} as double), 0.005 * abs({{ value_in_unit }}))
        else 0.5 * abs({{ value_in_unit }}) / cast({{ digits }} as double)
    end
{%- endmacro %}

{#
  The difference that rounding explains: half of the coarser last place (57.02 against 57.0), more where one of them says
  左右 or 约. A hair is added for binary fractions.
#}
{% macro leeway(a, b) -%}
    (greatest(
        {{ a }}.rounding,
        {{ b }}.rounding,
        case
            when 'approx' in ({{ a }}.comparator, {{ b }}.comparator)
                then abs({{ a }}.value) * {{ var('approx_tolerance_pct') }} / 100.0
            else 0
        end
    ) + 1e-9)
{%- endmacro %}

{#
  True where two figures for the same thing do not agree. 至少69 and 69.5 agree; 至少60 and 至少65 do not, because each says
  what is asked for.
#}
{% macro figures_differ(a, b) -%}
    case
        when {{ a }}.comparator in ('ge', 'gt') and {{ b }}.comparator in ('eq', 'approx') then {{ b }}.value < {{ a }}.value - {{ leeway(a, b) }}
        when {{ a }}.comparator in ('le', 'lt') and {{ b }}.comparator in ('eq', 'approx') then {{ b }}.value > {{ a }}.value + {{ leeway(a, b) }}
        when {{ b }}.comparator in ('ge', 'gt') and {{ a }}.comparator in ('eq', 'approx') then {{ a }}.value < {{ b }}.value - {{ leeway(a, b) }}
        when {{ b }}.comparator in ('le', 'lt') and {{ a }}.comparator in ('eq', 'approx') then {{ a }}.value > {{ b }}.value + {{ leeway(a, b) }}
        when {{ a }}.comparator in ('ge', 'gt') and {{ b }}.comparator in ('le', 'lt') then {{ a }}.value > {{ b }}.value + {{ leeway(a, b) }}
        when {{ b }}.comparator in ('ge', 'gt') and {{ a }}.comparator in ('le', 'lt') then {{ b }}.value > {{ a }}.value + {{ leeway(a, b) }}
        else abs({{ a }}.value - {{ b }}.value) > {{ leeway(a, b) }}
    end
{%- endmacro %}

{# A figure as a person reads it: 不低于 120亿元. #}
{% macro figure_text(row) -%}
    case {{ row }}.comparator when 'ge' then '不低于' when 'gt' then '超过' when 'le' then '不高于' when 'lt' then '低于' when 'approx' then '约' else '' end
    || {{ number_text(row ~ '.value') }} || {{ row }}.unit_name
{%- endmacro %}

{# 2015年, or 2016—2020年. #}
{% macro period_text(row) -%}
    case
        when {{ row }}.first_year < {{ row }}.end_year then cast({{ row }}.first_year as varchar) || '—'
        else ''
    end || cast({{ row }}.end_year as varchar) || '年'
{%- endmacro %}

{% macro where_text(row) -%} case when {{ row }}.is_in_table then '表格' else '正文' end {%- endmacro %}

{# The size of a conflict: absolute, and in per cent of the second figure. #}
{% macro size_of(a, b) -%} round(abs({{ a }} - {{ b }}), 8) {%- endmacro %}
{% macro size_pct_of(a, b) -%} case when {{ b }} <> 0 then round(abs({{ a }} - {{ b }}) / abs({{ b }}) * 100, 4) end {%- endmacro %}
{% macro pct_text(a, b) -%}
    case when {{ b }} <> 0 then '（' || {{ number_text("round(abs(" ~ a ~ " - " ~ b ~ ") / abs(" ~ b ~ ") * 100, 2)") }} || '%）' else '' end
{%- endmacro %}

{# The place of a side that is no statement, left empty where it is one. #}
{% macro no_place(side) -%}
    cast(null as varchar) as plan_id_{{ side }},
    cast(null as varchar) as quote_{{ side }},
    cast(null as integer) as start_char_{{ side }},
    cast(null as integer) as end_char_{{ side }}
{%- endmacro %}

{# The columns that every rule gives, in one order. #}
{% macro conflict_columns() -%}
    conflict_kind, severity, region_code, indicator_id, start_year, year,
    statement_id_a, plan_id_a, quote_a, start_char_a, end_char_a, value_a,
    statement_id_b, plan_id_b, quote_b, start_char_b, end_char_b, value_b,
    unit_code, size, size_pct, likelier, likelier_reason, explanation
{%- endmacro %}

{# A Chinese numeral below a hundred as a number: 七 7, 十二 12, 二十八 28. #}
{% macro small_chinese_number(numeral) -%}
    case
        when not contains({{ numeral }}, '十') then strpos('一二三四五六七八九', {{ numeral }})
        else
            10 * case when starts_with({{ numeral }}, '十') then 1 else strpos('一二三四五六七八九', substr({{ numeral }}, 1, 1)) end
            + case when {{ numeral }} like '%十' then 0 else strpos('一二三四五六七八九', right({{ numeral }}, 1)) end
    end
{%- endmacro %}

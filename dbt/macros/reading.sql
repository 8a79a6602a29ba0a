{#
  A statement as it was read, in one line that a person can check against the sentence and that a decision about it holds
  on to: 目标 庆元县 人均地区生产总值 = 9.2 亿元 by 2027. The same reading gives the same line, another one another.
#}
{% macro reading_text(row) -%}
    concat_ws(
        ' ',
        case {{ row }}.kind when 'target' then '目标' else '实际' end,
        {{ row }}.region_text,
        {{ row }}.indicator_text,
        case {{ row }}.measure when 'change' then '变动' when 'growth' then '增速' when 'times' then '倍数' end,
        case {{ row }}.comparator
            when 'ge' then '≥' when 'gt' then '＞' when 'le' then '≤' when 'lt' then '＜' when 'approx' then '约' else '='
        end,
        case
            when {{ row }}.value is null then {{ row }}.value_text
            when {{ row }}.value_high is null then {{ number_text(row ~ '.value') }}
            else {{ number_text(row ~ '.value') }} || '~' || {{ number_text(row ~ '.value_high') }}
        end,
        nullif({{ row }}.unit_text, ''),
        {{ row }}.period_type,
        case
            when {{ row }}.period_type in ('by', 'in') then coalesce(cast({{ row }}.end_year as varchar), '?')
            else coalesce(cast({{ row }}.start_year as varchar), '?') || '-' || coalesce(cast({{ row }}.end_year as varchar), '?')
        end
    )
{%- endmacro %}

{# A number as text, without the zeros behind its last decimal: 9.2, 100, -0.5. #}
{% macro number_text(number) -%}
    coalesce(
        regexp_replace(cast(try_cast({{ number }} as decimal(18, 6)) as varchar), '\.?0+$', ''),
        cast({{ number }} as varchar)
    )
{%- endmacro %}

{# A text without white space, so that a quotation may be broken over lines differently. #}
{% macro without_space(text) -%} regexp_replace({{ text }}, '[\s　]+', '', 'g') {%- endmacro %}

{# What an amendment changes, in Chinese: 单位 亿元 → 万元. Null where it leaves the field as it was read. #}
{% macro change_note(label, before, after) -%}
    case
        when {{ after }} is not null and {{ after }} is distinct from {{ before }}
            then '{{ label }} ' || coalesce(nullif({{ before }}, ''), '无') || ' → ' || coalesce(nullif({{ after }}, ''), '无')
    end
{%- endmacro %}

{# A number to be added, as text with its sign: " + 0.8", " - 0.5". #}
{% macro signed_text(number) -%}
    case when {{ number }} < 0 then ' - ' else ' + ' end || {{ number_text('abs(' ~ number ~ ')') }}
{%- endmacro %}

{# A number as it is shown in a working: two decimals from 100 on, four below. What is compared is never rounded. #}
{% macro shown(number) -%} round({{ number }}, case when abs({{ number }}) >= 100 then 2 else 4 end) {%- endmacro %}

{# A day's month in Chinese: 2026年6月. #}
{% macro month_text(day) -%}
    cast(extract(year from {{ day }}) as varchar) || '年' || cast(extract(month from {{ day }}) as varchar) || '月'
{%- endmacro %}

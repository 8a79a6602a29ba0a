{# What scorecards and rankings share, so that they count and compare in one way. #}

{#
  The counts and shares of a scorecard over the rows of int_scorecard_targets in a group. Shares are of what is judged;
  null, never zero, where nothing is.
#}
{% macro scorecard_measures() %}
    {%- set states = ['achieved', 'ahead', 'on_track', 'behind', 'regressing', 'not_due', 'not_reported', 'no_target', 'undetermined'] %}
    {%- set judged = 'count(*) filter (where is_judged)' %}
    cast(count(status) as integer) as target_count,
    {%- for state in states %}
    cast(count(*) filter (where status = '{{ state }}') as integer) as {{ state }}_count,
    {%- endfor %}
    cast({{ judged }} as integer) as judged_count,
    {%- for light in ['green', 'yellow', 'red'] %}
    cast(count(*) filter (where light = '{{ light }}') as integer) as {{ light }}_count,
    {%- endfor %}
    cast(count(*) filter (where status is not null and light is null) as integer) as no_light_count,
    {%- for state in states[:5] %}
    round(count(*) filter (where status = '{{ state }}') * 100.0 / nullif({{ judged }}, 0), 4) as {{ state }}_pct,
    {%- endfor %}
    cast(count(*) filter (where is_reported) as integer) as reported_count,
    round(
        count(*) filter (where is_reported) * 100.0 / nullif(count(*) filter (where is_reported or status = 'not_reported'), 0), 4
    ) as reported_pct,
    cast(count(*) filter (where is_provisional and is_judged) as integer) as provisional_count,
    cast(count(schedule_gap_points) filter (where is_judged) as integer) as gap_count,
    round(avg(schedule_gap_points) filter (where is_judged), 4) as mean_gap_points,
    cast(count(*) filter (where not_asked = 'annual_only') as integer) as annual_only_count,
    cast(count(*) filter (where not_asked = 'other') as integer) as not_asked_count
{%- endmacro %}

{# The groups that a region is compared in: all known regions of its level, and those of its level under the same region. #}
{% macro comparisons() -%}
    (select 'level' as compared_within union all select 'parent' as compared_within)
{%- endmacro %}

{# A value as it is put in order: better first. Indicators to be kept or to stay in a range have no better. #}
{% macro order_of(value, direction) -%}
    case {{ direction }} when 'higher' then -{{ value }} when 'lower' then {{ value }} end
{%- endmacro %}

{#
  The columns of a ranking over a window that names its groups (`window` w): equal values share a rank and the next ones
  are skipped (1, 2, 2, 4). What has nothing to be put in order by has no rank, and neither has a group of one.
    sort_value   the expression to be put in order, lowest first; null for what is not ranked
    partition    the columns of the group, as text
#}
{% macro ranked(sort_value, partition) %}
    case
        when {{ sort_value }} is not null and count({{ sort_value }}) over (partition by {{ partition }}) > 1
            then cast(rank() over (partition by {{ partition }} order by {{ sort_value }} nulls last) as integer)
    end as rank,
    cast(count({{ sort_value }}) over (partition by {{ partition }}) as integer) as compared_count,
    case
        when {{ sort_value }} is not null and count({{ sort_value }}) over (partition by {{ partition }}) > 1
            then cast(count(*) over (partition by {{ partition }}, {{ sort_value }}) as integer)
    end as tied_count
{%- endmacro %}

{#
  Whether an earlier period is the one before: the year before, or the last month before in the same year, at most a
  quarter back. January has none, for amounts begin anew.
#}
{% macro is_period_before(earlier, later) -%}
    case
        when {{ later }}.period_kind = 'year' then {{ later }}.year = {{ earlier }}.year + 1
        else {{ later }}.year = {{ earlier }}.year and {{ later }}.month - {{ earlier }}.month <= 3
    end
{%- endmacro %}

{# " - 5.2", and " - (-5.2)" for a number below zero. #}
{% macro minus_text(number) -%}
    ' - ' || case when {{ number }} < 0 then '(' || {{ number_text(number) }} || ')' else {{ number_text(number) }} end
{%- endmacro %}

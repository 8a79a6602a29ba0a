-- The states of a scorecard add up to its targets, lights are given to what is judged alone, and the current cards of the
-- regions hold every target once.
{{ config(meta={'dagster': {'ref': {'name': 'mart_region_scorecard'}}}) }}
{%- for card in ['mart_region_scorecard', 'mart_department_scorecard', 'mart_chapter_scorecard'] %}
select '{{ card }}' as problem, scorecard_id as entry
from {{ ref(card) }}
where target_count <> judged_count + not_due_count + not_reported_count + no_target_count + undetermined_count
    or judged_count <> achieved_count + ahead_count + on_track_count + behind_count + regressing_count
    or green_count + yellow_count + red_count > judged_count
    or target_count <> green_count + yellow_count + red_count + no_light_count
union all
{%- endfor %}
select 'current cards against targets' as problem, cast(counted.target_count as varchar) as entry
from (select coalesce(sum(target_count), 0) as target_count from {{ ref('mart_region_scorecard') }} where period_kind = 'current') as counted
where counted.target_count <> (select count(*) from {{ ref('fct_indicator_progress') }} where is_current)

-- The light of each judged comparison by the rule set in force (seeds light_rule_sets and light_rules, variable
-- light_rule_set), with its memory: how many periods running it has not been green, and red where the rule set says so.
-- A run goes on from one year's target to the next of the same series. What is not judged (未报, 未到期, 未设目标, 待定) has no light and breaks no run.
with shortfalls as (

    select
        states.target_id,
        states.period_kind,
        states.period_end,
        case when states.is_nearest_target then states.series_id else states.target_id end as run_of,
        rule_sets.rule_set,
        rule_sets.basis,
        rule_sets.red_after_running,
        round(case
            when states.status = 'achieved' or states.meets_milestone then 0
            when rule_sets.basis = 'schedule_points' then -states.schedule_gap_points
            when rule_sets.basis = 'schedule_pct' then -states.milestone_gap_value / nullif(abs(states.milestone_value), 0) * 100
            else -states.milestone_gap_value / nullif(abs(coalesce(states.target_value, states.milestone_value)), 0) * 100
        end, 8) as shortfall
    from {{ ref('int_progress_states') }} as states
    inner join {{ ref('progress_states') }} as names on states.status = names.status and names.is_judged
    cross join (select * from {{ ref('light_rule_sets') }} where rule_set = '{{ var("light_rule_set") }}') as rule_sets

),

-- The most severe rule whose threshold is passed.
ruled as (

    select
        shortfalls.target_id,
        shortfalls.period_kind,
        shortfalls.period_end,
        shortfalls.run_of,
        shortfalls.rule_set,
        shortfalls.basis,
        shortfalls.red_after_running,
        shortfalls.shortfall,
        max(rules.severity) as severity
    from shortfalls
    inner join {{ ref('light_rules') }} as rules
        on shortfalls.rule_set = rules.rule_set
        and (
            rules.above is null
            or shortfalls.shortfall > rules.above
            or (rules.is_boundary_included and shortfalls.shortfall = rules.above)
        )
    where shortfalls.shortfall is not null
    group by all

),

-- Runs of periods that were not green: each green one starts a new group.
grouped as (

    select
        *,
        sum(case when severity = 0 then 1 else 0 end) over (
            partition by run_of, period_kind order by period_end rows between unbounded preceding and current row
        ) as run_number
    from ruled

),

counted as (

    select
        *,
        case
            when severity = 0 then 0
            else count(*) filter (where severity > 0) over (
                partition by run_of, period_kind, run_number order by period_end rows between unbounded preceding and current row
            )
        end as running_count,
        case
            when severity > 0
                then min(period_end) filter (where severity > 0) over (partition by run_of, period_kind, run_number)
        end as not_green_since
    from grouped

),

remembered as (

    select
        *,
        case
            when severity > 0 and running_count >= red_after_running
                then (select max(rules.severity) from {{ ref('light_rules') }} as rules where rules.rule_set = counted.rule_set)
            else severity
        end as severity_with_memory
    from counted

)

select
    remembered.target_id,
    remembered.period_kind,
    remembered.period_end,
    remembered.rule_set as light_rule_set,
    remembered.basis as light_basis,
    remembered.shortfall as light_shortfall,
    rules.light,
    rules.severity as light_severity,
    remembered.severity as light_severity_without_memory,
    lag(rules.severity) over (partition by remembered.run_of, remembered.period_kind order by remembered.period_end) as light_severity_before,
    cast(remembered.running_count as integer) as running_count,
    remembered.not_green_since
from remembered
inner join {{ ref('light_rules') }} as rules
    on remembered.rule_set = rules.rule_set and remembered.severity_with_memory = rules.severity

with states as (

    select * from {{ ref('int_progress_states') }}

),

ranked as (

    select
        states.*,
        names.is_judged,
        -- The verdict that stands now: the newest one that judges, otherwise what the target year says.
        row_number() over (
            partition by states.target_id
            order by
                names.is_judged and states.period_end <= clock.as_of_date desc,
                case when names.is_judged then states.period_end end desc,
                states.period_kind = 'year' desc,
                states.is_target_period desc
        ) as recency,
        -- The state in the judged period before, of the same promise from year to year: what the lights remember too.
        last_value(case when names.is_judged then states.status end ignore nulls) over (
            partition by case when states.is_nearest_target then states.series_id else states.target_id end, states.period_kind
            order by states.period_end
            rows between unbounded preceding and 1 preceding
        ) as status_before
    from states
    inner join {{ ref('progress_states') }} as names on states.status = names.status
    cross join {{ ref('int_clock') }} as clock

),

latest as (

    select
        ranked.target_id,
        actuals.value as latest_actual_value,
        actuals.year as latest_actual_year,
        actuals.actual_id as latest_actual_id,
        row_number() over (partition by ranked.target_id order by actuals.year desc) as choice
    from ranked
    inner join {{ ref('int_actuals') }} as actuals
        on ranked.region_code = actuals.region_code
        and ranked.indicator_id = actuals.indicator_id
        and ranked.target_year >= actuals.year
    where ranked.is_target_period
        and actuals.is_preferred
        and actuals.period_kind = 'year'
        and actuals.value is not null
        and not ranked.is_period_total

)

select
    {{ stable_id(['ranked.target_id', 'ranked.period_kind', 'ranked.period_end']) }} as progress_id,
    ranked.target_id,
    ranked.series_id,
    ranked.is_earlier_plan,
    ranked.document_id as plan_id,
    ranked.region_code,
    ranked.indicator_id,
    ranked.period_kind,
    ranked.year,
    ranked.month,
    ranked.period_end,
    ranked.target_year,
    ranked.is_period_total,
    ranked.is_target_period,
    ranked.recency = 1 as is_current,
    ranked.is_nearest_target,
    ranked.attribute,
    ranked.path,
    ranked.wanted,
    ranked.target_value,
    ranked.comparator,
    ranked.unit_code,
    ranked.base_value,
    ranked.base_year,
    ranked.base_source,
    ranked.milestone_value,
    ranked.milestone_rule,
    ranked.milestone_note,
    ranked.actual_value,
    ranked.known_value,
    cast(ranked.known_count as integer) as known_count,
    cast(ranked.needed_count as integer) as needed_count,
    ranked.actual_id,
    ranked.actual_note,
    ranked.elapsed_pct,
    round(ranked.completion_pct, 4) as completion_pct,
    round(ranked.way_done_pct, 4) as way_done_pct,
    round(ranked.way_due_pct, 4) as way_due_pct,
    round(ranked.schedule_gap_points, 4) as schedule_gap_points,
    ranked.schedule_gap_unit,
    round(ranked.milestone_gap_value, 8) as milestone_gap_value,
    round(ranked.actual_value - ranked.target_value, 8) as gap_value,
    round(ranked.observed_rate_pct, 4) as observed_rate_pct,
    round(ranked.required_rate_pct, 4) as required_rate_pct,
    round(ranked.pace_ratio, 4) as pace_ratio,
    ranked.pace_band,
    ranked.is_due,
    ranked.is_reached,
    ranked.is_judged,
    ranked.is_provisional,
    ranked.status,
    ranked.status_reason,
    lights.light,
    cast(lights.light_severity as integer) as light_severity,
    cast(lights.light_severity_before as integer) as light_severity_before,
    ranked.is_judged and (
        coalesce(lights.light_severity > lights.light_severity_before, false)
        or (ranked.status = 'regressing' and ranked.status_before is distinct from 'regressing')
    ) as is_worse,
    lights.light_rule_set,
    lights.light_basis,
    round(lights.light_shortfall, 4) as light_shortfall,
    lights.running_count,
    lights.not_green_since,
    case
        when ranked.is_judged then concat_ws(
            '；',
            '实际 ' || {{ number_text(shown('coalesce(ranked.actual_value, ranked.known_value)')) }} || coalesce(units.unit_name, '') || coalesce('（' || ranked.actual_note || '）', ''),
            '要求 ' || {{ number_text(shown('ranked.milestone_value')) }} || coalesce(units.unit_name, '') || '（' || ranked.milestone_note || '）',
            '完成目标的 ' || {{ number_text('round(ranked.completion_pct, 2)') }} || '%',
            case
                when ranked.schedule_gap_points < 0 then '落后 ' || {{ number_text('round(-ranked.schedule_gap_points, 2)') }} || ' ' || ranked.schedule_gap_unit
                when ranked.schedule_gap_points >= 0 then '超前 ' || {{ number_text('round(ranked.schedule_gap_points, 2)') }} || ' ' || ranked.schedule_gap_unit
            end,
            case when ranked.is_provisional then '数据未最终核定' end
        )
        else ranked.status_reason
    end as working,
    latest.latest_actual_value,
    latest.latest_actual_year,
    -- All that the row rests on: the target's statement, its base, the actuals, the growth it is held against, and the
    -- latest value shown beside a target year that is still to come.
    {{ known_of(
        "[ranked.statement_id, ranked.base_id, ranked.reference_id, case when not list_contains(ranked.actual_ids, latest.latest_actual_id) then latest.latest_actual_id end]",
        'ranked.actual_ids'
    ) }} as component_ids,
    ranked.document_id,
    statements.start_char,
    statements.end_char
from ranked
inner join {{ ref('int_reviewed_statements') }} as statements on ranked.statement_id = statements.statement_id
left join {{ ref('units') }} as units on ranked.unit_code = units.unit_code
left join latest on ranked.target_id = latest.target_id and latest.choice = 1 and ranked.is_target_period
left join {{ ref('int_progress_lights') }} as lights
    on ranked.target_id = lights.target_id
    and ranked.period_kind = lights.period_kind
    and ranked.period_end = lights.period_end
order by ranked.document_id, ranked.region_code, ranked.indicator_id, ranked.target_year, ranked.is_period_total, ranked.period_kind desc, ranked.period_end

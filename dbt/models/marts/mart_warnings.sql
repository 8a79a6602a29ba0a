select
    states.warning_id,
    episodes.warning_kind,
    episodes.series_id,
    episodes.target_id,
    targets.plan_id,
    targets.region_code,
    targets.indicator_id,
    indicators.indicator_name,
    targets.year as target_year,
    targets.attribute,
    targets.departments as department_names,
    episodes.raised_on,
    episodes.last_raised_on,
    episodes.running_count,
    episodes.is_standing,
    episodes.cleared_on,
    states.is_open,
    states.state,
    states.term_from,
    states.due_date,
    states.is_extended,
    states.answered_on,
    states.closed_on,
    states.event_count,
    states.last_event_on,
    episodes.working as message,
    targets.quote,
    targets.statement_id,
    targets.document_id,
    targets.start_char,
    targets.end_char
from {{ ref('int_warning_episodes') }} as episodes
inner join {{ ref('fct_indicator_targets') }} as targets on episodes.target_id = targets.target_id
inner join {{ ref('dim_indicator') }} as indicators on targets.indicator_id = indicators.indicator_id
inner join {{ ref('int_supervision_states') }} as states on {{ warning_id('episodes') }} = states.warning_id
order by states.warning_id

-- How each warning stands: raised, then as its last event in order says. A reopened one is raised anew: what was answered
-- and extended before counts no more, and its term begins on that day.
with counted as (

    select
        *,
        coalesce(max(case when event_kind = 'reopened' then event_number end) over (partition by warning_id), 0) as reopened_number
    from {{ ref('int_supervision_events') }}
    where is_of_present_run and is_in_order

),

lives as (

    select
        warning_id,
        max_by(event_kind, event_number) as last_kind,
        max(case when event_kind = 'reopened' then occurred_on end) as reopened_on,
        max(case when event_kind = 'answered' then occurred_on end) as answered_on,
        max(case when event_kind = 'closed' then occurred_on end) as closed_on,
        max_by(until_date, event_number) filter (where until_date is not null) as until_date
    from counted
    where event_number >= reopened_number
    group by warning_id

),

counts as (

    select warning_id, count(*) as event_count, max(occurred_on) as last_event_on
    from {{ ref('int_supervision_events') }}
    where is_of_present_run
    group by warning_id

),

warnings as (

    select
        {{ warning_id('episodes') }} as warning_id,
        episodes.is_standing,
        terms.answer_within_workdays,
        notices.counts_from
    from {{ ref('int_warning_episodes') }} as episodes
    inner join {{ ref('int_warning_notices') }} as notices on {{ warning_id('episodes') }} = notices.warning_id
    left join {{ ref('supervision_terms') }} as terms on episodes.warning_kind = terms.warning_kind

)

select
    warnings.warning_id,
    case coalesce(lives.last_kind, 'reopened') when 'reopened' then 'raised' else lives.last_kind end as state,
    coalesce(lives.reopened_on, warnings.counts_from) as term_from,
    coalesce(lives.until_date, ends.day) as due_date,
    lives.until_date is not null as is_extended,
    lives.answered_on,
    lives.closed_on,
    warnings.is_standing and coalesce(lives.last_kind, '') <> 'closed' as is_open,
    cast(coalesce(counts.event_count, 0) as integer) as event_count,
    counts.last_event_on
from warnings
left join lives on warnings.warning_id = lives.warning_id
left join counts on warnings.warning_id = counts.warning_id
left join {{ ref('int_workdays') }} as begins on coalesce(lives.reopened_on, warnings.counts_from) = begins.day
left join {{ ref('int_workdays') }} as ends
    on ends.is_workday and ends.workday_number = begins.workday_number + warnings.answer_within_workdays

-- Events in the order of their days, those of one day as they stand in the files. Events before the present run of a
-- warning belong to a run before it. A closed warning can be reopened and nothing else, and only a closed one can be:
-- what is out of order is kept, told of, and changes nothing. Order is judged within the present run.
with numbered as (

    select
        events.*,
        episodes.series_id is not null as is_warning_known,
        coalesce(events.occurred_on >= episodes.raised_on, false) as is_of_present_run,
        cast(
            row_number() over (partition by events.warning_id order by events.occurred_on, events.input_path, events.line)
            as integer
        ) as event_number
    from {{ ref('stg_supervision_events') }} as events
    left join {{ ref('int_warning_episodes') }} as episodes on events.warning_id = {{ warning_id('episodes') }}

),

-- The last closing and the last reopening before each event; one out of order says what holds already.
before as (

    select
        *,
        coalesce(max(case when event_kind = 'closed' then event_number end) over earlier, 0) as closed_before,
        coalesce(max(case when event_kind = 'reopened' then event_number end) over earlier, 0) as reopened_before
    from numbered
    window earlier as (
        partition by warning_id, is_of_present_run order by event_number
        rows between unbounded preceding and 1 preceding
    )

)

select
    * exclude (closed_before, reopened_before),
    case when is_of_present_run then (closed_before > reopened_before) = (event_kind = 'reopened') end as is_in_order
from before

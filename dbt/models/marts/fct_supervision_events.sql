select
    event_id,
    warning_id,
    event_number,
    event_kind,
    occurred_on,
    occurred_at,
    until_date,
    reason,
    recorded_by,
    submission_id,
    is_warning_known,
    is_of_present_run,
    is_in_order,
    document_id,
    input_path,
    line
from {{ ref('int_supervision_events') }}
order by warning_id, event_number

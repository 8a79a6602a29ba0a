-- Known since it was received; a withdrawal later than the day asked for has not happened yet.
select
    landed.* exclude (withdrawn_at, withdrawn_by, withdrawal_reason),
    case when {{ is_known_by(china_day('landed.withdrawn_at')) }} then landed.withdrawn_at end as withdrawn_at,
    case when {{ is_known_by(china_day('landed.withdrawn_at')) }} then landed.withdrawn_by end as withdrawn_by,
    case when {{ is_known_by(china_day('landed.withdrawn_at')) }} then landed.withdrawal_reason end as withdrawal_reason
from {{ source('landing', 'submissions') }} as landed
where {{ is_known_by(china_day('landed.received_at')) }}

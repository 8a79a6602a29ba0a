select status, cast(ordinal as integer) as ordinal, status_name, is_judged, definition
from {{ ref('progress_states') }}
order by ordinal

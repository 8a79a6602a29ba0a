-- A plan is known since it was issued; where that is not told, since its period began, else since it was received. Of
-- other files each row has a day of its own, and what the file as a whole says is known since it was received.
select
    inputs.*,
    -- The same bytes may lie under two names; they are built once, under the first.
    row_number() over (partition by inputs.document_id order by inputs.input_path) = 1 as is_first_of_bytes,
    case
        when inputs.input_kind = 'plan'
            then coalesce(
                documents.issue_date,
                inputs.origin_issue_date,
                {{ first_day('coalesce(documents.start_year, inputs.origin_start_year)') }},
                inputs.received_date
            )
        else inputs.received_date
    end as known_on
from {{ source('landing', 'inputs') }} as inputs
left join {{ source('landing', 'documents') }} as documents on inputs.document_id = documents.document_id

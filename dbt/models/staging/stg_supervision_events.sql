-- The id of an event is made of what it says: said in two files, it is one event, under the first.
with known as (

    select
        landed.* exclude (input_path),
        inputs.input_path,
        row_number() over (partition by landed.event_id order by inputs.input_path, landed.line) as place_number
    from {{ source('supervision', 'supervision_events') }} as landed
    inner join {{ ref('stg_inputs') }} as inputs on landed.document_id = inputs.document_id
    where inputs.is_readable and inputs.is_first_of_bytes and {{ is_known_by('landed.occurred_on') }}

)

select * exclude (place_number)
from known
where place_number = 1

-- One row a file that lies in raw/ now.
select
    input_path, input_kind, document_id, sha256, byte_count, received_date, source, origin_title, origin_issue_date,
    is_readable, first_landed_at
from meta.inputs
order by input_kind, input_path

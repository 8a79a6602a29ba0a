-- One row a finding, gravest first.
select
    f.finding_id, f.plan_id, f.input_path, f.code, f.severity, f.message, f.remedy, f.start_char, f.end_char, f.line
from marts.fct_reading_findings as f
where $code is null or f.code = $code
order by
    case f.severity when 'error' then 0 when 'warning' then 1 else 2 end, f.code, f.input_path, f.start_char, f.line,
    f.finding_id
limit $row_limit

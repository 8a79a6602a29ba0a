-- One row a plan. The counts are the plan's own: statements read and measures found in its text.
select
    plan_id, doc, plan_title, document_number, issuer, region_code, region_name, issue_date,
    start_year, end_year, input_path, sha256, source, char_count, statement_count, measure_count
from marts.dim_plan
order by doc, plan_id

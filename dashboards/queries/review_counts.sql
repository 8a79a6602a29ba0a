-- One row: how many statements wait for a look, and how many people have decided about.
select
    (select count(*) from marts.mart_review_list) as pending_count,
    count(*) filter (where is_reviewed and not is_corrected and not is_rejected) as accepted_count,
    count(*) filter (where is_corrected) as corrected_count,
    count(*) filter (where is_rejected) as rejected_count
from marts.fct_plan_statements

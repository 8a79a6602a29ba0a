-- One row an item that one department has written about in its newest month: progress, problems, next step, in its words.
select month, item_kind, item_name, progress_text, problem_text, next_step_text, explanation, sheet, row_number
from marts.fct_submission_texts
where region_code = $region and department_name = $department and is_current and not is_quarantined
    and month = (
        select max(month) from marts.fct_submission_texts
        where region_code = $region and department_name = $department and is_current and not is_quarantined
    )
order by sheet, row_number, text_id
limit 200

-- One row a measure or project that a department has written about: what the newest report says, and whose it is.
select t.plan_id, t.item_kind, t.item_name, t.month, t.department_name, t.progress_text, t.problem_text, t.next_step_text
from marts.fct_submission_texts as t
where t.is_current and not t.is_quarantined and t.item_kind in ('measure', 'project') and ($plan is null or t.plan_id = $plan)
qualify row_number() over (
    partition by t.plan_id, t.item_kind, t.item_name order by t.month desc, t.department_name, t.text_id
) = 1
order by t.plan_id, t.item_kind, t.item_name

-- What departments wrote about an indicator in the month, in the submissions in force.
select distinct
    texts.text_id,
    texts.plan_id,
    figures.indicator_id,
    texts.department_name,
    texts.problem_text,
    texts.next_step_text
from marts.fct_submission_texts as texts
inner join marts.fct_submission_figures as figures
    on texts.submission_id = figures.submission_id and texts.row_key = figures.row_key
where texts.region_code = $region_code
    and texts.month = $month
    and texts.item_kind = 'indicator'
    and texts.is_current
    and not texts.is_quarantined
    and (texts.problem_text is not null or texts.next_step_text is not null)
    and figures.indicator_id is not null
order by texts.department_name, texts.text_id

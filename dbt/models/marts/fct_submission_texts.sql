select
    texts.text_id,
    texts.submission_id,
    texts.region_code,
    submissions.department_name,
    submissions.month,
    texts.row_key,
    texts.item_kind,
    texts.item_name,
    texts.plan_id,
    texts.progress_text,
    texts.problem_text,
    texts.next_step_text,
    texts.explanation,
    submissions.received_at as recorded_at,
    texts.is_quarantined,
    not texts.is_quarantined
        and submissions.verdict <> 'returned'
        and submissions.withdrawn_at is null
        and row_number() over (
            partition by
                texts.region_code, submissions.department_name, submissions.month, texts.row_key,
                texts.is_quarantined or submissions.verdict = 'returned' or submissions.withdrawn_at is not null
            order by submissions.received_at desc, texts.text_id desc
        ) = 1 as is_current,
    texts.sheet,
    texts.row_number
from {{ ref('stg_submission_texts') }} as texts
inner join {{ ref('stg_submissions') }} as submissions on texts.submission_id = submissions.submission_id
order by texts.text_id

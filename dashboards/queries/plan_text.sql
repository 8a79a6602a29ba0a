-- One row: the text of one plan, exactly as received.
select document_id, plan_id, text
from marts.plan_texts
where plan_id = $plan

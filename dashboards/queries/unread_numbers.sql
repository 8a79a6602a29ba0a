-- One row a number that no rule could place, with the words around it.
select
    n.number_id, n.plan_id, p.doc, p.plan_title, n.number_text, n.start_char, n.end_char,
    substr(t.text, greatest(n.start_char - 24, 0) + 1, least(n.start_char, 24)) as text_before,
    substr(t.text, n.end_char + 1, 24) as text_after
from marts.fct_plan_numbers as n
inner join marts.dim_plan as p using (plan_id)
inner join marts.plan_texts as t using (plan_id)
where n.number_use = 'unread'
order by p.doc, n.plan_id, n.start_char
limit $row_limit

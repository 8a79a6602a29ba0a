-- One row a statement that someone should look at, most doubtful first.
select
    l.review_rank, l.statement_id, l.plan_id, p.doc, p.plan_title, l.why, l.confidence, l.rule, l.reading, l.quote
from marts.mart_review_list as l
inner join marts.dim_plan as p using (plan_id)
order by l.review_rank
limit $row_limit

-- One row a pair of figures that do not agree, of which at least one stands in the plan, in the order of that text.
select
    c.conflict_id, c.conflict_kind, c.severity, i.indicator_name, c.year, c.plan_id_a, a.doc as doc_a, c.statement_id_a, c.value_a,
    c.quote_a, c.start_char_a, c.end_char_a, c.plan_id_b, b.doc as doc_b, c.statement_id_b, c.value_b, c.quote_b,
    c.start_char_b, c.end_char_b, coalesce(u.unit_name, c.unit_code, '') as unit_name, c.likelier, c.likelier_reason,
    c.explanation
from marts.plan_conflicts as c
left join marts.dim_indicator as i on i.indicator_id = c.indicator_id
left join marts.dim_plan as a on a.plan_id = c.plan_id_a
left join marts.dim_plan as b on b.plan_id = c.plan_id_b
left join marts.dim_unit as u on u.unit_code = c.unit_code
where c.plan_id_a = $plan or c.plan_id_b = $plan
order by case when c.plan_id_a = $plan then c.start_char_a else c.start_char_b end, c.conflict_id

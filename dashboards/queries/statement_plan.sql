-- At most one row: the plan that a statement stands in.
select statement_id, plan_id
from marts.fct_plan_statements
where statement_id = $statement

-- The source of the rules that gave the lights, as the rule of the best light names it.
select light_rule_id, source
from marts.dim_light_rule
where is_in_force
order by severity
limit 1

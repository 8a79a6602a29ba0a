-- The rules that gave the lights.
select light_rule_id, rule_set, rule_set_name, light, light_name, basis, above, is_boundary_included, source
from marts.dim_light_rule
where is_in_force
order by severity

select
    rules.rule_set || '-' || rules.light as light_rule_id,
    rules.rule_set,
    sets.rule_set_name,
    rules.rule_set = '{{ var("light_rule_set") }}' as is_in_force,
    rules.light,
    rules.light_name,
    rules.colour,
    cast(rules.severity as integer) as severity,
    sets.basis,
    cast(rules.above as double) as above,
    rules.is_boundary_included,
    cast(sets.red_after_running as integer) as red_after_running,
    sets.source
from {{ ref('light_rules') }} as rules
inner join {{ ref('light_rule_sets') }} as sets on rules.rule_set = sets.rule_set
order by light_rule_id

{% set rules = [
    'same_fact', 'kept_level', 'growth', 'change', 'part_whole', 'project_totals', 'of_which', 'shares', 'yearly',
    'target_below_actual', 'far_apart', 'counts', 'later_plan', 'levels'
] %}
with conflicts as (

    {% for rule in rules -%}
    select {{ conflict_columns() }} from {{ ref('int_conflicts_' ~ rule) }}
    {% if not loop.last %}union all{% endif %}
    {% endfor %}

),

placed as (

    select
        conflicts.conflict_kind,
        conflicts.severity,
        conflicts.region_code,
        conflicts.indicator_id,
        conflicts.start_year,
        conflicts.year,
        coalesce(a.document_id, conflicts.plan_id_a) as plan_id_a,
        conflicts.statement_id_a,
        conflicts.value_a,
        coalesce(a.quote, conflicts.quote_a) as quote_a,
        coalesce(a.start_char, conflicts.start_char_a) as start_char_a,
        coalesce(a.end_char, conflicts.end_char_a) as end_char_a,
        coalesce(b.document_id, conflicts.plan_id_b) as plan_id_b,
        conflicts.statement_id_b,
        conflicts.value_b,
        coalesce(b.quote, conflicts.quote_b) as quote_b,
        coalesce(b.start_char, conflicts.start_char_b) as start_char_b,
        coalesce(b.end_char, conflicts.end_char_b) as end_char_b,
        conflicts.unit_code,
        conflicts.size,
        conflicts.size_pct,
        conflicts.likelier,
        conflicts.likelier_reason,
        conflicts.explanation
    from conflicts
    left join {{ ref('int_reviewed_statements') }} as a on conflicts.statement_id_a = a.statement_id
    left join {{ ref('int_reviewed_statements') }} as b on conflicts.statement_id_b = b.statement_id

)

select
    {{ stable_id([
        'conflict_kind', 'plan_id_a', 'start_char_a', 'plan_id_b', 'start_char_b', 'region_code', 'indicator_id', 'year'
    ]) }} as conflict_id,
    *
from placed
order by plan_id_a, start_char_a, start_char_b, conflict_kind, indicator_id, year

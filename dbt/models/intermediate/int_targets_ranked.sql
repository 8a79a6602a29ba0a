{{ config(materialized='table') }}
-- Statements that promise the same thing for the same year, in the order in which they are believed: one that comes to a
-- number, one that states it before one in words (基本保持), the indicator table before prose, the first in the text. Whether
-- the target is binding is what its own statement says, otherwise what any other of them says: prose seldom does.
select
    {{ stable_id(['resolved.document_id', 'resolved.region_code', 'resolved.indicator_id', 'resolved.year', 'resolved.is_period_total']) }} as target_id,
    resolved.*,
    coalesce(
        statements.attribute,
        max(statements.attribute) over (
            partition by resolved.document_id, resolved.region_code, resolved.indicator_id, resolved.year, resolved.is_period_total
        )
    ) as attribute,
    row_number() over (
        partition by resolved.document_id, resolved.region_code, resolved.indicator_id, resolved.year, resolved.is_period_total
        order by
            resolved.target_value is not null desc,
            resolved.value is not null desc,
            resolved.is_in_table desc,
            resolved.start_char,
            resolved.statement_id
    ) as preference
from {{ ref('int_targets_resolved') }} as resolved
left join {{ ref('int_reviewed_statements') }} as statements on resolved.statement_id = statements.statement_id

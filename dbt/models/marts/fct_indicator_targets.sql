with ranked as (

    select * from {{ ref('int_targets_ranked') }}

),

-- What the other statements of the same promise say. A number worked out from a base may differ by the rounding of the
-- text (1.29 + 0.7 against 2.0): up to 1 % is no dispute; 基本保持 (86.12) agrees with
-- what comes close to it (86).
others as (

    select
        others.document_id,
        others.region_code,
        others.indicator_id,
        others.year,
        others.is_period_total,
        {{ list_of('others.statement_id', 'others.preference') }} as other_statement_ids,
        coalesce(bool_or(
            abs(others.target_value - chosen.target_value)
            > case
                when 'kept_at_base' in (others.resolution, chosen.resolution) then {{ var('approx_tolerance_pct') }} / 100.0 * abs(chosen.target_value)
                when 'from_base' in (others.resolution, chosen.resolution) then 0.01 * abs(chosen.target_value)
                else 0.000001
            end
        ), false) as is_disputed
    from ranked as others
    inner join ranked as chosen
        on others.document_id = chosen.document_id
        and others.region_code = chosen.region_code
        and others.indicator_id = chosen.indicator_id
        and others.year = chosen.year
        and others.is_period_total = chosen.is_period_total
    where others.preference > 1 and chosen.preference = 1
    group by others.document_id, others.region_code, others.indicator_id, others.year, others.is_period_total

)

select
    ranked.target_id,
    ranked.document_id as plan_id,
    ranked.region_code,
    ranked.indicator_id,
    ranked.year,
    ranked.is_period_total,
    ranked.target_value,
    statements.value_text as target_value_text,
    ranked.comparator,
    ranked.target_value_high as value_high,
    ranked.unit_code,
    ranked.period_type,
    ranked.start_year,
    ranked.end_year,
    coalesce(ranked.end_year < plans.start_year, false) as is_earlier_plan,
    ranked.measure,
    ranked.attribute,
    ranked.base_value,
    ranked.base_year,
    ranked.base_source,
    ranked.base_id,
    ranked.resolution,
    ranked.resolution_note,
    implied.implied_level_value,
    implied.level_unit_code as implied_level_unit_code,
    implied.implied_level_note,
    coalesce(statements.departments, {{ empty_list() }}) as departments,
    ranked.statement_id,
    coalesce(others.other_statement_ids, {{ empty_list() }}) as other_statement_ids,
    coalesce(others.is_disputed, false) as is_disputed,
    ranked.suspect,
    statements.is_corrected,
    statements.correction_note,
    ranked.document_id,
    statements.start_char,
    statements.end_char,
    statements.quote,
    statements.section_path
from ranked
inner join {{ ref('int_reviewed_statements') }} as statements on ranked.statement_id = statements.statement_id
inner join {{ ref('int_plans') }} as plans on ranked.document_id = plans.document_id
left join {{ ref('int_implied_levels') }} as implied
    on ranked.statement_id = implied.statement_id and ranked.year = implied.year
left join others
    on ranked.document_id = others.document_id
    and ranked.region_code = others.region_code
    and ranked.indicator_id = others.indicator_id
    and ranked.year = others.year
    and ranked.is_period_total = others.is_period_total
where ranked.preference = 1
order by plans.doc, ranked.document_id, ranked.region_code, ranked.indicator_id, ranked.year, ranked.is_period_total

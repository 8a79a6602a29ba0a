-- 基本保持 in one place, a number in another: what is kept is the plan's own latest value before the target's year, and a
-- number that lets it slip by more than 左右 does not agree with that.
with kept as (

    select
        targets.statement_id,
        targets.document_id as plan_id,
        targets.region_code,
        targets.indicator_id,
        targets.end_year,
        statements.value_text,
        statements.start_char,
        bases.base_year,
        bases.base_value,
        row_number() over (partition by targets.statement_id order by bases.base_year desc) as recency
    from {{ ref('int_statement_values') }} as targets
    inner join {{ ref('int_reviewed_statements') }} as statements on targets.statement_id = statements.statement_id
    inner join {{ ref('int_plan_bases') }} as bases
        on targets.document_id = bases.document_id
        and targets.region_code = bases.region_code
        and targets.indicator_id = bases.indicator_id
        and bases.base_year < targets.end_year
    where targets.kind = 'target'
        and targets.value is null
        and targets.is_rejected is not true
        and {{ matches('statements.value_text', '保持|稳定|持平|不变|维持') }}

)

select
    'kept_level_against_number' as conflict_kind,
    'disagreement' as severity,
    figures.region_code,
    figures.indicator_id,
    figures.end_year as start_year,
    figures.end_year as year,
    kept.statement_id as statement_id_a,
    {{ no_place('a') }},
    kept.base_value as value_a,
    figures.statement_id as statement_id_b,
    {{ no_place('b') }},
    figures.value as value_b,
    figures.unit_code,
    {{ size_of('kept.base_value', 'figures.value') }} as size,
    {{ size_pct_of('kept.base_value', 'figures.value') }} as size_pct,
    cast(null as varchar) as likelier,
    cast(null as varchar) as likelier_reason,
    figures.indicator_name || {{ period_text('figures') }} || '的目标前后不一：一处写“' || kept.value_text || '”，' || cast(kept.base_year as varchar) || '年是'
    || {{ number_text('kept.base_value') }} || figures.unit_name || '；另一处写' || {{ figure_text('figures') }} || '，可以比现状差'
    || {{ number_text(size_of('kept.base_value', 'figures.value')) }} || figures.difference_unit_name || {{ pct_text('figures.value', 'kept.base_value') }} as explanation
from kept
inner join {{ ref('int_conflict_figures') }} as figures
    on kept.plan_id = figures.plan_id
    and kept.region_code = figures.region_code
    and kept.indicator_id = figures.indicator_id
    and kept.end_year between figures.first_year and figures.end_year
where kept.recency = 1
    and figures.kind = 'target'
    and figures.measure = 'level'
    and figures.suspect is null
    and not coalesce(figures.is_period_total, false)
    -- Better than kept is no quarrel: only a bound or a value on the worse side of it is.
    and case
        when figures.direction = 'lower' or figures.comparator in ('le', 'lt') then figures.value - kept.base_value
        else kept.base_value - figures.value
    end > greatest(abs(kept.base_value) * {{ var('approx_tolerance_pct') }} / 100.0, figures.rounding)

-- A change or a multiple that does not fit the values at its start and end: 1.29 to 1.45 is a change of 0.16, 65 and five
-- times 0.8 make 69, 688 doubled is 1376. Targets are held against the targets that int_targets_resolved works out;
-- results against their own two values.
with resolved as (

    select * from {{ ref('int_targets_resolved') }} where resolution = 'from_base' and suspect is null

),

of_targets as (

    select
        figures.region_code,
        figures.indicator_id,
        figures.indicator_name,
        changes.statement_id as statement_id_a,
        changes.value as stated_change,
        changes.rounding as change_rounding,
        resolved.target_value as value_a,
        resolved.base_year,
        resolved.base_value,
        resolved.measure,
        resolved.period_type,
        figures.statement_id as statement_id_b,
        figures.value as value_b,
        figures.comparator as comparator_b,
        figures.end_year as year,
        figures.unit_code,
        figures.unit_name,
        figures.difference_unit_name,
        -- A target is written as it is meant, so that only the change may be rounded; 翻一番 is a round word.
        case resolved.measure
            when 'times' then 0.01 * {{ var('approx_tolerance_pct') }} * abs(resolved.target_value)
            when 'change'
                then changes.rounding * case when resolved.period_type = 'every' then resolved.year - resolved.base_year else 1 end
        end as leeway,
        resolved.comparator as comparator_a
    from resolved
    inner join {{ ref('int_conflict_figures') }} as changes on resolved.statement_id = changes.statement_id
    inner join {{ ref('int_conflict_figures') }} as figures
        on resolved.document_id = figures.plan_id
        and resolved.region_code = figures.region_code
        and resolved.indicator_id = figures.indicator_id
        and resolved.year = figures.end_year
    where figures.kind = 'target'
        and figures.measure = 'level'
        and figures.suspect is null
        and not coalesce(figures.is_period_total, false)
        -- 比2010年翻一番 starts from the year it names.
        and coalesce(
            try_cast(nullif(regexp_extract(changes.quote, '(比|较|在)\s*([0-9]{4})\s*年', 2), '') as integer) = resolved.base_year,
            true
        )

),

of_results as (

    select
        changes.region_code,
        changes.indicator_id,
        changes.indicator_name,
        changes.statement_id as statement_id_a,
        changes.value as stated_change,
        changes.rounding as change_rounding,
        bases.base_value + changes.value as value_a,
        bases.base_year,
        bases.base_value,
        changes.measure,
        changes.period_type,
        figures.statement_id as statement_id_b,
        figures.value as value_b,
        figures.comparator as comparator_b,
        figures.end_year as year,
        figures.unit_code,
        figures.unit_name,
        figures.difference_unit_name,
        changes.rounding + figures.rounding as leeway,
        changes.comparator as comparator_a
    from {{ ref('int_conflict_figures') }} as changes
    inner join {{ ref('int_plan_bases') }} as bases
        on changes.plan_id = bases.document_id
        and changes.region_code = bases.region_code
        and changes.indicator_id = bases.indicator_id
        and changes.first_year - 1 = bases.base_year
    inner join {{ ref('int_conflict_figures') }} as figures
        on changes.plan_id = figures.plan_id
        and changes.region_code = figures.region_code
        and changes.indicator_id = figures.indicator_id
        and changes.end_year = figures.end_year
        -- A change written in a table is worked out from the values beside it.
        and changes.is_in_table = figures.is_in_table
        and (not changes.is_in_table or changes.section_id is not distinct from figures.section_id)
    where changes.kind = 'actual'
        and changes.measure = 'change'
        and changes.period_type = 'over'
        and not coalesce(changes.is_period_total, false)
        and changes.suspect is null
        and figures.kind = 'actual'
        and figures.measure = 'level'
        and figures.suspect is null
        and not coalesce(figures.is_period_total, false)

),

compared as (

    select * from of_targets
    union all
    select * from of_results

)

select
    'change_against_end_values' as conflict_kind,
    'contradiction' as severity,
    region_code,
    indicator_id,
    base_year as start_year,
    year,
    statement_id_a,
    {{ no_place('a') }},
    value_a,
    statement_id_b,
    {{ no_place('b') }},
    value_b,
    unit_code,
    {{ size_of('value_a', 'value_b') }} as size,
    {{ size_pct_of('value_a', 'value_b') }} as size_pct,
    cast(null as varchar) as likelier,
    cast(null as varchar) as likelier_reason,
    indicator_name || '：' || cast(base_year as varchar) || '年是' || {{ number_text('base_value') }} || unit_name || '，'
    || case
        when measure = 'times' then '写明是它的' || {{ number_text('stated_change') }} || '倍'
        when period_type = 'every' then '写明每年变动' || {{ number_text('stated_change') }}
        else '写明变动' || {{ number_text('stated_change') }}
    end
    || '，算得' || cast(year as varchar) || '年' || {{ number_text('value_a') }} || unit_name
    || '；另写' || cast(year as varchar) || '年' || {{ number_text('value_b') }} || unit_name
    || '，相差' || {{ number_text(size_of('value_a', 'value_b')) }} || difference_unit_name as explanation
from compared
where case
        when comparator_a in ('ge', 'gt') or comparator_b in ('le', 'lt') then value_a - value_b
        when comparator_a in ('le', 'lt') or comparator_b in ('ge', 'gt') then value_b - value_a
        else abs(value_a - value_b)
    end > leeway + 1e-9

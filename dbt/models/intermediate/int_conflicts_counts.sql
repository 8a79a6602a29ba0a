-- A number of indicators that the table does not bear out. All of them, or the binding or expected ones, are counted by
-- the table's own numbering where it is whole, otherwise by name. Those that fell short are counted by holding the table's
-- targets against its results; a result that is an estimate, or not known yet, may fall either way and is told apart.
with claims as (

    select * from {{ ref('int_indicator_counts') }} where count_of is not null

),

numbering as (

    select
        claims.plan_id,
        claims.start_char,
        case when count(distinct numbers.number_text) = max(try_cast(numbers.number_text as integer)) then max(try_cast(numbers.number_text as integer)) end as row_count
    from claims
    inner join {{ ref('stg_plan_numbers') }} as numbers
        on claims.plan_id = numbers.document_id
        and numbers.start_char between claims.table_start_char and claims.table_end_char
        and numbers.number_use = 'list_number'
    group by claims.plan_id, claims.start_char

),

names as (

    select
        claims.plan_id,
        claims.start_char,
        count(distinct statements.indicator_text) as name_count,
        count(distinct statements.indicator_text) filter (where statements.attribute = claims.count_of) as attribute_count
    from claims
    inner join {{ ref('int_reviewed_statements') }} as statements
        on claims.plan_id = statements.document_id
        and claims.section_id = statements.section_id
        and statements.is_in_table
    group by claims.plan_id, claims.start_char

),

verdicts as (

    select
        targets.plan_id,
        targets.section_id,
        targets.indicator_id,
        min(targets.indicator_text) as indicator_text,
        min(targets.start_char) as start_char,
        bool_or(actuals.is_estimate) as is_estimate,
        bool_or(
            case
                when targets.comparator in ('le', 'lt') or targets.direction = 'lower' then actuals.value > targets.value
                else actuals.value < targets.value
            end
        ) as is_short
    from {{ ref('int_conflict_figures') }} as targets
    inner join {{ ref('int_conflict_figures') }} as actuals
        on targets.plan_id = actuals.plan_id
        and targets.section_id = actuals.section_id
        and targets.region_code = actuals.region_code
        and targets.indicator_id = actuals.indicator_id
        and targets.end_year = actuals.end_year
        and coalesce(targets.is_period_total, false) = coalesce(actuals.is_period_total, false)
        and actuals.is_in_table
    inner join {{ ref('int_plans') }} as plans on targets.plan_id = plans.plan_id
    where targets.kind = 'target'
        and actuals.kind = 'actual'
        and targets.is_in_table
        and targets.end_year < plans.start_year
        and (targets.measure = 'level' or targets.is_period_total and targets.measure = 'change')
        and (actuals.measure = 'level' or actuals.is_period_total and actuals.measure = 'change')
    group by targets.plan_id, targets.section_id, targets.indicator_id

),

-- Targets with a number whose result is words (4月公布).
unknown as (

    select targets.plan_id, targets.section_id, count(distinct targets.indicator_id) as unknown_count
    from {{ ref('int_conflict_figures') }} as targets
    inner join {{ ref('int_statement_values') }} as actuals
        on targets.plan_id = actuals.document_id
        and targets.region_code = actuals.region_code
        and targets.indicator_id = actuals.indicator_id
        and targets.end_year = actuals.end_year
    where targets.kind = 'target'
        and targets.is_in_table
        and targets.measure = 'level'
        and actuals.kind = 'actual'
        and actuals.is_in_table
        and actuals.value is null
    group by targets.plan_id, targets.section_id

),

short as (

    select
        claims.plan_id,
        claims.start_char,
        count(*) filter (where not verdicts.is_estimate) as final_count,
        count(*) filter (where verdicts.is_estimate) as estimate_count,
        string_agg(verdicts.indicator_text, '、' order by verdicts.start_char) filter (where not verdicts.is_estimate) as final_names,
        string_agg(verdicts.indicator_text, '、' order by verdicts.start_char) filter (where verdicts.is_estimate) as estimate_names
    from claims
    inner join verdicts on claims.plan_id = verdicts.plan_id and claims.section_id = verdicts.section_id
    where claims.count_of = 'short' and verdicts.is_short
    group by claims.plan_id, claims.start_char

),

counted as (

    select
        claims.*,
        case claims.count_of
            when 'short' then short.final_count + short.estimate_count
            when 'all' then coalesce(numbering.row_count, names.name_count)
            else names.attribute_count
        end as table_count,
        short.final_count,
        short.estimate_count,
        short.final_names,
        short.estimate_names,
        coalesce(unknown.unknown_count, 0) as unknown_count
    from claims
    left join numbering on claims.plan_id = numbering.plan_id and claims.start_char = numbering.start_char
    left join names on claims.plan_id = names.plan_id and claims.start_char = names.start_char
    left join short on claims.plan_id = short.plan_id and claims.start_char = short.start_char
    left join unknown on claims.plan_id = unknown.plan_id and claims.section_id = unknown.section_id

)

select
    'count_against_table' as conflict_kind,
    case
        when counted.count_of = 'short' and counted.stated_count between counted.final_count and counted.table_count then 'disagreement'
        else 'contradiction'
    end as severity,
    plans.region_code,
    cast(null as varchar) as indicator_id,
    cast(null as integer) as start_year,
    case when counted.count_of = 'short' then plans.start_year - 1 end as year,
    cast(null as varchar) as statement_id_a,
    counted.plan_id as plan_id_a,
    counted.quote as quote_a,
    counted.start_char as start_char_a,
    counted.end_char as end_char_a,
    cast(counted.stated_count as double) as value_a,
    cast(null as varchar) as statement_id_b,
    counted.plan_id as plan_id_b,
    counted.table_name as quote_b,
    counted.table_start_char as start_char_b,
    counted.table_end_char as end_char_b,
    cast(counted.table_count as double) as value_b,
    'item' as unit_code,
    cast(abs(counted.stated_count - counted.table_count) as double) as size,
    {{ size_pct_of('counted.stated_count', 'counted.table_count') }} as size_pct,
    cast(null as varchar) as likelier,
    cast(null as varchar) as likelier_reason,
    case
        when counted.count_of = 'short'
            then '正文说' || cast(counted.stated_count as varchar) || '项指标未达目标；' || counted.table_name || '中未达的，最终数有'
                || cast(counted.final_count as varchar) || '项' || coalesce('（' || counted.final_names || '）', '')
                || case when counted.estimate_count > 0 then '，另有预计数' || cast(counted.estimate_count as varchar) || '项（' || counted.estimate_names || '）' else '' end
                || case when counted.unknown_count > 0 then '，还有' || cast(counted.unknown_count as varchar) || '项结果待公布' else '' end
        else '正文说有' || cast(counted.stated_count as varchar) || '项' || case when counted.count_of = 'all' then '' else counted.count_of end || '指标，'
            || counted.table_name || '中数得' || cast(counted.table_count as varchar) || '项'
    end as explanation
from counted
inner join {{ ref('int_plans') }} as plans on counted.plan_id = plans.plan_id
where counted.table_count is not null
    and counted.stated_count <> counted.table_count
    and not (counted.count_of not in ('short', 'all') and counted.table_count = 0)
    -- What is not known yet may make up the difference.
    and not (
        counted.count_of = 'short'
        and counted.stated_count > counted.table_count
        and counted.stated_count <= counted.table_count + counted.unknown_count
    )

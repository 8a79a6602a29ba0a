-- The number a target statement comes to in a year, with its working. A change adds to the base (65, 提高0.8个百分点 ->
-- 65.8; 年均: 0.8 for each year since the base), a multiple multiplies it (688亿 翻一番 -> 1376), 基本保持 is the base
-- itself. Wording that means no number of its own (与经济增长同步, 完成上级下达任务) says so; what cannot be resolved says why.
with targets as (

    select
        targets.*,
        bases.base_year,
        bases.base_value,
        bases.base_source,
        bases.base_id
    from {{ ref('int_target_years') }} as targets
    left join {{ ref('int_target_bases') }} as bases
        on targets.statement_id = bases.statement_id and targets.year = bases.year

),

-- Targets in words, by the first wording of the list that fits.
worded as (

    select
        statements.statement_id,
        wordings.resolution as wording,
        wordings.reason as wording_reason,
        row_number() over (partition by statements.statement_id order by wordings.priority) as choice
    from {{ ref('int_reviewed_statements') }} as statements
    inner join {{ ref('target_wordings') }} as wordings
        on regexp_matches({{ without_space('statements.value_text') }}, wordings.wording)
    where statements.kind = 'target' and statements.value is null

),

resolved as (

    select
        targets.*,
        worded.wording,
        worded.wording_reason,
        case
            when targets.suspect is not null then null
            when targets.value is null and worded.wording = 'kept_at_base' then targets.base_value
            when targets.measure in ('level', 'growth') or targets.is_period_total then targets.value_in_unit
            when targets.measure = 'change' and targets.period_type = 'every'
                then round(targets.base_value + targets.value_in_unit * (targets.year - targets.base_year), 8)
            when targets.measure = 'change' then round(targets.base_value + targets.value_in_unit, 8)
            when targets.measure = 'times' then round(targets.base_value * targets.value, 8)
        end as target_value
    from targets
    left join worded on targets.statement_id = worded.statement_id and worded.choice = 1

),

judged as (

    select
        *,
        case
            when suspect is not null then 'unresolved'
            when value is null and wording = 'kept_at_base' and target_value is null then 'unresolved'
            when value is null then coalesce(wording, 'qualitative')
            when target_value is null then 'unresolved'
            when measure in ('change', 'times') and not is_period_total then 'from_base'
            else 'stated'
        end as resolution
    from resolved

)

select
    *,
    case when measure = 'level' and target_value is not null then value_high_in_unit end as target_value_high,
    case
        when resolution = 'stated' then null
        when suspect is not null then '数值存疑，核对前不采用：' || suspect
        when resolution in ('follows_growth', 'waits') then wording_reason
        when resolution = 'qualitative' then '目标只有文字，没有数'
        when resolution = 'kept_at_base'
            then wording_reason || '，' || cast(base_year as varchar) || '年 ' || {{ number_text('base_value') }}
        when resolution = 'unresolved' and (measure in ('change', 'times') or value is null) and base_value is null
            then '没有基期值，无从换算'
        when resolution = 'unresolved' then '单位换算不了'
        when measure = 'times'
            then cast(base_year as varchar) || '年 ' || {{ number_text('base_value') }} || ' × ' || {{ number_text('value') }}
                || ' = ' || {{ number_text('target_value') }}
        when period_type = 'every'
            then cast(base_year as varchar) || '年 ' || {{ number_text('base_value') }} || {{ signed_text('value_in_unit') }}
                || ' × ' || cast(year - base_year as varchar) || '年 = ' || {{ number_text('target_value') }}
        else cast(base_year as varchar) || '年 ' || {{ number_text('base_value') }} || {{ signed_text('value_in_unit') }}
            || ' = ' || {{ number_text('target_value') }}
    end as resolution_note
from judged

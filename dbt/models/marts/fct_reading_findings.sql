with reviewed as (

    select document_id, start_char, any_value(correction_reason) as reason, any_value(reviewed_by) as reviewed_by, any_value(reviewed_on) as reviewed_on
    from {{ ref('int_reviewed_statements') }}
    where review_action is not null
    group by document_id, start_char

),

-- What the readers found. A doubt about a figure that someone has decided about says so, and is no warning any more.
of_readers as (

    select
        findings.finding_id,
        findings.document_id,
        plans.plan_id,
        findings.input_path,
        findings.code,
        case when reviewed.document_id is null then findings.severity else 'info' end as severity,
        findings.message,
        case
            when reviewed.document_id is null then findings.remedy
            else '已复核：' || reviewed.reason || '（' || reviewed.reviewed_by || '，' || cast(reviewed.reviewed_on as varchar) || '）'
        end as remedy,
        findings.start_char,
        findings.end_char,
        findings.line
    from {{ ref('stg_reading_findings') }} as findings
    left join {{ ref('int_plans') }} as plans on findings.document_id = plans.document_id
    left join reviewed
        on findings.code = 'suspect_value'
        and findings.document_id = reviewed.document_id
        and findings.start_char = reviewed.start_char

),

-- Decisions that do not count, or count no more.
of_corrections as (

    select
        correction_id as finding_id,
        document_id,
        plan_id,
        input_path,
        case when outcome in ('settled', 'replaced') then 'correction_settled' else 'correction_unmatched' end as code,
        case
            when outcome in ('settled', 'replaced') then 'info'
            when outcome = 'plan_missing' or action = 'accept' then 'warning'
            else 'error'
        end as severity,
        '对“' || value_text || '”的决定'
        || case outcome
            when 'settled' then '已无对象：该处不再读成表述'
            when 'replaced' then '已由后面对同一表述的决定代替'
            when 'plan_missing' then '未采用：现有规划中没有编号为 ' || plan_document || ' 的文件'
            when 'text_differs' then '未采用：该处原文不是“' || expect_quote || '”'
            when 'not_read' then '未采用：该处没有读出表述'
            when 'ambiguous' then '未采用：该处有几条表述都读作“' || expect_reading || '”'
            else '未采用：当时读作“' || expect_reading || '”，现在读作“' || coalesce(present_reading, '') || '”'
        end as message,
        case
            when outcome in ('settled', 'replaced') then '可以保留作记录，也可以删去'
            else '请对照原文重新复核（planledger review），并删去或改写这一条'
        end as remedy,
        case when plan_id is not null then start_char end as start_char,
        case when plan_id is not null then start_char + length(value_text) end as end_char,
        line
    from {{ ref('int_corrections') }}
    where outcome <> 'applied'

),

-- Events in the life of a warning that could not follow those before them, or that are about no warning of now.
of_supervision as (

    select
        event_id as finding_id,
        document_id,
        cast(null as varchar) as plan_id,
        input_path,
        case when is_warning_known then 'supervision_event_misplaced' else 'supervision_warning_unknown' end as code,
        'warning' as severity,
        case
            when not is_warning_known then '现在没有编号为 ' || warning_id || ' 的预警，这条督办记录只保存，不影响任何预警的状态'
            when event_kind = 'reopened' then '预警 ' || left(warning_id, 8) || ' 没有销号，不能重启，这条督办记录不影响它的状态'
            else '预警 ' || left(warning_id, 8) || ' 已经销号，这条督办记录不影响它的状态'
        end as message,
        case
            when not is_warning_known then '核对编号（planledger supervise）；规划或指标已经变动的，可以保留作记录'
            when event_kind = 'reopened' then '核对日期和先后；保留作记录即可'
            else '要继续督办，先用 planledger supervise reopen 重启，再登记'
        end as remedy,
        cast(null as integer) as start_char,
        cast(null as integer) as end_char,
        line
    from {{ ref('int_supervision_events') }}
    where not is_warning_known or not is_in_order

)

select * from of_readers
union all
select * from of_supervision
union all
select
    finding_id, document_id, plan_id, input_path, code, severity, message, remedy, start_char,
    cast(end_char as integer) as end_char, line
from of_corrections
order by finding_id

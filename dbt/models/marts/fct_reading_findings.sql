select
    findings.finding_id,
    findings.document_id,
    plans.plan_id,
    findings.input_path,
    findings.code,
    findings.severity,
    findings.message,
    findings.remedy,
    findings.start_char,
    findings.end_char,
    findings.line
from {{ ref('stg_reading_findings') }} as findings
left join {{ ref('int_plans') }} as plans on findings.document_id = plans.document_id
order by findings.finding_id

select
    findings.finding_id,
    findings.submission_id,
    submissions.region_code,
    submissions.department_name,
    submissions.month,
    findings.code,
    findings.severity,
    findings.message,
    findings.remedy,
    findings.sheet,
    findings.cell
from {{ ref('stg_submission_findings') }} as findings
inner join {{ ref('stg_submissions') }} as submissions on findings.submission_id = submissions.submission_id
order by findings.finding_id

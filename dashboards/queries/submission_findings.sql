-- One row a finding of the submissions of a month, errors first.
select
    findings.department_name,
    regions.region_name,
    findings.severity,
    findings.code,
    findings.message,
    findings.remedy,
    findings.sheet,
    findings.cell,
    submissions.version,
    submissions.file_name,
    submissions.is_current
from marts.fct_submission_findings as findings
inner join marts.fct_submissions as submissions on findings.submission_id = submissions.submission_id
left join marts.dim_region as regions on findings.region_code = regions.region_code
where findings.month = $month
    and findings.severity <> 'info'
    and ($region is null or findings.region_code = $region)
order by case findings.severity when 'error' then 0 else 1 end, findings.region_code, findings.department_name, findings.finding_id
limit $row_limit

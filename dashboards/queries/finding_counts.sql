-- One row a code of findings: what the readers could not read, or doubted.
select code, severity, count(*) as finding_count, count(distinct document_id) as document_count
from marts.fct_reading_findings
group by code, severity
order by case severity when 'error' then 0 when 'warning' then 1 else 2 end, finding_count desc, code

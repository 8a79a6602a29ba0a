-- One row a check of the latest run, failed ones first.
select
    suite, check_name, table_name, column_name, kind, severity, passed, evaluated_count, unexpected_count, sample,
    description_zh, checked_at, run_id
from quality.check_results
where run_id = (select run_id from quality.check_results order by checked_at desc, run_id desc limit 1)
order by passed, severity = 'critical' desc, kind, suite, table_name, column_name, check_name

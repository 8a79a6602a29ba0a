-- One row a warning, for a file.
select
    w.warning_id, w.warning_kind, w.state, w.is_open, w.region_code, r.region_name, w.indicator_id, w.indicator_name,
    w.attribute, w.target_year, array_to_string(w.department_names, '、') as departments, w.raised_on, w.due_date, w.message,
    w.quote, w.statement_id
from marts.mart_warnings as w
left join marts.dim_region as r on r.region_code = w.region_code
where $region is null or w.region_code = $region
order by w.is_open desc, w.due_date, w.warning_id

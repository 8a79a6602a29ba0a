-- One row a statement of one plan, in the order of the text.
select
    s.statement_id, s.plan_id, s.kind, s.indicator_text, s.indicator_id, i.indicator_name, s.indicator_link,
    s.region_code, coalesce(r.region_name, s.region_text, '') as region_name,
    s.period_type, s.start_year, s.end_year, s.comparator, s.value, s.value_high, s.value_text, s.unit_text, s.measure,
    s.departments, s.section_path, s.attribute, s.rule, s.confidence, s.suspect, s.is_in_table,
    s.is_reviewed, s.is_corrected, s.is_rejected, s.correction_note, s.correction_reason, s.reviewed_by, s.reviewed_on,
    s.quote, s.quote_start_char, s.start_char, s.end_char
from marts.fct_plan_statements as s
left join marts.dim_indicator as i using (indicator_id)
left join marts.dim_region as r on r.region_code = s.region_code
where s.plan_id = $plan
order by s.start_char, s.end_char, s.statement_id

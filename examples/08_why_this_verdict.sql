-- 一条结论的来龙去脉：目标原句、基期、进度要求、实际值及其来源
-- One verdict with everything it rests on: the sentence, the base, what was asked by when, the actual and its source.
SELECT r.region_name,
       i.indicator_name,
       g.year,
       g.month,
       g.target_year,
       s.status_name,
       g.light,
       g.working,
       g.base_value,
       g.base_year,
       g.milestone_note,
       a.value AS actual_value,
       a.maturity,
       a.source_title,
       t.quote,
       t.start_char
FROM marts.fct_indicator_progress AS g
JOIN marts.fct_indicator_targets AS t USING (target_id)
JOIN marts.dim_progress_state AS s ON s.status = g.status
JOIN marts.dim_indicator AS i ON i.indicator_id = g.indicator_id
JOIN marts.dim_region AS r ON r.region_code = g.region_code
LEFT JOIN marts.fct_indicator_actuals AS a ON a.actual_id = g.actual_id
WHERE g.is_judged
  AND NOT g.is_earlier_plan
ORDER BY r.region_code, i.indicator_name, g.target_year, g.period_end;

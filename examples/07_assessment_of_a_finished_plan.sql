-- 到期规划的总评：后一期规划自己列出的上一期指标完成情况（庆元县“十三五”，见“十四五”规划纲要表1）
-- The assessment of a finished plan, as the plan after it reckons it up: what fell short, what fell short on an estimate,
-- what was reached, and what cannot be judged and why. Rates of growth stand beside their level and are left out.
SELECT r.region_name,
       i.indicator_name,
       t.target_value_text,
       coalesce(g.actual_value, g.known_value) AS actual_value,
       u.unit_name,
       round(g.completion_pct, 1) AS completion_pct,
       CASE
           WHEN g.is_reached THEN '达到'
           WHEN g.is_reached IS NULL THEN '不评'
           WHEN g.is_provisional THEN '预计未达到'
           ELSE '未达到'
       END AS verdict,
       s.status_name,
       g.status_reason,
       p.doc,
       t.start_char
FROM marts.fct_indicator_progress AS g
JOIN marts.fct_indicator_targets AS t USING (target_id)
JOIN marts.dim_progress_state AS s ON s.status = g.status
JOIN marts.dim_indicator AS i ON i.indicator_id = g.indicator_id
JOIN marts.dim_region AS r ON r.region_code = g.region_code
JOIN marts.dim_plan AS p ON p.plan_id = g.plan_id
LEFT JOIN marts.dim_unit AS u ON u.unit_code = g.unit_code
WHERE g.is_earlier_plan
  AND g.is_target_period
  AND t.measure <> 'growth'
ORDER BY p.doc, t.start_char;

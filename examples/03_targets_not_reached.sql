-- 到期未达到的目标：差多少、谁负责、原文在哪里
-- Targets that fell due and were not reached: by how much, who owns them, where the text says so.
SELECT r.region_name,
       i.indicator_name,
       g.year,
       g.target_value,
       g.actual_value,
       g.gap_value,
       round(g.completion_pct, 1) AS completion_pct,
       t.departments,
       t.quote
FROM marts.fct_indicator_progress AS g
JOIN marts.fct_indicator_targets AS t USING (target_id)
JOIN marts.dim_indicator AS i ON i.indicator_id = g.indicator_id
JOIN marts.dim_region AS r ON r.region_code = g.region_code
WHERE g.is_due AND g.is_reached = false
ORDER BY r.region_code, g.completion_pct NULLS LAST, i.indicator_name, g.year;

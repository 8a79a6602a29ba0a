-- 一份规划里对不上的数：哪一类，差多少，两处原文怎么说，文本自身支持哪一处
-- Figures of one plan that cannot both hold or do not agree, with both sentences; change the title to ask about another plan.
SELECT c.conflict_kind,
       c.severity,
       c.explanation,
       CASE c.likelier WHEN 'a' THEN '前一处' WHEN 'b' THEN '后一处' END AS likelier_figure,
       c.likelier_reason,
       a.plan_title AS plan_a,
       c.start_char_a,
       c.quote_a,
       b.plan_title AS plan_b,
       c.start_char_b,
       c.quote_b
FROM marts.plan_conflicts AS c
JOIN marts.dim_plan AS a ON a.plan_id = c.plan_id_a
LEFT JOIN marts.dim_plan AS b ON b.plan_id = c.plan_id_b
WHERE a.plan_title LIKE '%十四个五年%' OR b.plan_title LIKE '%十四个五年%'
ORDER BY CASE c.severity WHEN 'contradiction' THEN 1 WHEN 'disagreement' THEN 2 ELSE 3 END, c.plan_id_a, c.start_char_a, c.conflict_id;

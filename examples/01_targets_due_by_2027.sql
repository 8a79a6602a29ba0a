-- 庆元县到2027年的目标：数值、口径、责任单位和原文
-- What Qingyuan county promised for 2027: value, comparator, who owns it, and the sentence that says so.
SELECT i.indicator_name,
       t.comparator,
       t.target_value,
       u.unit_name,
       t.departments,
       t.quote,
       p.doc,
       t.start_char
FROM marts.fct_indicator_targets AS t
JOIN marts.dim_indicator AS i USING (indicator_id)
JOIN marts.dim_region AS r ON r.region_code = t.region_code
JOIN marts.dim_plan AS p ON p.plan_id = t.plan_id
LEFT JOIN marts.dim_unit AS u ON u.unit_code = t.unit_code
WHERE r.region_name = '庆元县'
  AND t.year = 2027
ORDER BY p.doc, t.start_char;

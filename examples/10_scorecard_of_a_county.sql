-- 一个县现在的记分卡：约束性、预期性分开；占比的分母是能判断的目标
-- A county's scorecard as it stands now, binding and expected targets apart. Shares are of the targets with a verdict.
SELECT s.attribute_class,
       s.period_end AS as_of_date,
       s.target_count,
       s.judged_count,
       s.achieved_count,
       s.ahead_count,
       s.on_track_count,
       s.behind_count,
       s.regressing_count,
       s.not_reported_count,
       s.not_due_count,
       s.undetermined_count,
       s.behind_pct,
       s.reported_pct,
       s.green_count,
       s.yellow_count,
       s.red_count,
       s.no_light_count
FROM marts.mart_region_scorecard AS s
JOIN marts.dim_region AS r USING (region_code)
WHERE r.region_name = '庆元县' AND s.period_kind = 'current'
ORDER BY CASE s.attribute_class WHEN '约束性' THEN 1 WHEN '预期性' THEN 2 ELSE 3 END;

-- 同一地区、指标、年份，不同来源给出不同的数：采用了哪一个
-- Where sources give different figures for the same region, indicator and year, and which one is preferred.
SELECT r.region_name,
       i.indicator_name,
       a.year,
       count(*) AS figure_count,
       list(DISTINCT a.value ORDER BY a.value) AS "values",
       max(a.value) FILTER (WHERE a.is_preferred) AS preferred_value,
       max(a.source_title) FILTER (WHERE a.is_preferred) AS preferred_source,
       round(100 * (max(a.value) - min(a.value)) / nullif(abs(min(a.value)), 0), 2) AS spread_pct
FROM marts.fct_indicator_actuals AS a
JOIN marts.dim_region AS r USING (region_code)
JOIN marts.dim_indicator AS i USING (indicator_id)
WHERE a.value IS NOT NULL AND a.period_kind IN ('year', 'span') AND a.superseded_at IS NULL
GROUP BY r.region_code, r.region_name, i.indicator_name, a.year, a.is_period_total
HAVING count(DISTINCT a.value) > 1
ORDER BY spread_pct DESC, r.region_code, i.indicator_name, a.year;

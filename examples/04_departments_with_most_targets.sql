-- 各地区承担目标最多的责任单位
-- Which units own the most targets, region by region.
SELECT r.region_name,
       department_name,
       count(*) AS target_count,
       count(DISTINCT t.indicator_id) AS indicator_count,
       min(t.year) AS first_year,
       max(t.year) AS last_year
FROM (
    SELECT unnest(departments) AS department_name, region_code, indicator_id, year
    FROM marts.fct_indicator_targets
) AS t
JOIN marts.dim_region AS r USING (region_code)
GROUP BY r.region_code, r.region_name, department_name
ORDER BY target_count DESC, r.region_code, department_name
LIMIT 20;

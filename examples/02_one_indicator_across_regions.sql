-- 同一指标在各地区、各年份的目标与现状值（以地区生产总值为例；没有的写空，不写零）
-- One indicator across regions and years, target beside actual. What is missing is null, never zero.
WITH actuals AS (
    SELECT region_code, year, value, maturity, source_title
    FROM marts.fct_indicator_actuals
    WHERE indicator_id = 'gdp' AND is_preferred AND period_kind = 'year'
),
targets AS (
    SELECT region_code, year, max(target_value) AS target_value
    FROM marts.fct_indicator_targets
    WHERE indicator_id = 'gdp' AND measure = 'level' AND NOT is_period_total
    GROUP BY region_code, year
)
SELECT r.path_name,
       year,
       targets.target_value,
       actuals.value AS actual_value,
       actuals.maturity,
       actuals.source_title
FROM actuals
FULL JOIN targets USING (region_code, year)
JOIN marts.dim_region AS r USING (region_code)
ORDER BY r.region_code, year;

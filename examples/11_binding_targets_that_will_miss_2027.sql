-- Which of a county's binding indicators will miss 2027? One row a target for that year that its own text calls 约束性, or
-- whose indicator usually is (what a text does not say is told as such), with the verdict that stands now and where the
-- present pace leads. No row says "will miss" without two actuals to draw on: "unknown" is an answer too.
SELECT
    i.indicator_name,
    coalesce(t.attribute, '未注明（通常为约束性）') AS attribute,
    t.comparator,
    t.target_value,
    coalesce(u.unit_name, t.unit_code) AS unit_name,
    p.latest_actual_value,
    p.latest_actual_year,
    s.status_name,
    round(f.forecast_value, 2) AS forecast_2027,
    CASE
        WHEN f.is_expected_to_meet THEN '能完成'
        WHEN NOT f.is_expected_to_meet THEN '完不成'
        WHEN p.latest_actual_value IS NULL THEN '不知道：没有实际值'
        ELSE '不知道：只有一年的数'
    END AS outlook,
    t.statement_id
FROM marts.fct_indicator_targets AS t
INNER JOIN marts.dim_indicator AS i USING (indicator_id)
INNER JOIN marts.fct_indicator_progress AS p ON p.target_id = t.target_id AND p.is_target_period
INNER JOIN marts.dim_progress_state AS s ON s.status = p.status
LEFT JOIN marts.fct_indicator_forecasts AS f ON f.target_id = t.target_id
LEFT JOIN marts.dim_unit AS u ON u.unit_code = t.unit_code
WHERE t.region_code = '331126' AND t.year = 2027
    AND coalesce(t.attribute, i.usual_attribute) = '约束性'
ORDER BY f.is_expected_to_meet, p.latest_actual_value IS NULL, t.start_char, t.target_id;

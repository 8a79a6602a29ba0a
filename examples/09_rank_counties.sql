-- 晾晒：各县（市、区）2024年农村居民收入的位次，同级比、同市比；并列的注明，没有数的不排位
-- Counties by rural income in 2024: rank among all known counties and within the prefecture; ties and provisional figures are marked.
SELECT r.path_name,
       k.value,
       u.unit_name,
       k.rank_in_level,
       k.compared_in_level_count,
       k.is_tied_in_level,
       k.gap_to_best_in_level_value,
       k.rank_in_parent,
       k.compared_in_parent_count,
       k.rank_in_level_change,
       k.is_provisional,
       k.no_rank_reason,
       a.source_title
FROM marts.mart_indicator_ranking AS k
JOIN marts.dim_region AS r USING (region_code)
LEFT JOIN marts.dim_unit AS u USING (unit_code)
LEFT JOIN marts.fct_indicator_actuals AS a USING (actual_id)
WHERE k.indicator_id = 'rural_disposable_income_per_capita'
  AND k.level = 'county'
  AND k.period_kind = 'year'
  AND k.year = 2024
ORDER BY k.rank_in_level NULLS LAST, r.region_code;

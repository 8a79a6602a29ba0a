-- Parts and whole: where a source gives urban and rural income and their ratio, they must agree to the published decimals.
{{ config(severity='warn', meta={'dagster': {'ref': {'name': 'fct_indicator_actuals'}}}) }}
with incomes as (

    select
        region_code,
        year,
        max(value) filter (where indicator_id = 'urban_disposable_income_per_capita') as urban,
        max(value) filter (where indicator_id = 'rural_disposable_income_per_capita') as rural,
        max(value) filter (where indicator_id = 'urban_rural_income_ratio') as ratio
    from {{ ref('fct_indicator_actuals') }}
    where is_preferred and period_kind = 'year'
    group by region_code, year

)

select region_code, year, urban, rural, ratio, round(urban / rural, 4) as computed_ratio
from incomes
where abs(urban / rural - ratio) > 0.011

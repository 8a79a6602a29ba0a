-- An average rate of growth that does not fit the values at its start and end. Beyond rounding where the text tells that
-- both are at the same prices, or where what is counted has none; otherwise only where prices would have had to rise, or
-- fall, by more a year than the variables allow.
with misfits as (

    select
        *,
        is_at_constant_prices or quantity not like 'money%' or has_fitting_values as is_exact,
        round(base_value * power(1 + growth_value / 100, year_count), 4) as worked_out_value,
        row_number() over (
            partition by plan_id, region_code, indicator_id, kind, first_year, end_year, end_value, growth_value,
                case when has_fitting_values then base_value end
            order by (growth_comparator = 'eq') desc, is_growth_in_table desc, growth_start_char, is_base_in_table desc, is_end_in_table desc, base_start_char, end_start_char
        ) as choice
    from {{ ref('int_growth_checks') }}
    where not fits
        and (
            is_at_constant_prices
            or quantity not like 'money%'
            or has_fitting_values
            or too_low_points > {{ var('price_fall_points') }}
            or too_high_points > {{ var('price_rise_points') }}
        )

)

select
    'rate_against_end_values' as conflict_kind,
    case when is_exact then 'contradiction' else 'disagreement' end as severity,
    region_code,
    indicator_id,
    first_year as start_year,
    end_year as year,
    growth_statement_id as statement_id_a,
    {{ no_place('a') }},
    growth_value as value_a,
    -- The side that a rate of the text speaks against: the start where another start fits, the end otherwise.
    case when has_fitting_values then base_statement_id else end_statement_id end as statement_id_b,
    {{ no_place('b') }},
    implied_growth as value_b,
    'percent' as unit_code,
    {{ size_of('growth_value', 'implied_growth') }} as size,
    {{ size_pct_of('growth_value', 'implied_growth') }} as size_pct,
    case when has_fitting_values then 'a' end as likelier,
    case when has_fitting_values then '文中另一处的基期或期末数正好算得这个增速' end as likelier_reason,
    indicator_name || case kind when 'actual' then '（实际）' else '（目标）' end || cast(first_year as varchar) || '—' || cast(end_year as varchar)
    || '年年均增长写' || {{ number_text('growth_value') }} || '%，而从' || cast(base_year as varchar) || '年的' || {{ number_text('base_value') }} || unit_name
    || '到' || cast(end_year as varchar) || '年的' || {{ number_text('end_value') }} || unit_name || '，年均是' || {{ number_text('round(implied_growth, 2)') }}
    || '%；按所写增速算，期末是' || {{ number_text('round(worked_out_value, 2)') }} || unit_name
    || case
        when is_at_constant_prices then '。表注说明绝对数与增速价格相同，两者应当一致'
        when is_exact then ''
        else '。价格变动解释不了这样的差'
    end as explanation
from misfits
where choice = 1

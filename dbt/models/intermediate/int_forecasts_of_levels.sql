-- Where a level or yearly amount will stand in its target year at the present pace: the line through the known values (of
-- their logarithms where the road is growth). Values that span less than
-- a year tell no pace. Two values give a line and no interval; from three on the interval is the
-- 80 % prediction interval of the regression.
with fitted as (

    select
        target_id,
        target_year,
        is_logarithmic,
        count(*) as point_count,
        regr_slope(y, x) as slope,
        regr_intercept(y, x) as intercept,
        regr_avgx(y, x) as mean_x,
        regr_sxx(y, x) as sxx,
        regr_syy(y, x) - regr_slope(y, x) * regr_sxy(y, x) as residual_sum,
        {{ joined('period_text || \' \' || ' ~ number_text(shown('value')), '、', 'x') }} as points_text,
        {{ list_of('actual_id', 'x') }} as actual_ids
    from {{ ref('int_forecast_points') }}
    group by target_id, target_year, is_logarithmic
    having count(*) >= 2 and max(x) - min(x) >= {{ var('forecast_min_years') }}

),

projected as (

    select
        fitted.*,
        intercept + slope * (target_year + 1) as y,
        case
            when point_count >= 3
                then quantiles.t_value * sqrt(greatest(residual_sum, 0) / (point_count - 2))
                    * sqrt(1 + 1.0 / point_count + pow(target_year + 1 - mean_x, 2) / sxx)
        end as half_width
    from fitted
    left join {{ ref('t_quantiles') }} as quantiles
        on least(fitted.point_count - 2, 20) = quantiles.degrees_of_freedom

)

select
    target_id,
    case when is_logarithmic then 'growth_line' else 'straight_line' end as method,
    cast(point_count as integer) as point_count,
    round(case when is_logarithmic then exp(y) else y end, 8) as forecast_value,
    round(case when is_logarithmic then exp(y - half_width) else y - half_width end, 8) as forecast_low,
    round(case when is_logarithmic then exp(y + half_width) else y + half_width end, 8) as forecast_high,
    actual_ids,
    points_text
from projected

-- Two levels of one indicator and region that lie so far apart, for years so close, that one must be in another unit:
-- 人均地区生产总值 9.2亿元 in 2027 and 60000元 in 2020. Suspect values are looked at on purpose: this says against what.
with levels as (

    select figures.*, plans.valid_from
    from {{ ref('int_conflict_figures') }} as figures
    inner join {{ ref('int_plan_order') }} as plans on figures.plan_id = plans.plan_id
    where figures.measure = 'level'
        and not coalesce(figures.is_period_total, false)
        and figures.indicator_link <> 'own'
        and figures.indicator_kind in ('stock', 'flow')
        and figures.quantity not in ('percent', 'ratio', 'count')
        and figures.value > 0

),

pairs as (

    select
        a.statement_id as statement_id_a,
        b.statement_id as statement_id_b,
        a.region_code,
        a.indicator_id,
        a.indicator_name,
        b.end_year as year,
        a.value as value_a,
        b.value as value_b,
        a.unit_code,
        b.suspect is not null and a.suspect is null as is_b_suspect,
        a.suspect is not null and b.suspect is null as is_a_suspect,
        {{ period_text('a') }} || '写' || case when a.is_in_table then {{ figure_text('a') }} else a.value_text end as said_a,
        {{ period_text('b') }} || '写' || case when b.is_in_table then {{ figure_text('b') }} else b.value_text end as said_b,
        greatest(a.value, b.value) / least(a.value, b.value) as ratio,
        row_number() over (partition by b.statement_id order by abs(a.end_year - b.end_year), a.is_in_table desc, a.valid_from, a.plan_id, a.start_char) as choice
    from levels as a
    inner join levels as b
        on a.region_code = b.region_code
        and a.indicator_id = b.indicator_id
        and a.unit_code = b.unit_code
        and (a.valid_from < b.valid_from or (a.valid_from = b.valid_from and (a.plan_id < b.plan_id or (a.plan_id = b.plan_id and a.start_char < b.start_char))))
    where greatest(a.value, b.value) / least(a.value, b.value) > {{ var('far_off_factor') }}
        -- Half as much again each year, at most, is growth.
        and greatest(a.value, b.value) / least(a.value, b.value) > power(1.5, abs(a.end_year - b.end_year))

)

select
    'far_apart' as conflict_kind,
    'contradiction' as severity,
    region_code,
    indicator_id,
    year as start_year,
    year,
    statement_id_a,
    {{ no_place('a') }},
    value_a,
    statement_id_b,
    {{ no_place('b') }},
    value_b,
    unit_code,
    {{ size_of('value_a', 'value_b') }} as size,
    {{ size_pct_of('value_a', 'value_b') }} as size_pct,
    case when is_b_suspect then 'a' when is_a_suspect then 'b' end as likelier,
    case when is_b_suspect or is_a_suspect then '另一处的数量级与指标不符，多半是单位写错' end as likelier_reason,
    indicator_name || '相差' || {{ number_text('round(ratio, 0)') }} || '倍：' || said_a || '，' || said_b || '，多半有一处单位不对' as explanation
from pairs
where choice = 1

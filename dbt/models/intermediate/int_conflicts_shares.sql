-- Shares that cannot be: above a hundred per cent, and a structure written as a ratio (9.6：35.8：54.6) whose parts do not
-- come to a hundred. A ratio is taken for a structure in per cent only where it comes near a hundred.
with ratio_numbers as (

    select
        numbers.document_id as plan_id,
        numbers.start_char,
        numbers.end_char,
        try_cast(numbers.number_text as double) as value,
        0.5 * power(10, case when contains(numbers.number_text, '.') then strpos(numbers.number_text, '.') - length(numbers.number_text) else 0 end) as rounding,
        documents.text,
        not {{ matches("substr(documents.text, lag(numbers.end_char) over in_text + 1, numbers.start_char - lag(numbers.end_char) over in_text)", '^\s*[：:∶]\s*$') }} as is_first
    from {{ ref('stg_plan_numbers') }} as numbers
    inner join {{ ref('stg_plan_documents') }} as documents on numbers.document_id = documents.document_id
    where numbers.number_use = 'ratio'
    window in_text as (partition by numbers.document_id order by numbers.start_char)

),

numbered as (

    select *, sum(case when coalesce(is_first, true) then 1 else 0 end) over (partition by plan_id order by start_char) as ratio_number
    from ratio_numbers

),

ratios as (

    select
        plan_id,
        ratio_number,
        min(start_char) as start_char,
        max(end_char) as end_char,
        substr(min(text), min(start_char) + 1, max(end_char) - min(start_char)) as ratio_text,
        substr(min(text), greatest(min(start_char) - 30, 0) + 1, max(end_char) - greatest(min(start_char) - 30, 0)) as quote,
        round(sum(value), 6) as total,
        sum(rounding) as rounding,
        count(*) as part_count
    from numbered
    group by plan_id, ratio_number

)

select
    'shares_against_hundred' as conflict_kind,
    'contradiction' as severity,
    plans.region_code,
    cast(null as varchar) as indicator_id,
    cast(null as integer) as start_year,
    cast(null as integer) as year,
    cast(null as varchar) as statement_id_a,
    ratios.plan_id as plan_id_a,
    ratios.quote as quote_a,
    ratios.start_char as start_char_a,
    ratios.end_char as end_char_a,
    ratios.total as value_a,
    cast(null as varchar) as statement_id_b,
    {{ no_place('b') }},
    100.0 as value_b,
    'percent' as unit_code,
    round(abs(ratios.total - 100), 8) as size,
    round(abs(ratios.total - 100), 4) as size_pct,
    cast(null as varchar) as likelier,
    cast(null as varchar) as likelier_reason,
    '结构比例' || ratios.ratio_text || '各部分之和是' || {{ number_text('ratios.total') }} || '，不是100' as explanation
from ratios
inner join {{ ref('int_plans') }} as plans on ratios.plan_id = plans.plan_id
where ratios.part_count >= 3
    and abs(ratios.total - 100) > ratios.rounding + 1e-9
    and ratios.total between 90 and 110
union all
select
    'shares_against_hundred' as conflict_kind,
    case when figures.value > 100 or figures.comparator = 'gt' then 'contradiction' else 'disagreement' end as severity,
    figures.region_code,
    figures.indicator_id,
    figures.first_year as start_year,
    figures.end_year as year,
    figures.statement_id as statement_id_a,
    {{ no_place('a') }},
    figures.value as value_a,
    cast(null as varchar) as statement_id_b,
    {{ no_place('b') }},
    100.0 as value_b,
    figures.unit_code,
    round(figures.value - 100, 8) as size,
    round(figures.value - 100, 4) as size_pct,
    cast(null as varchar) as likelier,
    cast(null as varchar) as likelier_reason,
    figures.indicator_name || '写' || {{ figure_text('figures') }} || '，而占比不会超过100%' as explanation
from {{ ref('int_conflict_figures') }} as figures
where figures.quantity = 'percent'
    and figures.measure = 'level'
    and figures.suspect is null
    and {{ matches('figures.indicator_name', '(占比|比重|比例|覆盖率|覆盖面|达标率|建成率|普及率|化率|入驻率|参保率|处置率|处理率|合格率|受益率|满意度)$') }}
    and (figures.value > 100 or (figures.value = 100 and figures.comparator in ('ge', 'gt')))
    -- 入学率 and the like may go above a hundred; so may a rate against an earlier level.
    and not {{ matches('figures.indicator_name', '毛入|投入产出|增长|比上年') }}

-- What gives cause to look at a statement again: one row a statement and cause, with the evidence in words. A statement
-- that someone has decided about is not looked at again.
with statements as (

    select reviewed.*, links.indicator_link, links.value_in_unit, links.indicator_id, links.region_code, links.unit_code
    from {{ ref('int_reviewed_statements') }} as reviewed
    inner join {{ ref('int_statement_values') }} as links on reviewed.statement_id = links.statement_id
    where reviewed.review_action is null

),

-- Yearly levels of catalogued indicators, from statistics and from the plans themselves.
figures as (

    select record_id as figure_id, region_code, indicator_id, value
    from {{ ref('int_actuals_from_statistics') }}
    union all
    select statement_id as figure_id, region_code, indicator_id, value_in_unit as value
    from {{ ref('int_statement_values') }}
    where measure = 'level'
        and suspect is null
        and is_rejected is not true
        and indicator_kind <> 'cumulative'
        and not (period_type = 'over' and start_year < end_year)

),

compared as (

    select
        statements.statement_id,
        any_value(statements.value_in_unit) as value,
        any_value(statements.unit_code) as unit_code,
        median(figures.value) as usual_value,
        count(*) as figure_count
    from statements
    inner join figures
        on statements.region_code = figures.region_code
        and statements.indicator_id = figures.indicator_id
        and statements.statement_id <> figures.figure_id
    where statements.measure = 'level'
        and statements.indicator_link <> 'own'
        and not (statements.period_type = 'over' and statements.start_year < statements.end_year)
        and statements.value_in_unit > 0
        and figures.value > 0
    group by statements.statement_id

),

disputed as (

    select statement_id from {{ ref('fct_indicator_targets') }} where is_disputed
    union
    select {{ unnest_list('other_statement_ids') }} as statement_id
    from {{ ref('fct_indicator_targets') }}
    where is_disputed

),

doubts as (

    select statement_id, 'suspect' as doubt, 100 as weight, suspect as evidence
    from statements
    where suspect is not null
    union all
    select
        statement_id,
        'far_off' as doubt,
        80 as weight,
        '与同一地区同一指标的其他 ' || figure_count || ' 个数（中位数 ' || {{ number_text('round(usual_value, 2)') }} || ' ' || coalesce(units.unit_name, '') || '）相差 '
        || {{ number_text('round(greatest(value / usual_value, usual_value / value), 1)') }} || ' 倍' as evidence
    from compared
    left join {{ ref('units') }} as units on compared.unit_code = units.unit_code
    where greatest(value / usual_value, usual_value / value) >= {{ var('far_off_factor') }}
    union all
    select statement_id, 'above_whole' as doubt, 80 as weight, '比重、覆盖一类的百分数大于 100' as evidence
    from statements
    where measure = 'level'
        and unit_text in ('%', '％')
        and value > 100
        and {{ matches('indicator_text', '(占比|比重|比例|普及率|覆盖率|城镇化率|森林覆盖|合格率|达标率|优良率|入学率|参保率)$') }}
    union all
    select statement_id, 'disputed' as doubt, 60 as weight, '同一规划对同一指标、同一年份写了不同的数' as evidence
    from statements
    where statement_id in (select statement_id from disputed)
    union all
    select statement_id, 'no_year' as doubt, 50 as weight, '目标没有读出年份' as evidence
    from statements
    where kind = 'target' and end_year is null
    union all
    select statement_id, 'unit_unknown' as doubt, 40 as weight, '单位“' || unit_text || '”不能换算成指标的单位' as evidence
    from statements
    where value is not null and value_in_unit is null and measure <> 'times'
    union all
    select statement_id, 'low_confidence' as doubt, 20 as weight, '读法把握不大（' || {{ number_text('confidence') }} || '）' as evidence
    from statements
    where confidence < {{ var('review_confidence') }}

)

select {{ stable_id(['statement_id', 'doubt']) }} as doubt_id, statement_id, doubt, weight, evidence
from doubts
order by statement_id, weight desc, doubt
